import type { WebContents } from 'electron';
import type { JournalFailure } from '../../protocols/contract/journal';
import type { JournalEntry, JournalKind } from '../../protocols/journal/entry';
import { type Result, fail, ok } from '../../protocols/schema/result';
import type { Journal } from './journal';

/** Writes down something main itself did, such as a print, and lets the page know. */
export type RecordInMain = (kind: JournalKind, body: object) => Promise<Result<JournalEntry, JournalFailure>>;

export function recordInto(journal: Journal, page: () => WebContents | undefined): RecordInMain {
  return async (kind, body) => {
    const appended = await journal.append([{ kind, body }]);
    if (!appended.ok) return appended;
    const [entry] = appended.value;
    if (entry === undefined) return fail({ kind: 'not-written', message: 'nothing was written' });
    page()?.send('journal:appended', { sequence: entry.sequence, hash: entry.hash });
    return ok(entry);
  };
}
