import type { Protocol, ProtocolKey } from '../schema/protocol';
import { toDay } from '../text/in-force';
import type { SearchAnswer, SearchEngine, SearchItem, SearchOptions } from './answer';
import { AskedDoses, type DosesOf, toDosesOf } from './asked-doses';
import { type BuiltIndex, packIndex } from './built-index';
import { ClosestNames } from './closest-names';
import { Collection } from './collection';
import { type Edition, toEditions } from './editions';
import { EntrySets } from './entry-sets';
import { type Executed, Executor } from './execute';
import { HitTexts, toHits } from './hits';
import { Lexicon } from './lexicon';
import { type QueryPlan, toPlan } from './plan';
import type { Segment } from './segment';
import { SegmentBuilder } from './segment-builder';
import { Segments } from './segments';
import { Speller } from './speller';

/** What is made anew after each change, once it is wanted. */
interface Ready {
  readonly collection: Collection;
  readonly executor: Executor;
  readonly texts: HitTexts;
  readonly speller: Speller;
  closest?: ClosestNames;
  dosesOf?: DosesOf;
  editions?: {
    readonly today: string;
    readonly of: readonly Edition[];
    readonly sets: EntrySets;
  };
}

/** A plan carried out: which entries it found, in order, and what it cost. */
export interface Execution extends Executed {
  /** Of each protocol of the collection. */
  readonly editions: readonly Edition[];
}

/**
 * The index of what is on this computer: protocols, notes and settings. It begins with what was built, if that is given.
 * Everything can be added, replaced and taken away; what was indexed before is left as it is.
 */
export class SearchIndex implements SearchEngine {
  readonly #segments = new Segments();
  #lexicon: Lexicon;
  #ready: Ready | undefined;

  constructor(protocols: readonly Protocol[] = [], built?: BuiltIndex) {
    this.#lexicon = new Lexicon(built?.lexicon);
    if (built !== undefined) this.#segments.add(built.segment);
    this.add(...protocols);
  }

  /** Takes in editions; one that was here already is replaced. */
  add(...protocols: readonly Protocol[]): void {
    toEnd(this.addInSteps(protocols));
  }

  /** The same with a pause after each step, in which searches find what was there before. */
  *addInSteps(protocols: readonly Protocol[]): Generator<void> {
    const builder = new SegmentBuilder();
    for (const protocol of protocols) {
      builder.addProtocol(protocol);
      yield;
    }
    const segment = yield* builder.finish();
    this.remove(...protocols);
    this.#take(segment);
  }

  remove(...keys: readonly ProtocolKey[]): void {
    const removed = keys.filter((key) => this.#segments.removeProtocol(key));
    if (removed.length === 0) return;
    this.#ready = undefined;
    // What only their glossaries explained must not lead anywhere any more.
    this.#lexicon = new Lexicon();
    for (const words of this.#now().collection.words()) this.#lexicon.add(words);
    this.#ready = undefined;
  }

  /** Takes in notes and settings; one of an id that was here already is replaced. */
  putItems(items: readonly SearchItem[]): void {
    this.removeItems(items.map(({ id }) => id));
    const builder = new SegmentBuilder();
    for (const item of items) builder.addItem(item);
    this.#take(toEnd(builder.finish()));
  }

  removeItems(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#segments.removeItems(new Set(ids));
    this.#ready = undefined;
  }

  get needsMerging(): boolean {
    return this.#segments.needMerging;
  }

  /** Makes the index as cheap to search as one built at once; yields where something more urgent may be done first. */
  *merge(): Generator<void> {
    if (yield* this.#segments.merge()) this.#ready = undefined;
  }

  /** The whole index as the file of a built library. Throws when it was not made in one piece. */
  toBytes(): Uint8Array {
    const [segment, ...more] = this.#segments.all;
    if (segment === undefined || more.length > 0 || this.#now().collection.live !== segment.size)
      throw new RangeError('only an index of documents taken in at once can be packed');
    return packIndex({ segment, lexicon: this.#lexicon.toKept() });
  }

  search(query: string, limit: number, options: SearchOptions = {}): SearchAnswer {
    const plan = this.plan(query);
    const { entries, scoreOf, scores, total, counts, editions } = this.execute(plan, limit, options);
    const { collection, texts } = this.#now();
    const found = { collection, texts, scores, groups: plan.groups, editions };
    const { cutAfter, repaired, suggested, unmatched } = plan;
    return {
      query,
      cutAfter,
      hits: toHits(found, entries, scoreOf),
      total,
      counts,
      closest: counts.all === 0 ? this.#closest(plan) : [],
      searched: counts.all === 0 ? plan.searched : [],
      repaired,
      suggested,
      unmatched,
    };
  }

  /** What a query asks for, whatever engine carries it out. */
  plan(query: string): QueryPlan {
    const { collection, speller } = this.#now();
    return toPlan(query, { lexicon: this.#lexicon, vocabulary: collection, speller });
  }

  /** Carries a plan out; entries are numbered in the order they were taken in. */
  execute(
    { groups, dose }: QueryPlan,
    limit: number,
    { today = toDay(new Date()), superseded = false, filter = {} }: SearchOptions = {},
  ): Execution {
    const ready = this.#now();
    const { collection, executor } = ready;
    const { of: editions, sets } = this.#editionsOn(today);
    let asked: AskedDoses | undefined;
    if (dose !== undefined) {
      ready.dosesOf ??= toDosesOf(collection, this.#lexicon);
      asked = AskedDoses.from(dose, groups, collection, ready.dosesOf);
    }
    return { ...executor.execute({ groups, asked, sets, filter, superseded, limit }), editions };
  }

  #take(segment: Segment): void {
    for (const words of segment.words) this.#lexicon.add(words);
    this.#segments.add(segment);
    this.#ready = undefined;
  }

  #now(): Ready {
    if (this.#ready !== undefined) return this.#ready;
    const { all } = this.#segments;
    const collection = new Collection(all, (segment) => this.#segments.deadOf(segment));
    const words = all.map(({ buffers }) => buffers.terms);
    this.#ready = {
      collection,
      executor: new Executor(collection),
      texts: new HitTexts(collection),
      speller: new Speller([...words, ...this.#lexicon.lists]),
    };
    return this.#ready;
  }

  #editionsOn(today: string): Required<Ready>['editions'] {
    const ready = this.#now();
    if (ready.editions?.today !== today) {
      const { protocols, living } = ready.collection;
      const editions = toEditions(
        living.flatMap((place) => protocols[place] ?? []),
        today,
      );
      const of = protocols.map((protocol) => editions.get(protocol) ?? GONE);
      ready.editions = { today, of, sets: new EntrySets(ready.collection, of) };
    }
    return ready.editions;
  }

  #closest({ words, suggested, unmatched }: QueryPlan): string[] {
    if (words.length === 0) return [];
    const ready = this.#now();
    ready.closest ??= new ClosestNames(ready.collection);
    // A drug that is spelt well is no other one, however like it looks.
    const asked = new Set(words.flatMap(({ whole }) => this.#lexicon.drugOf(whole) ?? []));
    const isOffered = (name: string): boolean =>
      asked.size === 0 || [...this.#lexicon.drugsIn(name)].every((drug) => asked.has(drug));
    const near = ready.closest.near(words.map(({ written }) => written).join(' '), unmatched, isOffered);
    return [...new Set([...suggested.map(({ shown }) => shown), ...near])].slice(0, CLOSEST);
  }
}

const CLOSEST = 3;
/** Of a protocol that was taken away and is still to be merged out. */
const GONE: Edition = { standing: 'superseded', rank: 'left-out' };

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
