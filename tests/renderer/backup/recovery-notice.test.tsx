// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BackupState } from '../../../protocols/contract/backup';
import type { JournalRepair, JournalState } from '../../../protocols/contract/journal';
import { fail } from '../../../protocols/schema/result';
import { RebuildPart } from '../../../renderer/backup/rebuild-part';
import { RecoveryNotice } from '../../../renderer/backup/recovery-notice';
import { type MemoryJournal, journalOf } from '../../fixtures/memory-journal';
import { dump, open, request, text as noteText, valueOf } from '../store/note-fixtures';
import { Page, all, button, click, text } from '../notes/page';

let page: Page;
let journal: MemoryJournal;
let tellBackup: (state: BackupState) => void;

beforeEach(async () => {
  page = new Page();
  journal = journalOf(page.factory);
  Object.assign(window.bridge, {
    on: (name: string, listener: (told: BackupState) => void) => {
      if (name === 'backup:changed') tellBackup = listener;
      return () => undefined;
    },
  });
  const store = await open(page.factory);
  for (const index of [1, 2]) {
    valueOf(await store.saveNote(noteText({ noteId: `note-${index}`, revision: `r-${index}` })));
  }
  store.close();
});

afterEach(() => page.end());

const showNotice = (): Promise<void> => page.show(<RecoveryNotice />);

/** Lets the journal say something else of itself. */
async function stand(change: Partial<JournalState>): Promise<void> {
  const state = await journal.state();
  Object.assign(journal, { state: () => Promise.resolve({ ...state, ...change }) });
}

/** Takes a note out of the tables, as a damaged database does: without an error. */
async function losesNote(id: string): Promise<void> {
  const database = await request(page.factory.open('handrail'));
  await request(database.transaction('notes', 'readwrite').objectStore('notes').delete(id));
  database.close();
}

const notesLeft = async (): Promise<number> => (await dump(page.factory))['notes']?.length ?? 0;

test('while all is well nothing is said', async () => {
  await showNotice();
  expect(text()).toBe('');
});

test('notes that had to be brought back are counted', async () => {
  await losesNote('note-1');
  await showNotice();
  expect(text()).toContain('1 note was brought back from the journal');
  expect(await notesLeft()).toBe(2);
});

const REPAIR: JournalRepair = {
  file: 'set-aside/2026-11-22',
  sequence: 4,
  recovered: 3,
  missing: 1,
  skipped: ['000000002.gz'],
};

test('a journal that was mended says what came back, what did not, and where the damaged file is', async () => {
  await stand({ repairs: [REPAIR] });
  await showNotice();
  expect(text()).toContain('The journal of notes was damaged and was mended');
  expect(text()).toContain('From entry 4 on: 3 came back, 1 were not found in it.');
  expect(text()).toContain('kept in set-aside/2026-11-22');
  expect(text()).toContain('Damaged copies not used: 000000002.gz.');
});

test('half a line left by a crash was never told as saved and is not made a fuss of', async () => {
  await stand({ repairs: [{ ...REPAIR, recovered: 0, missing: 0, skipped: [] }] });
  await showNotice();
  expect(text()).toBe('');
});

test.each<[JournalState, string]>([
  [
    { kind: 'in-use', owner: 'pid 12 on ward-3' },
    'Another Handrail is writing to the same data folder (pid 12 on ward-3)',
  ],
  [{ kind: 'unreadable', message: 'EIO' }, 'The journal of notes could not be read (EIO)'],
])('a journal that cannot be used is an alert with the reason: %j', async (state, says) => {
  Object.assign(journal, { state: () => Promise.resolve(state) });
  await showNotice();
  expect(
    all('[role="alert"]')
      .map(({ textContent }) => textContent)
      .join(),
  ).toContain('Notes cannot be written');
  expect(text()).toContain(says);
});

test('a journal that is not read to its end is told as notes not all shown', async () => {
  await losesNote('note-1');
  Object.assign(journal, { read: () => Promise.resolve(fail({ kind: 'unreadable', message: 'EIO' })) });
  await showNotice();
  expect(text()).toContain('Notes are not all shown');
});

test('an automatic backup that was not made is told, until the next one is', async () => {
  await showNotice();
  const failed = { kind: 'not-written', reason: 'denied', file: '/share/b', message: 'EACCES' } as const;
  await act(async () => tellBackup({ folder: '/share', failure: failed }));
  expect(text()).toContain('The automatic backup was not made');
  expect(text()).toContain('/share/b may not be written');
  await act(async () => tellBackup({ folder: '/share' }));
  expect(text()).toBe('');
});

test('rebuilding brings back a note that the tables lost while the program ran', async () => {
  await page.show(<RebuildPart />);
  await losesNote('note-2');
  expect(await notesLeft()).toBe(1);
  await click(button('Rebuild notes'));
  expect(text()).toContain('Brought back: 1. Added to the journal: 0.');
  expect(await notesLeft()).toBe(2);
});

test('rebuilding without a journal changes nothing and says why', async () => {
  await page.show(<RebuildPart />);
  Object.assign(journal, { state: () => Promise.resolve({ kind: 'unreadable', message: 'EIO' }) });
  await click(button('Rebuild notes'));
  expect(text()).toContain('Nothing was changed');
  expect(await notesLeft()).toBe(2);
});
