import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Note } from '../../../protocols/notes/note';
import { HandrailDatabase } from '../../../renderer/store/database';
import { NoteFeed } from '../../../renderer/store/note-feed';
import type { Store } from '../../../renderer/store/store';
import { journalOf } from '../../fixtures/memory-journal';
import { TARGET, open, text, valueOf } from './note-fixtures';

const COUNT = 1201;

let factory: IDBFactory;
let store: Store;
let pages: (readonly Note[])[];

beforeEach(async () => {
  factory = new IDBFactory();
  pages = [];
  const at = '2026-11-22T14:02:00+01:00';
  await journalOf(factory).append(
    Array.from({ length: COUNT }, (_, index) => {
      const id = `note-${index}`;
      const state = {
        id,
        target: TARGET,
        body: `Words ${index}.`,
        author: 'AB',
        status: 'draft',
        created: at,
        modified: at,
      };
      return { kind: 'note', body: { revision: `revision-${index}`, noteId: id, parents: [], state } };
    }),
  );
  store = await open(factory);
});

afterEach(() => store.close());

const heard = (): readonly string[] => pages.flatMap((page) => page.map(({ body }) => body));

/** Until the pages of notes handed over pass. */
async function waitFor(passes: () => boolean): Promise<void> {
  while (!passes()) await new Promise((resolve) => setTimeout(resolve, 0));
}

test('every note is handed over once, by pages, in the order they were begun', async () => {
  const end = store.followNotes(async (notes) => void pages.push(notes));
  await waitFor(() => heard().length >= COUNT);
  end();
  expect(heard()).toEqual(Array.from({ length: COUNT }, (_, index) => `Words ${index}.`));
  expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(500);
});

test('a page is read when the one before is done with, and what is written meanwhile comes first', async () => {
  let goOn: () => void = () => undefined;
  const end = store.followNotes(
    (notes) =>
      new Promise((resolve) => {
        pages.push(notes);
        goOn = resolve;
      }),
  );
  await waitFor(() => pages.length === 1);
  valueOf(
    await store.saveNote(
      text({ noteId: 'note-3', revision: 'later', parents: ['revision-3'], body: 'Changed meanwhile.' }),
    ),
  );
  expect(pages.length).toBe(1);
  goOn();
  await waitFor(() => pages.length === 2);
  expect(pages[1]?.map(({ body }) => body)).toEqual(['Changed meanwhile.']);
  goOn();
  await waitFor(() => pages.length === 3);
  expect(pages[2]?.[0]?.body).toBe('Words 500.');
  end();
});

test('once all are handed over, only what is written follows, until nobody listens', async () => {
  const end = store.followNotes(async (notes) => void pages.push(notes));
  await waitFor(() => heard().length >= COUNT);
  const before = pages.length;
  valueOf(await store.saveNote(text({ noteId: 'note-new', revision: 'new', body: 'New.' })));
  await waitFor(() => pages.length > before);
  expect(new Set(heard().slice(COUNT))).toEqual(new Set(['New.']));
  end();
  const ended = pages.length;
  valueOf(await store.saveNote(text({ noteId: 'note-newer', revision: 'newer', body: 'Newer.' })));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(pages.length).toBe(ended);
});

test('a note written while the feed looks for more is handed over', async () => {
  const database = new HandrailDatabase(factory);
  await database.open();
  let looks = 0;
  const look = database.notes.where.bind(database.notes);
  vi.spyOn(database.notes, 'where').mockImplementation(((index: string) => {
    looks += 1;
    // The last look, which finds nothing: every page has been handed over.
    if (looks === 4) feed.hear(['note-7']);
    return look(index);
  }) as typeof database.notes.where);
  const feed = new NoteFeed(database, async (notes) => void pages.push(notes));
  await waitFor(() => looks >= 4);
  await new Promise((resolve) => setTimeout(resolve, 20));
  feed.end();
  database.close();
  expect(heard().slice(COUNT)).toEqual(['Words 7.']);
});
