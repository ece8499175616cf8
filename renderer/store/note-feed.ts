import type { Note } from '../../protocols/notes/note';
import type { HandrailDatabase } from './database';

/** How many notes are read at a time: a clinic may have a hundred thousand, and the page must go on answering. */
const PAGE = 500;

/** Hears of notes; the next are read once it is done with these. */
export type NoteListener = (notes: readonly Note[]) => Promise<void>;

/** Hands over every note, in the order they were begun, and from then on each that is written. Never holds all of them. */
export class NoteFeed {
  readonly #database: HandrailDatabase;
  readonly #listener: NoteListener;
  readonly #written = new Set<string>();
  #after = Number.NEGATIVE_INFINITY;
  #isRunning = false;
  #isEnded = false;

  constructor(database: HandrailDatabase, listener: NoteListener) {
    this.#database = database;
    this.#listener = listener;
    this.#run();
  }

  /** These were written: they are handed over before the rest of those from before. */
  readonly hear = (noteIds: readonly string[]): void => {
    for (const id of noteIds) this.#written.add(id);
    this.#run();
  };

  end(): void {
    this.#isEnded = true;
  }

  #run(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    const rest = (): void => {
      this.#isRunning = false;
    };
    // A database that was taken away is told where the store is asked; what was handed over stays as it is.
    void this.#handOver().then(rest, rest);
  }

  async #handOver(): Promise<void> {
    for (;;) {
      const notes = this.#isEnded ? [] : await this.#next();
      if (this.#isEnded) return;
      // What was written while the last page was looked for is not on it.
      if (notes.length === 0 && this.#written.size === 0) return;
      if (notes.length > 0) await this.#listener(notes);
    }
  }

  async #next(): Promise<readonly Note[]> {
    const { notes } = this.#database;
    if (this.#written.size > 0) {
      const ids = [...this.#written].slice(0, PAGE);
      for (const id of ids) this.#written.delete(id);
      const found = (await notes.bulkGet(ids)).filter((note) => note !== undefined);
      if (found.length > 0) return found;
    }
    const page = await notes.where('order').above(this.#after).limit(PAGE).toArray();
    this.#after = page.at(-1)?.order ?? this.#after;
    return page;
  }
}
