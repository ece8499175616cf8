import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EntryPages } from '../../../main/journal/entry-pages';
import { Journal } from '../../../main/journal/journal';
import { JournalText } from '../../../main/journal/journal-text';
import { listSegments } from '../../../main/journal/segment-files';

const COUNT = 1500;

let folder: string;
let journal: Journal;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-turns-'));
  journal = new Journal({ folder, writable: true });
  // Taken over at once: one file, however much it is.
  const records = Array.from({ length: COUNT }, (_, index) => ({ kind: 'later', body: { index } }));
  await journal.append(records);
});
afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true });
});

test('while everything is copied, whoever types has a turn every hundred entries', async () => {
  const state = await journal.state();
  if (!('sequence' in state)) throw new Error(state.kind);
  const source = new JournalText(folder, { end: state, writer: state.writer });
  let turns = 0;
  let isDone = false;
  const take = (): void => {
    turns += 1;
    if (!isDone) setImmediate(take);
  };
  setImmediate(take);
  const parts: { readonly lines: number; readonly turns: number }[] = [];
  for await (const part of source.read()) parts.push({ lines: part.split('\n').length - 1, turns });
  isDone = true;
  expect(source.bad).toBeUndefined();
  expect(parts.reduce((sum, { lines }) => sum + lines, 0)).toBe(COUNT + 1);
  expect(Math.max(...parts.map(({ lines }) => lines))).toBeLessThanOrEqual(100);
  expect(new Set(parts.slice(1).map((part) => part.turns)).size).toBe(parts.length - 1);
});

test('the file that is asked for page by page is read once, and again when it is another', async () => {
  const pages = new EntryPages(folder);
  const read = vi.spyOn(JSON, 'parse');
  expect((await pages.read(0)).length).toBe(1000);
  expect(read.mock.calls.length).toBeGreaterThanOrEqual(COUNT);
  read.mockClear();
  expect((await pages.read(1000)).length).toBe(COUNT - 1000);
  expect(read).not.toHaveBeenCalled();
  const [file] = await listSegments(folder);
  if (file === undefined) throw new Error('no file');
  const lines = readFileSync(file.path, 'utf8').trimEnd().split('\n');
  writeFileSync(file.path, `${lines.slice(0, -1).join('\n')}\n`);
  expect((await pages.read(1000)).length).toBe(COUNT - 1001);
  read.mockRestore();
});
