import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AutomaticBackup } from '../../../main/backup/automatic-backup';
import type { MakeKey } from '../../../main/backup/backup-file';
import { Backups } from '../../../main/backup/backups';
import { Journal } from '../../../main/journal/journal';
import type { BackupState } from '../../../protocols/contract/backup';
import type { JournalEntry } from '../../../protocols/journal/entry';
import type { Result } from '../../../protocols/schema/result';

const PASSPHRASE = 'three rooms and a pump';
let home: string;
const told: BackupState[] = [];
const opened: Journal[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'handrail-backup-'));
  told.length = 0;
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  rmSync(home, { recursive: true, force: true });
});

/** As the real one, without being slow on purpose. */
const quickKey: MakeKey = async (passphrase, salt) => createHash('sha256').update(passphrase).update(salt).digest();

/** One computer: its data folder, and a person who always chooses the same places. */
function computer(name: string, file = join(home, 'notes.handrail-backup'), folder = join(home, 'stick')) {
  const journal = new Journal({ folder: join(home, name, 'journal'), writable: true });
  opened.push(journal);
  const automatic = new AutomaticBackup(join(home, name), journal, (state) => told.push(state));
  const dialogs = {
    askForTarget: async () => file,
    askForBackup: async () => file,
    askForFolder: async () => folder,
  };
  return { journal, automatic, backups: new Backups({ journal, automatic, dialogs, toKey: quickKey }) };
}

async function write(journal: Journal, ...words: readonly string[]): Promise<void> {
  for (const text of words) valueOf(await journal.append([{ kind: 'review', body: { text } }]));
}

