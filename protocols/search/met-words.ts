import { type BitSet, type SetPool, countOf, includeAll, keep, keepAll, keepWhere } from './bit-set';
import { type Holding, type HoldingSets, type Holdings, addHolding } from './holdings';
import { type Alternative, WEAKEST_CLASS, classOf } from './alternatives';
import type { Group } from './plan';

export const AS_WRITTEN = 1;

/** One way a word may be met, and the entries that meet it so. */
export interface MetWay {
  /** Its place among the alternatives of the word. */
  readonly index: number;
  readonly alternative: Alternative;
  readonly holding: Holding;
}

/** The entries that meet one word of a plan, by any of its ways. */
export class MetWord implements HoldingSets {
  readonly ways: readonly MetWay[];
  /** The classes of its ways, the best one first. */
  readonly classes: readonly number[];
  readonly own: BitSet;
  readonly named: BitSet;
  readonly any: BitSet;
  /** Up to each class those that meet it by a way of that class or a better one. */
  readonly #upTo: readonly HoldingSets[];
  readonly #holdings: Holdings;
  #count: number | undefined;

  constructor({ alternatives }: Group, holdings: Holdings) {
    this.ways = alternatives
      .map((alternative, index) => ({ index, alternative, holding: holdings.of(alternative.terms) }))
      .filter(({ holding }) => holding.entries.length > 0);
    this.#holdings = holdings;
    const byClass: MetWay[][] = [[]];
    for (const way of this.ways) (byClass[classOf(way.alternative)] ??= []).push(way);
    this.classes = [...byClass.keys()].filter((place) => (byClass[place]?.length ?? 0) > 0);
    const upTo = [holdings.none];
    for (let most = 1; most <= WEAKEST_CLASS; most++) {
      upTo.push(this.#unite(upTo[most - 1] ?? holdings.none, byClass[most] ?? []));
    }
    this.#upTo = upTo;
    ({ own: this.own, named: this.named, any: this.any } = upTo[WEAKEST_CLASS] ?? holdings.none);
  }

  get count(): number {
    return (this.#count ??= countOf(this.any));
  }

  /** Leaves in a set those in which the word, if they meet it at all, stands as it was written, wherever that is. */
  keepWritten(set: BitSet): void {
    const { any } = this.#upTo[AS_WRITTEN] ?? this;
    if (any !== this.any) keepWhere(set, this.any, any);
  }

  /**
   * Leaves in a set those whose best way of meeting the word, the best place first, is of that class or a better one, and those that
   * do not meet it.
   */
  keepUpToClass(set: BitSet, most: number): void {
    const upTo = this.#upTo[most] ?? this;
    if (upTo.any === this.any && upTo.named === this.named && upTo.own === this.own) return;
    const [{ own, named, any }, { own: allOwn, named: allNamed, any: all }] = [upTo, this];
    for (let at = 0; at < set.length; at++) {
      const bits = set[at] ?? 0;
      if (bits === 0) continue;
      const here = (own[at] ?? 0) | ((named[at] ?? 0) & ~(allOwn[at] ?? 0)) | ((any[at] ?? 0) & ~(allNamed[at] ?? 0));
      set[at] = bits & (here | ~(all[at] ?? 0));
    }
  }

  /** Those of some sets and of ways. */
  #unite(before: HoldingSets, ways: readonly MetWay[]): HoldingSets {
    const [only, ...more] = ways;
    if (only === undefined) return before;
    const { none } = this.#holdings;
    if (only.holding.sets !== undefined && more.length === 0 && before === none) return only.holding.sets;
    const sets = ways.flatMap(({ holding }) => holding.sets ?? []);
    const all = {
      own: this.#uniteSets(
        before.own,
        sets.map(({ own }) => own),
      ),
      named: this.#uniteSets(
        before.named,
        sets.map(({ named }) => named),
      ),
      any: this.#uniteSets(
        before.any,
        sets.map(({ any }) => any),
      ),
    };
    for (const { holding } of ways) if (holding.sets === undefined) addHolding(holding, all);
    return all;
  }

  #uniteSets(before: BitSet, sets: readonly BitSet[]): BitSet {
    const { own: nothing } = this.#holdings.none;
    const all = before === nothing ? new Uint32Array(nothing.length) : before.slice();
    includeAll(
      all,
      sets.filter((set) => set !== nothing),
    );
    return all;
  }
}

