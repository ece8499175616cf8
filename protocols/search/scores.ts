import { WEAKEST_CLASS, classOf } from './alternatives';
import { type BitSet, isIn, membersOf, rankOf, toRanks } from './bit-set';
import { seek } from './holdings';
import type { MetWay, MetWord } from './met-words';
import { IMPACTS, PLACE, PLACES } from './posting';

const CLASSES = WEAKEST_CLASS + 1;
// The highest bit of a number of an alternative says that the word also stands in the entry as it was written.
const AS_WRITTEN = 0x80_00;

/** For each tier and posting how good a match is, smallest first: by its place, within it by its tier. */
const RANKS = Array.from({ length: CLASSES }, (_, tier) => PLACES.map((place) => place * CLASSES + tier));
const NOT_MET = 255;

/**
 * What the words of a plan say about the entries that may be among the best. A word is valued by the way that says most, and
 * classed by the way that is best, since a brand written in a name is an exact match even where the generic name stands in more
 * places. Entries are known by their place in `entries`.
 */
export class Scores {
  readonly entries: Uint32Array;
  /** Of each: the sum of what its words say, how many they are, and which, as bits. */
  readonly sums: Float64Array;
  readonly words: Uint8Array;
  readonly wordBits: Uint16Array;
  /** Which of the words stand in a name of the entry or above it, as bits. */
  readonly namedBits: Uint16Array;
  /** Whether a word stands in its own name. */
  readonly own: Uint8Array;
  /** The class of its weakest word. */
  readonly weakest: Uint8Array;

  readonly #among: BitSet;
  readonly #placeRanks: Uint32Array;
  /** For each word of the plan and each entry the alternative by which it is met. */
  readonly #best: Uint16Array[] = [];
  readonly #ranks: Uint8Array;
  readonly #values: Float64Array;

  /** Of the entries of a set, out of `live` in all. */
  constructor(among: BitSet, words: readonly MetWord[], live: number) {
    this.entries = membersOf(among);
    const { length } = this.entries;
    this.#among = among;
    this.#placeRanks = toRanks(among);
    this.sums = new Float64Array(length);
    this.words = new Uint8Array(length);
    this.wordBits = new Uint16Array(length);
    this.namedBits = new Uint16Array(length);
    this.own = new Uint8Array(length);
    this.weakest = new Uint8Array(length);
    this.#ranks = new Uint8Array(length);
    this.#values = new Float64Array(length);
    for (const [place, word] of words.entries()) this.#meet(place, word, live);
  }

  /** The place of an entry, which must be one of them. */
  placeOf(entry: number): number {
    return rankOf(this.#among, this.#placeRanks, entry);
  }

  /** The alternative by which an entry meets the word at a place of the plan. */
  bestOf(word: number, place: number): number {
    return (this.#best[word]?.[place] ?? 0) & ~AS_WRITTEN;
  }

  /** Whether that word also stands in the entry as it was written. */
  isAsWritten(word: number, place: number): boolean {
    return ((this.#best[word]?.[place] ?? 0) & AS_WRITTEN) !== 0;
  }

  #meet(word: number, { ways, count }: MetWord, live: number): void {
    const best = new Uint16Array(this.entries.length);
    this.#best[word] = best;
    this.#ranks.fill(NOT_MET);
    this.#values.fill(0);
    for (const way of ways) this.#meetBy(way, best);
    // Rare words say more. Taken over all ways of the word, so that a synonym does not gain by being rare.
    this.#add(1 << word, Math.log(1 + (live - count + 0.5) / (count + 0.5)));
  }

  #meetBy({ index, alternative, holding }: MetWay, best: Uint16Array): void {
    const { tier, weight } = alternative;
    const ranks = RANKS[classOf(alternative)] ?? new Uint8Array(256);
    const named = index | (tier === 'exact' ? AS_WRITTEN : 0);
    const [{ entries }, { entries: list, postings, impacts, sets }] = [this, holding];
    const hold = (place: number, at: number): void => {
      const posting = postings[at] ?? 0;
      const impact = impacts === undefined ? (IMPACTS[posting] ?? 0) : (impacts[at] ?? 0);
      this.#hold(place, ranks[posting] ?? 0, impact * weight, named, best);
    };
    // Of two ascending lists the shorter one is gone through; a set says whether an entry is in the longer one, and where.
    if (list.length < entries.length) {
      for (let at = 0; at < list.length; at++) {
        const entry = list[at] ?? 0;
        if (isIn(this.#among, entry)) hold(rankOf(this.#among, this.#placeRanks, entry), at);
      }
      return;
    }
    for (let [at, place] = [0, 0]; place < entries.length && at < list.length; place++) {
      const entry = entries[place] ?? 0;
      if (sets === undefined) {
        at = seek(list, at, entry);
        if (list[at] === entry) hold(place, at);
      } else if (isIn(sets.any, entry)) hold(place, rankOf(sets.any, sets.ranks, entry));
    }
  }

  #hold(place: number, rank: number, value: number, alternative: number, best: Uint16Array): void {
    const before = best[place] ?? 0;
    const asWritten = (before | alternative) & AS_WRITTEN;
    if (rank < (this.#ranks[place] ?? NOT_MET)) {
      this.#ranks[place] = rank;
      best[place] = alternative | asWritten;
    } else best[place] = before | asWritten;
    if (value > (this.#values[place] ?? 0)) this.#values[place] = value;
  }

  /** Adds what the word just met says to what the words before it said. */
  #add(bit: number, rarity: number): void {
    for (let place = 0; place < this.entries.length; place++) {
      const rank = this.#ranks[place] ?? NOT_MET;
      if (rank === NOT_MET) continue;
      const tier = rank % CLASSES;
      this.sums[place] = (this.sums[place] ?? 0) + (this.#values[place] ?? 0) * rarity;
      this.words[place] = (this.words[place] ?? 0) + 1;
      this.wordBits[place] = (this.wordBits[place] ?? 0) | bit;
      if (rank < PLACE.text * CLASSES) this.namedBits[place] = (this.namedBits[place] ?? 0) | bit;
      if (rank < PLACE.above * CLASSES) this.own[place] = 1;
      if (tier > (this.weakest[place] ?? 0)) this.weakest[place] = tier;
    }
  }
}
