import { type BitSet, type SetPool, countOf, drop, include, keep, keepWhere } from './bit-set';
import { type Holding, type HoldingSets, type Holdings, addHolding } from './holdings';
import { type Alternative, classOf } from './alternatives';
import type { Group } from './plan';

const AS_WRITTEN = 1;

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
  readonly own: BitSet;
  readonly named: BitSet;
  readonly any: BitSet;
  readonly #holdings: Holdings;
  readonly #pool: SetPool;
  readonly #worst: number;
  readonly #upTo: (HoldingSets | undefined)[] = [];
  #count: number | undefined;

  constructor({ alternatives }: Group, holdings: Holdings, pool: SetPool) {
    this.ways = alternatives
      .map((alternative, index) => ({ index, alternative, holding: holdings.of(alternative.terms) }))
      .filter(({ holding }) => holding.entries.length > 0);
    this.#holdings = holdings;
    this.#pool = pool;
    this.#worst = Math.max(0, ...this.ways.map(toClass));
    ({ own: this.own, named: this.named, any: this.any } = this.#unite(this.ways));
  }

  get count(): number {
    return (this.#count ??= countOf(this.any));
  }

  /** Those in which the word stands as it was written, wherever that is. */
  get written(): BitSet {
    return this.#setsUpTo(AS_WRITTEN).any;
  }

  /** Those whose best way of meeting it, the best place first, is of that class or a better one. */
  upToClass(most: number): BitSet {
    if (most >= this.#worst) return this.any;
    const { own, named, any } = this.#setsUpTo(most);
    const found = this.#pool.copyOf(any);
    drop(found, this.named);
    const above = this.#pool.copyOf(named);
    drop(above, this.own);
    include(found, above);
    include(found, own);
    return found;
  }

  #setsUpTo(most: number): HoldingSets {
    if (most >= this.#worst) return this;
    return (this.#upTo[most] ??= this.#unite(this.ways.filter((way) => toClass(way) <= most)));
  }

  #unite(ways: readonly MetWay[]): HoldingSets {
    const [only, ...more] = ways;
    if (only?.holding.sets !== undefined && more.length === 0) return only.holding.sets;
    const all = { own: this.#pool.empty(), named: this.#pool.empty(), any: this.#pool.empty() };
    for (const { holding } of ways) {
      if (holding.sets === undefined) addHolding(holding, all);
      else {
        this.#holdings.include(all.own, holding.sets.own);
        this.#holdings.include(all.named, holding.sets.named);
        include(all.any, holding.sets.any);
      }
    }
    return all;
  }
}

function toClass({ alternative }: MetWay): number {
  return classOf(alternative);
}

/** The entries that meet words of a plan, and how many words each of them meets. */
export class MetWords {
  readonly words: readonly MetWord[];
  readonly pool: SetPool;
  /** The most words any entry meets. */
  readonly most: number;
  /** For each entry how many words it meets, as a number of which each set is one bit, the lowest first. */
  readonly #counts: readonly BitSet[];

  #called: BitSet | undefined;

  constructor(groups: readonly Group[], holdings: Holdings, pool: SetPool) {
    pool.release();
    this.pool = pool;
    this.words = groups.map((group) => new MetWord(group, holdings, pool));
    this.#counts = countWords(this.words, pool);
    this.most = this.#mostMet();
  }

  /** Those that go by every word they meet: each stands in a name, and one of them in their own. */
  get called(): BitSet {
    if (this.#called !== undefined) return this.#called;
    const called = this.pool.empty();
    for (const { own } of this.words) include(called, own);
    for (const { any, named } of this.words) keepWhere(called, any, named);
    return (this.#called = called);
  }

  /** Those that meet so many words or more. */
  atLeast(count: number): BitSet {
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
