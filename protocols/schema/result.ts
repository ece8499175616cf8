/** An expected outcome as plain data: it crosses the bridge between processes, where a thrown error would lose its parts. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** One thing wrong with a document: where, and in a sentence what to write instead. */
export interface Issue {
  /** Dotted path into the document, such as `sections.2.blocks.0.amount.max`; empty for the whole document. */
  readonly path: string;
  readonly message: string;
  /** Line in the authored file, counted from 1; absent when the document never had one. */
  readonly line?: number;
}
