import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LARGEST_ARGUMENTS } from '../../../protocols/contract/message-size';
import type { NewRecord } from '../../../protocols/journal/entry';
import { openStore } from '../../../renderer/store/store';
import { journalOf } from '../../fixtures/memory-journal';
import { dump, hold, open, reads, request, text, unsaved, valueOf } from './note-fixtures';

let factory: IDBFactory;

beforeEach(() => {
  factory = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

test('finds a saved note again after closing and opening', async () => {
  const first = await open(factory);
  const saved = valueOf(await first.saveNote(text()));
  expect(saved).toMatchObject({ id: 'note-1', status: 'draft', body: 'Room 2 only.', author: 'AB', order: 1 });
  first.close();
  const second = await open(factory);
  expect(await second.listNotes()).toEqual([saved]);
  expect(await reads(second.notesOf('exa-session'), () => true)).toEqual([saved]);
  expect(await reads(second.notesOf('another'), () => true)).toEqual([]);
});

test('asks for strict durability in every write', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = await open(factory);
  const note = valueOf(await store.saveNote(text()));
  valueOf(await store.changeNote({ note, status: 'retired' }));
  valueOf(await store.keepUnsaved(unsaved()));
  valueOf(await store.discardUnsaved(unsaved().key));
  const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual(Array.from({ length: 4 }, () => ({ durability: 'strict' })));
});

test('says saved only after the transaction is complete', async () => {
  const order: string[] = [];
  const spied = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = await open(factory); // Dexie takes the method when it opens
  const saving = store.saveNote(text()).then(() => order.push('saved'));
  const findWrite = (): number => spied.mock.calls.findIndex(([, mode]) => mode === 'readwrite');
  while (findWrite() === -1) await new Promise((resolve) => setImmediate(resolve)); // the journal comes first
  const write = findWrite();
  const transaction: IDBTransaction = spied.mock.results[write]?.value;
  transaction.addEventListener('complete', () => order.push('complete'));
  await saving;
  expect(order).toEqual(['complete', 'saved']);
});

test('makes a new revision of an edit and keeps the one before', async () => {
  const store = await open(factory);
  const first = valueOf(await store.saveNote(text()));
  const second = valueOf(
    await store.saveNote(text({ revision: 'revision-2', parents: [first.revision], body: 'Room 3.' })),
  );
  expect(second).toMatchObject({ id: first.id, body: 'Room 3.', revision: 'revision-2', rivals: [], order: 1 });
  const revisions = await store.listRevisions(first.id);
  expect(revisions.map(({ sequence, parents, state }) => [sequence, parents, state.body])).toEqual([
    [1, [], 'Room 2 only.'],
    [2, ['revision-1'], 'Room 3.'],
  ]);
  expect(new Set(revisions.map(({ writer }) => writer)).size).toBe(1);
});

test('puts a note in force by name, and asks again after an edit', async () => {
  const store = await open(factory);
  const note = valueOf(await store.saveNote(text()));
  const active = valueOf(await store.changeNote({ note, status: 'active', approvedBy: 'Dr. C' }));
  expect(active).toMatchObject({ status: 'active', approvedBy: 'Dr. C', body: 'Room 2 only.' });
  const edited = valueOf(
    await store.saveNote(text({ revision: 'revision-3', parents: [active.revision], body: 'Room 3.' })),
  );
  expect(edited.status).toBe('draft');
  expect(edited).not.toHaveProperty('approvedBy');
});

test('keeps the row of a retired note', async () => {
  const store = await open(factory);
  const note = valueOf(await store.saveNote(text()));
  valueOf(await store.changeNote({ note, status: 'retired' }));
  store.close();
  const rows = await dump(factory);
  expect(rows['notes']).toMatchObject([{ id: 'note-1', status: 'retired', body: 'Room 2 only.' }]);
  expect(rows['revisions']).toHaveLength(2);
});

test('keeps two edits of the same text side by side until one is written on both', async () => {
  const store = await open(factory);
  const first = valueOf(await store.saveNote(text()));
  const parents = [first.revision];
  valueOf(await store.saveNote(text({ revision: 'by-a', parents, body: 'A', author: 'A' })));
  const both = valueOf(await store.saveNote(text({ revision: 'by-b', parents, body: 'B', author: 'B' })));
  expect([both.body, both.rivals.map(({ state }) => state.body)]).toEqual(['B', ['A']]);
  expect((await store.listRevisions(first.id)).map(({ state }) => state.body)).toEqual(['Room 2 only.', 'A', 'B']);
  const settled = valueOf(
    await store.saveNote(text({ revision: 'settled', parents: ['by-a', 'by-b'], body: 'A and B' })),
  );
  expect(settled.rivals).toEqual([]);
});

test('changes nothing when the same text is saved a second time', async () => {
  const store = await open(factory);
  const first = valueOf(await store.saveNote(text()));
  expect(valueOf(await store.saveNote(text()))).toEqual(first);
  expect(await store.listRevisions(first.id)).toHaveLength(1);
});

test('counts revisions and notes of this data folder, whatever the clock says', async () => {
  const early = await open(factory, new Date(2026, 10, 22));
  valueOf(await early.saveNote(text({ noteId: 'one', revision: 'r1' })));
  early.close();
  const setBack = await open(factory, new Date(2025, 0, 1));
  valueOf(await setBack.saveNote(text({ noteId: 'two', revision: 'r2' })));
  expect((await setBack.listNotes()).map(({ id }) => id)).toEqual(['one', 'two']);
  setBack.close();
  expect((await dump(factory))['applied']).toMatchObject([{ sequence: 2, notes: 2, revisions: 2 }]);
});

test('keeps unsaved words across a restart and lets them go with the save', async () => {
  const first = await open(factory);
  valueOf(await first.keepUnsaved(unsaved()));
  first.close();
  const second = await open(factory);
  expect(await second.findUnsaved(unsaved().key)).toEqual(unsaved());
  valueOf(await second.saveNote(text()));
  expect(await second.findUnsaved(unsaved().key)).toBeUndefined();
  expect([...(await reads(second.unsaved, () => true))]).toEqual([]);
});

test('keeps no words beside a note that holds them already, but what was changed in it since', async () => {
  const store = await open(factory);
  valueOf(await store.keepUnsaved(unsaved()));
  const saved = valueOf(await store.saveNote(text()));
  // A save that was told as failed had come through after all, and the editor kept its words once more.
  const again = { ...unsaved(), noteId: saved.id, body: saved.body, parents: [] };
  valueOf(await store.keepUnsaved(again));
  expect(await store.findUnsaved(again.key)).toBeUndefined();
  for (const change of [{ kind: 'warning' as const }, { body: 'Room 3 only.' }, { parents: [saved.revision] }]) {
    valueOf(await store.keepUnsaved({ ...again, ...change }));
    expect(await store.findUnsaved(again.key)).toMatchObject(change);
  }
});

test('tells those who look on of a new note', async () => {
  const store = await open(factory);
  const seen = reads(store.notesOf('exa-session'), (notes) => notes.length === 1);
  valueOf(await store.saveNote(text()));
  expect(await seen).toMatchObject([{ id: 'note-1' }]);
});

test('saves nothing of a note when any part of it fails', async () => {
  const store = await open(factory);
  valueOf(await store.keepUnsaved(unsaved()));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  });
  expect(await store.saveNote(text())).toEqual({ ok: false, error: { kind: 'full' } });
  vi.restoreAllMocks();
  store.close();
  const rows = await dump(factory);
  expect([rows['notes'], rows['revisions'], rows['applied']]).toEqual([[], [], []]);
  expect(rows['drafts']).toEqual([unsaved()]);
});

