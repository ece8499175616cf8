import type { Protocol } from '../../protocols/schema/protocol';

import { toStanding } from '../../protocols/text/in-force';
import { compareVersions } from '../../protocols/schema/versions';

/** The edition notes are held against: the newest in force on a day, else the newest there is. */
export function findPresentEdition(protocols: readonly Protocol[], id: string, today: string): Protocol | undefined {
  const editions = protocols
    .filter((protocol) => protocol.id === id)
    .toSorted((a, b) => compareVersions(b.version, a.version));
  const inForce = editions.find((edition) =>
    ['in-force', 'review-due', 'review-overdue'].includes(toStanding(edition, today)),
  );
  return inForce ?? editions[0];
}
