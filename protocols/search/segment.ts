import type { Route } from '../schema/blocks';
import { HIT_KINDS, type HitKind, type SearchItem } from './answer';
import { toBytes, toText } from './byte-writer';
import type { IndexedProtocol } from './editions';
import type { IndexFile } from './index-file';
import type { LexiconWords } from './lexicon';
import { KeptTexts } from './kept-texts';
import { TermList } from './term-list';

/** What a segment keeps of a protocol whose entries it holds. */
export interface SegmentProtocol extends IndexedProtocol {
  readonly routes: readonly Route[];
  /** What it is called, read when it is wanted: a start needs no names. */
  readonly readNames: () => ProtocolNames;
}

interface ProtocolNames {
  readonly aliases: readonly string[];
  /** Its title and aliases, each as the set of its terms. */
  readonly terms: readonly (readonly string[])[];
}

/** Protocols with their names where `toNamesText` wrote them: at places of some texts, from `first` on. */
export function withNames(
  protocols: readonly Omit<SegmentProtocol, 'readNames'>[],
  texts: KeptTexts,
  first: number,
): SegmentProtocol[] {
  return protocols.map((protocol, place) => {
    let known: ProtocolNames | undefined;
    return { ...protocol, readNames: () => (known ??= JSON.parse(texts.at(first + place)) as ProtocolNames) };
  });
}

export function toNamesText({ readNames }: SegmentProtocol): string {
  return JSON.stringify(readNames());
}

/** A name as it is kept: where it begins among the bytes of all names, and its terms. */
interface KeptName {
  readonly start: number;
  readonly terms: readonly number[];
}

/** What is shown of an entry, read only for hits. */
export interface EntryRecord {
  readonly sectionId: string;
  readonly blockId: string;
  readonly heading: string;
  /** The text, in pieces a result shows whole, with the block each stands in. */
  readonly pieces: readonly { readonly text: string; readonly blockId: string }[];
  /** What tells entries of one name apart within their protocol. */
  readonly within: string;
  /** Only of a note or a setting; its text is the one piece. */
  readonly item?: Pick<SearchItem, 'id' | 'title' | 'place'>;
}

/** A record without the names of its parts, which are the same in every one. */
type RecordText = readonly [
  sectionId: string,
  blockId: string,
  heading: string,
  within: string,
  item: NonNullable<EntryRecord['item']> | 0,
  pieces: readonly (readonly [text: string, blockId: string])[],
];

export function toRecordText({ sectionId, blockId, heading, within, item, pieces }: EntryRecord): string {
  const texts = pieces.map(({ text, blockId: pieceBlockId }) => [text, pieceBlockId] as const);
  return JSON.stringify([sectionId, blockId, heading, within, item ?? 0, texts] satisfies RecordText);
}

/** The buffers of a segment, as they stand in the file. */
export interface SegmentBuffers {
  readonly terms: TermList;
  /** For each term as some document writes it, one a line; empty where that is the term itself. */
  readonly written: Uint8Array;
  /** For each term its number of postings, then for each the gap to the entry before and its byte (`posting.ts`). */
  readonly postings: Uint8Array;
  readonly postingStarts: Uint32Array;
  /** For each entry its place in `protocols`, or NO_PROTOCOL. */
  readonly protocolOf: Uint32Array;
  /** For each entry its place in HIT_KINDS. */
  readonly kindOf: Uint8Array;
  /** For each entry 1 + its place in `doses`; 0 where it is no dose. */
  readonly doseOf: Uint16Array;
  /** For each entry its place when all are put in the order of their names. */
  readonly nameOrder: Uint32Array;
  /** For each entry the place of the names it goes by: many go by the same. */
  readonly namesOf: Uint32Array;
  /** There the terms of each name, as variable-length numbers: twice the term, and one more for the last of a name. */
  readonly nameTerms: Uint8Array;
  readonly nameStarts: Uint32Array;
  /** Of each entry its `EntryRecord` as `toRecordText` writes it; after them of each protocol its names. */
  readonly records: KeptTexts;
  /** What the protocols add to the lexicon, as `WordTable` in JSON: wanted only when one of them is taken away. */
  readonly words: Uint8Array;
  readonly protocols: readonly SegmentProtocol[];
  readonly doses: readonly SegmentDose[];
}

/** Many documents explain the same words: each list of words once, and for each protocol the places of its own. */
interface WordTable {
  readonly lists: readonly (readonly string[])[];
  readonly of: readonly { readonly drugs: number; readonly groups: readonly number[] }[];
}

export function packWords(words: readonly LexiconWords[]): Uint8Array {
  const places = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const placeOf = (list: readonly string[]): number => {
    const name = list.join('\n');
    const place = places.get(name) ?? lists.push(list) - 1;
    places.set(name, place);
    return place;
  };
  const of = words.map(({ drugs, groups }) => ({ drugs: placeOf(drugs), groups: groups.map(placeOf) }));
  return toBytes(JSON.stringify({ lists, of } satisfies WordTable));
}

export interface SegmentDose {
  readonly drug: string;
  readonly route: Route;
}

export const NO_PROTOCOL = 0xff_ff_ff_ff;

