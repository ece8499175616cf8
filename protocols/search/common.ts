import { IMPACTS, PLACES } from './posting';
import { type Marked, lastMarkBefore } from './posting-list';
import type { Segment } from './segment';

/** The entries of one segment that hold several terms, in flat arrays that are kept between queries. */
export class Common {
  readonly entries: Uint32Array;
  /** Of each entry the sum of what its terms say, and the best and the worst place one of them stands in. */
  readonly impacts: Float64Array;
  readonly nearest: Uint8Array;
  readonly furthest: Uint8Array;
  count = 0;

  /** For segments of at most that many entries. */
  constructor(size: number) {
    this.entries = new Uint32Array(size);
    this.impacts = new Float64Array(size);
    this.nearest = new Uint8Array(size);
    this.furthest = new Uint8Array(size);
  }

  /** Meets the terms, the shortest list first; answers how many postings it read. */
  meet(segment: Segment, ids: readonly number[]): number {
    const { postings, postingStarts } = segment.buffers;
    const lengthOf = (id: number): number => (postingStarts[id + 1] ?? 0) - (postingStarts[id] ?? 0);
    const [first = 0, ...others] = ids.toSorted((a, b) => lengthOf(a) - lengthOf(b));
    let read = this.#take(postings, postingStarts[first] ?? 0, postingStarts[first + 1] ?? 0);
    for (const id of others) {
      if (this.count === 0) break;
      read += this.#keep(postings, postingStarts[id + 1] ?? 0, segment.markedAt(id));
    }
    return read;
  }

  /** Takes every entry of a list. */
  #take(bytes: Uint8Array, start: number, end: number): number {
    const { entries, impacts, nearest, furthest } = this;
    let [at, entry, count] = [start, 0, 0];
    while ((bytes[at++] ?? 0) > 127); // their number, which the end makes needless
    while (at < end) {
      let byte = bytes[at++] ?? 0;
      let gap = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        gap |= (byte & 127) << shift;
      }
      entry += gap;
      const posting = bytes[at++] ?? 0;
      const place = PLACES[posting] ?? 0;
      entries[count] = entry;
      impacts[count] = IMPACTS[posting] ?? 0;
      nearest[count] = place;
      furthest[count++] = place;
    }
    this.count = count;
    return count;
  }

  /** Keeps the entries that stand in a list too, and enters that at the last mark before each. */
  #keep(bytes: Uint8Array, end: number, marked: Marked): number {
    const { entries, impacts, nearest, furthest } = this;
    let [at, entry, posting, mark, kept, read] = [marked.offsets[0] ?? end, -1, 0, 0, 0, 0];
    let last = 0; // the entry the next gap counts from
    for (let next = 0; next < this.count; next++) {
      const wanted = entries[next] ?? 0;
      const nearer = lastMarkBefore(marked, wanted, mark);
      if (nearer !== mark) {
        mark = nearer;
        if ((marked.offsets[mark] ?? 0) > at) [at, last] = [marked.offsets[mark] ?? 0, marked.entries[mark] ?? 0];
      }
      while (entry < wanted && at < end) {
        let byte = bytes[at++] ?? 0;
        let gap = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] ?? 0;
          gap |= (byte & 127) << shift;
        }
        last += gap;
        entry = last;
        posting = bytes[at++] ?? 0;
        read++;
      }
      if (entry < wanted) break;
      if (entry !== wanted) continue;
      const place = PLACES[posting] ?? 0;
      entries[kept] = entry;
      impacts[kept] = (impacts[next] ?? 0) + (IMPACTS[posting] ?? 0);
      nearest[kept] = Math.min(nearest[next] ?? 0, place);
      furthest[kept++] = Math.max(furthest[next] ?? 0, place);
    }
    this.count = kept;
    return read;
  }
}
