import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileCommand } from '../../../main/cli/compile';
import { EXAMPLE } from '../../fixtures/texts';
import { folderWith, runCommand } from './run-command';

const documents = (): string => folderWith({ 'exa-session/1.0.0.md': EXAMPLE });

test('compiles to the same bytes each time, over what it wrote before', async () => {
  const out = folderWith({});
  await runCommand(compileCommand, documents(), '--out', out);
  const first = readFileSync(`${out}/library.json`, 'utf8');
  expect((await runCommand(compileCommand, documents(), '--out', out)).code).toBe(0);
  expect(readFileSync(`${out}/library.json`, 'utf8')).toBe(first);
  expect(readdirSync(`${out}/exa-session`)).toEqual(['1.0.0.json']);
});

test('a folder that holds something else is left as it is', async () => {
  const mine = folderWith({ 'letters/dear.txt': 'Dear' });
  await expect(runCommand(compileCommand, documents(), '--out', mine)).rejects.toThrow(/other than a library/);
  expect(readFileSync(`${mine}/letters/dear.txt`, 'utf8')).toBe('Dear');
});

test('what a run that was cut short left behind is no hindrance', async () => {
  const out = folderWith({ 'exa-session/0.9.0.json': '{', 'search-index.bin': '{', 'search-index.json': '{' });
  expect((await runCommand(compileCommand, documents(), '--out', out)).code).toBe(0);
  expect(readdirSync(`${out}/exa-session`)).toEqual(['1.0.0.json']);
});

test('one document with a problem, and nothing is written', async () => {
  const out = folderWith({});
  const broken = folderWith({ 'exa-session/1.0.0.md': EXAMPLE.replace('8.5 mg/kg', '.5 mg/kg') });
  expect((await runCommand(compileCommand, broken, '--out', out)).code).toBe(1);
  expect(readdirSync(out)).toEqual([]);
});
