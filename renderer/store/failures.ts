import type { JournalFailure } from '../../protocols/contract/journal';

/** Why the notes cannot be opened. Reading protocols goes on. */
export type StoreFailure =
  /** Written by a newer program; nothing was opened or changed. `found` and `ours` count the forms of the database. */
  | { readonly kind: 'newer'; readonly found: number; readonly ours: number }
  | { readonly kind: 'unreadable'; readonly message: string }
  /** The browser's database did not answer in time. */
  | { readonly kind: 'no-answer'; readonly seconds: number };

/** Why something was not saved. What was typed is still with whoever called. */
export type SaveFailure = { readonly kind: 'no-answer'; readonly seconds: number } | JournalFailure;

export function toSaveFailure(error: unknown): SaveFailure {
  const names = listNames(error);
  if (names.includes('QuotaExceededError')) return { kind: 'full' };
  return { kind: 'not-written', message: toMessage(error) };
}

export function toMessage(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Dexie wraps the browser's own error, sometimes twice: a full disk is named only inside. */
function listNames(error: unknown): readonly string[] {
  const names: string[] = [];
  let at = error;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
    if ('name' in at) names.push(String(at.name));
    at = 'inner' in at ? at.inner : undefined;
  }
  return names;
}
