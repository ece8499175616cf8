import type { ByteWriter } from './byte-writer';

/** Entry and posting in turn: their number, then for each the gap to the entry before and its byte. */
export function writePostings(into: ByteWriter, flat: readonly number[]): void {
  into.varint(flat.length / 2);
  for (let at = 0, last = 0; at < flat.length; at += 2) {
    const entry = flat[at] ?? 0;
    into.varint(entry - last);
    into.byte(flat[at + 1] ?? 0);
    last = entry;
  }
}

/** Walks the postings that `writePostings` wrote, entry by entry. */
export class PostingReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #left: number;
  /** Where it stands; before the first step nowhere. */
  entry = 0;
  posting = 0;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
    this.#left = this.#varint();
  }

  /** How many are still to come. */
  get left(): number {
    return this.#left;
  }

  /** Goes to the next entry; false after the last. */
  step(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    this.entry += this.#varint();
    this.posting = this.#bytes[this.#at++] ?? 0;
    return true;
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }
}
