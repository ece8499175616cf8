import { type BitSet, isIn, keepAll, membersOf, rankOf, toBitSet, toRanks } from './bit-set';
import type { Collection } from './collection';
import { IMPACTS, PLACE, PLACES, SOME_POSTING } from './posting';
import { countPostings, readPostings } from './posting-list';

/** The entries that hold a term, or all terms of a phrase. */
export interface Holding {
  /** In order; none of them is dead. */
  readonly entries: Uint32Array;
  /** For each of them the byte that says where and how often (`posting.ts`). */
  readonly postings: Uint8Array;
  /** Of a phrase, for each of them what its terms say; of a term the byte says it. */
  readonly impacts: Float64Array | undefined;
  /** The same as sets, where that is less to read. */
  readonly sets: RankedSets | undefined;
}

/** Those that hold it in their own name; there or in a name above them; anywhere. */
export interface HoldingSets {
  readonly own: BitSet;
  readonly named: BitSet;
  readonly any: BitSet;
}

interface RankedSets extends HoldingSets {
  /** Of the set of all: see `toRanks`. */
  readonly ranks: Uint32Array;
}

// Postings kept in memory, five bytes each: all of ten thousand sections, and what many queries ask of a hundred thousand.
const MOST_HELD = 8_000_000;
// From one entry in that many on a set is less to read than a list.
const DENSE = 64;

/**
 * What holds a term, read out of the postings of a collection when it is first asked for and kept: keys typed one after another
 * ask for the same terms.
 */
export class Holdings {
  readonly #collection: Collection;
  /** Of no entries; its set stands for every one that holds none. */
  readonly none: HoldingSets;
  readonly #held = new Map<string, Holding>();
  #count = 0;
  #room = toRoom(0);

  constructor(collection: Collection) {
    this.#collection = collection;
    const nothing = toBitSet(collection.size);
    this.none = { own: nothing, named: nothing, any: nothing };
  }

  /** Of several terms those entries that hold them all. */
  of(terms: readonly string[]): Holding {
    const name = terms.join(' ');
    const known = this.#held.get(name);
    if (known !== undefined) return known;
    const [term = '', ...more] = terms;
    const held = more.length === 0 ? this.#read(term) : this.#meet(terms);
    this.#held.set(name, held);
    this.#count += this.#sizeOf(held);
    // Those read first make room.
    for (const [oldest, { entries, sets }] of this.#held) {
      if (this.#count <= MOST_HELD || oldest === name) break;
      this.#held.delete(oldest);
      this.#count -= this.#sizeOf({ entries, sets });
    }
    return held;
  }

  /** In postings. */
  #sizeOf({ entries, sets }: Pick<Holding, 'entries' | 'sets'>): number {
    return entries.length + (sets === undefined ? 1 : this.#collection.size / DENSE);
  }

  #read(term: string): Holding {
    const { views, live, size, dead } = this.#collection;
    const found = views
      .map(({ segment, base }) => ({ segment, base, id: segment.buffers.terms.find(term) }))
      .filter(({ id }) => id >= 0);
    const most = found.reduce((sum, { segment, id }) => sum + countPostings(segment.buffers, id), 0);
    const [entries, postings] = [new Uint32Array(most), new Uint8Array(most)];
    let count = 0;
    for (const { segment, base, id } of found)
      count = readPostings(segment.buffers, id, base, entries, postings, count);
    if (live === size) return this.#toHolding(entries, postings);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const entry = entries[at] ?? 0;
      if (dead[entry] !== 0) continue;
      entries[kept] = entry;
      postings[kept++] = postings[at] ?? 0;
    }
    return this.#toHolding(entries.subarray(0, kept), postings.subarray(0, kept));
  }

  /** The mean of what the terms say; a name only where all of them stand in names, its own where one of them does. */
  #meet(terms: readonly string[]): Holding {
    const lists = terms.map((term) => this.of([term])).toSorted((a, b) => a.entries.length - b.entries.length);
    const [first] = lists;
    if (first === undefined) return NOTHING;
    const among = toCommon(lists);
    const { entries, postings, impacts } = this.#roomFor(among.length);
    const from = new Uint32Array(lists.length);
    let count = 0;
    for (const entry of among) {
      let [sum, nearest, furthest, whole] = [0, PLACE.text as number, PLACE.own as number, true];
      for (let place = 0; whole && place < lists.length; place++) {
        const list = lists[place] ?? NOTHING;
        const { sets } = list;
        const found =
          sets === undefined ? seek(list.entries, from[place] ?? 0, entry) : rankOf(sets.any, sets.ranks, entry);
        from[place] = found;
        whole = list.entries[found] === entry;
        const posting = list.postings[found] ?? 0;
        const there = PLACES[posting] ?? 0;
        sum += IMPACTS[posting] ?? 0;
        if (there < nearest) nearest = there;
        if (there > furthest) furthest = there;
      }
      if (!whole) continue;
      entries[count] = entry;
      postings[count] = SOME_POSTING[furthest === PLACE.text ? furthest : nearest] ?? 0;
      impacts[count++] = sum / terms.length;
    }
    return this.#toHolding(entries.slice(0, count), postings.slice(0, count), impacts.slice(0, count));
  }

  #roomFor(entries: number): Room {
    if (this.#room.entries.length < entries) this.#room = toRoom(entries);
    return this.#room;
  }

  #toHolding(entries: Uint32Array, postings: Uint8Array, impacts?: Float64Array): Holding {
    const { size } = this.#collection;
    if (entries.length * DENSE < size) return { entries, postings, impacts, sets: undefined };
    const sets = { own: toBitSet(size), named: toBitSet(size), any: toBitSet(size) };
    const places = addHolding({ entries, postings, impacts, sets: undefined }, sets);
    if (places.own === 0) sets.own = this.none.own;
    if (places.named === 0) sets.named = this.none.own;
    return { entries, postings, impacts, sets: { ...sets, ranks: toRanks(sets.any) } };
  }
}

