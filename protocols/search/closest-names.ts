import Fuse from 'fuse.js';
import type { Collection } from './collection';
import { countBits } from './signature';

const CLOSEST = 3;
const ALPHABET = 26;
const OPTIONS = { threshold: 0.6, ignoreLocation: true, ignoreDiacritics: true, includeScore: true };
// Fuse reads every letter of every name it is given, for every word: some dozens are within a frame, hundreds are not.
const MOST_READ = 50;
const MOST_ASKED = 200; // of which some may not be offered
const LONGEST = 32; // what Fuse compares in one pass

/** The names a library goes by, and which of them are closest to what was typed in vain. */
export class ClosestNames {
  readonly #names: readonly string[];
  readonly #letters: Uint32Array;

  constructor(collection: Collection) {
    // Thousands of documents give most of their words many times over.
    const names = new Set<string>();
    for (const place of collection.living) {
      const protocol = collection.protocols[place];
      if (protocol === undefined) continue;
      names.add(protocol.title);
      for (const alias of protocol.readNames().aliases) names.add(alias);
    }
    for (const { drugs, groups } of collection.words()) {
      for (const drug of drugs) names.add(drug);
      for (const [term] of groups) if (term !== undefined) names.add(term);
    }
    this.#names = [...names].toSorted();
    this.#letters = Uint32Array.from(this.#names, toLetters);
  }

  /**
   * Three, if there are as many: near the whole text or else near one of its words, and for a text like none of them
   * those that share the most letters with it. Of those that may be offered.
   */
  near(text: string, words: readonly string[], isOffered: (name: string) => boolean): string[] {
    const parts = new Set([text, ...words].map((part) => part.slice(0, LONGEST)));
    const found = [...parts].flatMap((part) => this.#search(part, isOffered));
    return [...new Set([...found, ...this.#promising(text, MOST_ASKED).filter(isOffered)])].slice(0, CLOSEST);
  }

  #search(text: string, isOffered: (name: string) => boolean): string[] {
    const names = this.#promising(text, MOST_READ).filter(isOffered);
    return new Fuse(names, OPTIONS).search(text, { limit: CLOSEST }).map(({ item }) => item);
  }

  /** The names that lack the fewest of its letters; of equal ones the first. */
  #promising(text: string, limit: number): string[] {
    const wanted = toLetters(text);
    const letters = this.#letters;
    const lacking = new Uint8Array(letters.length);
    const counts = new Uint32Array(ALPHABET + 1);
    for (let at = 0; at < letters.length; at++) {
      const missing = countBits(wanted & ~(letters[at] ?? 0));
      lacking[at] = missing;
      counts[missing] = (counts[missing] ?? 0) + 1;
    }
    let [most, found] = [0, counts[0] ?? 0];
    while (found < limit && most < ALPHABET) found += counts[++most] ?? 0;
    const byLacking: number[][] = Array.from({ length: most + 1 }, () => []);
    for (let at = 0; at < lacking.length; at++) {
      const equal = byLacking[lacking[at] ?? ALPHABET];
      if (equal !== undefined && equal.length < limit) equal.push(at);
    }
    const fewest = byLacking.flat().slice(0, limit);
    return fewest.flatMap((at) => this.#names[at] ?? []);
  }
}

/** Which letters a text has, one bit each. */
function toLetters(text: string): number {
  const plain = text.normalize('NFKD').toLowerCase();
  let bits = 0;
  for (let at = 0; at < plain.length; at++) {
    const letter = plain.charCodeAt(at) - 97;
    if (letter >= 0 && letter < ALPHABET) bits |= 1 << letter;
  }
  return bits;
}
