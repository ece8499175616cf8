import { readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { link } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { JournalFolder, write } from './journal-folder';

vi.mock('node:fs/promises', { spy: true });

const start = new JournalFolder();
const record = (text: string): { kind: string; body: object } => ({ kind: 'review', body: { text } });

// As Linux, macOS and Windows say of a stick formatted FAT or exFAT.
describe.each(['EPERM', 'ENOTSUP', 'EISDIR'])('on a disk that answers a second name with %s', (code) => {
  beforeEach(() => {
    vi.mocked(link).mockImplementation(() => Promise.reject(Object.assign(new Error(code), { code })));
  });

  test('notes are saved, and one program writes at a time', async () => {
    const first = start.open();
    expect(await first.append([record('one')])).toMatchObject({ ok: true });
    expect(await start.open().append([record('two')])).toMatchObject({ ok: false, error: { kind: 'in-use' } });
    await first.close();
    expect(await start.open().append([record('two')])).toMatchObject({ ok: true });
  });

  test('a lock left behind is taken over', async () => {
    await start.open().append([record('one')]);
    await start.present.close();
    writeFileSync(join(start.path, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), began: 'then' }));
    expect(await start.open().append([record('two')])).toMatchObject({ ok: true });
  });

  test('what is damaged is copied aside before it is mended', async () => {
    await write(start.open(), 2);
    await start.present.close();
    const path = join(start.path, '000000001.jsonl');
    truncateSync(path, readFileSync(path).length - 20);
    const damaged = readFileSync(path);
    expect(await start.open().state()).toMatchObject({ kind: 'open', sequence: 1, repairs: [{ missing: 0 }] });
    const [aside = ''] = readdirSync(join(start.path, 'set-aside'));
    expect(readFileSync(join(start.path, 'set-aside', aside, '000000001.jsonl')).equals(damaged)).toBe(true);
  });
});

test('another refusal is no lock', async () => {
  vi.mocked(link).mockImplementationOnce(() => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })));
  expect(await start.open().append([record('one')])).toMatchObject({ ok: false, error: { kind: 'not-written' } });
});