// Words whose entries stay worked out: those of the last few queries. Up to two megabytes each at 100,000 sections.
const MOST_KEPT = 24;

/** What was worked out for a word, kept: keys typed one after another change only the last of the words. */
export class WordCache {
  readonly #holdings: Holdings;
  readonly #known = new Map<string, MetWord>();

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
  }

  of(group: Group): MetWord {
    const key = group.alternatives.map(toKeyOf).join('\n');
    const word = this.#known.get(key) ?? new MetWord(group, this.#holdings);
    // The one asked for last goes last.
    this.#known.delete(key);
    this.#known.set(key, word);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_KEPT) break;
      this.#known.delete(oldest);
    }
    return word;
  }
}

/** All that decides which entries a way leads to, and how good they are. */
function toKeyOf(alternative: Alternative): string {
  return `${classOf(alternative)} ${alternative.weight} ${alternative.terms.join(' ')}`;
}

/** The entries that meet words of a plan, and how many words each of them meets. */
export class MetWords {
  readonly words: readonly MetWord[];
  readonly pool: SetPool;
  /** The most words any entry meets. */
  readonly most: number;
  /** For each entry how many words it meets, as a number of which each set is one bit, the lowest first. */
  readonly #counts: readonly BitSet[];
  /** The classes of the ways of all words, the best one first. */
  readonly classes: readonly number[];

  #called: BitSet | undefined;

  constructor(groups: readonly Group[], words: WordCache, pool: SetPool) {
    pool.release();
    this.pool = pool;
    this.words = groups.map((group) => words.of(group));
    this.classes = [...new Set(this.words.flatMap(({ classes }) => classes))].toSorted((a, b) => a - b);
    this.#counts = countWords(this.words, pool);
    this.most = this.#mostMet();
  }

  /** Those that go by every word they meet: each stands in a name, and one of them in their own. */
  get called(): BitSet {
    if (this.#called !== undefined) return this.#called;
    const called = this.pool.empty();
    includeAll(
      called,
      this.words.map(({ own }) => own),
    );
    for (const { any, named } of this.words) keepWhere(called, any, named);
    return (this.#called = called);
  }

  /** Those that meet so many words or more. */
  atLeast(count: number): BitSet {
    if (count === this.words.length) return this.#meetingAll();
    const found = this.pool.empty();
    for (let at = 0; at < found.length; at++) {
      let [more, same] = [0, -1];
      for (let bit = this.#counts.length - 1; bit >= 0; bit--) {
        const here = this.#counts[bit]?.[at] ?? 0;
        if (((count >>> bit) & 1) === 0) {
          more |= same & here;
          same &= ~here;
        } else same &= here;
      }
      found[at] = more | same;
    }
    return found;
  }

  #meetingAll(): BitSet {
    const [first, ...others] = this.words.map(({ any }) => any);
    if (first === undefined) return this.pool.empty();
    const all = this.pool.copyOf(first);
    keepAll(all, others);
    return all;
  }

  #mostMet(): number {
    let most = 0;
    const left = this.pool.empty().fill(-1);
    for (let bit = this.#counts.length - 1; bit >= 0; bit--) {
      const here = this.#counts[bit];
      if (here === undefined || !meets(left, here)) continue;
      keep(left, here);
      most |= 1 << bit;
    }
    return most;
  }
}

function countWords(words: readonly MetWord[], pool: SetPool): BitSet[] {
  const [first, ...others] = words;
  if (first === undefined) return [];
  const counts = [first.any];
  if (others.length === 0) return counts;
  counts[0] = pool.copyOf(first.any);
  for (const [place, { any }] of others.entries()) {
    // One bit more whenever the number of words passes a power of two.
    if (((place + 2) & (place + 1)) === 0) counts.push(pool.empty());
    const size = any.length;
    for (let at = 0; at < size; at++) {
      let carry = any[at] ?? 0;
      for (let bit = 0; carry !== 0 && bit < counts.length; bit++) {
        const sums = counts[bit];
        if (sums === undefined) break;
        const sum = sums[at] ?? 0;
        sums[at] = sum ^ carry;
        carry &= sum;
      }
    }
  }
  return counts;
}

function meets(set: BitSet, other: BitSet): boolean {
  for (let at = 0; at < set.length; at++) if (((set[at] ?? 0) & (other[at] ?? 0)) !== 0) return true;
  return false;
}
