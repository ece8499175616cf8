import { ROUTES } from '../schema/vocabulary';
import { HIT_KINDS } from './answer';
import type { IndexedProtocol } from './editions';
import type { LexiconWords } from './lexicon';
import { PostingReader } from './posting-list';
import { mergePrefixed } from './term-list';
import { NO_PROTOCOL, type Segment, type SegmentDose, type SegmentProtocol } from './segment';

const NOTE = HIT_KINDS.indexOf('note');

/** A segment among others, with the number its first entry has among all of them. */
export interface View {
  readonly segment: Segment;
  readonly base: number;
}

/** Several segments seen as one: entries and protocols numbered through, and which of the entries are dead. */
export class Collection {
  readonly views: readonly View[];
  readonly size: number;
  /** How many entries are not dead. */
  readonly live: number;
  readonly protocols: readonly SegmentProtocol[];
  /** Places of those protocols of which an entry is not dead; every protocol has one while nothing was taken away. */
  readonly living: readonly number[];
  readonly doses: readonly SegmentDose[];
  /** For each protocol the places of its routes in ROUTES; thousands are counted at each key. */
  readonly routesOf: readonly (readonly number[])[];
  /** For each entry its place in `protocols`, or NO_PROTOCOL; of a note the protocol it stands in, if that is here. */
  readonly protocolOf: Uint32Array;
  readonly kindOf: Uint8Array;
  /** For each entry 1 + its place in `doses`, or 0. */
  readonly doseOf: Uint16Array;
  readonly dead: Uint8Array;
  #order: Uint32Array | undefined;
  #entriesOfDose: readonly (readonly number[])[] | undefined;

  /** `deadOf` has a 1 for each entry of a segment that was taken away; undefined where none was. */
  constructor(segments: readonly Segment[], deadOf: (segment: Segment) => Uint8Array | undefined) {
    this.size = segments.reduce((sum, { size }) => sum + size, 0);
    this.protocolOf = new Uint32Array(this.size).fill(NO_PROTOCOL);
    this.kindOf = new Uint8Array(this.size);
    this.doseOf = new Uint16Array(this.size);
    this.dead = new Uint8Array(this.size);
    const views: View[] = [];
    const protocols: SegmentProtocol[] = [];
    const doses: SegmentDose[] = [];
    let [base, someDead] = [0, false];
    for (const segment of segments) {
      const { buffers, size } = segment;
      this.protocolOf.set(buffers.protocolOf, base);
      this.doseOf.set(buffers.doseOf, base);
      this.kindOf.set(buffers.kindOf, base);
      // The places of the first segment, most often the only one of any size, are those of the collection.
      if (base > 0) {
        for (let entry = base; entry < base + size; entry++) {
          const [protocol, dose] = [this.protocolOf[entry] ?? NO_PROTOCOL, this.doseOf[entry] ?? 0];
          if (protocol !== NO_PROTOCOL) this.protocolOf[entry] = protocols.length + protocol;
          if (dose > 0) this.doseOf[entry] = doses.length + dose;
        }
      }
      const dead = deadOf(segment);
      if (dead !== undefined) this.dead.set(dead, base);
      someDead ||= dead !== undefined;
      protocols.push(...buffers.protocols);
      doses.push(...buffers.doses);
      views.push({ segment, base });
      base += size;
    }
    this.views = views;
    this.protocols = protocols;
    this.doses = doses;
    this.routesOf = protocols.map(({ routes }) => routes.map((route) => ROUTES.indexOf(route)));
    let live = this.size;
    const living = new Uint8Array(protocols.length).fill(someDead ? 0 : 1);
    if (someDead) {
      for (let entry = 0; entry < this.size; entry++) {
        if (this.dead[entry] === 1) live--;
        else if (this.protocolOf[entry] !== NO_PROTOCOL) living[this.protocolOf[entry] ?? 0] = 1;
      }
    }
    this.live = live;
    this.living = [...protocols.keys()].filter((place) => living[place] === 1);
    this.#placeNotes();
  }

  /** For each of `doses` its entries, dead ones too. */
  get entriesOfDose(): readonly (readonly number[])[] {
    if (this.#entriesOfDose !== undefined) return this.#entriesOfDose;
    const entriesOf: number[][] = this.doses.map(() => []);
    for (let entry = 0; entry < this.size; entry++) entriesOf[(this.doseOf[entry] ?? 0) - 1]?.push(entry);
    return (this.#entriesOfDose = entriesOf);
  }

  /** For each protocol its place when all are put in order: what settles which of two doses asked for comes first. */
  get protocolOrder(): Uint32Array {
    this.#order ??= toOrder(this.protocols);
    return this.#order;
  }

  /** The segment an entry stands in. */
  viewOf(entry: number): View {
    const { views } = this;
    let view = views[0];
    for (let at = 1; at < views.length && (views[at]?.base ?? entry) <= entry; at++) view = views[at];
    if (view === undefined) throw new RangeError(`no entry ${entry}`);
    return view;
  }

  /** Whether an entry that is not dead holds a term. */
  has(term: string): boolean {
    return this.views.some((view) => {
      const id = view.segment.buffers.terms.find(term);
      return id >= 0 && (this.live === this.size || this.#isAlive(view, id));
    });
  }

  #isAlive({ segment: { buffers }, base }: View, id: number): boolean {
    const reader = new PostingReader(buffers.postings, buffers.postingStarts[id] ?? 0);
    while (reader.step()) if (this.dead[base + reader.entry] !== 1) return true;
    return false;
  }

  withPrefix(prefix: string, limit: number): string[] {
    const lists = this.views.map(({ segment }) => segment.buffers.terms);
    return mergePrefixed(lists, prefix, limit);
  }

  /** What the protocols that are not dead add to the lexicon. */
  words(): readonly LexiconWords[] {
    const all = this.views.flatMap(({ segment }) => segment.words);
    return this.living.flatMap((place) => all[place] ?? []);
  }

  /** A term as some document writes it. */
  written(term: string): string {
    for (const { segment } of this.views) {
      const written = segment.written(term);
      if (written !== undefined) return written;
    }
    return term;
  }

  #placeNotes(): void {
    for (const { segment, base } of this.views) {
      const { kindOf } = segment.buffers;
      for (let entry = kindOf.indexOf(NOTE); entry >= 0; entry = kindOf.indexOf(NOTE, entry + 1)) {
        const place = segment.recordAt(entry).item?.place;
        const at = this.protocols.findIndex(({ id, version }) => id === place?.protocolId && version === place.version);
        if (at >= 0) this.protocolOf[base + entry] = at;
      }
    }
  }
}

function toOrder(protocols: readonly IndexedProtocol[]): Uint32Array {
  const names = protocols.map(({ title, id, version }) => [title, id, version].join('\n'));
  const sorted = [...names.keys()].toSorted((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const order = new Uint32Array(names.length);
  for (const [place, protocol] of sorted.entries()) order[protocol] = place;
  return order;
}
