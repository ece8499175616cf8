import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { link } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Journal } from '../../../main/journal/journal';

vi.mock('node:fs/promises', { spy: true });

let folder: string;
const opened: Journal[] = [];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'handrail-no-links-')), 'journal');
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

function open(): Journal {
  const journal = new Journal({ folder, writable: true });
  opened.push(journal);
  return journal;
}

const record = (text: string): { kind: string; body: object } => ({ kind: 'review', body: { text } });

// As Linux, macOS and Windows say of a stick formatted FAT or exFAT.
describe.each(['EPERM', 'ENOTSUP', 'EISDIR'])('on a disk that answers a second name with %s', (code) => {
  beforeEach(() => {
    vi.mocked(link).mockImplementation(() => Promise.reject(Object.assign(new Error(code), { code })));
  });

  test('notes are saved, and one program writes at a time', async () => {
    const first = open();
    expect(await first.append([record('one')])).toMatchObject({ ok: true });
    expect(await open().append([record('two')])).toMatchObject({ ok: false, error: { kind: 'in-use' } });
    await first.close();
    expect(await open().append([record('two')])).toMatchObject({ ok: true });
  });

  test('a lock left behind is taken over', async () => {
    await open().append([record('one')]);
    await opened.pop()?.close();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), began: 'then' }));
    expect(await open().append([record('two')])).toMatchObject({ ok: true });
  });

  test('what is damaged is copied aside before it is mended', async () => {
    await open().append([record('one')]);
    await opened[0]?.append([record('two')]);
    await opened.pop()?.close();
    const path = join(folder, '000000001.jsonl');
    truncateSync(path, readFileSync(path).length - 20);
    const damaged = readFileSync(path);
    expect(await open().state()).toMatchObject({ kind: 'open', sequence: 1, repairs: [{ missing: 0 }] });
    const [aside = ''] = readdirSync(join(folder, 'set-aside'));
    expect(readFileSync(join(folder, 'set-aside', aside, '000000001.jsonl')).equals(damaged)).toBe(true);
  });
});

test('another refusal is no lock', async () => {
  vi.mocked(link).mockImplementationOnce(() => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })));
  expect(await open().append([record('one')])).toMatchObject({ ok: false, error: { kind: 'not-written' } });
});
