import type { Protocol } from '../schema/protocol';
import { readWords } from './analyser';
import { HIT_KINDS, type HitKind, type SearchItem } from './answer';
import { ByteWriter, toBytes } from './byte-writer';
import { toIndexedProtocol } from './editions';
import { type SearchEntry, termSet, toEntries, toItemEntry } from './entries';
import { type LexiconWords, toLexiconWords } from './lexicon';
import { TextsBuilder } from './kept-texts';
import { FIELD, toPosting } from './posting';
import { PostingReader, writePostings } from './posting-list';
import {
  type EntryRecord,
  NO_PROTOCOL,
  Segment,
  type SegmentDose,
  type SegmentProtocol,
  packWords,
  toNamesText,
  toRecordText,
  toSortName,
  withNames,
} from './segment';
import { TermList } from './term-list';

interface Entry {
  readonly protocol: number;
  readonly kind: number;
  readonly dose: number;
  /** The place of its names among all names. */
  readonly names: number;
  readonly sortName: string;
}

// How much is done before the worker may look whether something more urgent has come.
const TERMS_IN_ONE_GO = 500;
const ENTRIES_IN_ONE_GO = 200;

/** Collects entries, from documents or from other segments, and makes one segment of them. */
export class SegmentBuilder {
  readonly #places = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #written: string[] = [];
  /** For each term entry and posting in turn. Flat, so that thousands cost no objects. */
  readonly #postings: number[][] = [];
  readonly #entries: Entry[] = [];
  /** Names that an entry goes by together, each as terms, by their place among the builder's own. */
  readonly #names: (readonly (readonly number[])[])[] = [];
  readonly #namePlaces = new Map<string, number>();
  readonly #protocols: SegmentProtocol[] = [];
  readonly #words: LexiconWords[] = [];
  readonly #doses: SegmentDose[] = [];
  readonly #dosePlaces = new Map<string, number>();
  /** Of each entry, in their order. */
  readonly #records = new TextsBuilder();

  addProtocol(protocol: Protocol): void {
    const { title, aliases } = protocol;
    const names = { aliases, terms: [title, ...aliases].map((name) => [...termSet(name)]) };
    const entries = toEntries(protocol);
    const routes = [...new Set(entries.flatMap(({ dose }) => (dose === undefined ? [] : [dose.route])))];
    this.#words.push(toLexiconWords(protocol));
    const place = this.#protocols.push({ ...toIndexedProtocol(protocol), routes, readNames: () => names });
    for (const entry of entries) this.#addEntry(entry, place - 1);
  }

  addItem(item: SearchItem): void {
    this.#addEntry(toItemEntry(item), NO_PROTOCOL);
  }

