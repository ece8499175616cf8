import { Dexie, type Table } from 'dexie';
import type { ChainPoint, JournalEntry } from '../../protocols/journal/entry';
import type { Note, NoteRevision, UnsavedNote } from '../../protocols/notes/note';

export const DATABASE_NAME = 'handrail';

/** The form of the database this program reads and writes. Raise it with every change of tables or rows. */
export const DATABASE_VERSION = 3;

/** How far the journal is in these tables, and how many rows that made: what is counted can be missed. */
export interface AppliedRow extends ChainPoint {
  readonly key: 'journal';
  readonly notes: number;
  readonly revisions: number;
  readonly records: number;
}

/** Text of a procedure being typed and not yet saved. */
export interface UnsavedText {
  /** Of the procedure. */
  readonly id: string;
  readonly text: string;
  /** Instant with its zone. */
  readonly modified: string;
}

/** The tables of the clinic's own words: a working copy of the journal. Opened only by `openStore`. */
export class HandrailDatabase extends Dexie {
  /** One row a note: its present state. */
  declare readonly notes: Table<Note, string>;
  /** Every state ever saved; rows are only added. */
  declare readonly revisions: Table<NoteRevision, string>;
  /** Every entry of the journal that is not a note, of kinds this program does not know as well. */
  declare readonly records: Table<JournalEntry, number>;
  declare readonly drafts: Table<UnsavedNote, string>;
  /** Text of the clinic's own procedures that was typed and not saved. */
  declare readonly texts: Table<UnsavedText, string>;
  declare readonly applied: Table<AppliedRow, string>;

  constructor(factory: IDBFactory) {
    super(DATABASE_NAME, {
      indexedDB: factory,
      // Without it a power cut takes every write since the last flush, acknowledged or not.
      chromeTransactionDurability: 'strict',
      // Dexie's cache shows writes that are not committed yet; "Saved" may never run ahead of the disk.
      cache: 'disabled',
      // Nothing may open the database again behind the check of its version.
      autoOpen: false,
    });
    // Before the journal: the tables were the only copy.
    this.version(1).stores({
      notes: '&id, target.protocolId',
      revisions: '&revision, noteId, &[writer+sequence]',
      drafts: '&key',
      writers: '&writer, self',
    });
    this.version(2).stores({
      notes: '&id, order, target.protocolId',
      revisions: '&revision, noteId, *parents',
      records: '&sequence, kind',
      applied: '&key',
      writers: null,
    });
    this.version(DATABASE_VERSION).stores({ texts: '&id' });
  }
}

/** The version stored on disk, in our counting; undefined when there is no database yet. Nothing is opened. */
export async function readStoredVersion(factory: IDBFactory): Promise<number | undefined> {
  const found = (await factory.databases()).find(({ name }) => name === DATABASE_NAME);
  // Dexie keeps its versions times ten.
  return found?.version === undefined ? undefined : found.version / 10;
}
