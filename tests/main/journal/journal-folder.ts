import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { Journal, type JournalOptions } from '../../../main/journal/journal';
import type { JournalEntry } from '../../../protocols/journal/entry';
import type { Result } from '../../../protocols/schema/result';

/** A data folder for each test, and starts of the program on it. */
export class JournalFolder {
  /** Where the journal lies. */
  path = '';
  readonly #opened: Journal[] = [];

  constructor() {
    beforeEach(() => {
      this.path = join(mkdtempSync(join(tmpdir(), 'handrail-journal-')), 'journal');
    });
    afterEach(async () => {
      await this.#close();
      rmSync(join(this.path, '..'), { recursive: true, force: true });
    });
  }

  open(options: Partial<JournalOptions> = {}): Journal {
    const journal = new Journal({ folder: this.path, writable: true, ...options });
    this.#opened.push(journal);
    return journal;
  }

  /** Another start of the program on the same folder. */
  async reopen(options: Partial<JournalOptions> = {}): Promise<Journal> {
    await this.#close();
    return this.open(options);
  }

  /** The journal opened last. */
  get present(): Journal {
    return this.#opened.at(-1) ?? this.open();
  }

  async #close(): Promise<void> {
    for (const journal of this.#opened.splice(0)) await journal.close();
  }
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Writes so many entries, one by one, numbered from where it is told. */
export async function write(journal: Journal, count: number, from = 0): Promise<void> {
  for (let index = from; index < from + count; index += 1)
    valueOf(await journal.append([{ kind: 'review', body: { text: `entry ${index}` } }]));
}

export async function readAll(journal: Journal): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const page = valueOf(await journal.read(entries.length));
    if (page.length === 0) return entries;
    entries.push(...page);
  }
}

export const texts = (entries: readonly JournalEntry[]): string[] =>
  entries.map(({ body }) => (body as { text: string }).text).toSorted();
export const expected = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `entry ${index}`).toSorted();
