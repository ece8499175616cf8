import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from '../../build/setup/compile.mjs';

let top;
const write = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
  fs.writeFileSync(path.join(top, name), text);
};
const hash = () => hashSources(top, ['main', 'protocols', 'package.json'], ['protocols/documents']);

beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-sources-'));
  write('main/main.ts', 'one');
  write('protocols/documents/x/1.0.0.md', 'a document');
  write('package.json', '{}');
});
afterEach(() => fs.rmSync(top, { recursive: true }));

test('stays the same when only times change', () => {
  const before = hash();
  fs.utimesSync(path.join(top, 'main/main.ts'), new Date(0), new Date(0));
  expect(hash()).toBe(before);
});

test.each([
  ['a changed file', () => write('main/main.ts', 'two')],
  ['a new file', () => write('main/app/window.ts', '')],
  ['a removed file', () => fs.rmSync(path.join(top, 'main/main.ts'))],
  ['a renamed file', () => fs.renameSync(path.join(top, 'main/main.ts'), path.join(top, 'main/start.ts'))],
])('changes with %s', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test('leaves out what it is told to skip', () => {
  const before = hash();
  write('protocols/documents/x/1.0.0.md', 'another document');
  expect(hash()).toBe(before);
});
