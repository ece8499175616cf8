import type { Transaction } from 'dexie';
import type { ChainPoint, JournalEntry } from '../../protocols/journal/entry';
import { toRevision } from '../../protocols/journal/note-body';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { NOTHING_APPLIED, applyEntries } from './apply-entries';
import type { AppliedRow, HandrailDatabase } from './database';
import { LATE, withDeadline } from './deadline';
import { type SaveFailure, toSaveFailure } from './failures';
import type { JournalPort } from './journal-port';

/** Keeps the tables in step with the journal, one transaction after the other. */
export class Projection {
  readonly #database: HandrailDatabase;
  readonly #journal: JournalPort;
  readonly #seconds: number;
  readonly #listeners = new Set<(noteIds: readonly string[]) => void>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: HandrailDatabase, journal: JournalPort, seconds: number) {
    this.#database = database;
    this.#journal = journal;
    this.#seconds = seconds;
  }

  /** Brings the tables at least to the last of these entries; `and` runs in the same transaction as they do. */
  catchUp(entries: readonly JournalEntry[], and?: () => Promise<unknown>): Promise<Result<AppliedRow, SaveFailure>> {
    const last = entries.at(-1);
    if (last === undefined) return this.catchUpTo(undefined);
    return this.#inTurn(async () => {
      const applied = await this.#apply(entries, and);
      if (!applied.ok || applied.value.sequence >= last.sequence) return applied;
      const missing = await this.#readUpTo(last, applied.value);
      return missing.ok && and !== undefined ? this.#apply([], and) : missing;
    });
  }

  /** Reads the journal from where the tables are up to a point, or to its end. */
  catchUpTo(point: ChainPoint | undefined): Promise<Result<AppliedRow, SaveFailure>> {
    return this.#inTurn(async () => this.#readUpTo(point, await this.applied()));
  }

  /** Calls back with the notes that were written to the tables, once the disk has them. */
  onWritten(listener: (noteIds: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async applied(): Promise<AppliedRow> {
    return (await this.#database.applied.get('journal')) ?? NOTHING_APPLIED;
  }

  /** One strict transaction over all tables: done when the disk has it, and not done after the deadline. */
  async write<T>(scope: () => PromiseLike<T>): Promise<Result<T, SaveFailure>> {
    let running: Transaction | undefined;
    try {
      // An async scope, or Dexie loses the transaction at the first await inside.
      const work = this.#database.transaction('rw', this.#database.tables, async (transaction) => {
        running = transaction;
        return scope();
      });
      const done = await withDeadline(work, this.#seconds);
      if (done !== LATE) return ok(done);
      abandon(work, running);
      return fail({ kind: 'no-answer', seconds: this.#seconds });
    } catch (error) {
      return fail(toSaveFailure(error));
    }
  }

  async #readUpTo(point: ChainPoint | undefined, from: AppliedRow): Promise<Result<AppliedRow, SaveFailure>> {
    const end = point?.sequence ?? Number.POSITIVE_INFINITY;
    let at = from;
    while (at.sequence < end) {
      const page = await this.#journal.read(at.sequence);
      if (!page.ok) return fail(page.error);
      if (page.value.length === 0) break;
      const applied = await this.#apply(page.value);
      if (!applied.ok) return applied;
      if (applied.value.sequence === at.sequence)
        return fail({ kind: 'not-written', message: `the journal does not go on from entry ${at.sequence}` });
      at = applied.value;
    }
    return ok(at);
  }

  async #apply(
    entries: readonly JournalEntry[],
    and?: () => Promise<unknown>,
  ): Promise<Result<AppliedRow, SaveFailure>> {
    const applied = await this.write(async () => {
      await and?.();
      return applyEntries(this.#database, entries);
    });
    if (applied.ok && this.#listeners.size > 0) {
      const noteIds = [...new Set(entries.flatMap((entry) => toRevision(entry)?.noteId ?? []))];
      for (const listener of this.#listeners) listener(noteIds);
    }
    return applied;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

/** What was told as not saved should not hold the tables for ever. */
function abandon(work: PromiseLike<unknown>, running: Transaction | undefined): void {
  // Nobody waits any more: how it ends is not an error of the page.
  void Promise.resolve(work).catch(() => undefined);
  try {
    running?.abort();
  } catch {
    // Already on its way to the disk; a second try with the same revision changes nothing.
  }
}
