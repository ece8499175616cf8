import type { SentenceCode, SentenceParams } from './sentences';

/** An expected outcome as plain data: it crosses the bridge between processes, where a thrown error would lose its parts. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** What kind of thing the checks refuse, by a name that stays the same when the sentence is reworded. */
export const ISSUE_RULES = [
  'duplicate-id',
  'dangling-reference',
  'unlisted-source',
  'unused-source',
  'maximum-below-start',
  'wrong-dimension',
  'weaker-action',
  'schedule-times',
  'checklist-item',
  'release-dates',
  'bidi-character',
  'invisible-character',
] as const;
export type IssueRule = (typeof ISSUE_RULES)[number];

/** One thing wrong with a document: where, and in a sentence what is wrong and what to write instead. */
export interface Issue {
  /** Dotted path into the document, such as `sections.2.blocks.0.amount.max`; empty for the whole document. */
  readonly path: string;
  readonly message: string;
  /** Which sentence the message is, and what fills its blanks, to be said in another language. */
  readonly code?: SentenceCode;
  readonly params?: SentenceParams;
  /** Line in the authored file, counted from 1; absent when the document never had one. */
  readonly line?: number;
  /** Absent when a field is not of the form the schema asks for. */
  readonly rule?: IssueRule;
}
