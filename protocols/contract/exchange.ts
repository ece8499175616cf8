import type { AnnotationFailure, ParsedAnnotations } from '../exchange/parse-annotations';
import type { NotWritten } from './calls';
import type { JournalFailure } from './journal';

/** `annotations`: W3C, without loss. `table`: for a spreadsheet, to read only. */
export const EXCHANGE_FORMATS = ['annotations', 'table'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

/** Longest text that crosses at once, in UTF-16 units. */
export const LONGEST_PART = 400_000;

export type ExchangeFailure =
  | { readonly kind: 'cancelled' }
  | NotWritten
  /** More than a file may hold, in bytes. */
  | { readonly kind: 'too-large'; readonly found: number; readonly most: number }
  | { readonly kind: 'unreadable'; readonly file: string; readonly message: string }
  | { readonly kind: 'refused'; readonly file: string; readonly failure: AnnotationFailure }
  /** Nothing was taken in. */
  | { readonly kind: 'not-taken'; readonly failure: JournalFailure }
  /** What was gathered is no more: ended already, or another export or import was begun. */
  | { readonly kind: 'not-begun' };

/** The notes of a file, and what they are gathered under if they are taken in. */
export interface OpenedNotes {
  readonly ticket: string;
  readonly file: string;
  readonly notes: ParsedAnnotations;
}
