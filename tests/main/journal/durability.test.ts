import { cpSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, truncateSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Journal } from '../../../main/journal/journal';
import { sealEntry } from '../../../protocols/journal/entry';

let folder: string;
let journal: Journal;
let handle: FileHandle;

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'handrail-durability-')), 'journal');
  journal = new Journal({ folder, writable: true });
  const probe = await open(process.execPath, 'r');
  handle = Object.getPrototypeOf(probe) as FileHandle; // every open file shares it
  await probe.close();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await journal.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const record = (text: string): { kind: string; body: object } => ({ kind: 'review', body: { text } });

/** A step of every open file, as it is before a test takes hold of it. */
function whole(name: 'appendFile' | 'datasync' | 'sync' | 'writeFile'): (...args: unknown[]) => Promise<unknown> {
  return Reflect.get(handle, name) as (...args: unknown[]) => Promise<unknown>;
}

function failing(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

function listFiles(of: string): string[] {
  return readdirSync(of).filter((name) => statSync(join(of, name)).isFile());
}

async function texts(): Promise<unknown[]> {
  const page = await journal.read(0);
  return page.ok ? page.value.map(({ body }) => (body as { text: string }).text) : [page.error];
}

test('answers only once the disk has the entry: one write, one fdatasync each, in that order', async () => {
  await journal.append([record('first, which also makes the file')]);
  const order: string[] = [];
  const [write, sync] = [whole('appendFile'), whole('datasync')];
  vi.spyOn(handle, 'appendFile').mockImplementation(async function append(this: FileHandle, ...args) {
    order.push('write');
    await write.apply(this, args);
  });
  vi.spyOn(handle, 'datasync').mockImplementation(async function datasync(this: FileHandle) {
    await sync.call(this);
    order.push('synced');
  });
  for (let round = 0; round < 3; round += 1) {
    await journal.append([record('again')]);
    order.push('answered');
  }
  expect(order).toEqual(Array.from({ length: 3 }, () => ['write', 'synced', 'answered']).flat());
});

test.skipIf(process.platform !== 'linux')(
  'the name of each new folder and file is flushed where it stands, before the first note counts as written',
  async () => {
    const flushed: string[] = [];
    const sync = whole('sync');
    vi.spyOn(handle, 'sync').mockImplementation(async function each(this: FileHandle) {
      flushed.push(readlinkSync(`/proc/self/fd/${this.fd}`).replace(/\.[\w-]+\.part$/, ''));
      await sync.call(this);
    });
    expect(await journal.append([record('first')])).toMatchObject({ ok: true });
    // The folder of the journal into the data folder; the file; its name into the folder.
    expect(flushed).toEqual([join(folder, '..'), join(folder, '000000001.jsonl'), folder]);
    flushed.length = 0;
    expect(await journal.snapshot()).toBe(true);
    expect(flushed).toEqual([folder, join(folder, 'snapshots/000000001.jsonl.gz'), join(folder, 'snapshots')]);
    expect(readdirSync(folder)).toContain('snapshots');
    vi.restoreAllMocks();
    await journal.close();

    truncateSync(join(folder, '000000001.jsonl'), 40);
    flushed.length = 0;
    vi.spyOn(handle, 'sync').mockImplementation(async function each(this: FileHandle) {
      flushed.push(readlinkSync(`/proc/self/fd/${this.fd}`));
      await sync.call(this);
    });
    journal = new Journal({ folder, writable: true });
    expect(await texts()).toEqual(['first']);
    const [aside = ''] = readdirSync(join(folder, 'set-aside'));
    // What was set aside is safe before anything is put in its place.
    expect(flushed.slice(0, 3)).toEqual([folder, join(folder, 'set-aside'), join(folder, 'set-aside', aside)]);
  },
);

test.each([
  ['appendFile', 'ENOSPC', { kind: 'full' }],
  ['appendFile', 'EDQUOT', { kind: 'full' }],
  ['appendFile', 'EIO', { kind: 'not-written', message: 'EIO' }],
  ['datasync', 'EIO', { kind: 'not-written', message: 'EIO' }],
] as const)('%s fails with %s: told, nothing half written, and the next try works', async (step, code, failure) => {
  await journal.append([record('one')]);
  const spy = vi.spyOn(handle, step).mockImplementation(failing(code));
  expect(await journal.append([record('two')])).toEqual({ ok: false, error: failure });
  spy.mockRestore();
  expect(await texts()).toEqual(['one']);
  expect(await journal.append([record('two')])).toMatchObject({ ok: true });
  expect(await texts()).toEqual(['one', 'two']);
});

test('half a line that could not be taken back is cut off before anything is added', async () => {
  await journal.append([record('one')]);
  const write = whole('appendFile');
  vi.spyOn(handle, 'appendFile').mockImplementationOnce(async function append(this: FileHandle, bytes) {
    await write.call(this, (bytes as Buffer).subarray(0, 30));
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  vi.spyOn(handle, 'truncate').mockImplementationOnce(failing('EIO'));
  expect(await journal.append([record('two')])).toMatchObject({ ok: false, error: { kind: 'full' } });
  vi.restoreAllMocks();
  expect(await journal.append([record('two')])).toMatchObject({ ok: true });
  expect(await texts()).toEqual(['one', 'two']);
});

test('whichever step fails, the journal opens again with what was answered and nothing else', async () => {
  const kept: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    for (const name of ['appendFile', 'datasync', 'sync', 'writeFile'] as const) {
      const unbroken = whole(name);
      let calls = 0;
      vi.spyOn(handle, name as 'sync').mockImplementation(async function each(this: FileHandle, ...args: unknown[]) {
        if (calls++ === step) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return unbroken.apply(this, args) as Promise<void>;
      });
      for (const text of [`${name} ${step} a`, `${name} ${step} b`]) {
        const answer = await journal.append([record(text)]);
        if (answer.ok) kept.push(text);
      }
      await journal.snapshot();
      vi.restoreAllMocks();
      await journal.close();
      journal = new Journal({ folder, writable: true, segmentBytes: 700 });
      expect(await texts()).toEqual(kept);
    }
  }
  expect(kept.length).toBeGreaterThan(20);
});

test('several records in one piece are there together or not at all', async () => {
  expect(await journal.append([record('a'), record('b')])).toMatchObject({ ok: true });
  for (const step of ['writeFile', 'sync'] as const) {
    const spy = vi.spyOn(handle, step).mockImplementation(failing('EIO'));
    expect(await journal.append([record('c'), record('d')])).toMatchObject({ ok: false });
    spy.mockRestore();
    expect(await texts()).toEqual(['a', 'b']);
  }
  expect(await journal.append([record('e')])).toMatchObject({ ok: true });
  expect(await texts()).toEqual(['a', 'b', 'e']);
});

test('what was taken over is told as taken over, also where the disk takes nothing after it', async () => {
  const other = new Journal({ folder: join(folder, '../other'), writable: true });
  const there = await other.append([record('a'), record('b')]);
  await other.close();
  await journal.append([record('here')]);
  const sync = whole('sync');
  let calls = 0;
  vi.spyOn(handle, 'sync').mockImplementation(async function each(this: FileHandle) {
    if (calls++ === 2) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }); // the file, its folder, and then no more
    await sync.call(this);
  });
  expect(await journal.merge(there.ok ? there.value : [])).toMatchObject({
    ok: true,
    value: { added: 2, sequence: 3 },
  });
  vi.restoreAllMocks();
  expect(await texts()).toEqual(['here', 'a', 'b']);
  expect(await journal.append([record('after')])).toMatchObject({ ok: true });
});

