import { existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { Journal } from '../../../main/journal/journal';
import { JournalFolder, expected, readAll, texts, valueOf, write } from './journal-folder';

const start = new JournalFolder();
const open = start.open.bind(start);
const reopen = start.reopen.bind(start);
let folder: string;

beforeEach(() => {
  folder = start.path;
});

const segments = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
function flip(path: string, at: number, bit = 1): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ bit;
  writeFileSync(path, bytes);
}

describe('writing', () => {
  test('leaves no trace before something is written', async () => {
    expect(await open().state()).toMatchObject({ kind: 'open', sequence: 0 });
    expect(existsSync(folder)).toBe(false);
  });

  test('finds everything again after a restart, under the same writer', async () => {
    const first = open();
    await write(first, 5);
    const before = await first.state();
    const second = await reopen();
    expect(await second.state()).toEqual(before);
    expect(texts(await readAll(second))).toEqual(expected(5));
  });

  test('chains what several ask for at once, one after the other', async () => {
    const journal = open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(journal, 1, index)));
    const entries = await readAll(journal);
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(texts(entries)).toEqual(expected(20));
  });

  test('goes over many files, and reads them page by page', async () => {
    await write(open({ segmentBytes: 600 }), 20);
    expect(segments().length).toBeGreaterThan(5);
    expect(texts(await readAll(await reopen({ segmentBytes: 600 })))).toEqual(expected(20));
  });

  test('gives long entries out a few at a time, and all of them', async () => {
    const journal = open();
    const long = { kind: 'clinic-document', body: { text: 'x'.repeat(300_000) } };
    valueOf(await journal.append(Array.from({ length: 30 }, () => long)));
    await write(journal, 1);
    const first = valueOf(await journal.read(0));
    expect(first).toHaveLength(14); // the last of them goes over four million characters
    expect(await readAll(journal)).toHaveLength(31);
  });

  test('goes on counting when the clock is set back 400 days', async () => {
    await write(open({ now: () => new Date(2026, 10, 22) }), 2);
    const early = await reopen({ now: () => new Date(2025, 9, 18) });
    await write(early, 2, 2);
    expect((await readAll(early)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  test('writes nothing where the folder is only for reading', async () => {
    await write(open(), 1);
    const journal = await reopen({ writable: false });
    expect(await journal.state()).toMatchObject({ kind: 'to-read', sequence: 1 });
    expect(await journal.append([{ kind: 'review', body: {} }])).toEqual({ ok: false, error: { kind: 'read-only' } });
    expect(readdirSync(folder)).toEqual(['000000001.jsonl']);
  });
});

describe('one writer at a time', () => {
  test('a second program reads and does not write', async () => {
    const first = open();
    await write(first, 1);
    const before = readdirSync(folder);
    const second = new Journal({ folder, writable: true });
    expect(await second.append([{ kind: 'review', body: {} }])).toMatchObject({ ok: false, error: { kind: 'in-use' } });
    expect(await second.state()).toMatchObject({ sequence: 1 });
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    ['of a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), began: 'then' }],
    ['of an earlier process with the same number', { pid: process.pid, host: hostname(), began: 'then' }],
    ['half written', 'x'],
  ])('a lock %s is taken over', async (_, lock) => {
    await write(open(), 1);
    await reopen();
    writeFileSync(join(folder, 'lock'), typeof lock === 'string' ? lock : JSON.stringify(lock));
    await write(await reopen(), 1, 1);
    expect(texts(await readAll(start.present))).toEqual(expected(2));
  });

  test('a program that ends leaves no lock behind, without waiting for anything', async () => {
    const first = open();
    await write(first, 1);
    first.releaseNow();
    expect(readdirSync(folder)).toEqual(['000000001.jsonl']);
    await write(open(), 1, 1);
  });

  test('a lock of another computer is respected, and that computer named', async () => {
    await write(open(), 1);
    await reopen();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, host: 'room-2', began: '' }));
    expect(await (await reopen()).append([{ kind: 'review', body: {} }])).toEqual({
      ok: false,
      error: { kind: 'in-use', owner: 'room-2, 1' },
    });
    rmSync(join(folder, 'lock'));
  });
});

describe('a newer journal', () => {
  test('is not written to, and says which form', async () => {
    await write(open(), 1);
    await reopen();
    writeFileSync(join(folder, '000000002.jsonl'), '{"format":7}\nof tomorrow\n');
    const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    const journal = await reopen();
    expect(await journal.state()).toEqual({ kind: 'newer', found: 7, ours: 1 });
    expect(await journal.append([{ kind: 'review', body: {} }])).toMatchObject({ ok: false, error: { kind: 'newer' } });
    await journal.close();
    expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual(before);
  });
});

