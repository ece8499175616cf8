const KEY = 'handrail.recents';
const MOST = 8;

let ids: readonly string[] = read();
const listeners = new Set<() => void>();

/** The protocols opened last on this computer, the last one first: their ids and nothing else. */
export function readRecents(): readonly string[] {
  return ids;
}

export function watchRecents(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export function rememberRecent(id: string): void {
  keep([id, ...ids.filter((other) => other !== id)].slice(0, MOST));
}

export function forgetRecents(): void {
  keep([]);
}

function keep(next: readonly string[]): void {
  ids = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A data folder that may not be written: the list lasts until the program ends.
  }
  for (const listener of listeners) listener();
}

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    // Unreadable, or a data folder that gives nothing: the list is a convenience and begins again.
    return [];
  }
}
