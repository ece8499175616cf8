import { Dexie, type Table } from 'dexie';
import type { Note, NoteRevision, UnsavedNote } from '../../protocols/notes/note';

export const DATABASE_NAME = 'handrail';

/** The form of the database this program reads and writes. Raise it with every change of tables or rows. */
export const DATABASE_VERSION = 1;

/** How many revisions and notes this program's own copy has written: what is counted can be missed. */
export interface WriterRow {
  readonly writer: string;
  /** Of the last revision; the first is 1. */
  readonly sequence: number;
  readonly notes: number;
  /** Set for the one writer that is this data folder. */
  readonly self: 1 | 0;
}

/** The tables of the clinic's own words. Opened only by `openStore`. */
export class HandrailDatabase extends Dexie {
  /** One row a note: its present state. */
  declare readonly notes: Table<Note, string>;
  /** Every state ever saved; rows are only added. */
  declare readonly revisions: Table<NoteRevision, string>;
  declare readonly drafts: Table<UnsavedNote, string>;
  declare readonly writers: Table<WriterRow, string>;

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
    this.version(DATABASE_VERSION).stores({
      notes: '&id, target.protocolId',
      revisions: '&revision, noteId, &[writer+sequence]',
      drafts: '&key',
      writers: '&writer, self',
    });
  }
}

/** The version stored on disk, in our counting; undefined when there is no database yet. Nothing is opened. */
export async function readStoredVersion(factory: IDBFactory): Promise<number | undefined> {
  const found = (await factory.databases()).find(({ name }) => name === DATABASE_NAME);
  // Dexie keeps its versions times ten.
  return found?.version === undefined ? undefined : found.version / 10;
}
