import type { NoteTarget, UnsavedNote } from '../../../protocols/notes/note';
import type { Result } from '../../../protocols/schema/result';
import { type Store, openStore } from '../../../renderer/store/store';
import type { NoteText } from '../../../renderer/store/write-note';
import { journalOf } from '../../fixtures/memory-journal';

export const TARGET: NoteTarget = {
  protocolId: 'exa-session',
  version: '1.0.0',
  sectionId: 'dose',
  blockId: 'dose-iv',
  blockHash: 'a'.repeat(64),
  blockText: 'Examplamine infusion · 8.5 mg per kg',
  heading: 'Dose',
};

/** What somebody wrote, as the editor hands it over. */
export function text(change: Partial<NoteText> = {}): NoteText {
  return {
    noteId: 'note-1',
    revision: 'revision-1',
    parents: [],
    unsavedKey: 'new/exa-session/dose-iv',
    target: TARGET,
    body: 'Room 2 only.',
    author: 'AB',
    ...change,
  };
}

export function unsaved(change: Partial<UnsavedNote> = {}): UnsavedNote {
  return {
    key: 'new/exa-session/dose-iv',
    noteId: 'note-1',
    parents: [],
    target: TARGET,
    body: 'Room 2 on',
    author: 'AB',
    started: '2026-11-22T14:01:00+01:00',
    modified: '2026-11-22T14:02:00+01:00',
    ...change,
  };
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export async function open(factory: IDBFactory, now = new Date(2026, 10, 22, 14, 2)): Promise<Store> {
  return valueOf(await openStore({ journal: journalOf(factory), factory, now: () => now, seconds: 1 }));
}

/** Waits until a live query has a value that passes. */
export async function reads<T>(
  live: { subscribe: (listener: () => void) => () => void; read: () => { state: string; value?: T } },
  passes: (value: T) => boolean,
): Promise<T> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { state, value } = live.read();
      if (state !== 'ready' || value === undefined || !passes(value)) return;
      queueMicrotask(() => end());
      resolve(value);
    };
    const end = live.subscribe(look);
    look();
  });
}

/** Every row of every table, read without this program's code. */
export async function dump(factory: IDBFactory): Promise<Record<string, unknown[]>> {
  const database = await request(factory.open('handrail'));
  const rows: Record<string, unknown[]> = {};
  for (const name of database.objectStoreNames) {
    rows[name] = await request(database.transaction(name).objectStore(name).getAll());
  }
  database.close();
  return rows;
}

export function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('no reason given')));
  });
}

/** Keeps the tables locked by a transaction that does not end, as after an error of the disk. */
export async function hold(held: IDBFactory): Promise<() => Promise<void>> {
  const database = await request(held.open('handrail'));
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  let holding = true;
  const done = new Promise<void>((resolve) => {
    transaction.addEventListener('complete', () => resolve());
  });
  const again = (): void => {
    transaction
      .objectStore('notes')
      .count()
      .addEventListener('success', () => {
        if (holding) again();
      });
  };
  again();
  return async () => {
    holding = false;
    await done;
    database.close();
  };
}
