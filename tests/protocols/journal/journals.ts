import { CHAIN_START, type JournalEntry, type NewRecord, sealEntry } from '../../../protocols/journal/entry';

const AT = '2026-11-22T14:02:00+01:00';

/** The journal of one computer: these records, after what it held before. */
export function toJournal(writer: string, records: readonly NewRecord[], before: readonly JournalEntry[] = []) {
  const entries = [...before];
  for (const record of records)
    entries.push(sealEntry(record, { after: entries.at(-1) ?? CHAIN_START, writer, at: AT }));
  return entries;
}

/** An entry as another computer, or this one after a repair, takes it over. */
export function takenOver({ kind, body, at, origin, writer, sequence, hash }: JournalEntry): NewRecord {
  return { kind, body, at, origin: origin ?? { writer, sequence, hash } };
}
