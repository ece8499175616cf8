import { IMPACTS, PLACES } from './posting';
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

  /** Meets the terms, the shortest list first; answers how many bytes it had to look through. */
  meet({ buffers }: Segment, ids: readonly number[]): number {
    const lengthOf = (id: number): number => (buffers.postingStarts[id + 1] ?? 0) - (buffers.postingStarts[id] ?? 0);
    const ordered = ids.toSorted((a, b) => lengthOf(a) - lengthOf(b));
    for (const [turn, id] of ordered.entries()) {
      if (turn > 0 && this.count === 0) break;
      this.#walk(buffers.postings, buffers.postingStarts[id] ?? 0, buffers.postingStarts[id + 1] ?? 0, turn === 0);
    }
    return ordered.reduce((sum, id) => sum + lengthOf(id), 0);
  }

  /** Takes every entry of the first list; of the others keeps those that are there already. */
  #walk(bytes: Uint8Array, start: number, end: number, first: boolean): void {
    const { entries, impacts, nearest, furthest } = this;
    const held = first ? 0 : this.count;
    let [at, entry, next, kept] = [start, 0, 0, 0];
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
      const [impact, place] = [IMPACTS[posting] ?? 0, PLACES[posting] ?? 0];
      if (first) {
        entries[kept] = entry;
        impacts[kept] = impact;
        nearest[kept] = place;
        furthest[kept++] = place;
        continue;
      }
      while (next < held && (entries[next] ?? 0) < entry) next++;
      if (next === held) break;
      if (entries[next] !== entry) continue;
      entries[kept] = entry;
      impacts[kept] = (impacts[next] ?? 0) + impact;
      nearest[kept] = Math.min(nearest[next] ?? 0, place);
      furthest[kept++] = Math.max(furthest[next++] ?? 0, place);
    }
    this.count = kept;
  }
}
