import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Standing } from '../../../protocols/text/in-force';
import { useDay } from '../page/page-frame';
import { toStampId } from '../page/stamp';

/** Says before printing which words every page will carry, and why. */
export function StampLine({ protocol, standing }: { protocol: Protocol; standing: Standing }): ReactElement {
  const intl = useIntl();
  const day = useDay();
  const stamp = toStampId(standing);
  if (stamp === undefined || standing === 'in-force' || standing === 'review-due') {
    return (
      <p>
        <FormattedMessage
          id={standing === 'review-due' ? 'print.dialog.plainDue' : 'print.dialog.plain'}
          values={{ day: day(protocol.reviewBy) }}
        />
      </p>
    );
  }
  return (
    <p>
      <FormattedMessage
        id="print.dialog.stamped"
        values={{
          stamp: intl.formatMessage({ id: stamp }),
          reason: intl.formatMessage(
            { id: `print.dialog.why.${standing}` },
            { day: day(toTurningDay(protocol, standing)) },
          ),
        }}
      />
    </p>
  );
}

/** The day that made an edition what it is, or will. */
function toTurningDay({ effectivePeriod, reviewBy }: Protocol, standing: Standing): string {
  if (standing === 'not-yet') return effectivePeriod.start;
  return standing === 'ended' ? (effectivePeriod.end ?? reviewBy) : reviewBy;
}
