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

/** The buffers that postings are read from. */
interface PostingBuffers {
  readonly postings: Uint8Array;
  readonly postingStarts: Uint32Array;
}

export function countPostings({ postings, postingStarts }: PostingBuffers, id: number): number {
  return new PostingReader(postings, postingStarts[id] ?? 0).left;
}

/**
 * Writes the entries of a term, `base` added to each, and their postings into flat arrays from a place on; answers the place after
 * the last. The loop that every first question for a term spends its time in.
 */
export function readPostings(
  { postings: bytes, postingStarts }: PostingBuffers,
  id: number,
  base: number,
  entries: Uint32Array,
  postings: Uint8Array,
  from: number,
): number {
  let at = postingStarts[id] ?? 0;
  const end = postingStarts[id + 1] ?? 0;
  while ((bytes[at++] ?? 0) > 127); // their number, which the end makes needless
  let [entry, place] = [base, from];
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    entry += gap;
    entries[place] = entry;
    postings[place++] = bytes[at++] ?? 0;
  }
  return place;
}
