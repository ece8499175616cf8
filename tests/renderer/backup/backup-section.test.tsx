// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BackupFailure, BackupPreview, BackupState } from '../../../protocols/contract/backup';
import { type Result, fail, ok } from '../../../protocols/schema/result';
import { BackupSection } from '../../../renderer/backup/backup-section';
import { Page, all, button, click, clickTwice, field, one, settle, text, type } from '../notes/page';

const PASSPHRASE = 'three rooms and a pump';
const UNCHANGED = { newNotes: 0, laterNotes: 0, besideNotes: 0, settings: 0, procedures: 0 };
const PREVIEW: BackupPreview = {
  ...UNCHANGED,
  ticket: 't-1',
  file: '/b.handrail',
  entries: 7,
  added: 3,
  newNotes: 2,
  kept: 5,
};

let page: Page;
/** What main was asked, in order. */
let asked: (readonly unknown[])[];
let failure: BackupFailure | undefined;
let preview: BackupPreview;
let state: BackupState;
let tellState: (state: BackupState) => void;

/** Main as far as backups go. */
beforeEach(async () => {
  page = new Page();
  asked = [];
  failure = undefined;
  preview = PREVIEW;
  state = {};
  const answer = <T,>(value: T, ...call: readonly unknown[]): Promise<Result<T, BackupFailure>> => {
    asked.push(call);
    return Promise.resolve(failure === undefined ? ok(value) : fail(failure));
  };
  Object.assign(window.bridge, {
    'backup:save': (given: string) => answer({ file: '/usb/notes.handrail-backup', entries: 2 }, 'save', given),
    'backup:state': () => Promise.resolve(state),
    'backup:begin': (given: string) => answer({ folder: '/share/backups' }, 'begin', given),
    'backup:end': () => {
      asked.push(['end']);
      return Promise.resolve({});
    },
    'backup:preview': (given: string) => answer(preview, 'preview', given),
    'backup:restore': (ticket: string) => answer({ added: 3 }, 'restore', ticket),
    on: (name: string, listener: (told: BackupState) => void) => {
      if (name === 'backup:changed') tellState = listener;
      return () => undefined;
    },
  });
});

afterEach(() => page.end());

const show = (): Promise<void> => page.show(<BackupSection />);

async function enter(passphrase: string, again = passphrase): Promise<void> {
  await type(field('Passphrase, at least'), passphrase);
  await type(field('The same passphrase'), again);
}

const texts = (selector: string): string[] => all(selector).map(({ textContent }) => textContent ?? '');
const part = (name: string): HTMLElement => one(`[role="group"][aria-labelledby="${name}"]`);

test('a backup is saved under the passphrase, and its file and length are told', async () => {
  await show();
  await enter(PASSPHRASE);
  await click(button('Save a backup…'));
  expect(asked).toEqual([['save', PASSPHRASE]]);
  expect(text()).toContain('Backup saved: /usb/notes.handrail-backup, 2 entries.');
});

test('a passphrase of 11 characters is refused, one of 12 is taken', async () => {
  await show();
  await enter('elevenchars');
  await click(button('Save a backup…'));
  expect(asked).toEqual([]);
  expect(text()).toContain('Enter at least 12 characters.');
  await enter('twelve-chars');
  await click(button('Save a backup…'));
  expect(asked).toEqual([['save', 'twelve-chars']]);
});

test('two passphrases that differ save nothing', async () => {
  await show();
  await enter(PASSPHRASE, `${PASSPHRASE}.`);
  await click(button('Save a backup…'));
  expect(asked).toEqual([]);
  expect(text()).toContain('The two passphrases differ.');
});

test.each<[BackupFailure, string]>([
  [{ kind: 'not-written', reason: 'full', file: '/usb/b', message: 'ENOSPC' }, 'no space left for /usb/b'],
  [{ kind: 'not-written', reason: 'denied', file: '/usb/b', message: 'EACCES' }, '/usb/b may not be written'],
  [{ kind: 'not-written', reason: 'other', file: '/usb/b', message: 'EIO' }, 'not written to /usb/b (EIO)'],
  [{ kind: 'journal', failure: { kind: 'unreadable', message: 'entry 4' } }, 'Start Handrail again. Reason: entry 4'],
])('a backup that was not written says why: %j', async (why, says) => {
  failure = why;
  await show();
  await enter(PASSPHRASE);
  await click(button('Save a backup…'));
  expect(text()).toContain('Nothing was changed');
  expect(text()).toContain(says);
});

