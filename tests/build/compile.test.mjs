import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadConfigFromFile } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from '../../build/setup/compile.mjs';
import { root } from '../../build/setup/run.mjs';

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

test('builds where the folder of the checkout has spaces and accents in its name', async () => {
  const checkout = path.join(top, 'Salle d’équipe 2');
  fs.mkdirSync(checkout);
  fs.copyFileSync(path.join(root, 'vite.config.ts'), path.join(checkout, 'vite.config.ts'));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
  const file = path.join(checkout, 'vite.config.ts');
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, file, checkout, 'silent');
  expect(path.relative(checkout, loaded?.config.root ?? '')).toBe('renderer');
});
