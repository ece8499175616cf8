import { readWords } from './analyser';
import type { SearchEntry } from './entries';

/** Where in an entry a term stands, as bits of one number. */
export const FIELD = { title: 1, aliases: 2, heading: 4, body: 8, own: 16, inherited: 32 } as const;
const WEIGHTS: readonly (readonly [bit: number, weight: number])[] = [
  [FIELD.title, 3],
  [FIELD.aliases, 2.5],
  [FIELD.heading, 1.5],
  [FIELD.inherited, 1],
  [FIELD.body, 1],
];

export interface Posting {
  readonly entry: number;
  /** How much this term says about this entry. */
  readonly impact: number;
  readonly fields: number;
}

// BM25's saturation and length part. The usual length is fixed, so that an entry's impact does not depend on what else
// is loaded, and the part of frequency is kept so small that no number of mentions lifts a weaker kind of match over a
// stronger one in the same place.
const SATURATION = 1.2;
const LENGTH_PART = 0.7;
const USUAL_LENGTH = 40;
const FREQUENCY_PART = 0.1;

/** The inverted index as plain data. */
export interface PostingsSnapshot {
  readonly terms: readonly (readonly [term: string, postings: number[]])[];
  /** Terms that documents write otherwise: the term, and as written. */
  readonly written: readonly (readonly [term: string, written: string])[];
}

/** The inverted index: for every term the entries that hold it. */
export class Postings {
  /** For each term its postings one after another: entry, impact, fields. Flat, so that thousands cost no objects. */
  readonly #terms: Map<string, number[]>;
  readonly #written: Map<string, string>;
  #sorted: readonly string[] | undefined;

  constructor(snapshot: PostingsSnapshot = { terms: [], written: [] }) {
    this.#terms = new Map(snapshot.terms);
    this.#written = new Map(snapshot.written);
  }

  toSnapshot(): PostingsSnapshot {
    return { terms: [...this.#terms], written: [...this.#written].filter(([whole, written]) => whole !== written) };
  }

  add(entry: number, { fields, pieces, own }: SearchEntry): void {
    const found = new Map<string, { fields: number; count: number }>();
    const take = (text: string, field: number): number => {
      const words = readWords(text);
      for (const word of words) {
        for (const term of word.terms) {
          const seen = found.get(term);
          if (seen === undefined) {
            found.set(term, { fields: field | (own.has(term) ? FIELD.own : 0), count: 1 });
          } else {
            seen.fields |= field;
            seen.count++;
          }
        }
        if (!this.#written.has(word.whole)) this.#written.set(word.whole, word.written.toLowerCase());
      }
      return words.length;
    };
    take(fields.title, FIELD.title);
    for (const alias of fields.aliases) take(alias, FIELD.aliases);
    for (const alias of fields.inherited) take(alias, FIELD.inherited);
    take(fields.heading, FIELD.heading);
    const length = pieces.reduce((sum, piece) => sum + take(piece.text, FIELD.body), 0);
    for (const [term, seen] of found) {
      const postings = this.#terms.get(term);
      const posting = [entry, toImpact(seen.fields, seen.count, length), seen.fields];
      if (postings === undefined) this.#terms.set(term, posting);
      else postings.push(...posting);
    }
    this.#sorted = undefined;
  }

  has(term: string): boolean {
    return this.#terms.has(term);
  }

  of(term: string): readonly Posting[] {
    const flat = this.#terms.get(term) ?? [];
    const postings: Posting[] = [];
    for (let at = 0; at < flat.length; at += 3) {
      postings.push({ entry: flat[at] ?? 0, impact: flat[at + 1] ?? 0, fields: flat[at + 2] ?? 0 });
    }
    return postings;
  }

  /** A term as some document writes it. */
  written(term: string): string {
    return this.#written.get(term) ?? term;
  }

  terms(): readonly string[] {
    this.#sorted ??= [...this.#terms.keys()].toSorted();
    return this.#sorted;
  }

  /** Terms that begin so, in order. */
  withPrefix(prefix: string, limit: number): string[] {
    const terms = this.terms();
    const found: string[] = [];
    for (let at = firstFrom(terms, prefix); at < terms.length && found.length < limit; at++) {
      const term = terms[at] ?? '';
      if (!term.startsWith(prefix)) break;
      if (term !== prefix) found.push(term);
    }
    return found;
  }
}

function toImpact(fields: number, count: number, length: number): number {
  const frequency = count / (1 - LENGTH_PART + (LENGTH_PART * length) / USUAL_LENGTH);
  const weight = WEIGHTS.reduce((sum, [bit, share]) => ((fields & bit) === 0 ? sum : sum + share), 0);
  const impact = weight * (1 - FREQUENCY_PART + (FREQUENCY_PART * frequency) / (SATURATION + frequency));
  return Math.round(impact * 10_000) / 10_000; // as short in a built index as it is precise
}

function firstFrom(terms: readonly string[], prefix: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