test('turns a save that never settles into not saved, and the unsaved words stay', async () => {
  const store = valueOf(await openStore({ journal: journalOf(factory), factory, seconds: 0.05 }));
  valueOf(await store.keepUnsaved(unsaved()));
  const release = await hold(factory);
  expect(await store.saveNote(text())).toEqual({ ok: false, error: { kind: 'no-answer', seconds: 0.05 } });
  await release();
  expect(await store.findUnsaved(unsaved().key)).toEqual(unsaved());
  expect(journalOf(factory).entries).toHaveLength(1); // it came that far, and is not lost
  valueOf(await store.saveNote(text()));
  expect(await store.listRevisions('note-1')).toHaveLength(1);
});

test('leaves a database of a newer program exactly as it is', async () => {
  const newer = factory.open('handrail', 40);
  newer.addEventListener('upgradeneeded', () => {
    newer.result.createObjectStore('notes', { keyPath: 'id' }).add({ id: 'n', shape: 'of tomorrow' });
    newer.result.createObjectStore('tags', { keyPath: 'id' });
  });
  (await request(newer)).close();
  const before = await dump(factory);
  const opened = vi.spyOn(factory, 'open');
  expect(await openStore({ journal: journalOf(factory), factory })).toEqual({
    ok: false,
    error: { kind: 'newer', found: 4, ours: 3 },
  });
  expect(opened).not.toHaveBeenCalled();
  expect(await dump(factory)).toEqual(before);
  expect((await factory.databases())[0]?.version).toBe(40);
});

