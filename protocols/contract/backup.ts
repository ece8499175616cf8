import type { NotWritten } from './calls';
import type { MergeChanges } from '../journal/merge-changes';
import type { JournalFailure } from './journal';

/** Fewest characters of a passphrase: what can be guessed protects nothing. */
export const SHORTEST_PASSPHRASE = 12;
export const LONGEST_PASSPHRASE = 200;

export type BackupFailure =
  | { readonly kind: 'cancelled' }
  /** The passphrase is wrong, or the file altered or cut short; the two cannot be told apart. */
  | { readonly kind: 'not-opened'; readonly file: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly message: string }
  | NotWritten
  /** The notes themselves could not be read, or nothing could be added to them. */
  | { readonly kind: 'journal'; readonly failure: JournalFailure }
  /** What was shown before is not at hand any more. */
  | { readonly kind: 'not-begun' };

/** A backup that was opened and not yet taken over, and what taking it over would change. Nothing of the present goes. */
export interface BackupPreview extends MergeChanges {
  readonly ticket: string;
  readonly file: string;
  /** Everything in the backup. */
  readonly entries: number;
  /** Written here and not in the backup; stays. */
  readonly kept: number;
  /** When the last entry of the backup was written; absent in an empty one. */
  readonly newest?: string;
}

/** How the automatic backup stands. */
export interface BackupState {
  /** Where it goes; absent while there is none. */
  readonly folder?: string;
  readonly last?: { readonly file: string; readonly at: string; readonly entries: number };
  /** Why the last one was not made. */
  readonly failure?: BackupFailure;
}
