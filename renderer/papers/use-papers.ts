import { useMemo } from 'react';
import type { ClinicValueRecord } from '../../protocols/dose/clinic-records';
import type { JournalEntry } from '../../protocols/journal/entry';
import type { Note } from '../../protocols/notes/note';
import { type PrintRecord, parsePrintRecord } from '../../protocols/print-identity/print-record';
import type { Present, PresentLocal } from '../../protocols/print-identity/sheet-standing';
import { useLibrary } from '../app/library-provider';
import { useToday } from '../app/use-today';
import { useClinic } from '../dose/use-clinic';
import { useNotes, useReading } from '../notes/notes-context';
import { toPrintedValue } from '../print/page/printed-local';
import type { Store } from '../store/store';

/** The print log, and what every sheet in it is held against. */
export interface OpenPapers {
  readonly state: 'ready';
  /** In the order in which they were printed. */
  readonly log: readonly PrintRecord[];
  /** False where the log may lack a sheet: an entry cannot be read, or the journal is not open to its end. */
  readonly isWhole: boolean;
  readonly present: Present;
  /** Of those that stand on a sheet, as they are now. */
  readonly notes: readonly Note[];
  readonly values: readonly ClinicValueRecord[];
}

/** `closed`: what the clinic added cannot be read, so no sheet can be judged. */
export type Papers = OpenPapers | { readonly state: 'loading' } | { readonly state: 'closed' };

export function usePapers(): Papers {
  const { store, state } = useNotes();
  const library = useLibrary();
  const today = useToday();
  const clinic = useClinic();
  const prints = useReading(useMemo(() => store?.records('print'), [store]));
  const read = useMemo(() => (prints.state === 'ready' ? readLog(prints.value) : undefined), [prints]);
  const notes = useReading(useMemo(() => read && store?.notesNamed(listPrintedNotes(read.log)), [store, read]));
  return useMemo(() => {
    const failed = prints.state === 'failed' || notes.state === 'failed' || typeof clinic.state === 'object';
    if (typeof state === 'object' || clinic.state === 'closed' || failed) return { state: 'closed' };
    if (library === undefined || store === undefined || read === undefined) return { state: 'loading' };
    if (notes.state === 'loading' || clinic.state === 'loading') return { state: 'loading' };
    const local = [...notes.value.map(toPresentNote), ...listPresentValues(clinic.values)];
    return {
      state: 'ready',
      log: read.log,
      isWhole: read.unreadable === 0 && store.reconciled.ok && isWhole(store.journal),
      present: { editions: library.listing.protocols, local, today },
      notes: notes.value,
      values: clinic.values,
    };
  }, [state, store, library, today, clinic, prints, notes, read]);
}

function readLog(entries: readonly JournalEntry[]): { readonly log: readonly PrintRecord[]; unreadable: number } {
  const log = entries.flatMap(({ body }) => {
    const record = parsePrintRecord(body);
    return record.ok ? [record.value] : [];
  });
  return { log, unreadable: entries.length - log.length };
}

function listPrintedNotes(log: readonly PrintRecord[]): readonly string[] {
  const printed = log.flatMap(({ local }) => local.filter(({ kind }) => kind === 'note'));
  return [...new Set(printed.map(({ id }) => id))];
}

function isWhole(journal: Store['journal']): boolean {
  return 'repairs' in journal && journal.repairs.every(({ missing }) => missing === 0);
}

/** Only a note in force prints. */
function toPresentNote({ id, revision, status, modified }: Note): PresentLocal {
  return { kind: 'note', id, revision: status === 'active' ? revision : undefined, changed: modified };
}

/** The last word on every value; one that was taken back keeps the moment of that. */
function listPresentValues(records: readonly ClinicValueRecord[]): PresentLocal[] {
  const last = new Map<string, PresentLocal>();
  for (const record of records) {
    const { kind, id, revision } = toPrintedValue(record);
    last.set(id, { kind, id, revision: record.value === null ? undefined : revision, changed: record.at });
  }
  return [...last.values()];
}
