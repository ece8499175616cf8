import { toSignature } from './signature';

/** Sorted words in one text, with where each begins and the letters it is made of: three buffers, however many words. */
export class TermList {
  readonly text: string;
  /** Where each word begins, and after the last where it ends. */
  readonly starts: Uint32Array;
  /** See `toSignature`. */
  readonly signatures: Uint32Array;
  // Words asked for before: keys typed one after another ask for nearly the same ones.
  readonly #found = new Map<string, number>();

  constructor(text: string, starts: Uint32Array, signatures: Uint32Array) {
    this.text = text;
    this.starts = starts;
    this.signatures = signatures;
  }

  /** Of words in any order; each is kept once. */
  static of(words: Iterable<string>): TermList {
    const sorted = [...new Set(words)].toSorted();
    const starts = new Uint32Array(sorted.length + 1);
    for (const [id, word] of sorted.entries()) starts[id + 1] = (starts[id] ?? 0) + word.length;
    return new TermList(sorted.join(''), starts, Uint32Array.from(sorted, toSignature));
  }

  get size(): number {
    return this.signatures.length;
  }

  at(id: number): string {
    return this.text.slice(this.starts[id], this.starts[id + 1]);
  }

  lengthOf(id: number): number {
    return (this.starts[id + 1] ?? 0) - (this.starts[id] ?? 0);
  }

  /** -1 when it is not there. */
  find(word: string): number {
    const known = this.#found.get(word);
    if (known !== undefined) return known;
    const id = this.firstFrom(word);
    const found = id < this.size && this.at(id) === word ? id : -1;
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    this.#found.set(word, found);
    return found;
  }

  /** The first word that does not come before the given one. */
  firstFrom(word: string): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Words that begin so and go on, in order. */
  withPrefix(prefix: string, limit: number): string[] {
    const found: string[] = [];
    for (let id = this.firstFrom(prefix); id < this.size && found.length < limit; id++) {
      const word = this.at(id);
      if (!word.startsWith(prefix)) break;
      if (word !== prefix) found.push(word);
    }
    return found;
  }
}

/** Words of several lists that begin so and go on, in order, each once. */
export function mergePrefixed(lists: readonly TermList[], prefix: string, limit: number): string[] {
  const found = lists.map((list) => list.withPrefix(prefix, limit)).filter((words) => words.length > 0);
  const [only = [], ...more] = found;
  return more.length === 0 ? only : [...new Set(found.flat())].toSorted().slice(0, limit);
}

const MOST_REMEMBERED = 10_000;