test('opens the database of its own version', async () => {
  (await open(factory)).close();
  expect((await factory.databases())[0]?.version).toBe(30);
  expect((await openStore({ journal: journalOf(factory), factory })).ok).toBe(true);
});

test('says why when the database cannot be opened', async () => {
  vi.spyOn(factory, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
  vi.spyOn(console, 'warn').mockReturnValue(); // Dexie tries three times, aloud
  const opened = await openStore({ journal: journalOf(factory), factory });
  expect(opened).toMatchObject({
    ok: false,
    error: { kind: 'unreadable', message: expect.stringContaining('backing store') },
  });
});

test('does not wait for ever for a database that gives no answer', async () => {
  vi.spyOn(factory, 'databases').mockReturnValue(new Promise(() => undefined));
  expect(await openStore({ journal: journalOf(factory), factory, seconds: 0.05 })).toEqual({
    ok: false,
    error: { kind: 'no-answer', seconds: 0.05 },
  });
});

test('writes any record into the journal and finds it again by its kind', async () => {
  const store = await open(factory);
  const entry = valueOf(await store.append('clinic-value', { name: 'highest-dose', value: '0.5' }));
  await journalOf(factory).appendByMain({ kind: 'print', body: { sheet: 'checklist' } });
  expect(journalOf(factory).entries[0]).toEqual(entry);
  expect(await reads(store.records('clinic-value'), (found) => found.length > 0)).toEqual([entry]);
  expect(await reads(store.records('print'), (found) => found.length > 0)).toMatchObject([
    { sequence: 2, body: { sheet: 'checklist' } },
  ]);
});

test('builds its tables again from the journal when they are empty', async () => {
  const first = await open(factory);
  const saved = valueOf(await first.saveNote(text()));
  first.close();
  await request(factory.deleteDatabase('handrail'));
  const second = await open(factory);
  expect(await second.listNotes()).toEqual([saved]);
  expect(second.reconciled).toEqual({ ok: true, value: { restored: 1, lifted: 0 } });
});

test('says why its tables could not be built again', async () => {
  const store = await open(factory);
  store.close();
  expect(await store.rebuild()).toMatchObject({ ok: false, error: { kind: 'not-written' } });
});

test('lifts notes of a time before the journal into it, once', async () => {
  const before = await open(factory);
  valueOf(await before.saveNote(text()));
  before.close();
  const journal = journalOf(factory);
  journal.entries = [];
  const after = await open(factory);
  expect(after.reconciled).toEqual({ ok: true, value: { restored: 0, lifted: 1 } });
  after.close();
  expect(journal.entries).toMatchObject([{ kind: 'note', body: { revision: 'revision-1' } }]);
  expect((await open(factory)).reconciled).toEqual({ ok: true, value: undefined });
});

test('lifts long procedures in pieces that main takes', async () => {
  const before = await open(factory);
  for (let index = 0; index < 6; index += 1)
    valueOf(await before.append('clinic-document', { id: `own-${index}`, text: '"'.repeat(150_000) }));
  before.close();
  const journal = journalOf(factory);
  journal.entries = [];
  const { append } = journal;
  const sizes: number[] = [];
  Object.assign(journal, {
    append: (records: readonly NewRecord[]) => {
      sizes.push(JSON.stringify([records]).length);
      return append(records);
    },
  });
  const after = await open(factory);
  expect(after.reconciled).toEqual({ ok: true, value: { restored: 0, lifted: 6 } });
  expect(Math.max(...sizes)).toBeLessThan(LARGEST_ARGUMENTS);
  expect(journal.entries).toHaveLength(6);
});
