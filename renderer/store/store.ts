import type { Transaction } from 'dexie';
import type { Note, NoteRevision, UnsavedNote } from '../../protocols/notes/note';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { DATABASE_VERSION, HandrailDatabase, readStoredVersion } from './database';
import { LATE, SAVE_SECONDS, withDeadline } from './deadline';
import { type SaveFailure, type StoreFailure, toMessage, toSaveFailure } from './failures';
import { Live } from './live';
import { type NoteChange, type NoteText, changeNote, writeNote } from './write-note';

export interface StoreOptions {
  readonly factory?: IDBFactory;
  readonly now?: () => Date;
  readonly seconds?: number;
}

/** Opens the clinic's notes, or says why not. A database of a newer program is left exactly as it is. */
export async function openStore({
  factory = indexedDB,
  now = () => new Date(),
  seconds = SAVE_SECONDS,
}: StoreOptions = {}): Promise<Result<Store, StoreFailure>> {
  const database = new HandrailDatabase(factory);
  try {
    const opened = await withDeadline(openChecked(database, factory), seconds);
    if (opened === LATE) {
      database.close();
      return fail({ kind: 'no-answer', seconds });
    }
    return opened.ok ? ok(new Store(database, now, seconds)) : opened;
  } catch (error) {
    database.close();
    return fail({ kind: 'unreadable', message: toMessage(error) });
  }
}

async function openChecked(database: HandrailDatabase, factory: IDBFactory): Promise<Result<undefined, StoreFailure>> {
  const found = await readStoredVersion(factory);
  // Dexie would open it without complaint and write rows the newer program cannot read.
  if (found !== undefined && found > DATABASE_VERSION) return fail({ kind: 'newer', found, ours: DATABASE_VERSION });
  await database.open();
  return ok(undefined);
}

/** The clinic's notes on this computer. Every write either is on the disk when it says so, or tells why it is not. */
export class Store {
  readonly #database: HandrailDatabase;
  readonly #now: () => Date;
  readonly #seconds: number;
  readonly #ofProtocol = new Map<string, Live<readonly Note[]>>();
  /** Every note, in the order they were begun. */
  readonly notes: Live<readonly Note[]>;
  readonly unsaved: Live<ReadonlyMap<string, UnsavedNote>>;

  constructor(database: HandrailDatabase, now: () => Date, seconds: number) {
    this.#database = database;
    this.#now = now;
    this.#seconds = seconds;
    this.notes = new Live(async () => inOrder(await database.notes.toArray()));
    this.unsaved = new Live(async () => new Map((await database.drafts.toArray()).map((row) => [row.key, row])));
  }

  /** The notes on one protocol, in the order they were begun. */
  notesOf(protocolId: string): Live<readonly Note[]> {
    const known = this.#ofProtocol.get(protocolId);
    if (known !== undefined) return known;
    const rows = this.#database.notes.where('target.protocolId').equals(protocolId);
    const live = new Live(async () => inOrder(await rows.toArray()));
    this.#ofProtocol.set(protocolId, live);
    return live;
  }

  /** Saves what was written as a new revision, and takes its unsaved copy away in the same transaction. */
  saveNote(text: NoteText): Promise<Result<Note, SaveFailure>> {
    return this.#write(() => writeNote(this.#database, text, this.#now()));
  }

  /** Puts a note in force, or retires it: a new revision too, and nothing is deleted. */
  changeNote(change: NoteChange): Promise<Result<Note, SaveFailure>> {
    return this.#write(() => changeNote(this.#database, change, this.#now()));
  }

  keepUnsaved(unsaved: UnsavedNote): Promise<Result<unknown, SaveFailure>> {
    return this.#write(() => this.#database.drafts.put(unsaved));
  }

  discardUnsaved(key: string): Promise<Result<unknown, SaveFailure>> {
    return this.#write(() => this.#database.drafts.delete(key));
  }

  async findUnsaved(key: string): Promise<UnsavedNote | undefined> {
    return this.#database.drafts.get(key);
  }

  /** Every saved state of a note, in the order in which this computer wrote or received them. */
  async listRevisions(noteId: string): Promise<readonly NoteRevision[]> {
    const rows = await this.#database.revisions.where('noteId').equals(noteId).toArray();
    return rows.toSorted((a, b) => a.sequence - b.sequence || (a.writer < b.writer ? -1 : 1));
  }

  /** Calls back when the database is taken away: by the browser, or for another program's newer form. */
  onLost(listener: () => void): void {
    this.#database.on('close', listener);
    // In place of Dexie's own handler, which closes too but tells nobody.
    this.#database.on('versionchange', () => {
      this.#database.close();
      listener();
      return false;
    });
  }

  close(): void {
    this.#database.close();
  }

  /** One strict transaction: it counts as done when the disk has it, and as not done after the deadline. */
  async #write<T>(scope: () => PromiseLike<T>): Promise<Result<T, SaveFailure>> {
    const { notes, revisions, drafts, writers } = this.#database;
    let running: Transaction | undefined;
    try {
      // An async scope, or Dexie loses the transaction at the first await inside.
      const work = this.#database.transaction('rw', [notes, revisions, drafts, writers], async (transaction) => {
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
}

/** What was told as not saved should not appear later. Answers whether the transaction could still be held. */
function abandon(work: PromiseLike<unknown>, running: Transaction | undefined): boolean {
  // Nobody waits any more: how it ends is not an error of the page.
  void Promise.resolve(work).catch(() => undefined);
  try {
    running?.abort();
    return true;
  } catch {
    return false; // already on its way to the disk; a second try with the same revision changes nothing
  }
}

function inOrder(notes: readonly Note[]): readonly Note[] {
  return notes.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