test('a power cut at any step leaves all of several records or none', async () => {
  await journal.append([record('begun')]);
  // What of each file is on the disk, whatever it is called.
  const flushed = new Map<number, number>();
  const flush = (): void => {
    for (const { ino, size } of listFiles(folder).map((name) => statSync(join(folder, name)))) flushed.set(ino, size);
  };
  flush();
  const copies: string[] = [];
  // The disk as it may stand before each flush: of what was written since, any part.
  const copy = (): void => {
    const to = join(folder, '..', `copy-${copies.length}`);
    // Without the lock: the process that held it is gone with the power.
    cpSync(folder, to, { recursive: true, filter: (from) => !from.endsWith('lock') });
    for (const name of listFiles(to)) {
      const { ino, size } = statSync(join(folder, name));
      const safe = flushed.get(ino) ?? 0;
      truncateSync(join(to, name), safe + Math.floor((size - safe) * 0.6));
    }
    copies.push(to);
  };
  for (const step of ['datasync', 'sync'] as const) {
    const unbroken = whole(step);
    vi.spyOn(handle, step).mockImplementation(async function each(this: FileHandle) {
      copy();
      await unbroken.call(this);
      flush();
    });
  }
  expect(await journal.append(['a', 'b', 'c'].map(record))).toMatchObject({ ok: true });
  vi.restoreAllMocks();
  expect(await texts()).toEqual(['begun', 'a', 'b', 'c']);
  await journal.close();
  expect(copies.length).toBeGreaterThan(0);
  for (const found of copies) {
    journal = new Journal({ folder: found, writable: true });
    expect([['begun'], ['begun', 'a', 'b', 'c']]).toContainEqual(await texts());
    expect(await journal.append([record('after')])).toMatchObject({ ok: true });
    await journal.close();
  }
});

test('what was sealed once reads the same for ever', () => {
  const entry = sealEntry(record('as of today'), {
    after: { sequence: 7, hash: 'b'.repeat(64) },
    writer: 'w',
    at: '2026-11-22T14:02:00+01:00',
  });
  expect(entry.hash).toMatchInlineSnapshot(`"78a131412eb13bbbe4862bea79631a9d029f15c525888c73995b8cd92f130abc"`);
});
