import { readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaCommand } from '../../../main/cli/schema';
import { folderWith, runCommand } from './run-command';

test('writes what is not there, then finds nothing to do', async () => {
  const folder = folderWith({});
  const { code, said } = await runCommand(schemaCommand, '--out', folder, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(said).written.toSorted()).toEqual(readdirSync(folder).toSorted());
  expect(await runCommand(schemaCommand, '--out', folder, '--check')).toEqual({ code: 0, said: 'up to date' });
});

test('with --check it names what is out of date and writes nothing', async () => {
  const folder = folderWith({ 'gone.schema.json': '{}' });
  await runCommand(schemaCommand, '--out', folder);
  expect(readdirSync(folder)).not.toContain('gone.schema.json');
  writeFileSync(`${folder}/dose.schema.json`, '{}');
  const { code, said } = await runCommand(schemaCommand, '--out', folder, '--check');
  expect({ code, said }).toEqual({ code: 1, said: `${folder}/dose.schema.json: stale` });
  expect((await runCommand(schemaCommand, '--out', folder, '--check')).code).toBe(1);
});
