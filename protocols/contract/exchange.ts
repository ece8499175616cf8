import type { AnnotationFailure } from '../exchange/parse-annotations';
import type { NotWritten } from './calls';

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
  /** The export was not begun, or was ended already. */
  | { readonly kind: 'not-begun' };
