import { countBits } from './signature';

/**
 * A set of entries, one bit each, thirty-two to a number. What two words have in common among four hundred thousand entries is
 * twelve thousand steps, however often the words stand there.
 */
export type BitSet = Uint32Array<ArrayBuffer>;

export function toBitSet(entries: number): BitSet {
  return new Uint32Array(Math.ceil(entries / 32));
}

export function addTo(set: BitSet, entry: number): void {
  const at = entry >>> 5;
  set[at] = (set[at] ?? 0) | (1 << (entry & 31));
}

export function isIn(set: BitSet, entry: number): boolean {
  return (((set[entry >>> 5] ?? 0) >>> (entry & 31)) & 1) === 1;
}

/** Puts into a set what the other holds. */
export function include(set: BitSet, other: BitSet): void {
  for (let at = 0; at < set.length; at++) set[at] = (set[at] ?? 0) | (other[at] ?? 0);
}

/** Leaves in a set what the other holds too. */
export function keep(set: BitSet, other: BitSet): void {
  for (let at = 0; at < set.length; at++) set[at] = (set[at] ?? 0) & (other[at] ?? 0);
}

/** Leaves in a set what the other holds too, or what is not asked about at all. */
export function keepWhere(set: BitSet, asked: BitSet, other: BitSet): void {
  for (let at = 0; at < set.length; at++) set[at] = (set[at] ?? 0) & (~(asked[at] ?? 0) | (other[at] ?? 0));
}

/** Leaves in a set what all the others hold too. */
export function keepAll(set: BitSet, others: readonly BitSet[]): void {
  for (let at = 0; at < set.length; at++) {
    let bits = set[at] ?? 0;
    for (let place = 0; bits !== 0 && place < others.length; place++) bits &= others[place]?.[at] ?? 0;
    set[at] = bits;
  }
}

/** Puts into a set what the others hold: three at a time, since most of the time goes into walking along the set. */
export function includeAll(set: BitSet, others: readonly BitSet[]): void {
  let place = 0;
  for (; place + 2 < others.length; place += 3) {
    const [one, two, three] = [others[place] ?? set, others[place + 1] ?? set, others[place + 2] ?? set];
    for (let at = 0; at < set.length; at++)
      set[at] = (set[at] ?? 0) | (one[at] ?? 0) | (two[at] ?? 0) | (three[at] ?? 0);
  }
  for (; place < others.length; place++) include(set, others[place] ?? set);
}

/** Takes out of a set what the other holds. */
export function drop(set: BitSet, other: BitSet): void {
  for (let at = 0; at < set.length; at++) set[at] = (set[at] ?? 0) & ~(other[at] ?? 0);
}

export function countOf(set: BitSet): number {
  let count = 0;
  for (let at = 0; at < set.length; at++) {
    const bits = set[at] ?? 0;
    if (bits !== 0) count += countBits(bits);
  }
  return count;
}

/** Its entries, the first one first. */
export function membersOf(set: BitSet): Uint32Array {
  const members = new Uint32Array(countOf(set));
  let count = 0;
  for (let at = 0; at < set.length; at++) {
    for (let bits = set[at] ?? 0; bits !== 0; bits &= bits - 1)
      members[count++] = at * 32 + 31 - Math.clz32(bits & -bits);
  }
  return members;
}

/** For each number of a set how many entries come before it: with it the place of an entry among all is one look. */
export function toRanks(set: BitSet): Uint32Array {
  const ranks = new Uint32Array(set.length);
  let count = 0;
  for (let at = 0; at < set.length; at++) {
    ranks[at] = count;
    const bits = set[at] ?? 0;
    if (bits !== 0) count += countBits(bits);
  }
  return ranks;
}

/** The place of an entry among those of its set, which must hold it. */
export function rankOf(set: BitSet, ranks: Uint32Array, entry: number): number {
  const at = entry >>> 5;
  return (ranks[at] ?? 0) + countBits((set[at] ?? 0) & ((1 << (entry & 31)) - 1));
}

/** Sets that are wanted for one query and used again for the next. */
export class SetPool {
  readonly #entries: number;
  readonly #all: BitSet[] = [];
  #taken = 0;

  /** For sets of at most that many entries. */
  constructor(entries: number) {
    this.#entries = entries;
  }

  /** Whatever was taken before may be handed out again. */
  release(): void {
    this.#taken = 0;
  }

  empty(): BitSet {
    const set = this.#next();
    return set.fill(0);
  }

  copyOf(other: BitSet): BitSet {
    const set = this.#next();
    set.set(other);
    return set;
  }

  #next(): BitSet {
    const set = (this.#all[this.#taken] ??= toBitSet(this.#entries));
    this.#taken++;
    return set;
  }
}
