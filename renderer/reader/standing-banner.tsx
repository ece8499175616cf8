import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import type { Protocol } from '../../protocols/schema/protocol';
import { RetiredReason } from '../procedures/retired-reason';
import { useStanding } from '../app/library-provider';
import { toProtocolPath, toWritePath } from '../app/routes';
import { Banner } from '../ui/tone';
import { Day } from './day';
import { STANDING_TONES } from './standing-chip';

/**
 * Says on top of every view of an edition that it is the clinic's own, and why it may not simply be followed; nothing when it
 * may. In brief, only the titles.
 */
export function StandingBanner({ protocol, brief = false }: { protocol: Protocol; brief?: boolean }): ReactElement {
  const { id, authors } = protocol;
  return (
    <>
      {isOwnId(id) && (
        <Banner tone="note" title={<FormattedMessage id="reader.own" />}>
          {!brief && (
            <>
              <FormattedMessage id="reader.own.body" values={{ names: authors.map(({ name }) => name).join(', ') }} />{' '}
              <Link href={toWritePath(id)}>
                <FormattedMessage id="reader.own.write" />
              </Link>
            </>
          )}
        </Banner>
      )}
      <StandingOnly protocol={protocol} brief={brief} />
    </>
  );
}

function StandingOnly({ protocol, brief }: { protocol: Protocol; brief: boolean }): ReactElement | null {
  const { standing, newer } = useStanding(protocol);
  if (standing === 'in-force') return null;
  return (
    <Banner
      tone={STANDING_TONES[standing]}
      role="status"
      title={<FormattedMessage id={`reader.standing.${standing}.title`} />}
    >
      {!brief && (
        <FormattedMessage
          id={`reader.standing.${standing}.body`}
          values={{
            start: <Day key="start" day={protocol.effectivePeriod.start} />,
            end: <Day key="end" day={protocol.effectivePeriod.end ?? protocol.reviewBy} />,
            review: <Day key="review" day={protocol.reviewBy} />,
          }}
        />
      )}{' '}
      {!brief && standing === 'retired' && isOwnId(protocol.id) && <RetiredReason edition={protocol} />}{' '}
      {newer !== undefined && (
        <Link href={toProtocolPath(newer)}>
          <FormattedMessage id="reader.standing.open" values={{ version: newer.version }} />
        </Link>
      )}
    </Banner>
  );
}
