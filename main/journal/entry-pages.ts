import { type JournalEntry, toIdentity } from '../../protocols/journal/entry';
import { decodeSegment } from '../../protocols/journal/segment';
import { type SegmentFile, listSegments, readSegment } from './segment-files';

/** How many entries one page holds: what crosses between processes in one piece should not hold up the page. */
const PAGE_ENTRIES = 1000;

/** Reads a journal page by page. */
export class EntryPages {
  readonly #folder: string;
  /** The last file read that nothing is added to any more: a large one is asked for many times in a row. */
  #closed: { readonly path: string; readonly entries: readonly JournalEntry[] } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The entries after a sequence; none when there are no more. What stands after damage is not given out before it is mended. */
  async read(after: number): Promise<readonly JournalEntry[]> {
    const segments = await listSegments(this.#folder);
    const page: JournalEntry[] = [];
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1];
      if (next !== undefined && next.first <= after + 1) continue;
      for (const entry of await this.#entriesOf(segment, next !== undefined)) {
        const expected = page.at(-1)?.sequence ?? after;
        if (entry.sequence > after && entry.sequence !== expected + 1) return page;
        if (entry.sequence > after) page.push(entry);
        if (page.length === PAGE_ENTRIES) return page;
      }
    }
    return page;
  }

  async #entriesOf(segment: SegmentFile, isClosed: boolean): Promise<readonly JournalEntry[]> {
    if (this.#closed?.path === segment.path) return this.#closed.entries;
    const read = decodeSegment(await readSegment(segment));
    const entries = read.kind === 'read' ? read.entries : [];
    if (isClosed) this.#closed = { path: segment.path, entries };
    return entries;
  }
}

/** Everything a journal holds that is whole. */
export async function readAll(folder: string): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (const file of await listSegments(folder)) {
    const segment = decodeSegment(await readSegment(file));
    if (segment.kind === 'read') for (const entry of segment.entries) entries.push(entry);
  }
  return entries;
}

/** What of these entries a journal has not. */
export function findMissing(here: readonly JournalEntry[], entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const known = new Set(here.map(toIdentity));
  return entries.filter((entry) => !known.has(toIdentity(entry)));
}
