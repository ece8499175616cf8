import { setImmediate as nextTurn } from 'node:timers/promises';
import { type JournalEntry, toIdentity } from '../../protocols/journal/entry';
import { decodeSegmentInSteps } from '../../protocols/journal/segment';
import { type SegmentFile, listSegments, readSegment } from './segment-files';

/** How many entries one page holds, and characters of JSON: what crosses between processes in one piece must not hold up the page. */
const PAGE_ENTRIES = 1000;
const PAGE_LENGTH = 4_000_000;

/** Reads a journal page by page. */
export class EntryPages {
  readonly #folder: string;
  /** The last file read, as it stood: a large one is asked for many times in a row. */
  #known: { readonly as: string; readonly entries: readonly JournalEntry[] } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The entries after a sequence; none when there are no more. What stands after damage is not given out before it is mended. */
  async read(after: number): Promise<readonly JournalEntry[]> {
    const segments = await listSegments(this.#folder);
    const page: JournalEntry[] = [];
    let length = 0;
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1];
      if (next !== undefined && next.first <= after + 1) continue;
      for (const entry of await this.#entriesOf(segment)) {
        const expected = page.at(-1)?.sequence ?? after;
        if (entry.sequence <= after) continue;
        if (entry.sequence !== expected + 1) return page;
        page.push(entry);
        length += JSON.stringify(entry.body).length;
        if (page.length === PAGE_ENTRIES || length >= PAGE_LENGTH) return page;
      }
    }
    return page;
  }

  async #entriesOf(file: SegmentFile): Promise<readonly JournalEntry[]> {
    const text = await readSegment(file);
    // Its end says which entry is the last.
    const known = `${file.path} ${text.length} ${text.slice(-200)}`;
    if (this.#known?.as !== known) this.#known = { as: known, entries: await readEntries(text) };
    return this.#known.entries;
  }
}

/** What is whole in a file, letting others have their turn: one of everything that was taken over at once is large. */
async function readEntries(text: string): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (const step of decodeSegmentInSteps(text)) {
    for (const entry of step.entries) entries.push(entry);
    await nextTurn();
  }
  return entries;
}

/** Everything a journal holds that is whole. */
export async function readAll(folder: string): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (const file of await listSegments(folder))
    for (const entry of await readEntries(await readSegment(file))) entries.push(entry);
  return entries;
}

/** What of these entries a journal has not. */
export function findMissing(here: readonly JournalEntry[], entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const known = new Set(here.map(toIdentity));
  return entries.filter((entry) => !known.has(toIdentity(entry)));
}
