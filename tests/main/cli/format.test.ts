import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCommand } from '../../../main/cli/format';
import { EXAMPLE } from '../../fixtures/texts';
import { folderWith, runCommand } from './run-command';

const run = (...args: string[]) => runCommand(formatCommand, ...args);

function fileWith(text: string): { folder: string; file: string } {
  const folder = folderWith({ 'exa-session/1.0.0.md': text });
  return { folder, file: join(folder, 'exa-session/1.0.0.md') };
}

const UNTIDY = EXAMPLE.replace('id: dose-iv\n', 'id:   dose-iv\n').replaceAll('\n\n', '\n\n\n');

test('writes the layout, and finds nothing to do the second time', async () => {
  const { folder, file } = fileWith(UNTIDY);
  expect(await run(folder)).toMatchObject({ code: 0, said: expect.stringContaining('formatted') });
  expect(readFileSync(file, 'utf8')).toBe(EXAMPLE);
  expect(await run(folder)).toEqual({ code: 0, said: '' });
});

test('with --check it writes nothing and says which file', async () => {
  const { file } = fileWith(UNTIDY);
  const { code, said } = await run(file, '--check', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(said)).toEqual({ documents: [{ file, outcome: 'would-change' }] });
  expect(readFileSync(file, 'utf8')).toBe(UNTIDY);
});

test('a document with an issue is left as it is, with file and line', async () => {
  const broken = UNTIDY.replace('8.5 mg/kg', '8.50 mg/kg');
  const { file } = fileWith(broken);
  const { code, said } = await run(file);
  expect(code).toBe(1);
  expect(said).toMatch(/1\.0\.0\.md:\d+ .*trailing zero/);
  expect(readFileSync(file, 'utf8')).toBe(broken);
});

test('a path that is not there cannot be run', async () => {
  await expect(run('/is/not/there')).rejects.toThrow(/not\/there/);
});
