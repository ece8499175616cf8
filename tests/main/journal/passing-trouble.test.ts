import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { JournalFolder, expected, readAll, texts, write } from './journal-folder';

const start = new JournalFolder();
test('a repair that was cut short is ended also where the data folder lies elsewhere by then', async () => {
  await write(start.open(), 3);
  await start.reopen();
  const [file, aside] = [join(start.path, '000000001.jsonl'), join(start.path, 'set-aside/2026-11-22-abcdef01')];
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, '000000001.jsonl'), readFileSync(file));
  truncateSync(file, 0);
  writeFileSync(join(start.path, 'repairing'), '/media/another-room/journal/set-aside/2026-11-22-abcdef01');
  const journal = await start.reopen();
  expect(texts(await readAll(journal))).toEqual(expected(3));
  expect(existsSync(join(start.path, 'repairing'))).toBe(false);
});

describe('what was in the way', () => {
  test('another program that repairs is waited for, and then read', async () => {
    await write(start.open(), 3);
    await start.reopen();
    truncateSync(join(start.path, '000000001.jsonl'), statSync(join(start.path, '000000001.jsonl')).size - 20);
    const lock = join(start.path, 'lock');
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'room-2', began: '' }));
    const journal = await start.reopen();
    expect(await journal.state()).toMatchObject({ kind: 'in-use', owner: 'room-2, 1' });
    rmSync(lock);
    expect(await journal.state()).toMatchObject({ kind: 'open', sequence: 2 });
  });

  test('a repair the disk refused is done once the disk takes it, and writing goes on', async () => {
    await write(start.open(), 3);
    await start.reopen();
    truncateSync(join(start.path, '000000001.jsonl'), statSync(join(start.path, '000000001.jsonl')).size - 20);
    writeFileSync(join(start.path, 'set-aside'), 'a file where the folder should be');
    const journal = await start.reopen();
    expect(await journal.append([{ kind: 'review', body: {} }])).toMatchObject({ error: { kind: 'unreadable' } });
    rmSync(join(start.path, 'set-aside'));
    expect(await journal.append([{ kind: 'review', body: {} }])).toMatchObject({ ok: true });
    expect(await journal.state()).toMatchObject({ kind: 'open', sequence: 3 });
  });
});
