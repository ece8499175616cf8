import { ByteWriter, toBytes, toText } from './byte-writer';
import type { IndexFile } from './index-file';

interface TextBuffers {
  /** Every word of the texts, the most frequent first, one after another. */
  readonly words: Uint8Array;
  /** Where each begins in them, counted in characters, and after the last where it ends. */
  readonly wordStarts: Uint32Array;
  /** Of each text the places of its words as variable-length numbers, so that frequent words take one byte and most others two. */
  readonly texts: Uint8Array;
  readonly textStarts: Uint32Array;
}

// A word takes the space after it along, and what stands between words is a word too.
const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)* ?|[^\p{L}\p{N}]+/gu;

/** Texts in the numbers of their words: a third of their bytes, and each is read alone. */
export class KeptTexts {
  readonly #buffers: TextBuffers;
  #words: string | undefined;

  constructor(buffers: TextBuffers) {
    this.#buffers = buffers;
  }

  static from(file: IndexFile): KeptTexts {
    return new KeptTexts({
      words: file.bytes('textWords'),
      wordStarts: file.longs('textWordStarts'),
      texts: file.bytes('texts'),
      textStarts: file.longs('textStarts'),
    });
  }

  /** The parts of a file that `from` reads back. */
  toParts(): Record<string, Uint8Array | Uint32Array> {
    const { words, wordStarts, texts, textStarts } = this.#buffers;
    return { textWords: words, textWordStarts: wordStarts, texts, textStarts };
  }

  get byteLength(): number {
    return Object.values(this.toParts()).reduce((sum, part) => sum + part.byteLength, 0);
  }

  /** How many different words there are. */
  get wordCount(): number {
    return this.#buffers.wordStarts.length - 1;
  }

  at(place: number): string {
    let text = '';
    for (const word of this.wordsOf(place)) text += this.wordAt(word);
    return text;
  }

  wordAt(word: number): string {
    const { words, wordStarts } = this.#buffers;
    this.#words ??= toText(words);
    return this.#words.slice(wordStarts[word], wordStarts[word + 1]);
  }

  /** The words of a text, by their places among all. */
  wordsOf(place: number): number[] {
    const { texts, textStarts } = this.#buffers;
    const end = textStarts[place + 1] ?? 0;
    const words: number[] = [];
    for (let at = textStarts[place] ?? 0; at < end; ) {
      let byte = texts[at++] ?? 0;
      let word = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = texts[at++] ?? 0;
        word |= (byte & 127) << shift;
      }
      words.push(word);
    }
    return words;
  }
}

/** Takes in texts one after another. */
export class TextsBuilder {
  readonly #places = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #counts: number[] = [];
  readonly #texts: Uint32Array[] = [];

  add(text: string): void {
    this.#texts.push(Uint32Array.from(text.match(WORD) ?? [], (word) => this.#take(word)));
  }

  /** Takes over a text of others; `known` has of their words the places here, -1 where none is known yet. */
  absorb(from: KeptTexts, place: number, known: Int32Array): void {
    const words = from.wordsOf(place).map((word) => {
      const at = known[word] ?? -1;
      return (known[word] = at < 0 ? this.#take(from.wordAt(word)) : this.#count(at));
    });
    this.#texts.push(Uint32Array.from(words));
  }

  /** Yields after so many texts. */
  *finish(inOneGo: number): Generator<void, KeptTexts> {
    const [words, counts] = [this.#words, this.#counts];
    const order = [...words.keys()].toSorted(
      (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1),
    );
    yield;
    const newPlaces = new Uint32Array(order.length);
    const wordStarts = new Uint32Array(order.length + 1);
    for (const [at, place] of order.entries()) {
      newPlaces[place] = at;
      wordStarts[at + 1] = (wordStarts[at] ?? 0) + (words[place] ?? '').length;
    }
    const texts = new ByteWriter();
    const textStarts = new Uint32Array(this.#texts.length + 1);
    for (const [at, text] of this.#texts.entries()) {
      if (at % inOneGo === 0) yield;
      for (const word of text) texts.varint(newPlaces[word] ?? 0);
      textStarts[at + 1] = texts.length;
    }
    const joined = toBytes(order.map((place) => words[place]).join(''));
    return new KeptTexts({ words: joined, wordStarts, texts: texts.take(), textStarts });
  }

  #take(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return this.#count(known);
    this.#places.set(word, this.#words.length);
    this.#counts.push(1);
    return this.#words.push(word) - 1;
  }

  #count(place: number): number {
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    return place;
  }
}
