import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Standing } from '../../protocols/text/in-force';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import { useStanding } from '../app/library-provider';
import { Chip, type Tone } from '../ui/tone';

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  'in-force': 'done',
  'not-yet': 'info',
  'review-due': 'info',
  'review-overdue': 'caution',
  superseded: 'caution',
  ended: 'stop',
  draft: 'draft',
  retired: 'stop',
};

/** Whose an edition is, where it is the clinic's own, and how it stands, in a word; silent when it is simply in force, unless asked. */
export function StandingChip({
  protocol,
  always = false,
}: {
  protocol: ProtocolSummary | Protocol;
  always?: boolean;
}): ReactElement | null {
  const { standing } = useStanding(protocol);
  return (
    <>
      <OwnChip id={protocol.id} />
      {(standing !== 'in-force' || always) && (
        <Chip tone={STANDING_TONES[standing]}>
          <FormattedMessage id={`reader.standing.${standing}`} />
        </Chip>
      )}
    </>
  );
}

/** Marks what the clinic wrote itself; nothing for what came with the library. */
export function OwnChip({ id }: { id: string }): ReactElement | null {
  if (!isOwnId(id)) return null;
  return (
    <Chip tone="note">
      <FormattedMessage id="reader.own" />
    </Chip>
  );
}
