import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../../../renderer/store/store';
import { open, reads, text, valueOf } from './note-fixtures';

let store: Store;

beforeEach(async () => {
  store = await open(new IDBFactory());
});
afterEach(() => {
  store.close();
});

/** Long enough for a query to have run again. */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
}

test('what changed while nobody watched is read again before anything is said', async () => {
  valueOf(await store.append('clinic-value', { value: 'five' }));
  const values = store.records('clinic-value');
  expect((await reads(values, () => true)).map(({ body }) => body)).toEqual([{ value: 'five' }]);
  await pause();
  valueOf(await store.append('clinic-value', { value: 'four' }));
  await pause();
  expect(values.read()).toEqual({ state: 'loading' });
  expect((await reads(values, () => true)).map(({ body }) => body)).toEqual([{ value: 'five' }, { value: 'four' }]);
});

test('what did not change is known at once when somebody comes back', async () => {
  valueOf(await store.saveNote(text()));
  const notes = store.notesOf('exa-session');
  await reads(notes, () => true);
  await pause();
  expect(notes.read()).toMatchObject({ state: 'ready', value: [{ body: 'Room 2 only.' }] });
});

test('a query of one question is not asked again once nobody watches it', async () => {
  valueOf(await store.saveNote(text()));
  const all = store.allNotes();
  await reads(all, () => true);
  await pause();
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  expect(all.read()).toEqual({ state: 'loading' });
  await pause();
  expect(asked).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
