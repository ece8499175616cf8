import Fuse from 'fuse.js';
import { toBeginningDistance, toEditDistance } from './edit-distance';
import { countBits, toSignature } from './signature';
import type { TermList } from './term-list';

export interface Candidate {
  readonly word: string;
  readonly distance: number;
}

/** A misspelt word. */
export interface Misspelt {
  /** How it may be spelt: as it was written, and without what may be the ending of a plural. */
  readonly forms: readonly string[];
  /** It is still being typed, and may be the beginning of what is meant. */
  readonly growing: boolean;
}

const ORDERING = { threshold: 1, ignoreLocation: true, ignoreDiacritics: true, includeScore: true };
const MOST_REMEMBERED = 500;
const SHORTEST = 4; // shorter words are one edit from half of all others
const SHORTEST_BEGUN = 5;

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

  /**
   * The nearest words, the likeliest first: one edit away or, where there is none, two, and for a long word three. Where a whole
   * word is no nearer, a word that begins nearly so.
   */
  near({ forms, growing }: Misspelt): readonly Candidate[] {
    const key = [growing ? '…' : '', ...forms].join(' ');
    const known = this.#asked.get(key);
    if (known !== undefined) return known;
    const found = this.#search(forms, growing);
    if (this.#asked.size >= MOST_REMEMBERED) this.#asked.clear();
    this.#asked.set(key, found);
    return found;
  }

  #search(forms: readonly string[], growing: boolean): Candidate[] {
    const words = forms.filter((form) => form.length >= SHORTEST && toSignature(form) !== 0);
    const [written] = words;
    if (written === undefined) return [];
    for (let distance = 1; distance <= mostEdits(written); distance++) {
      const found = new Set(this.#like(words, distance));
      if (growing && distance <= mostEditsBegun(written)) {
        for (const begun of this.#begunLike(written, distance)) found.add(begun);
      }
      if (found.size > 0) return toOrdered(written, [...found], distance);
    }
    return [];
  }

  #like(words: readonly string[], most: number): string[] {
    const found = new Set<string>();
    for (const word of words) {
      const signature = toSignature(word);
      this.#each((list, id, other) => {
        // An edit changes at most two letters: one that goes and one that comes.
        if (countBits(other ^ signature) > 2 * most) return;
        if (Math.abs(list.lengthOf(id) - word.length) > most) return;
        const candidate = list.at(id);
        if (toEditDistance(word, candidate, most) <= most) found.add(candidate);
      });
    }
    return [...found];
  }

  #begunLike(word: string, most: number): string[] {
    const found = new Set<string>();
    const signature = toSignature(word);
    this.#each((list, id, other) => {
      // What follows the beginning may hold any letters; of those written an edit takes one away.
      if (countBits(signature & ~other) > most || list.lengthOf(id) <= word.length) return;
      const candidate = list.at(id);
      if (toBeginningDistance(word, candidate, most) <= most) found.add(candidate);
    });
    return [...found];
  }

  /** Every word that may be meant, with its letters. */
  #each(see: (list: TermList, id: number, signature: number) => void): void {
    for (const list of this.#lists) {
      const { signatures } = list;
      for (let id = 0; id < signatures.length; id++) {
        const signature = signatures[id] ?? 0;
        if (signature !== 0) see(list, id, signature);
      }
    }
  }
}

/** A short word holds too little to be known by what is left of it. */
function mostEdits({ length }: string): number {
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

function mostEditsBegun({ length }: string): number {
  if (length < SHORTEST_BEGUN) return 0;
  return length < 9 ? 1 : 2;
}

/** Those that keep the first letter before others, since it is rarely the wrong one; then by how like they look. */
function toOrdered(word: string, found: readonly string[], distance: number): Candidate[] {
  const scores = new Map(new Fuse(found, ORDERING).search(word).map(({ item, score = 1 }) => [item, score]));
  const scoreOf = (candidate: string): number => scores.get(candidate) ?? 1;
  return found
    .toSorted((a, b) => firstOf(word, a) - firstOf(word, b) || scoreOf(a) - scoreOf(b) || (a < b ? -1 : 1))
    .map((candidate) => ({ word: candidate, distance }));
}

function firstOf(word: string, candidate: string): number {
  return word[0] === candidate[0] ? 0 : 1;
}