describe('damage', () => {
  test('half a line at the end is set aside, and writing goes on', async () => {
    await write(open(), 3);
    await reopen();
    const path = join(folder, '000000001.jsonl');
    truncateSync(path, statSync(path).size - 20);
    const journal = await reopen();
    expect(await journal.state()).toMatchObject({
      kind: 'open',
      sequence: 2,
      repairs: [{ sequence: 3, recovered: 0 }],
    });
    await write(journal, 1, 2);
    expect(texts(await readAll(await reopen()))).toEqual(expected(3));
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  });

  test('a flipped bit anywhere costs the one entry it hit, if no copy is left', async () => {
    await write(open({ segmentBytes: 800 }), 12);
    await reopen();
    const path = join(folder, segments()[1] ?? '');
    flip(path, Math.floor(statSync(path).size / 2));
    writeFileSync(join(folder, 'repairing'), '');
    const journal = await reopen({ segmentBytes: 800 });
    const state = await journal.state();
    expect(state).toMatchObject({ kind: 'open', repairs: [{ missing: 1 }] });
    const entries = await readAll(journal);
    expect(entries).toHaveLength(11);
    expect(entries.filter(({ origin }) => origin !== undefined).length).toBeGreaterThan(0);
    const again = await reopen({ segmentBytes: 800 });
    expect(await again.state()).toMatchObject({ sequence: 11, repairs: [] });
    expect(await readAll(again)).toEqual(entries);
  });

  test('a flipped bit costs nothing where a snapshot has the entry', async () => {
    const first = open({ segmentBytes: 800 });
    await write(first, 12);
    expect(await first.snapshot()).toBe(true);
    const before = await readAll(first);
    await reopen();
    const path = join(folder, segments().at(-1) ?? '');
    flip(path, statSync(path).size - 90);
    const journal = await reopen({ segmentBytes: 800 });
    expect(await journal.state()).toMatchObject({ repairs: [{ missing: 0, skipped: [] }] });
    expect(await readAll(journal)).toEqual(before);
  });

  test('files that are all gone come back from the newest sound snapshot', async () => {
    const first = open();
    await write(first, 10);
    expect(await first.snapshot()).toBe(true);
    await write(first, 10, 10);
    expect(await first.snapshot()).toBe(true);
    await reopen();
    const [older, newest] = readdirSync(join(folder, 'snapshots'));
    expect([older, newest]).toEqual(['000000010.jsonl.gz', '000000020.jsonl.gz']);
    const whole = readFileSync(join(folder, 'snapshots', newest ?? ''));
    const journal = readFileSync(join(folder, '000000001.jsonl'));
    for (let tenth = 0; tenth <= 9; tenth += 1) {
      for (const name of segments()) rmSync(join(folder, name));
      writeFileSync(join(folder, 'snapshots', newest ?? ''), whole.subarray(0, (whole.length * tenth) / 10));
      const opening = await reopen();
      expect(await opening.state()).toMatchObject({ sequence: 10, repairs: [{ skipped: [newest] }] });
      expect(texts(await readAll(opening))).toEqual(expected(10));
    }
    flip(join(folder, 'snapshots', older ?? ''), 40);
    writeFileSync(join(folder, 'snapshots', newest ?? ''), whole);
    for (const name of segments()) rmSync(join(folder, name));
    expect(texts(await readAll(await reopen()))).toEqual(expected(20));
    expect(journal.length).toBeGreaterThan(0);
  });

  test('a repair that is cut off anywhere ends at the next start with nothing less', async () => {
    await write(open({ segmentBytes: 500 }), 12);
    await reopen();
    flip(join(folder, segments()[2] ?? ''), 300);
    const files = segments().map((name) => [name, readFileSync(join(folder, name))] as const);
    await (await reopen({ segmentBytes: 500 })).state(); // not asked for: the last file is sound
    writeFileSync(join(folder, 'repairing'), '');
    await (await reopen({ segmentBytes: 500 })).state();
    const whole = await readAll(start.present);
    await reopen();
    // As if it had died after its first file was written: the later ones still old.
    const aside = join(folder, 'set-aside', readdirSync(join(folder, 'set-aside'))[0] ?? '');
    for (const [name, bytes] of files.slice(3)) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, 'repairing'), aside);
    const again = await reopen({ segmentBytes: 500 });
    expect(await again.state()).toMatchObject({ kind: 'open' });
    expect(texts(await readAll(again))).toEqual(texts(whole));
  });

  test('damage in an older file is found by the next snapshot and mended at the next start', async () => {
    const heard: unknown[] = [];
    const first = open({ segmentBytes: 500, onTrouble: (failure) => heard.push(failure) });
    await write(first, 9);
    flip(join(folder, segments()[0] ?? ''), 400);
    expect(await first.snapshot()).toBe(false);
    expect(heard).toMatchObject([{ kind: 'damaged' }]);
    expect(await (await reopen({ segmentBytes: 500 })).state()).toMatchObject({
      kind: 'open',
      repairs: [{ missing: 1 }],
    });
  });
});

describe('snapshots', () => {
  test('three are kept, named by sequence, each whole', async () => {
    const journal = open();
    for (let round = 0; round < 5; round += 1) {
      await write(journal, 4, round * 4);
      expect(await journal.snapshot()).toBe(true);
    }
    const names = readdirSync(join(folder, 'snapshots'));
    expect(names).toEqual(['000000012.jsonl.gz', '000000016.jsonl.gz', '000000020.jsonl.gz']);
    for (const name of names)
      expect(
        gunzipSync(readFileSync(join(folder, 'snapshots', name)))
          .toString()
          .split('\n'),
      ).toHaveLength(Number.parseInt(name, 10) + 2);
  });

  test('what a death before the renaming left behind is not read, and is tidied', async () => {
    const first = open();
    await write(first, 4);
    await first.snapshot();
    await reopen();
    writeFileSync(join(folder, 'snapshots', '000000009.jsonl.gz.abc.part'), 'half');
    writeFileSync(join(folder, '000000009.jsonl.abc.part'), 'half');
    await write(await reopen(), 1, 4);
    expect(readdirSync(join(folder, 'snapshots'))).toEqual(['000000004.jsonl.gz']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('none is taken again before a twentieth is new', async () => {
    const journal = open();
    await write(journal, 40);
    await journal.snapshot();
    await write(journal, 1, 40);
    await journal.snapshot();
    expect(readdirSync(join(folder, 'snapshots'))).toEqual(['000000040.jsonl.gz']);
  });
});
