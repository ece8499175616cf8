import { type BitSet, addTo } from './bit-set';
import type { Collection, View } from './collection';
import type { Segment } from './segment';

/** For each term what stands at its place, one list after another. */
interface Table {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

interface SegmentNames {
  /** For each term the places of names of which it is the rarest term. */
  readonly byRarest: Table;
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
    const table = this.#names.get(view)?.byRarest;
    if (table === undefined) return longest;
    const said = new Set(terms);
    for (const term of said) {
      for (const place of listAt(table, term)) {
        if (longest.has(place)) continue;
        const length = view.segment.longestNameAt(place, said);
        if (length > 0) longest.set(place, length);
      }
    }
    return longest;
  }
}

function listAt({ starts, values }: Table, place: number): Uint32Array {
  return place < 0 ? values.subarray(0, 0) : values.subarray(starts[place], starts[place + 1]);
}

function toSegmentNames(segment: Segment): SegmentNames {
  const { terms, postingStarts, nameStarts, namesOf } = segment.buffers;
  const bytesOf = (term: number): number => (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0);
  const [keys, places]: [number[], number[]] = [[], []];
  for (let place = 0; place < nameStarts.length - 1; place++) {
    for (const name of segment.namesAt(place)) {
      keys.push(name.reduce((rarest, term) => (bytesOf(term) < bytesOf(rarest) ? term : rarest)));
      places.push(place);
    }
  }
  return {
    byRarest: toTable(terms.size, keys, (at) => places[at] ?? 0),
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
