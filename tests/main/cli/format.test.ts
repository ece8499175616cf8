import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { formatCommand } from '../../../main/cli/format';
import { EXAMPLE } from '../../fixtures/texts';

function folderWith(text: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-format-'));
  mkdirSync(join(folder, 'exa-session'));
  const file = join(folder, 'exa-session/1.0.0.md');
  writeFileSync(file, text);
  return { folder, file };
}

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const code = await formatCommand.run(args);
  const said = log.mock.calls.flat().join('\n');
  log.mockRestore();
  return { code, said };
}

const UNTIDY = EXAMPLE.replace('id: dose-iv\n', 'id:   dose-iv\n').replaceAll('\n\n', '\n\n\n');

test('writes the layout, and finds nothing to do the second time', async () => {
  const { folder, file } = folderWith(UNTIDY);
  expect(await run(folder)).toMatchObject({ code: 0, said: expect.stringContaining('formatted') });
  expect(readFileSync(file, 'utf8')).toBe(EXAMPLE);
  expect(await run(folder)).toEqual({ code: 0, said: '' });
});

test('with --check it writes nothing and says which file', async () => {
  const { file } = folderWith(UNTIDY);
  const { code, said } = await run(file, '--check', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(said)).toEqual({ documents: [{ file, outcome: 'would-change' }] });
  expect(readFileSync(file, 'utf8')).toBe(UNTIDY);
});

test('a document with an issue is left as it is, with file and line', async () => {
  const broken = UNTIDY.replace('8.5 mg/kg', '8.50 mg/kg');
  const { file } = folderWith(broken);
  const { code, said } = await run(file);
  expect(code).toBe(1);
  expect(said).toMatch(/1\.0\.0\.md:\d+ .*trailing zero/);
  expect(readFileSync(file, 'utf8')).toBe(broken);
});

test('a path that is not there cannot be run', async () => {
  await expect(run('/is/not/there')).rejects.toThrow(/not\/there/);
});
