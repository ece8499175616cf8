import type { Protocol } from '../schema/protocol';

import { type Standing, isInForce, toStanding } from '../text/in-force';
import { findPresentEdition, listEditions } from '../text/editions';

/** What search keeps of a protocol once its text is indexed. */
export type IndexedProtocol = Readonly<
  Pick<Protocol, 'id' | 'version' | 'title' | 'status' | 'effectivePeriod' | 'reviewBy'>
>;

export function toIndexedProtocol({
  id,
  version,
  title,
  status,
  effectivePeriod,
  reviewBy,
}: Protocol): IndexedProtocol {
  return { id, version, title, status, effectivePeriod, reviewBy };
}

export interface Edition {
  readonly standing: Standing;
  /** In place of another edition of the same protocol, it comes after every hit that stands on its own. */
  readonly rank: 'leading' | 'behind' | 'left-out';
}

/**
 * How each edition stands on a day beside the others of its protocol. The newest in force leads; where none is, the newest
 * of all. What is newer than the leading one (a draft, one not yet in force) comes behind it, what is older is left out.
 */
export function toEditions(
  protocols: readonly IndexedProtocol[],
  today: string,
): ReadonlyMap<IndexedProtocol, Edition> {
  const editions = new Map<IndexedProtocol, Edition>();
  const byId = new Map<string, IndexedProtocol[]>();
  for (const protocol of protocols) {
    const known = byId.get(protocol.id);
    if (known === undefined) byId.set(protocol.id, [protocol]);
    else known.push(protocol);
  }
  for (const [id, own] of byId) {
    const newestFirst = listEditions(own, id);
    const leading = findPresentEdition(newestFirst, id, today);
    for (const [index, protocol] of newestFirst.entries()) {
      const newer = leading !== undefined && index > newestFirst.indexOf(leading);
      const leadingInForce = leading !== undefined && isInForce(toStanding(leading, today));
      const standing = toStanding(protocol, today, newer && leadingInForce);
      editions.set(protocol, { standing, rank: protocol === leading ? 'leading' : newer ? 'left-out' : 'behind' });
    }
  }
  return editions;
}