/** A part of the index that never changes: what was indexed together. */
export class Segment {
  readonly buffers: SegmentBuffers;
  #written: readonly string[] | undefined;
  #words: readonly LexiconWords[] | undefined;

  constructor(buffers: SegmentBuffers) {
    this.buffers = buffers;
  }

  static from(file: IndexFile): Segment {
    const records = KeptTexts.from(file);
    const kindOf = file.bytes('kindOf');
    return new Segment({
      terms: new TermList(toText(file.bytes('terms')), file.longs('termStarts'), file.longs('signatures')),
      written: file.bytes('written'),
      postings: file.bytes('postings'),
      postingStarts: file.longs('postingStarts'),
      protocolOf: file.longs('protocolOf'),
      kindOf,
      doseOf: file.shorts('doseOf'),
      nameOrder: file.longs('nameOrder'),
      namesOf: file.longs('namesOf'),
      nameTerms: file.bytes('nameTerms'),
      nameStarts: file.longs('nameStarts'),
      records,
      words: file.bytes('words'),
      protocols: withNames(file.json('protocols') as SegmentProtocol[], records, kindOf.length),
      doses: file.json('doses') as SegmentDose[],
    });
  }

  /** The parts of a file that `from` reads back. */
  toParts(): Record<string, Uint8Array | Uint16Array | Uint32Array> {
    const { terms, protocols, doses, records, ...buffers } = this.buffers;
    return {
      terms: toBytes(terms.text),
      termStarts: terms.starts,
      signatures: terms.signatures,
      ...buffers,
      ...records.toParts(),
      protocols: toBytes(JSON.stringify(protocols)), // without what reads their names
      doses: toBytes(JSON.stringify(doses)),
    };
  }

  get size(): number {
    return this.buffers.kindOf.length;
  }

  kindAt(entry: number): HitKind {
    return HIT_KINDS[this.buffers.kindOf[entry] ?? 0] ?? 'section';
  }

  protocolAt(entry: number): SegmentProtocol | undefined {
    return this.buffers.protocols[this.buffers.protocolOf[entry] ?? NO_PROTOCOL];
  }

  doseAt(entry: number): SegmentDose | undefined {
    return this.buffers.doses[(this.buffers.doseOf[entry] ?? 0) - 1];
  }

  /** Of each protocol what it adds to the lexicon. */
  get words(): readonly LexiconWords[] {
    if (this.#words === undefined) {
      const { lists, of } = JSON.parse(toText(this.buffers.words)) as WordTable;
      const listAt = (place: number): readonly string[] => lists[place] ?? [];
      this.#words = of.map(({ drugs, groups }) => ({ drugs: listAt(drugs), groups: groups.map(listAt) }));
    }
    return this.#words;
  }

  /** The names at a place of `namesOf`. */
  namesAt(place: number): readonly KeptName[] {
    const { nameTerms, nameStarts } = this.buffers;
    const end = nameStarts[place + 1] ?? 0;
    const names: KeptName[] = [];
    let [start, terms]: [number, number[]] = [nameStarts[place] ?? 0, []];
    for (let at = start; at < end; ) {
      let code = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = nameTerms[at++] ?? 0;
        code |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      terms.push(code >>> 1);
      if ((code & 1) === 0) continue;
      names.push({ start, terms });
      [start, terms] = [at, []];
    }
    return names;
  }

  /** How many terms the name has that begins at a byte of the names; 0 where one of them is not marked. */
  markedLength(start: number, marks: Uint8Array): number {
    const { nameTerms } = this.buffers;
    // Thousands of names are asked one after another, and most have a first term that is not marked.
    for (let [at, length] = [start, 1]; ; length++) {
      let byte = nameTerms[at++] ?? 0;
      let code = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = nameTerms[at++] ?? 0;
        code |= (byte & 127) << shift;
      }
      if (marks[code >>> 1] === 0) return 0;
      if ((code & 1) === 1) return length;
    }
  }

  recordAt(entry: number): EntryRecord {
    const [sectionId, blockId, heading, within, item, pieces] = JSON.parse(
      this.buffers.records.at(entry),
    ) as RecordText;
    return {
      sectionId,
      blockId,
      heading,
      within,
      pieces: pieces.map(([text, pieceBlockId]) => ({ text, blockId: pieceBlockId })),
      ...(item === 0 ? {} : { item }),
    };
  }

  /** What settles the order of two entries when nothing else does. */
  sortNameAt(entry: number): string {
    return toSortName(this.protocolAt(entry), this.recordAt(entry));
  }

  /** A term as some document writes it; undefined when this segment does not hold it. */
  written(term: string): string | undefined {
    const id = this.buffers.terms.find(term);
    if (id < 0) return undefined;
    this.#written ??= toText(this.buffers.written).split('\n');
    return this.#written[id] || term;
  }
}

export function toSortName(
  protocol: IndexedProtocol | undefined,
  { heading, within, item }: Pick<EntryRecord, 'heading' | 'within' | 'item'>,
): string {
  const { id = '', title = item?.title ?? '', version = '' } = protocol ?? {};
  return [heading, title, id, version, within].join('\n');
}
