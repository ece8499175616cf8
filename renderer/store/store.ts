import type { JournalState } from '../../protocols/contract/journal';
import type { JournalEntry, JournalKind } from '../../protocols/journal/entry';
import type { NoteBody } from '../../protocols/journal/note-body';
import type { Note, NoteRevision, UnsavedNote } from '../../protocols/notes/note';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { keepUnlessSaved } from './apply-entries';
import { DATABASE_VERSION, HandrailDatabase, readStoredVersion, type UnsavedText } from './database';
import { LATE, SAVE_SECONDS, withDeadline } from './deadline';
import { type SaveFailure, type StoreFailure, toMessage, toSaveFailure } from './failures';
import type { JournalPort } from './journal-port';
import { Live } from './live';
import { NoteFeed, type NoteListener } from './note-feed';
import { Projection } from './projection';
import { type Reconciled, rebuild, reconcile } from './reconcile';
import { type NoteChange, type NoteText, toChanged, toWritten } from './write-note';

export interface StoreOptions {
  readonly journal: JournalPort;
  readonly factory?: IDBFactory;
  readonly now?: () => Date;
  readonly seconds?: number;
}

/** Opens the clinic's notes, or says why not. What a newer program wrote is left exactly as it is. */
export async function openStore({
  journal,
  factory = indexedDB,
  now = () => new Date(),
  seconds = SAVE_SECONDS,
}: StoreOptions): Promise<Result<Store, StoreFailure>> {
  const options = { journal, factory, now, seconds };
  const first = await openOnce(options);
  if (first.ok || first.error.kind !== 'unreadable') return first;
  // The tables are a copy: what cannot be opened is put aside, and a new copy made.
  return (await journal.setDatabaseAside()) ? openOnce(options) : first;
}

