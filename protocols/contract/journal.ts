import type { ChainPoint } from '../journal/entry';

/** Something that was mended, told once: what was damaged, what became of it, where the damaged file is. */
export interface JournalRepair {
  /** The file moved aside, within the data folder. */
  readonly file: string;
  /** The first entry that could not be relied on. */
  readonly sequence: number;
  /** Entries that came back from elsewhere: a snapshot, or further on in the same file. */
  readonly recovered: number;
  /** Entries of which no copy was found here. The page may still have them. */
  readonly missing: number;
  /** Snapshots that were looked at and are damaged themselves. */
  readonly skipped: readonly string[];
}

/** A journal that can be read: how far it goes, and what had to be mended since the program started. */
export interface JournalStanding extends ChainPoint {
  readonly kind: 'open' | 'to-read';
  readonly writer: string;
  readonly repairs: readonly JournalRepair[];
}

/** Why the journal cannot be used; nothing is written to it. */
export type JournalTrouble =
  /** Written by a newer program; nothing was changed. */
  | { readonly kind: 'newer'; readonly found: number; readonly ours: number }
  /** Another program is writing. */
  | { readonly kind: 'in-use'; readonly owner: string }
  | { readonly kind: 'unreadable'; readonly message: string };

export type JournalState = JournalStanding | JournalTrouble;

/** Why nothing was written down. */
export type JournalFailure =
  | JournalTrouble
  | { readonly kind: 'read-only' }
  | { readonly kind: 'full' }
  | { readonly kind: 'not-written'; readonly message: string };
