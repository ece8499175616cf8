import { seek } from './holdings';
import { CLASS_OF_TIER, type MetWay, type MetWord } from './met-words';
import { IMPACTS, PLACE, PLACES } from './posting';

const CLASSES = 5;
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

  /** For each word of the plan and each entry the alternative by which it is met. */
  readonly #best: Uint16Array[] = [];
  readonly #ranks: Uint8Array;
  readonly #values: Float64Array;

  /** Of entries in order, out of `live` in all. */
  constructor(entries: Uint32Array, words: readonly MetWord[], live: number) {
    const { length } = entries;
    this.entries = entries;
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
    return seek(this.entries, 0, entry);
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

  #meetBy({ index, alternative: { tier, weight }, holding }: MetWay, best: Uint16Array): void {
    const ranks = RANKS[CLASS_OF_TIER[tier]] ?? new Uint8Array(256);
    const written = tier === 'exact' ? AS_WRITTEN : 0;
    const [values, held, { postings, impacts }] = [this.#values, this.#ranks, holding];
    const { entries } = this;
    const list = holding.entries;
    let [place, at] = [0, 0];
    // What two ascending lists have in common; the longer one is leapt through.
    while (place < entries.length && at < list.length) {
      const [wanted, there] = [entries[place] ?? 0, list[at] ?? 0];
      if (wanted < there) place = seek(entries, place, there);
      else if (wanted > there) at = seek(list, at, wanted);
      else {
        const posting = postings[at] ?? 0;
        const rank = ranks[posting] ?? 0;
        const value = (impacts === undefined ? (IMPACTS[posting] ?? 0) : (impacts[at] ?? 0)) * weight;
        const asWritten = ((best[place] ?? 0) & AS_WRITTEN) | written;
        if (rank < (held[place] ?? NOT_MET)) {
          held[place] = rank;
          best[place] = index | asWritten;
        } else best[place] = (best[place] ?? 0) | asWritten;
        if (value > (values[place] ?? 0)) values[place] = value;
        place++;
        at++;
      }
    }
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
