import Fuse from 'fuse.js';
import { toEditDistance } from './edit-distance';
import { countBits, toSignature } from './signature';
import type { TermList } from './term-list';

export interface Candidate {
  readonly word: string;
  readonly distance: number;
}

const ORDERING = { threshold: 1, ignoreLocation: true, ignoreDiacritics: true, includeScore: true };
const MOST_REMEMBERED = 500;
const SHORTEST = 4; // shorter words are one edit from half of all others

/**
 * Words near a misspelt one. A letter signature of 26 bits leaves a few words of nearly the same letters, the edit distance
 * decides which of them are near, and Fuse puts those equally near in order. A word with a digit has no signature: it is
 * neither mended nor offered, since 0.1 is not a misspelt 0.01.
 */
export class Speller {
  readonly #lists: readonly TermList[];
  // Keys typed after a misspelt word ask for it again.
  readonly #asked = new Map<string, readonly Candidate[]>();

  constructor(lists: readonly TermList[]) {
    this.#lists = lists;
  }

  /** The nearest words: one edit away or, where there is none, two, and for a long word three. */
  near(word: string, limit: number): readonly Candidate[] {
    const known = this.#asked.get(word);
    if (known !== undefined) return known.slice(0, limit);
    const found = this.#search(word);
    if (this.#asked.size >= MOST_REMEMBERED) this.#asked.clear();
    this.#asked.set(word, found);
    return found.slice(0, limit);
  }

  #search(word: string): Candidate[] {
    const signature = toSignature(word);
    if (signature === 0 || word.length < SHORTEST) return [];
    for (let distance = 1; distance <= mostEdits(word); distance++) {
      const found = this.#within(word, signature, distance);
      if (found.length > 0) return toOrdered(word, found);
    }
    return [];
  }

  #within(word: string, signature: number, most: number): Candidate[] {
    const found = new Map<string, number>();
    for (const list of this.#lists) {
      const { signatures } = list;
      for (let id = 0; id < signatures.length; id++) {
        const other = signatures[id] ?? 0;
        // An edit changes at most two letters: one that goes and one that comes.
        if (other === 0 || countBits(other ^ signature) > 2 * most) continue;
        if (Math.abs(list.lengthOf(id) - word.length) > most) continue;
        const candidate = list.at(id);
        const distance = toEditDistance(word, candidate, most);
        if (distance <= most) found.set(candidate, distance);
      }
    }
    return [...found].map(([candidate, distance]) => ({ word: candidate, distance }));
  }
}

/** A short word holds too little to be known by what is left of it. */
function mostEdits(word: string): number {
  if (word.length < 6) return 1;
  return word.length < 9 ? 2 : 3;
}

function toOrdered(word: string, found: readonly Candidate[]): Candidate[] {
  const words = found.map((candidate) => candidate.word);
  const scores = new Map(new Fuse(words, ORDERING).search(word).map(({ item, score = 1 }) => [item, score]));
  const scoreOf = (candidate: Candidate): number => scores.get(candidate.word) ?? 1;
  return found.toSorted((a, b) => a.distance - b.distance || scoreOf(a) - scoreOf(b) || (a.word < b.word ? -1 : 1));
}