  /** Takes over what another segment holds, without the entries that are dead. */
  *absorb(segment: Segment, isDead: (entry: number) => boolean): Generator<void> {
    const { terms, postings, postingStarts, records, namesOf, nameStarts } = segment.buffers;
    const protocols = new Map<SegmentProtocol, number>();
    const entryAt = new Int32Array(segment.size).fill(-1);
    const termAt = new Int32Array(terms.size).fill(-1);
    const nameAt = new Int32Array(nameStarts.length - 1).fill(-1);
    const wordAt = new Int32Array(records.wordCount).fill(-1);
    for (let entry = 0; entry < segment.size; entry++) {
      if (entry % ENTRIES_IN_ONE_GO === 0) yield;
      if (isDead(entry)) continue;
      entryAt[entry] = this.#entries.length;
      const protocol = segment.protocolAt(entry);
      let place = protocol === undefined ? NO_PROTOCOL : protocols.get(protocol);
      if (place === undefined && protocol !== undefined) {
        place = this.#protocols.push(protocol) - 1;
        this.#words.push(segment.words[segment.buffers.protocols.indexOf(protocol)] ?? { drugs: [], groups: [] });
        protocols.set(protocol, place);
      }
      this.#records.absorb(records, entry, wordAt);
      this.#entries.push({
        protocol: place ?? NO_PROTOCOL,
        kind: segment.buffers.kindOf[entry] ?? 0,
        dose: this.#toDose(segment.doseAt(entry)),
        names: this.#takeNames(segment, namesOf[entry] ?? 0, nameAt, termAt),
        sortName: segment.sortNameAt(entry),
      });
    }
    for (let id = 0; id < terms.size; id++) {
      if (id % TERMS_IN_ONE_GO === 0) yield;
      let into: number[] | undefined;
      const reader = new PostingReader(postings, postingStarts[id] ?? 0);
      while (reader.step()) {
        const at = entryAt[reader.entry] ?? -1;
        if (at < 0) continue;
        into ??= this.#postings[this.#take(segment, id, termAt)] ?? [];
        into.push(at, reader.posting);
      }
    }
  }

  /** Ends the building; yields where the worker may do something else first. */
  *finish(): Generator<void, Segment> {
    const order = [...this.#terms.keys()].toSorted((a, b) => compareText(this.#terms[a] ?? '', this.#terms[b] ?? ''));
    const newIds = new Uint32Array(order.length);
    for (const [id, place] of order.entries()) newIds[place] = id;
    yield;
    const postings = new ByteWriter();
    const postingStarts = new Uint32Array(order.length + 1);
    for (const [id, place] of order.entries()) {
      if (id % TERMS_IN_ONE_GO === 0) yield;
      writePostings(postings, this.#postings[place] ?? []);
      postingStarts[id + 1] = postings.length;
    }
    for (const protocol of this.#protocols) this.#records.add(toNamesText(protocol));
    const columns = yield* this.#toColumns(newIds);
    return new Segment({
      terms: TermList.of(this.#terms),
      written: toBytes(order.map((place) => this.#toWritten(place)).join('\n')),
      postings: postings.take(),
      postingStarts,
      ...columns,
      words: packWords(this.#words),
      protocols: withNames(this.#protocols, columns.records, this.#entries.length),
      doses: this.#doses,
    });
  }

  #toWritten(place: number): string {
    const written = this.#written[place] ?? '';
    return written === this.#terms[place] ? '' : written.replaceAll('\n', ' ');
  }

  *#toColumns(newIds: Uint32Array) {
    const entries = this.#entries;
    const byName = [...entries.keys()].toSorted(
      (a, b) => compareText(entries[a]?.sortName ?? '', entries[b]?.sortName ?? '') || a - b,
    );
    yield;
    const nameOrder = new Uint32Array(entries.length);
    for (const [order, entry] of byName.entries()) nameOrder[entry] = order;
    const nameTerms = new ByteWriter();
    const nameStarts = new Uint32Array(this.#names.length + 1);
    for (const [at, names] of this.#names.entries()) {
      if (at % ENTRIES_IN_ONE_GO === 0) yield;
      for (const name of names) {
        for (const [index, place] of name.entries()) {
          nameTerms.varint((newIds[place] ?? 0) * 2 + (index === name.length - 1 ? 1 : 0));
        }
      }
      nameStarts[at + 1] = nameTerms.length;
    }
    return {
      protocolOf: Uint32Array.from(entries, ({ protocol }) => protocol),
      kindOf: Uint8Array.from(entries, ({ kind }) => kind),
      doseOf: Uint16Array.from(entries, ({ dose }) => dose),
      nameOrder,
      namesOf: Uint32Array.from(entries, ({ names }) => names),
      nameTerms: nameTerms.take(),
      nameStarts,
      records: yield* this.#records.finish(ENTRIES_IN_ONE_GO),
    };
  }

  #addEntry(entry: SearchEntry, protocol: number): void {
    const { sectionId, blockId, heading, pieces, within, item } = entry;
    const at = this.#entries.length;
    this.#addWords(at, entry);
    const record: EntryRecord = {
      sectionId,
      blockId,
      heading,
      pieces,
      within,
      ...(item === undefined ? {} : { item }),
    };
    this.#records.add(toRecordText(record));
    this.#entries.push({
      protocol,
      kind: toKind(entry.kind),
      dose: this.#toDose(entry.dose),
      // A name of common words alone says nothing whole.
      names: this.#namesOf(
        entry.names.filter((name) => name.size > 0).map((name) => [...name].map((term) => this.#placeOf(term))),
      ),
      sortName: toSortName(this.#protocols[protocol], record),
    });
  }

  #addWords(at: number, { fields, pieces, own }: SearchEntry): void {
    const found = new Map<string, { fields: number; count: number }>();
    const take = (text: string, field: number): number => {
      const words = readWords(text);
      for (const word of words) {
        for (const term of word.terms) {
          const seen = found.get(term);
          if (seen === undefined) {
            found.set(term, { fields: field | (own.has(term) ? FIELD.own : 0), count: 1 });
          } else {
            seen.fields |= field;
            seen.count++;
          }
        }
        const place = this.#placeOf(word.whole);
        if (this.#written[place] === '') this.#written[place] = word.written.toLowerCase();
      }
      return words.length;
    };
    take(fields.title, FIELD.title);
    for (const alias of fields.aliases) take(alias, FIELD.aliases);
    for (const alias of fields.inherited) take(alias, FIELD.inherited);
    take(fields.heading, FIELD.heading);
    const length = pieces.reduce((sum, piece) => sum + take(piece.text, FIELD.body), 0);
    for (const [term, seen] of found) {
      this.#postings[this.#placeOf(term)]?.push(at, toPosting(seen.fields, seen.count, length));
    }
  }

  #takeNames(segment: Segment, place: number, nameAt: Int32Array, termAt: Int32Array): number {
    const known = nameAt[place] ?? -1;
    if (known >= 0) return known;
    const names = segment.namesAt(place).map(({ terms }) => terms.map((term) => this.#take(segment, term, termAt)));
    return (nameAt[place] = this.#namesOf(names));
  }

  #namesOf(names: readonly (readonly number[])[]): number {
    const key = names.map((name) => name.join(' ')).join(',');
    const known = this.#namePlaces.get(key);
    if (known !== undefined) return known;
    this.#namePlaces.set(key, this.#names.length);
    return this.#names.push(names) - 1;
  }

  #placeOf(term: string, written = ''): number {
    const known = this.#places.get(term);
    if (known !== undefined) return known;
    const place = this.#terms.push(term) - 1;
    this.#places.set(term, place);
    this.#written.push(written);
    this.#postings.push([]);
    return place;
  }

  #take(segment: Segment, id: number, termAt: Int32Array): number {
    const known = termAt[id] ?? -1;
    if (known >= 0) return known;
    const term = segment.buffers.terms.at(id);
    const place = this.#placeOf(term, segment.written(term));
    termAt[id] = place;
    return place;
  }

  /** 1 + the place of a dose among those named so far; 0 for none. */
  #toDose(dose: SegmentDose | undefined): number {
    if (dose === undefined) return 0;
    const name = `${dose.route} ${dose.drug}`;
    const known = this.#dosePlaces.get(name) ?? this.#doses.push(dose);
    this.#dosePlaces.set(name, known);
    return known;
  }
}

function toKind(kind: HitKind): number {
  return HIT_KINDS.indexOf(kind);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
