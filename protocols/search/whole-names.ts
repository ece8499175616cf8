import { type BitSet, addTo } from './bit-set';
import type { Collection, View } from './collection';
import type { Segment } from './segment';

/** For each term what stands at its place, one list after another. */
interface Table {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

interface SegmentNames {
  /** For each term the names of which it is the rarest term, by their number. */
  readonly byRarest: Table;
  /** Of each name where it begins, and its place in `namesOf`. */
  readonly starts: readonly number[];
  readonly places: readonly number[];
  /** For each term whether it is asked for, while a question is answered. */
  readonly marks: Uint8Array;
  /** For each of those places the entries that go by the names there. */
  readonly entries: Table;
}

/**
 * Which entries go by a name that was said whole: each name is found by the rarest of its terms, so that few are looked at that were
 * not.
 */
export class WholeNames {
  readonly #names: ReadonlyMap<View, SegmentNames>;

  constructor({ views }: Pick<Collection, 'views'>) {
    this.#names = new Map(views.map((view) => [view, toSegmentNames(view.segment)]));
  }

  /** Puts into a set every entry with a name all of whose terms are among those given. */
  addSaid(terms: ReadonlySet<string>, said: BitSet): void {
    for (const [view, { entries }] of this.#names) {
      const ids = [...terms].map((term) => view.segment.buffers.terms.find(term)).filter((id) => id >= 0);
      for (const place of this.longestSaid(view, ids).keys())
        for (const entry of listAt(entries, place)) addTo(said, view.base + entry);
    }
  }

  /**
   * For each place of `namesOf` in a segment with a name of which every term is among those given: how many terms the longest such
   * name has.
   */
  longestSaid(view: View, terms: readonly number[]): ReadonlyMap<number, number> {
    const longest = new Map<number, number>();
    const names = this.#names.get(view);
    if (names === undefined) return longest;
    const { byRarest, starts, places, marks } = names;
    const said = terms.filter((term) => term >= 0);
    for (const term of said) marks[term] = 1;
    for (const term of said) {
      const end = byRarest.starts[term + 1] ?? 0;
      for (let at = byRarest.starts[term] ?? 0; at < end; at++) {
        const name = byRarest.values[at] ?? 0;
        const length = view.segment.markedLength(starts[name] ?? 0, marks);
        const place = places[name] ?? 0;
        if (length > (longest.get(place) ?? 0)) longest.set(place, length);
      }
    }
    for (const term of said) marks[term] = 0;
    return longest;
  }
}

function listAt({ starts, values }: Table, place: number): Uint32Array {
  return values.subarray(starts[place], starts[place + 1]);
}

function toSegmentNames(segment: Segment): SegmentNames {
  const { terms, postingStarts, nameStarts, namesOf } = segment.buffers;
  const bytesOf = (term: number): number => (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0);
  const keys: number[] = [];
  const startsOf: number[] = [];
  const places: number[] = [];
  for (let place = 0; place < nameStarts.length - 1; place++) {
    for (const { start, terms: name } of segment.namesAt(place)) {
      keys.push(name.reduce((rarest, term) => (bytesOf(term) < bytesOf(rarest) ? term : rarest)));
      startsOf.push(start);
      places.push(place);
    }
  }
  return {
    byRarest: toTable(terms.size, keys, (at) => at),
    starts: startsOf,
    places,
    marks: new Uint8Array(terms.size),
    entries: toTable(nameStarts.length - 1, namesOf, (entry) => entry),
  };
}

/** Puts the value of each key into the list of that key, in order. */
function toTable(size: number, keys: ArrayLike<number>, valueOf: (at: number) => number): Table {
  const starts = new Uint32Array(size + 1);
  for (let at = 0; at < keys.length; at++) starts[(keys[at] ?? 0) + 1] = (starts[(keys[at] ?? 0) + 1] ?? 0) + 1;
  for (let at = 0; at < size; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const values = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    values[next[key] ?? 0] = valueOf(at);
    next[key] = (next[key] ?? 0) + 1;
  }
  return { starts, values };
}
