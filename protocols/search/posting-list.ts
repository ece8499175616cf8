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

// A mark every so many bytes: some sixty postings are the most that is read to find one.
const MARKED_BYTES = 128;

/** Where a long list may be entered: for each mark the entry before it, and where its bytes go on. */
export interface Marked {
  readonly entries: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Marks of the list that `writePostings` wrote from `start` to `end`; the first is its beginning. */
export function markPostings(bytes: Uint8Array, start: number, end: number): Marked {
  const most = 1 + Math.floor((end - start) / MARKED_BYTES);
  const [entries, offsets] = [new Uint32Array(most), new Uint32Array(most)];
  let [at, entry, count] = [start, 0, 1];
  while ((bytes[at++] ?? 0) > 127); // their number, which the end makes needless
  offsets[0] = at;
  while (at < end) {
    if (at >= start + count * MARKED_BYTES) {
      entries[count] = entry;
      offsets[count++] = at;
    }
    let byte = bytes[at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    entry += gap;
    at++;
  }
  return { entries: entries.subarray(0, count), offsets: offsets.subarray(0, count) };
}

/** The last mark from `from` on that comes before an entry. */
export function lastMarkBefore({ entries }: Marked, entry: number, from: number): number {
  if ((entries[from + 1] ?? entry) >= entry) return from;
  let [low, high] = [from + 1, entries.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle] ?? 0) < entry) low = middle;
    else high = middle - 1;
  }
  return low;
}
