import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { JournalFolder, expected, readAll, texts, write } from './journal-folder';

const start = new JournalFolder();
const open = start.open.bind(start);
const reopen = start.reopen.bind(start);
let folder: string;

beforeEach(() => {
  folder = start.path;
});

test('a repair that was cut short is ended also where the data folder lies elsewhere by then', async () => {
  await write(open(), 3);
  await reopen();
  const [file, aside] = [join(folder, '000000001.jsonl'), join(folder, 'set-aside/2026-11-22-abcdef01')];
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, '000000001.jsonl'), readFileSync(file));
  truncateSync(file, 0);
  writeFileSync(join(folder, 'repairing'), '/media/another-room/journal/set-aside/2026-11-22-abcdef01');
  const journal = await reopen();
  expect(texts(await readAll(journal))).toEqual(expected(3));
  expect(existsSync(join(folder, 'repairing'))).toBe(false);
});

describe('what was in the way', () => {
  test('another program that repairs is waited for, and then read', async () => {
    await write(open(), 3);
    await reopen();
    truncateSync(join(folder, '000000001.jsonl'), statSync(join(folder, '000000001.jsonl')).size - 20);
    const lock = join(folder, 'lock');
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'room-2', began: '' }));
    const journal = await reopen();
    expect(await journal.state()).toMatchObject({ kind: 'in-use', owner: 'room-2, 1' });
    rmSync(lock);
    expect(await journal.state()).toMatchObject({ kind: 'open', sequence: 2 });
  });

  test('a repair the disk refused is done once the disk takes it, and writing goes on', async () => {
    await write(open(), 3);
    await reopen();
    truncateSync(join(folder, '000000001.jsonl'), statSync(join(folder, '000000001.jsonl')).size - 20);
    writeFileSync(join(folder, 'set-aside'), 'a file where the folder should be');
    const journal = await reopen();
    expect(await journal.append([{ kind: 'review', body: {} }])).toMatchObject({ error: { kind: 'unreadable' } });
    rmSync(join(folder, 'set-aside'));
    expect(await journal.append([{ kind: 'review', body: {} }])).toMatchObject({ ok: true });
    expect(await journal.state()).toMatchObject({ kind: 'open', sequence: 3 });
  });
});
