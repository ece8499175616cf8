import Fuse from 'fuse.js';

export interface Candidate {
  readonly word: string;
  readonly distance: number;
}

const SHORTEST = 4;
const LONGEST = 32; // more than Fuse compares in one pass
const FUSE_OPTIONS = { threshold: 0.5, ignoreLocation: true, ignoreDiacritics: true, includeScore: true };

/**
 * Words near a misspelt one. A letter signature of 26 bits leaves a few words of the same letters, Fuse orders those, and
 * the edit distance decides. A word with a digit is neither mended nor offered: 0.1 is not a misspelt 0.01.
 */
export class Speller {
  readonly #words: readonly string[];
  readonly #signatures: Int32Array;

  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)].filter(isSpellable).toSorted();
    this.#signatures = Int32Array.from(this.#words, toSignature);
  }

  /** The nearest words, one edit away or, where there is none, two. */
  near(word: string, limit: number): Candidate[] {
    if (!isSpellable(word)) return [];
    for (const distance of word.length < 6 ? [1] : [1, 2]) {
      const found = this.#within(word, distance);
      if (found.length > 0) return found.slice(0, limit);
    }
    return [];
  }

  #within(word: string, most: number): Candidate[] {
    const signature = toSignature(word);
    const alike = this.#words.filter(
      (other, index) =>
        Math.abs(other.length - word.length) <= most &&
        countBits((this.#signatures[index] ?? 0) ^ signature) <= 2 * most,
    );
    return new Fuse(alike, FUSE_OPTIONS)
      .search(word)
      .map(({ item, score = 1 }) => ({ word: item, distance: toEditDistance(word, item, most), score }))
      .filter(({ distance }) => distance <= most)
      .toSorted((a, b) => a.distance - b.distance || a.score - b.score || (a.word < b.word ? -1 : 1))
      .map((candidate) => ({ word: candidate.word, distance: candidate.distance }));
  }
}

function isSpellable(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word);
}

function toSignature(word: string): number {
  let bits = 0;
  for (const letter of word) bits |= 1 << (((letter.codePointAt(0) ?? 97) - 97 + 26) % 26);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words; more than `most` is only "too many". */
export function toEditDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}