/** What a phrase holds, while it is worked out. */
type Room = Pick<Holding, 'entries' | 'postings'> & { readonly impacts: Float64Array };

function toRoom(entries: number): Room {
  return { entries: new Uint32Array(entries), postings: new Uint8Array(entries), impacts: new Float64Array(entries) };
}

/** The entries that are in all lists, of which the shortest is the first, as far as sets tell. */
function toCommon([first = NOTHING, ...others]: readonly Holding[]): Uint32Array {
  const sets = others.flatMap((list) => list.sets?.any ?? []);
  if (first.sets !== undefined) {
    const common = first.sets.any.slice();
    keepAll(common, sets);
    return membersOf(common);
  }
  return sets.length === 0 ? first.entries : first.entries.filter((entry) => sets.every((set) => isIn(set, entry)));
}

/** Puts the entries of a list into sets; answers how many of them are in the first two. */
export function addHolding(
  { entries, postings }: Holding,
  { own, named, any }: HoldingSets,
): { readonly own: number; readonly named: number } {
  const places = { own: 0, named: 0 };
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0;
    const [word, bit] = [entry >>> 5, 1 << (entry & 31)];
    any[word] = (any[word] ?? 0) | bit;
    const place = PLACES[postings[at] ?? 0] ?? 0;
    if (place === PLACE.text) continue;
    places.named++;
    named[word] = (named[word] ?? 0) | bit;
    if (place !== PLACE.own) continue;
    places.own++;
    own[word] = (own[word] ?? 0) | bit;
  }
  return places;
}

const NOTHING: Holding = {
  entries: new Uint32Array(),
  postings: new Uint8Array(),
  impacts: undefined,
  sets: undefined,
};

/** The first place from `from` on whose number does not come before the wanted one; near ones are found in few steps. */
export function seek(sorted: Uint32Array, from: number, wanted: number): number {
  if (from >= sorted.length || (sorted[from] ?? 0) >= wanted) return from;
  let step = 1;
  while (from + step < sorted.length && (sorted[from + step] ?? 0) < wanted) step *= 2;
  let [low, high] = [from + (step >> 1) + 1, Math.min(from + step, sorted.length)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
