import type { Reason, SearchHit } from './answer';
import type { Collection } from './collection';
import type { Edition } from './editions';
import type { Alternative, Group } from './plan';
import { toReason } from './reasons';
import type { Scores } from './scores';
import { findMarks, toSnippet, toTermSet } from './snippet';
import { NO_PROTOCOL } from './segment';

/** What a hit is made from, beside its entry. */
export interface Found {
  readonly collection: Collection;
  readonly scores: Scores;
  readonly groups: readonly Group[];
  /** Of each protocol of the collection. */
  readonly editions: readonly Edition[];
}

/** An entry as a result shows it. */
export function toHit({ collection, scores, groups, editions }: Found, entry: number, score: number): SearchHit {
  const { segment, base } = collection.viewOf(entry);
  const { sectionId, blockId, heading, pieces, item } = segment.recordAt(entry - base);
  const kind = segment.kindAt(entry - base);
  const place = collection.protocolOf[entry] ?? NO_PROTOCOL;
  const protocol = collection.protocols[place];
  const title = item?.title ?? protocol?.title ?? '';
  const terms = termsMet(groups, () => toTermSet([title, heading, ...pieces.map(({ text: piece }) => piece)]));
  const { text, blockId: best } = toSnippet(pieces, terms);
  // A section found by its prose opens at the paragraph; one found by its heading opens at the top.
  const inProse = scores.wordBits[entry] !== scores.namedBits[entry];
  return {
    protocolId: protocol?.id ?? item?.place?.protocolId ?? '',
    version: protocol?.version ?? item?.place?.version ?? '',
    sectionId,
    blockId: kind === 'section' && inProse ? best : blockId,
    kind,
    itemId: item?.id ?? '',
    title,
    heading,
    snippet: text,
    status: protocol?.status,
    standing: editions[place]?.standing,
    score,
    reasons: toReasons(scores, groups, entry),
    marks: { title: findMarks(title, terms), heading: findMarks(heading, terms), snippet: findMarks(text, terms) },
  };
}

/** The terms to mark: of a phrase only where the text, read only if there is a phrase, holds all of it. */
function termsMet(groups: readonly Group[], readHeld: () => ReadonlySet<string>): Set<string> {
  const met = new Set<string>();
  let held: ReadonlySet<string> | undefined;
  for (const { alternatives } of groups) {
    for (const { terms } of alternatives) {
      if (terms.length > 1) held ??= readHeld();
      if (terms.length > 1 && !terms.every((term) => held?.has(term) === true)) continue;
      for (const term of terms) met.add(term);
    }
  }
  return met;
}

/** For each written word the plainest of the ways it was met. */
function toReasons(scores: Scores, groups: readonly Group[], entry: number): Reason[] {
  const reasons = groups.flatMap(({ alternatives }, place) => {
    if (((scores.wordBits[entry] ?? 0) & (1 << place)) === 0) return [];
    const best: Alternative | undefined = scores.isAsWritten(place, entry)
      ? alternatives.find(({ tier }) => tier === 'exact')
      : alternatives[scores.bestOf(place, entry)];
    return best === undefined ? [] : [toReason(best)];
  });
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