async function texts(journal: Journal): Promise<string[]> {
  return valueOf(await journal.read(0)).map(({ body }: JournalEntry) => (body as { text: string }).text);
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test('brings the notes of one computer to another, says before what changes, and takes nothing away', async () => {
  const [one, two] = [computer('one'), computer('two')];
  await write(one.journal, 'a', 'b');
  await write(two.journal, 'c');
  expect(valueOf(await one.backups.save(PASSPHRASE)).entries).toBe(2);
  const preview = valueOf(await two.backups.preview(PASSPHRASE));
  expect(preview).toMatchObject({ entries: 2, added: 2, kept: 1, newNotes: 0, settings: 0 });
  expect(await texts(two.journal)).toEqual(['c']);
  expect(valueOf(await two.backups.restore(preview.ticket))).toMatchObject({ added: 2, sequence: 3 });
  expect(await texts(two.journal)).toEqual(['c', 'a', 'b']);
  expect(await two.journal.state()).toMatchObject({ kind: 'open', sequence: 3 });
});

test('adds nothing a second time, nor on the way back', async () => {
  const [one, two] = [computer('one'), computer('two')];
  await write(one.journal, 'a');
  await write(two.journal, 'b');
  await one.backups.save(PASSPHRASE);
  await two.backups.restore(valueOf(await two.backups.preview(PASSPHRASE)).ticket);
  expect(valueOf(await two.backups.preview(PASSPHRASE))).toMatchObject({ added: 0, kept: 1 });
  await two.backups.save(PASSPHRASE);
  const back = valueOf(await one.backups.preview(PASSPHRASE));
  expect(back).toMatchObject({ entries: 2, added: 1 });
  await one.backups.restore(back.ticket);
  expect(await texts(one.journal)).toEqual(['a', 'b']);
  expect(await one.backups.restore(back.ticket)).toEqual({ ok: false, error: { kind: 'not-begun' } });
});

test('says which settings of doses would count that nobody made here', async () => {
  const [one, two] = [computer('one'), computer('two')];
  const turned = (version: string) => ({ kind: 'calculator', body: { protocolId: 'exa-session', version, on: true } });
  valueOf(await one.journal.append([turned('1.0.0'), turned('2.0.0')]));
  await one.backups.save(PASSPHRASE);
  valueOf(await two.journal.append([turned('1.0.0')]));
  expect(valueOf(await two.backups.preview(PASSPHRASE))).toMatchObject({ added: 2, settings: 1 });
});

test('goes on writing after what was taken over, also after a restart', async () => {
  const one = computer('one');
  await write(one.journal, 'a');
  await one.backups.save(PASSPHRASE);
  const two = computer('two');
  await two.backups.restore(valueOf(await two.backups.preview(PASSPHRASE)).ticket);
  await write(two.journal, 'b');
  await two.journal.close();
  const again = computer('two');
  await write(again.journal, 'c');
  expect(await texts(again.journal)).toEqual(['a', 'b', 'c']);
});

test('restores nothing out of a file with a wrong passphrase or another content', async () => {
  const one = computer('one');
  await write(one.journal, 'a');
  await one.backups.save(PASSPHRASE);
  expect(await one.backups.preview('another passphrase')).toMatchObject({ ok: false, error: { kind: 'not-opened' } });
  writeFileSync(join(home, 'notes.handrail-backup'), 'not a backup at all, though long enough to be looked at');
  expect(await one.backups.preview(PASSPHRASE)).toMatchObject({ ok: false, error: { kind: 'not-opened' } });
  truncateSync(join(home, 'notes.handrail-backup'), 3 * 2 ** 30); // more than is read at once: nobody's notes
  expect(await one.backups.preview(PASSPHRASE)).toMatchObject({ ok: false, error: { kind: 'not-opened' } });
  rmSync(join(home, 'notes.handrail-backup'));
  expect(await one.backups.preview(PASSPHRASE)).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  expect(await texts(one.journal)).toEqual(['a']);
});

test('keeps seven automatic backups, each of which opens, and makes none without a change', async () => {
  const one = computer('one', undefined, join(home, 'stick'));
  await write(one.journal, 'first');
  expect(valueOf(await one.backups.begin(PASSPHRASE)).last?.entries).toBe(1);
  for (let round = 0; round < 9; round += 1) {
    await write(one.journal, `round ${round}`);
    await one.automatic.run();
    await one.automatic.run();
  }
  expect(told).toHaveLength(9);
  const names = readdirSync(join(home, 'stick')).toSorted();
  expect(names).toHaveLength(7);
  const last = computer('another', join(home, 'stick', names.at(-1) ?? ''));
  expect(valueOf(await last.backups.preview(PASSPHRASE))).toMatchObject({ entries: 10, added: 10 });
});

test('goes on with automatic backups after a restart, and says when the folder is gone', async () => {
  const stick = join(home, 'stick');
  const one = computer('one', undefined, stick);
  await write(one.journal, 'a');
  await one.backups.begin(PASSPHRASE);
  await one.journal.close();
  rmSync(stick, { recursive: true });
  writeFileSync(stick, 'a file where the stick was');
  const again = computer('one', undefined, stick);
  await write(again.journal, 'b');
  await again.automatic.run();
  expect(told.at(-1)).toMatchObject({ folder: stick, failure: { kind: 'not-written' }, last: { entries: 1 } });
  rmSync(stick);
  await again.automatic.run();
  expect(told.at(-1)).toMatchObject({ last: { entries: 2 } });
  expect(told.at(-1)).not.toHaveProperty('failure');
  await again.automatic.end();
  expect(await again.automatic.state()).toEqual({});
  expect(readFileSync(join(stick, readdirSync(stick)[0] ?? '')).length).toBeGreaterThan(0);
});

test('a journal that begins again leaves the backups of the one before, and its own are kept beside them', async () => {
  const one = computer('one');
  await write(one.journal, 'first');
  await one.backups.begin(PASSPHRASE);
  for (let round = 0; round < 8; round += 1) {
    await write(one.journal, `round ${round}`);
    await one.automatic.run();
  }
  const earlier = readdirSync(join(home, 'stick'));
  await one.journal.close();
  rmSync(join(home, 'one', 'journal'), { recursive: true });
  const again = computer('one');
  for (const text of ['begun again', 'gone on']) {
    await write(again.journal, text);
    await again.automatic.run();
  }
  expect(readdirSync(join(home, 'stick'))).toEqual(expect.arrayContaining(earlier));
  expect(readdirSync(join(home, 'stick'))).toHaveLength(9);
  const last = computer('another', told.at(-1)?.last?.file);
  expect(valueOf(await last.backups.preview(PASSPHRASE))).toMatchObject({ entries: 2 });
});

test('ended while a backup is being made, it stays ended', async () => {
  const one = computer('one');
  await write(one.journal, 'a');
  await one.backups.begin(PASSPHRASE);
  await write(one.journal, 'b');
  const running = one.automatic.run();
  await one.automatic.end();
  await running;
  expect(await one.automatic.state()).toEqual({});
  expect(await computer('one').automatic.state()).toEqual({});
});

test('is not begun where what it needs cannot be kept', async () => {
  const one = computer('one');
  await write(one.journal, 'a');
  mkdirSync(join(home, 'one', 'backup.json'));
  expect(await one.backups.begin(PASSPHRASE)).toMatchObject({ ok: false, error: { kind: 'not-written' } });
  expect(await one.automatic.state()).toEqual({});
});
