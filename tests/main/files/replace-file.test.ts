import { mkdir, mkdtemp, open, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { replaceFile, toNotWritten } from '../../../main/files/replace-file';

vi.mock('node:fs/promises', { spy: true });

const NEW = new TextEncoder().encode('new sheet');

async function folderWith(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-replace-'));
  await writeFile(join(folder, name), text);
  return folder;
}

/** The next file opened lies on a disk that takes half of what is written and then says why it takes no more. */
async function breakDisk(code: string): Promise<void> {
  const real = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
  vi.mocked(open).mockImplementationOnce(async (...args) => {
    const handle = await real.open(...args);
    vi.spyOn(handle, 'writeFile').mockImplementation(async () => {
      await handle.write(NEW.subarray(0, 4));
      throw Object.assign(new Error(`${code}: injected`), { code });
    });
    return handle;
  });
}

test('puts a new file in place and leaves nothing else behind', async () => {
  const folder = await folderWith('other.txt', 'other');
  expect(await replaceFile(join(folder, 'sheet.pdf'), NEW)).toEqual({ ok: true, value: join(folder, 'sheet.pdf') });
  expect(await readFile(join(folder, 'sheet.pdf'), 'utf8')).toBe('new sheet');
  expect((await readdir(folder)).toSorted()).toEqual(['other.txt', 'sheet.pdf']);
});

test('answers once the file and its name are on the disk: a stick may be pulled out then', async () => {
  const folder = await folderWith('other.txt', 'other');
  await replaceFile(join(folder, 'sheet.pdf'), NEW);
  const [part, flushed] = vi.mocked(open).mock.calls.slice(-2);
  expect(dirname(String(part?.[0]))).toBe(folder);
  expect(flushed?.[0]).toBe(folder);
  const [renamed] = vi.mocked(rename).mock.invocationCallOrder.slice(-1);
  const [opened] = vi.mocked(open).mock.invocationCallOrder.slice(-1);
  expect(renamed).toBeLessThan(opened ?? 0);
});

test('a folder that cannot be flushed takes the file all the same', async () => {
  const folder = await folderWith('other.txt', 'other');
  const real = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises');
  vi.mocked(open)
    .mockImplementationOnce(real.open)
    .mockRejectedValueOnce(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  expect((await replaceFile(join(folder, 'sheet.pdf'), NEW)).ok).toBe(true);
  expect(await readFile(join(folder, 'sheet.pdf'), 'utf8')).toBe('new sheet');
});

test('replaces an earlier file of that name', async () => {
  const folder = await folderWith('sheet.pdf', 'a much longer earlier sheet');
  await replaceFile(join(folder, 'sheet.pdf'), NEW);
  expect(await readFile(join(folder, 'sheet.pdf'), 'utf8')).toBe('new sheet');
});

test.each([
  ['ENOSPC', 'full'],
  ['EIO', 'other'],
])('keeps the earlier file and no part of the new one when the disk says %s', async (code, reason) => {
  const folder = await folderWith('sheet.pdf', 'earlier sheet');
  await breakDisk(code);
  const result = await replaceFile(join(folder, 'sheet.pdf'), NEW);
  expect(result).toMatchObject({ ok: false, error: { kind: 'not-written', reason, file: join(folder, 'sheet.pdf') } });
  expect(await readdir(folder)).toEqual(['sheet.pdf']);
  expect(await readFile(join(folder, 'sheet.pdf'), 'utf8')).toBe('earlier sheet');
});

test('says that a folder that is not there, or is a file, cannot be written', async () => {
  const folder = await folderWith('plain', 'a file, not a folder');
  for (const file of [join(folder, 'missing', 'sheet.pdf'), join(folder, 'plain', 'sheet.pdf')]) {
    expect(await replaceFile(file, NEW)).toMatchObject({ ok: false, error: { kind: 'not-written', reason: 'other' } });
  }
  expect(await readFile(join(folder, 'plain'), 'utf8')).toBe('a file, not a folder');
});

test('leaves a folder that stands where the file should go', async () => {
  const folder = await folderWith('other.txt', 'other');
  await mkdir(join(folder, 'sheet.pdf'));
  await writeFile(join(folder, 'sheet.pdf', 'inside.txt'), 'inside');
  expect((await replaceFile(join(folder, 'sheet.pdf'), NEW)).ok).toBe(false);
  expect((await readdir(folder)).toSorted()).toEqual(['other.txt', 'sheet.pdf']);
  expect(await readdir(join(folder, 'sheet.pdf'))).toEqual(['inside.txt']);
});

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
  ['EIO', 'other'],
])('%s is said as %s', (code, reason) => {
  expect(toNotWritten('/x/y.pdf', Object.assign(new Error('why'), { code }))).toEqual({
    kind: 'not-written',
    file: '/x/y.pdf',
    reason,
    message: 'why',
  });
});