async function openOnce({
  journal,
  factory,
  now,
  seconds,
}: Required<StoreOptions>): Promise<Result<Store, StoreFailure>> {
  const database = new HandrailDatabase(factory);
  try {
    // The version and the state of the journal are asked for at the same time: a start waits for the slower one only.
    const opened = await withDeadline(Promise.all([openChecked(database, factory), journal.state()]), seconds);
    if (opened === LATE) {
      database.close();
      return fail({ kind: 'no-answer', seconds });
    }
    const [checked, state] = opened;
    if (!checked.ok) return checked;
    if (state.kind === 'newer') {
      database.close();
      return fail(state);
    }
    const projection = new Projection(database, journal, seconds);
    const reconciled = 'sequence' in state ? await reconcile({ database, journal, projection }, state) : ok(undefined);
    return ok(new Store({ database, journal, projection, now, seconds, reconciled, state }));
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

interface Parts {
  readonly database: HandrailDatabase;
  readonly journal: JournalPort;
  readonly projection: Projection;
  readonly now: () => Date;
  readonly seconds: number;
  readonly reconciled: Result<Reconciled | undefined, SaveFailure>;
  readonly state: Exclude<JournalState, { readonly kind: 'newer' }>;
}

/**
 * What the clinic adds on this computer. Every write goes to the journal first and then into the tables; it either is on
 * the disk in both when it says so, or tells why it is not.
 */
export class Store {
  readonly #database: HandrailDatabase;
  readonly #journal: JournalPort;
  readonly #projection: Projection;
  readonly #now: () => Date;
  readonly #seconds: number;
  readonly #ofProtocol = new Map<string, Live<readonly Note[]>>();
  readonly #ofKind = new Map<string, Live<readonly JournalEntry[]>>();
  readonly #endListening: () => void;
  /** What opening had to put right, or why it could not. */
  readonly reconciled: Result<Reconciled | undefined, SaveFailure>;
  /** How the journal stood when the store was opened; while it cannot be used, nothing can be saved. */
  readonly journal: Parts['state'];
  readonly unsaved: Live<ReadonlyMap<string, UnsavedNote>>;

  constructor({ database, journal, projection, now, seconds, reconciled, state }: Parts) {
    this.journal = state;
    this.#database = database;
    this.#journal = journal;
    this.#projection = projection;
    this.#now = now;
    this.#seconds = seconds;
    this.reconciled = reconciled;
    this.unsaved = new Live(async () => new Map((await database.drafts.toArray()).map((row) => [row.key, row])), {
      isKept: true,
    });
    // What main itself writes down, such as a print.
    this.#endListening = journal.onAppended((point) => void projection.catchUpTo(point).catch(() => undefined));
  }

  /** Every note, in the order they were begun: all in memory, so only for what takes all of them, such as a file. */
  async listNotes(): Promise<readonly Note[]> {
    return this.#database.notes.orderBy('order').toArray();
  }

  async countNotes(): Promise<number> {
    return this.#database.notes.count();
  }

  /** The notes on one protocol, in the order they were begun. */
  notesOf(protocolId: string): Live<readonly Note[]> {
    const rows = this.#database.notes.where('target.protocolId').equals(protocolId);
    return remember(this.#ofProtocol, protocolId, () => rows.sortBy('order'));
  }

  /** The notes of these ids; none for an id that is not known. */
  notesNamed(ids: readonly string[]): Live<readonly Note[]> {
    return new Live(async () => (await this.#database.notes.bulkGet([...ids])).filter((note) => note !== undefined));
  }

  /** All of them at once, as they stand when it is first asked; for one question, not for a screen. */
  allNotes(): Live<readonly Note[]> {
    return new Live(() => this.#database.notes.toArray());
  }

  /** Hands over every note by pages and then each that is written, until the answer is called. */
  followNotes(listener: NoteListener): () => void {
    const feed = new NoteFeed(this.#database, listener);
    const endHearing = this.#projection.onWritten(feed.hear);
    return () => {
      endHearing();
      feed.end();
    };
  }

  /** Every entry of one kind other than notes, in the order they were written. The body is what was appended. */
  records(kind: Exclude<JournalKind, 'note'>): Live<readonly JournalEntry[]> {
    const rows = this.#database.records.where('kind').equals(kind);
    return remember(this.#ofKind, kind, () => rows.sortBy('sequence'));
  }

  /** Writes something down for good: text, whole numbers, lists and objects; decimals as text. */
  async append(kind: Exclude<JournalKind, 'note'>, body: object): Promise<Result<JournalEntry, SaveFailure>> {
    return this.#inTime(async () => this.#record(kind, body));
  }

  /** Saves what was written as a new revision, and takes its unsaved copy away in the same transaction. */
  saveNote(text: NoteText): Promise<Result<Note, SaveFailure>> {
    return this.#inTime(async () => {
      const { notes, revisions, drafts } = this.#database;
      const present = await notes.get(text.noteId);
      const forget = (): Promise<unknown> => drafts.delete(text.unsavedKey);
      // The first try was told as late and reached the disk all the same.
      if (present !== undefined && (await revisions.get(text.revision)) !== undefined) {
        const forgotten = await this.#projection.write(forget);
        return forgotten.ok ? ok(present) : forgotten;
      }
      return this.#recordNote(toWritten(text, present, this.#now()), forget);
    });
  }

  /** Puts a note in force, or retires it: a new revision too, and nothing is deleted. */
  changeNote(change: NoteChange): Promise<Result<Note, SaveFailure>> {
    return this.#inTime(() => this.#recordNote(toChanged(change, this.#now())));
  }

  keepUnsaved(unsaved: UnsavedNote): Promise<Result<unknown, SaveFailure>> {
    return this.#projection.write(() => keepUnlessSaved(this.#database, unsaved));
  }

  discardUnsaved(key: string): Promise<Result<unknown, SaveFailure>> {
    return this.#projection.write(() => this.#database.drafts.delete(key));
  }

  async findUnsaved(key: string): Promise<UnsavedNote | undefined> {
    return this.#database.drafts.get(key);
  }

  /** The same for the text of a procedure, by its id. */
  readonly unsavedTexts = {
    keepUnsaved: (text: UnsavedText): Promise<Result<unknown, SaveFailure>> =>
      this.#projection.write(() => this.#database.texts.put(text)),
    discardUnsaved: (id: string): Promise<Result<unknown, SaveFailure>> =>
      this.#projection.write(() => this.#database.texts.delete(id)),
    findUnsaved: async (id: string): Promise<UnsavedText | undefined> => this.#database.texts.get(id),
  };

  /** Every saved state of a note, in the order in which this computer wrote or received them. */
  async listRevisions(noteId: string): Promise<readonly NoteRevision[]> {
    return this.#database.revisions.where('noteId').equals(noteId).sortBy('sequence');
  }

  /** Every saved state of some notes, as a file of them takes along. */
  async listRevisionsOf(noteIds: readonly string[]): Promise<ReadonlyMap<string, readonly NoteRevision[]>> {
    const found = new Map<string, NoteRevision[]>(noteIds.map((id) => [id, []]));
    const rows = await this.#database.revisions.where('noteId').anyOf(noteIds).sortBy('sequence');
    for (const row of rows) found.get(row.noteId)?.push(row);
    return found;
  }

  /** The ids of all there is, to say what of a file is new. */
  async listIds(): Promise<{ readonly notes: ReadonlySet<string>; readonly revisions: ReadonlySet<string> }> {
    const { notes, revisions } = this.#database;
    const [noteIds, revisionIds] = await Promise.all([
      notes.toCollection().primaryKeys(),
      revisions.toCollection().primaryKeys(),
    ]);
    return { notes: new Set(noteIds), revisions: new Set(revisionIds) };
  }

  /** Brings what main wrote into the journal by itself into the tables. */
  async catchUp(): Promise<Result<unknown, SaveFailure>> {
    try {
      return await this.#projection.catchUpTo(undefined);
    } catch (error) {
      return fail(toSaveFailure(error));
    }
  }

  /** Builds the tables anew from the journal. What only the tables have goes into the journal first. */
  async rebuild(): Promise<Result<Reconciled, SaveFailure>> {
    try {
      const standing = await this.#journal.state();
      if (!('sequence' in standing)) return fail(standing);
      return await rebuild(
        { database: this.#database, journal: this.#journal, projection: this.#projection },
        standing,
      );
    } catch (error) {
      return fail(toSaveFailure(error));
    }
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
    this.#endListening();
    this.#database.close();
  }

  async #recordNote(body: NoteBody, and?: () => Promise<unknown>): Promise<Result<Note, SaveFailure>> {
    const recorded = await this.#record('note', body, and);
    if (!recorded.ok) return recorded;
    const note = await this.#database.notes.get(body.noteId);
    return note === undefined ? fail({ kind: 'not-written', message: 'the note was not found again' }) : ok(note);
  }

  async #record(
    kind: JournalKind,
    body: object,
    and?: () => Promise<unknown>,
  ): Promise<Result<JournalEntry, SaveFailure>> {
    const appended = await this.#journal.append([{ kind, body }]);
    if (!appended.ok) return fail(appended.error);
    const [entry] = appended.value;
    if (entry === undefined) return fail({ kind: 'not-written', message: 'the journal gave no entry back' });
    const applied = await this.#projection.catchUp([entry], and);
    return applied.ok ? ok(entry) : applied;
  }

  /** After the deadline a save counts as not saved. It may still arrive: a second try with the same revision changes nothing. */
  async #inTime<T>(work: () => Promise<Result<T, SaveFailure>>): Promise<Result<T, SaveFailure>> {
    try {
      const done = await withDeadline(work(), this.#seconds);
      return done === LATE ? fail({ kind: 'no-answer', seconds: this.#seconds }) : done;
    } catch (error) {
      return fail(toSaveFailure(error));
    }
  }
}

function remember<T>(known: Map<string, Live<T>>, key: string, query: () => Promise<T>): Live<T> {
  const live = known.get(key) ?? new Live(query, { isKept: true });
  known.set(key, live);
  return live;
}
