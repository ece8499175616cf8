import type { Tier } from './answer';
import type { Collection } from './collection';
import { Common } from './common';
import type { Alternative, Group } from './plan';
import { IMPACTS, PLACE, PLACES } from './posting';

export const CLASS_OF_TIER: Readonly<Record<Tier, number>> = { exact: 1, prefix: 2, expanded: 3, repaired: 4 };
const CLASSES = 5;
// The highest bit of a number of an alternative says that the word also stands in the entry as it was written.
const AS_WRITTEN = 0x80_00;

/** For each tier and posting how good a match is, smallest first: by its place, within it by its tier. */
const RANKS = Array.from({ length: CLASSES }, (_, tier) => PLACES.map((place) => place * CLASSES + tier));

/**
 * What a plan finds, entry by entry, in flat arrays that are kept between queries: a query touches only the entries its
 * words stand in. A word is valued by the way that says most, and classed by the way that is best, since a brand written
 * in a name is an exact match even where the generic name stands in more places.
 */
export class Scores {
  /** Entries met by at least one word, in the order they were met. */
  readonly met: Uint32Array;
  metCount = 0;
  /** The most words any entry meets. */
  mostWords = 0;
  /** Of each entry met: the sum of what its words say, how many they are, and which, as bits. */
  readonly sums: Float64Array;
  readonly words: Uint8Array;
  readonly wordBits: Uint16Array;
  /** Which of the words stand in a name of the entry or above it, as bits. */
  readonly namedBits: Uint16Array;
  /** Whether a word stands in its own name. */
  readonly own: Uint8Array;
  /** The class of its weakest word. */
  readonly weakest: Uint8Array;
  /** How much was read to get here. */
  postingsRead = 0;

  readonly #collection: Collection;
  /** For each word of the plan and each entry the alternative by which it is met. */
  readonly #best: Uint16Array[] = [];
  readonly #touched: Uint32Array;
  readonly #turns: Uint32Array;
  readonly #ranks: Uint8Array;
  readonly #values: Float64Array;
  #common: Common | undefined;
  #touchedCount = 0;
  #turn = 0;

  constructor(collection: Collection) {
    const { size } = collection;
    this.#collection = collection;
    this.met = new Uint32Array(size);
    this.sums = new Float64Array(size);
    this.words = new Uint8Array(size);
    this.wordBits = new Uint16Array(size);
    this.namedBits = new Uint16Array(size);
    this.own = new Uint8Array(size);
    this.weakest = new Uint8Array(size);
    this.#touched = new Uint32Array(size);
    this.#turns = new Uint32Array(size);
    this.#ranks = new Uint8Array(size);
    this.#values = new Float64Array(size);
  }

  /** Meets every word of a plan; what was there before is forgotten. */
  meet(groups: readonly Group[]): void {
    for (let at = 0; at < this.metCount; at++) this.words[this.met[at] ?? 0] = 0;
    this.metCount = 0;
    this.mostWords = 0;
    this.postingsRead = 0;
    for (const [place, group] of groups.entries()) this.#meetGroup(place, group);
  }

