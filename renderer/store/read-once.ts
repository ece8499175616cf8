import type { JournalEntry } from '../../protocols/journal/entry';
import type { Note } from '../../protocols/notes/note';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { DATABASE_VERSION, HandrailDatabase, readStoredVersion } from './database';
import { LATE, SAVE_SECONDS, withDeadline } from './deadline';
import { type StoreFailure, toMessage } from './failures';

/** What a sheet repeats of the clinic's own: the notes on its protocol, and what was set for the calculator. */
export interface ClinicRecords {
  readonly notes: readonly Note[];
  readonly values: readonly JournalEntry[];
  readonly switches: readonly JournalEntry[];
}

/** Reads it as it stands now and closes again: the window owns the store, and a page that prints writes nothing. */
export async function readOnce(protocolId: string, factory = indexedDB): Promise<Result<ClinicRecords, StoreFailure>> {
  try {
    const found = await readStoredVersion(factory);
    if (found === undefined) return ok({ notes: [], values: [], switches: [] });
    // What the window has not brought to our form is not ours to change.
    if (found > DATABASE_VERSION) return fail({ kind: 'newer', found, ours: DATABASE_VERSION });
    if (found < DATABASE_VERSION) return fail({ kind: 'unreadable', message: `the database is of version ${found}` });
    const database = new HandrailDatabase(factory);
    try {
      const read = await withDeadline(readAll(database, protocolId), SAVE_SECONDS);
      return read === LATE ? fail({ kind: 'no-answer', seconds: SAVE_SECONDS }) : ok(read);
    } finally {
      database.close();
    }
  } catch (error) {
    return fail({ kind: 'unreadable', message: toMessage(error) });
  }
}

async function readAll(database: HandrailDatabase, protocolId: string): Promise<ClinicRecords> {
  await database.open();
  const ofKind = (kind: string): Promise<JournalEntry[]> =>
    database.records.where('kind').equals(kind).sortBy('sequence');
  const [notes, values, switches] = await Promise.all([
    database.notes.where('target.protocolId').equals(protocolId).sortBy('order'),
    ofKind('clinic-value'),
    ofKind('calculator'),
  ]);
  return { notes, values, switches };
}
