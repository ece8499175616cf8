import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareDataFolder, releaseDataFolder } from '../../../main/app/data-folder';

test('works in the folder itself when it can be written, and leaves no trace of having tried', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'handrail-data-')), 'new');
  expect(prepareDataFolder(folder)).toEqual({ state: 'writable', folder, working: folder });
  expect(readdirSync(folder)).toEqual([]);
});

// A path below a file can be written by nobody, not even by the administrator that some test machines run as.
test('works on a folder of its own when nothing can be written, and throws that away afterwards', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-data-')), 'file');
  writeFileSync(file, '');
  const data = prepareDataFolder(join(file, 'data'));
  expect(data).toMatchObject({ state: 'read-only', folder: join(file, 'data') });
  expect(existsSync(data.working)).toBe(true);
  releaseDataFolder(data);
  expect(existsSync(data.working)).toBe(false);
});

test('never throws a writable folder away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-data-'));
  mkdirSync(join(folder, 'IndexedDB'));
  writeFileSync(join(folder, 'IndexedDB', 'notes'), 'kept');
  releaseDataFolder(prepareDataFolder(folder));
  expect(readFileSync(join(folder, 'IndexedDB', 'notes'), 'utf8')).toBe('kept');
});