  /** The place of the alternative by which an entry meets the word at a place of the plan. */
  bestOf(place: number, entry: number): number {
    return (this.#best[place]?.[entry] ?? 0) & ~AS_WRITTEN;
  }

  /** Whether that word also stands in the entry as it was written. */
  isAsWritten(place: number, entry: number): boolean {
    return ((this.#best[place]?.[entry] ?? 0) & AS_WRITTEN) !== 0;
  }

  #meetGroup(place: number, { alternatives }: Group): void {
    const best = (this.#best[place] ??= new Uint16Array(this.#collection.size));
    this.#turn++;
    this.#touchedCount = 0;
    for (const [index, alternative] of alternatives.entries()) {
      if (alternative.terms.length === 1) this.#meetWord(alternative, index, best);
      else this.#meetAll(alternative, index, best);
    }
    this.#leaveOutDead();
    // Rare words say more. Taken over the whole group, so that a synonym does not gain by being rare.
    const [all, met] = [this.#collection.live, this.#touchedCount];
    this.#add(1 << place, Math.log(1 + (all - met + 0.5) / (met + 0.5)));
  }

  /** Entries that hold one term. The loop every search spends its time in. */
  #meetWord({ terms, tier, weight }: Alternative, index: number, best: Uint16Array): void {
    const ranks = RANKS[CLASS_OF_TIER[tier]] ?? new Uint8Array(256);
    const written = tier === 'exact' ? AS_WRITTEN : 0;
    const [turns, values, held, touched, turn] = [this.#turns, this.#values, this.#ranks, this.#touched, this.#turn];
    let touchedCount = this.#touchedCount;
    let read = 0;
    for (const { segment, base } of this.#collection.views) {
      const id = segment.buffers.terms.find(terms[0] ?? '');
      if (id < 0) continue;
      const bytes = segment.buffers.postings;
      let at = segment.buffers.postingStarts[id] ?? 0;
      const end = segment.buffers.postingStarts[id + 1] ?? 0;
      while ((bytes[at++] ?? 0) > 127); // their number, which the end makes needless
      let entry = base;
      while (at < end) {
        let byte = bytes[at++] ?? 0;
        let gap = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] ?? 0;
          gap |= (byte & 127) << shift;
        }
        entry += gap;
        const posting = bytes[at++] ?? 0;
        const rank = ranks[posting] ?? 0;
        const value = (IMPACTS[posting] ?? 0) * weight;
        read++;
        if (turns[entry] !== turn) {
          turns[entry] = turn;
          touched[touchedCount++] = entry;
          held[entry] = rank;
          values[entry] = value;
          best[entry] = index | written;
          continue;
        }
        if (value > (values[entry] ?? 0)) values[entry] = value;
        if (rank < (held[entry] ?? 0)) {
          held[entry] = rank;
          best[entry] = index | written | ((best[entry] ?? 0) & AS_WRITTEN);
        } else if (written !== 0) best[entry] = (best[entry] ?? 0) | AS_WRITTEN;
      }
    }
    this.#touchedCount = touchedCount;
    this.postingsRead += read;
  }

  /** Entries that hold all terms: the mean of what they say, and a name only where all of them stand in names. */
  #meetAll({ terms, tier, weight }: Alternative, index: number, best: Uint16Array): void {
    const written = tier === 'exact' ? AS_WRITTEN : 0;
    const common = (this.#common ??= new Common(this.#collection.size));
    for (const { segment, base } of this.#collection.views) {
      const ids = terms.map((term) => segment.buffers.terms.find(term));
      if (ids.some((id) => id < 0)) continue;
      this.postingsRead += common.meet(segment, ids);
      for (let at = 0; at < common.count; at++) {
        const furthest = common.furthest[at] ?? PLACE.text;
        // A name only where all of them stand in names; its own where one of them does.
        const place = furthest === PLACE.text ? furthest : (common.nearest[at] ?? PLACE.text);
        const value = ((common.impacts[at] ?? 0) / ids.length) * weight;
        const entry = base + (common.entries[at] ?? 0);
        this.#hold(entry, place * CLASSES + CLASS_OF_TIER[tier], value, index | written, best);
      }
    }
  }

  #hold(entry: number, rank: number, value: number, alternative: number, best: Uint16Array): void {
    if (this.#turns[entry] !== this.#turn) {
      this.#turns[entry] = this.#turn;
      this.#touched[this.#touchedCount++] = entry;
      this.#ranks[entry] = rank;
      this.#values[entry] = value;
      best[entry] = alternative;
      return;
    }
    if (value > (this.#values[entry] ?? 0)) this.#values[entry] = value;
    const asWritten = ((best[entry] ?? 0) | alternative) & AS_WRITTEN;
    if (rank < (this.#ranks[entry] ?? 0)) {
      this.#ranks[entry] = rank;
      best[entry] = alternative;
    }
    best[entry] = (best[entry] ?? 0) | asWritten;
  }

  #leaveOutDead(): void {
    const { live, size, dead } = this.#collection;
    if (live === size) return;
    let kept = 0;
    for (let at = 0; at < this.#touchedCount; at++) {
      const entry = this.#touched[at] ?? 0;
      if (dead[entry] === 0) this.#touched[kept++] = entry;
    }
    this.#touchedCount = kept;
  }

  /** Adds what the word just met says to what the words before it said. */
  #add(bit: number, rarity: number): void {
    for (let at = 0; at < this.#touchedCount; at++) {
      const entry = this.#touched[at] ?? 0;
      const rank = this.#ranks[entry] ?? 0;
      const value = (this.#values[entry] ?? 0) * rarity;
      const tier = rank % CLASSES;
      const named = rank < PLACE.text * CLASSES ? bit : 0;
      const own = rank < PLACE.above * CLASSES ? 1 : 0;
      const words = (this.words[entry] ?? 0) + 1;
      this.words[entry] = words;
      if (words > this.mostWords) this.mostWords = words;
      if (words === 1) {
        this.met[this.metCount++] = entry;
        this.sums[entry] = value;
        this.wordBits[entry] = bit;
        this.namedBits[entry] = named;
        this.own[entry] = own;
        this.weakest[entry] = tier;
      } else {
        this.sums[entry] = (this.sums[entry] ?? 0) + value;
        this.wordBits[entry] = (this.wordBits[entry] ?? 0) | bit;
        this.namedBits[entry] = (this.namedBits[entry] ?? 0) | named;
        if (own === 1) this.own[entry] = 1;
        if (tier > (this.weakest[entry] ?? 0)) this.weakest[entry] = tier;
      }
    }
  }
}
