import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Protocol } from '../../protocols/schema/protocol';
import styles from './reader.module.css';
import { Day } from './day';

/** Whose edition this is and until when, in words. What is not known is said to be not known. */
export function CurrencyLine({ protocol }: { protocol: Protocol }): ReactElement {
  const { publisher, version, effectivePeriod, reviewBy, approvalDate, reviewers } = protocol;
  return (
    <p className={styles['currency']}>
      <FormattedMessage
        id={approvalDate === undefined ? 'reader.currency.draft' : 'reader.currency'}
        values={{
          publisher,
          version,
          start: <Day key="start" day={effectivePeriod.start} />,
          review: <Day key="review" day={reviewBy} />,
        }}
      />{' '}
      {reviewers.length === 0 ? (
        <FormattedMessage id="reader.currency.unreviewed" />
      ) : (
        <FormattedMessage
          id="reader.currency.reviewed"
          values={{ names: reviewers.map(({ name }) => name).join(', ') }}
        />
      )}
    </p>
  );
}
