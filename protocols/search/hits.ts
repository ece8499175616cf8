import { HIT_KINDS, type Reason, type SearchHit } from './answer';
import type { Collection } from './collection';
import type { Edition } from './editions';
import type { Alternative } from './alternatives';
import type { Group } from './plan';
import { toReason } from './reasons';
import { type EntryRecord, NO_PROTOCOL } from './segment';
import type { Scores } from './scores';
import { type IsAsked, type ReadPiece, type ReadText, findMarks, toReadText, toSnippet } from './snippet';

/** What hits are made from, beside their entries. */
export interface Found {
  readonly collection: Collection;
  readonly texts: HitTexts;
  readonly scores: Scores;
  readonly groups: readonly Group[];
  /** Of each protocol of the collection. */
  readonly editions: readonly Edition[];
}

interface ReadEntry {
  readonly record: EntryRecord;
  readonly title: ReadText;
  readonly heading: ReadText;
  readonly pieces: readonly ReadPiece[];
  /** Every term of them, once it is wanted. */
  terms?: ReadonlySet<string>;
}

// Entries whose texts stay read: the hits of some hundred keys.
const MOST_READ = 1000;

/** The texts of entries as hits show them, read once: keys typed one after another find nearly the same. */
export class HitTexts {
  readonly #collection: Collection;
  readonly #read = new Map<number, ReadEntry>();

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  of(entry: number): ReadEntry {
    const known = this.#read.get(entry);
    if (known !== undefined) return known;
    const { segment, base } = this.#collection.viewOf(entry);
    const record = segment.recordAt(entry - base);
    const protocol = this.#collection.protocols[this.#collection.protocolOf[entry] ?? NO_PROTOCOL];
    const read: ReadEntry = {
      record,
      title: toReadText(record.item?.title ?? protocol?.title ?? ''),
      heading: toReadText(record.heading),
      pieces: record.pieces.map(({ text, blockId }) => ({ ...toReadText(text), blockId })),
    };
    if (this.#read.size >= MOST_READ) this.#read.clear();
    this.#read.set(entry, read);
    return read;
  }

  /** Every term of them. */
  termsOf(entry: number): ReadonlySet<string> {
    const read = this.of(entry);
    if (read.terms !== undefined) return read.terms;
    const terms = new Set<string>();
    for (const { words } of [read.title, read.heading, ...read.pieces]) {
      for (const word of words) for (const term of word.terms) terms.add(term);
    }
    read.terms = terms;
    return terms;
  }
}

/** Entries as results show them. */
export function toHits(found: Found, entries: readonly number[], scoreOf: (entry: number) => number): SearchHit[] {
  const asked = toAsked(found.groups);
  return entries.map((entry) => toHit(found, asked, entry, scoreOf(entry)));
}

function toHit(
  { collection, texts, scores, groups, editions }: Found,
  asked: Asked,
  entry: number,
  score: number,
): SearchHit {
  const { record, title, heading, pieces } = texts.of(entry);
  const { sectionId, blockId, item } = record;
  const kind = HIT_KINDS[collection.kindOf[entry] ?? 0] ?? 'section';
  const protocolPlace = collection.protocolOf[entry] ?? NO_PROTOCOL;
  const protocol = collection.protocols[protocolPlace];
  const isAsked = toIsAsked(asked, () => texts.termsOf(entry));
  const { text, blockId: best } = toSnippet(pieces, isAsked);
  // A section found by its prose opens at the paragraph; one found by its heading opens at the top.
  const place = scores.placeOf(entry);
  const inProse = scores.wordBits[place] !== scores.namedBits[place];
  return {
    protocolId: protocol?.id ?? item?.place?.protocolId ?? '',
    version: protocol?.version ?? item?.place?.version ?? '',
    sectionId,
    blockId: kind === 'section' && inProse ? best : blockId,
    kind,
    itemId: item?.id ?? '',
    title: title.text,
    heading: heading.text,
    snippet: text,
    status: protocol?.status,
    standing: editions[protocolPlace]?.standing,
    score,
    reasons: toReasons(scores, groups, place),
    marks: {
      title: findMarks(title, isAsked),
      heading: findMarks(heading, isAsked),
      snippet: findMarks(toReadText(text), isAsked),
    },
  };
}

/** The terms to mark, and the phrases of which all terms must stand in a text for any of them to be marked. */
interface Asked {
  readonly terms: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
}

function toAsked(groups: readonly Group[]): Asked {
  const ways = groups.flatMap(({ alternatives }) => alternatives.map(({ terms }) => terms));
  const terms = new Set(ways.flatMap((way) => (way.length === 1 ? way : [])));
  return { terms, phrases: ways.filter((way) => way.length > 1 && way.some((term) => !terms.has(term))) };
}

function toIsAsked({ terms, phrases }: Asked, readHeld: () => ReadonlySet<string>): IsAsked {
  if (phrases.length === 0) return (term) => terms.has(term);
  const held = readHeld();
  const more = new Set<string>();
  // Hundreds of phrases are asked of every hit, and few of them are there.
  for (const phrase of phrases) if (holdsAll(held, phrase)) for (const term of phrase) more.add(term);
  return more.size === 0 ? (term) => terms.has(term) : (term) => terms.has(term) || more.has(term);
}

function holdsAll(held: ReadonlySet<string>, phrase: readonly string[]): boolean {
  for (const term of phrase) if (!held.has(term)) return false;
  return true;
}

/** For each written word the plainest of the ways it was met. */
function toReasons(scores: Scores, groups: readonly Group[], place: number): Reason[] {
  const reasons = groups.flatMap(({ alternatives }, word) => {
    if (((scores.wordBits[place] ?? 0) & (1 << word)) === 0) return [];
    const best: Alternative | undefined = scores.isAsWritten(word, place)
      ? alternatives.find(({ tier }) => tier === 'exact')
      : alternatives[scores.bestOf(word, place)];
    return best === undefined ? [] : [toReason(best)];
  });
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
