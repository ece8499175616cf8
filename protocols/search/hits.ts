import type { Reason, SearchHit } from './answer';
import type { Collection } from './collection';
import type { Edition } from './editions';
import type { Alternative, Group } from './plan';
import { toReason } from './reasons';
import type { Scores } from './scores';
import { findMarks, readTerms, toSnippet } from './snippet';
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
  const terms = termsMet(groups, new Set([title, heading, ...pieces.map(({ text }) => text)].flatMap(readTerms)));
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

/** The terms to mark: of a phrase only where the text holds all of it. */
function termsMet(groups: readonly Group[], held: ReadonlySet<string>): Set<string> {
  const met = groups.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ terms }) => (terms.every((term) => held.has(term)) ? terms : [])),
  );
  return new Set(met);
}

/** For each written word the plainest of the ways it was met. */
function toReasons(scores: Scores, groups: readonly Group[], entry: number): Reason[] {
  const reasons = groups.flatMap(({ alternatives }, place) => {
    if (((scores.wordBits[entry] ?? 0) & (1 << place)) === 0) return [];
    const { alternative, asWritten } = scores.bestOf(place, entry);
    const best: Alternative | undefined = asWritten
      ? alternatives.find(({ tier }) => tier === 'exact')
      : alternatives[alternative];
    return best === undefined ? [] : [toReason(best)];
  });
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
