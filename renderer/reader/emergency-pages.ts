import type { BlockOf } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';
import { findPresentEdition } from '../../protocols/text/editions';

/** A response of a protocol, to be done in an emergency. */
export interface EmergencyPage {
  readonly protocol: Protocol;
  readonly block: BlockOf<'adverse-response'>;
}

const SEVERITIES = ['emergency', 'serious', 'moderate'] as const;

/**
 * What may have to be found in two key presses, of each protocol in the edition to go by today: the gravest first; among
 * equals the pages of the open protocol, then those of a response guide, then in the order of the library.
 */
export function toEmergencyPages(protocols: readonly Protocol[], today: string, openId?: string): EmergencyPage[] {
  const present = protocols.filter(
    // Nobody has time to look which of two editions is in force, or whether one was taken out of use.
    (protocol) => protocol.status !== 'retired' && findPresentEdition(protocols, protocol.id, today) === protocol,
  );
  const pages = present.flatMap((protocol) =>
    protocol.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.type === 'adverse-response').map((block) => ({ protocol, block })),
    ),
  );
  const rank = ({ protocol, block }: EmergencyPage): number =>
    SEVERITIES.indexOf(block.severity) * 3 + (protocol.id === openId ? 0 : protocol.type === 'response-guide' ? 1 : 2);
  return pages.toSorted((a, b) => rank(a) - rank(b));
}
