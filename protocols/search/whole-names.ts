import type { Collection } from './collection';
import type { Segment } from './segment';

/**
 * Which entries go by a name that may have been said whole: each name is found by the rarest of its terms, so that few are found
 * that were not.
 */
export class WholeNames {
  readonly #segments: readonly { readonly base: number; readonly segment: Segment; readonly names: NameTable }[];

  constructor({ views }: Pick<Collection, 'views'>) {
    this.#segments = views.map(({ segment, base }) => ({ base, segment, names: toNameTable(segment) }));
  }

  /** Tells of every entry with a name all of whose terms are among those given, and of some others. */
  eachSaid(terms: ReadonlySet<string>, onEntry: (entry: number) => void): void {
    for (const { base, segment, names } of this.#segments) {
      for (const term of terms) {
        const id = segment.buffers.terms.find(term);
        if (id < 0) continue;
        const end = names.starts[id + 1] ?? 0;
        for (let at = names.starts[id] ?? 0; at < end; at++) onEntry(base + (names.entries[at] ?? 0));
      }
    }
  }
}

/** For each term the entries of the names it is the rarest term of. */
interface NameTable {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

function toNameTable(segment: Segment): NameTable {
  const { terms, postingStarts } = segment.buffers;
  const bytesOf = (term: number): number => (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0);
  const starts = new Uint32Array(terms.size + 1);
  const keys: number[] = [];
  const owners: number[] = [];
  for (let entry = 0; entry < segment.size; entry++) {
    let rarest = -1;
    segment.walkNames(entry, (term, last) => {
      if (rarest < 0 || bytesOf(term) < bytesOf(rarest)) rarest = term;
      if (!last) return;
      keys.push(rarest);
      owners.push(entry);
      starts[rarest + 1] = (starts[rarest + 1] ?? 0) + 1;
      rarest = -1;
    });
  }
  for (let term = 0; term < terms.size; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const entries = new Uint32Array(owners.length);
  for (const [at, key] of keys.entries()) {
    const place = next[key] ?? 0;
    entries[place] = owners[at] ?? 0;
    next[key] = place + 1;
  }
  return { starts, entries };
}
