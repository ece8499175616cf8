import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Window, isWithin, judgeSheet } from '../../protocols/print-identity/sheet-standing';
import { findEdition } from '../../protocols/text/editions';
import { useLibrary } from '../app/library-provider';
import { Button } from '../ui/button';
import { fieldClass, inputClass } from '../ui/field';
import { Chip } from '../ui/tone';
import styles from './papers.module.css';
import { SheetFacts } from './sheet-facts';
import type { OpenPapers } from './use-papers';

const PAGE = 25;

/** What was printed in the window, the newest first, a page at a time. */
export function PrintLogList({ papers, window: days }: { papers: OpenPapers; window: Window }): ReactElement {
  const intl = useIntl();
  const [protocol, setProtocol] = useState('');
  const [shown, setShown] = useState(PAGE);
  const editions = useLibrary()?.listing.protocols ?? [];
  const { log } = papers;
  const ids = [...new Set(log.map(({ key }) => key.id))].toSorted();
  const found = log
    .filter(({ key, printedAt }) => (protocol === '' || key.id === protocol) && isWithin(days, printedAt))
    .toReversed();
  return (
    <section className={styles['stack']} aria-labelledby="log">
      <h2 id="log">
        <FormattedMessage id="papers.log" values={{ count: found.length }} />
      </h2>
      {!papers.isWhole && (
        <p>
          <FormattedMessage id="papers.log.gaps" />
        </p>
      )}
      {ids.length > 1 && (
        <label className={`${fieldClass} ${styles['narrow']}`}>
          <FormattedMessage id="papers.log.protocol" />
          <select
            className={inputClass}
            value={protocol}
            onChange={(event) => {
              setProtocol(event.target.value);
              setShown(PAGE);
            }}
          >
            <option value="">{intl.formatMessage({ id: 'papers.log.all' })}</option>
            {ids.map((id) => (
              <option key={id} value={id}>
                {findEdition(editions, id)?.title ?? id}
              </option>
            ))}
          </select>
        </label>
      )}
      {found.length === 0 ? (
        <p>
          <FormattedMessage id="papers.log.none" />
        </p>
      ) : (
        <ol className={styles['list']}>
          {found.slice(0, shown).map((record) => (
            <li key={record.code} data-print={record.code}>
              <SheetFacts record={record} />
              {judgeSheet(record, papers.present).kind === 'replaced' && (
                <Chip tone="stop">
                  <FormattedMessage id="papers.log.replaced" />
                </Chip>
              )}
            </li>
          ))}
        </ol>
      )}
      {found.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + PAGE)}>
            <FormattedMessage id="papers.log.more" values={{ count: found.length - shown }} />
          </Button>
        </div>
      )}
    </section>
  );
}