test('a person who closes the dialog is told nothing', async () => {
  failure = { kind: 'cancelled' };
  await show();
  await enter(PASSPHRASE);
  await click(button('Save a backup…'));
  expect(asked).toHaveLength(1);
  expect(text()).not.toContain('Nothing was changed');
  expect(text()).not.toContain('Backup saved');
});

test('a call that main refuses is told as well', async () => {
  Object.assign(window.bridge, { 'backup:save': () => Promise.reject(new Error('refused by main')) });
  await show();
  await enter(PASSPHRASE);
  await click(button('Save a backup…'));
  expect(text()).toContain('Start Handrail again. Reason: Error: refused by main');
});

test('an automatic backup begins with a folder, tells of each copy and of each failure, and ends', async () => {
  await show();
  await enter(PASSPHRASE);
  await click(button('Choose a folder…'));
  expect(asked).toEqual([['begin', PASSPHRASE]]);
  expect(part('automatic').textContent).toContain('A copy goes to /share/backups');
  await act(async () =>
    tellState({
      folder: '/share/backups',
      last: { file: 'b-1', at: '2026-11-22T14:02:00+01:00', entries: 9 },
      failure: { kind: 'not-written', reason: 'full', file: '/share/backups/b-2', message: 'ENOSPC' },
    }),
  );
  expect(part('automatic').textContent).toContain('Last backup: b-1, 9 entries.');
  expect(part('automatic').textContent).toContain('no space left for /share/backups/b-2');
  await click(button('End automatic backup'));
  expect(asked.at(-1)).toEqual(['end']);
  expect(part('automatic').textContent).toContain('None.');
});

test('an automatic backup that runs is shown when the screen opens', async () => {
  state = { folder: '/share/backups' };
  await show();
  expect(part('automatic').textContent).toContain('A copy goes to /share/backups');
});

async function openBackup(): Promise<void> {
  await show();
  await type(field('Passphrase of the backup'), PASSPHRASE);
  await click(button('Open a backup…'));
}

test('a backup is added only after its preview said what that changes', async () => {
  await openBackup();
  expect(asked).toEqual([['preview', PASSPHRASE]]);
  expect(text()).toContain('/b.handrail holds 7 entries. Not on this computer yet: 3.');
  expect(text()).toContain('On this computer and not in the backup: 5');
  expect(texts('li')).toEqual(['2 notes not on this computer yet.']);
  await clickTwice(button('Add 3 entries'));
  // Pressed twice, it is asked for once: a second answer would say that there is nothing to add any more.
  expect(asked.slice(1)).toEqual([['restore', 't-1']]);
  expect(text()).toContain('3 entries added. Nothing was removed.');
});

test('a preview names each kind of change, the settings of doses first', async () => {
  preview = { ...PREVIEW, newNotes: 1, laterNotes: 2, besideNotes: 1, settings: 1, procedures: 1 };
  await openBackup();
  expect(texts('li').map((words) => words.split(' ').slice(0, 3).join(' '))).toEqual([
    '1 setting of',
    '1 note was',
    '2 notes here',
    '1 note not',
    '1 procedure is',
  ]);
});

test('a preview of nothing but history says that nothing on screen changes', async () => {
  preview = { ...PREVIEW, ...UNCHANGED };
  await openBackup();
  expect(texts('li')).toEqual([]);
  expect(text()).toContain('Only earlier texts and records are added; nothing on screen changes.');
  expect(button('Add 3 entries')).toBeDefined();
});

test('a preview can be left, and nothing is added', async () => {
  await openBackup();
  await click(button('Leave as it is'));
  expect(asked).toEqual([['preview', PASSPHRASE]]);
  expect(text()).not.toContain('holds 7 entries');
});

test('a backup that holds nothing new offers nothing to add', async () => {
  preview = { ...PREVIEW, ...UNCHANGED, added: 0 };
  await openBackup();
  expect(text()).toContain('Everything in this backup is on this computer already.');
  expect(all('button').filter(({ textContent }) => /^Add \d/.test(textContent ?? ''))).toEqual([]);
});

test('a backup that does not open says so in one wording, whatever the reason', async () => {
  failure = { kind: 'not-opened', file: '/b.handrail' };
  await openBackup();
  expect(text()).toContain('the passphrase is not the right one, or the file was altered or cut short');
});

test('a passphrase too short opens nothing', async () => {
  await show();
  await type(field('Passphrase of the backup'), 'elevenchars');
  await click(button('Open a backup…'));
  await settle();
  expect(asked).toEqual([]);
  expect(part('restore').textContent).toContain('Enter at least 12 characters.');
});
