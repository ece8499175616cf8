import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../../main/cli/check';
import { formatCommand } from '../../../main/cli/format';
import { newCommand } from '../../../main/cli/new';
import { schemaCommand } from '../../../main/cli/schema';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import { toSkeleton } from '../../../protocols/authoring/skeleton';
import { ProtocolDocument } from '../../../protocols/schema/protocol';
import { compiled } from '../../fixtures/change';
import { folderWith, runCommand } from './run-command';

describe.each(ProtocolDocument.shape.type.options)('a new %s', (type) => {
  test('is sound, in the one layout, and holds no number that could pass for a dose', async () => {
    const folder = folderWith({});
    const title = 'A title: with "signs" & *more*';
    const made = await runCommand(
      newCommand,
      '--type',
      type,
      '--id',
      'exa-new',
      '--title',
      title,
      '--out',
      folder,
      '--json',
    );
    const { file }: { file: string } = JSON.parse(made.said);
    expect(made.code).toBe(0);
    expect(file).toBe(`${folder}/exa-new/1.0.0.md`);
    expect(await runCommand(checkCommand, folder)).toEqual({ code: 0, said: '1 sound, 0 with problems' });
    expect(await runCommand(formatCommand, folder, '--check')).toEqual({ code: 0, said: '' });
    const protocol = compiled(readFileSync(file, 'utf8'));
    expect(protocol).toMatchObject({ type, title, status: 'draft', id: 'exa-new' });
    expect(JSON.stringify(protocol.sections)).not.toMatch(/"value":/);
  });
});

test('begun on a leap day, it is reviewed on a day that exists', () => {
  const protocol = toSkeleton({ type: 'reference', id: 'x', title: 'X', today: '2028-02-29' });
  expect(protocol.reviewBy).toBe('2029-02-28');
  expect(compiled(toAuthored(protocol)).reviewBy).toBe('2029-02-28');
});

test('a document that is there already is left as it is', async () => {
  const folder = folderWith({ 'exa-new/1.0.0.md': 'mine' });
  await expect(
    runCommand(newCommand, '--type', 'reference', '--id', 'exa-new', '--title', 'T', '--out', folder),
  ).rejects.toThrow(/is there already/);
  expect(readFileSync(`${folder}/exa-new/1.0.0.md`, 'utf8')).toBe('mine');
});

test.each([
  [['--id', 'a', '--title', 'T'], /--type: dosing-protocol/],
  [['--type', 'poem', '--id', 'a', '--title', 'T'], /--type: dosing-protocol/],
  [['--type', 'reference', '--id', '../up', '--title', 'T'], /--id: must be an id/],
  [['--type', 'reference', '--id', 'a'], /--title: must be text/],
  [['--type', 'reference', '--id', 'a', '--title', ' '], /--title: must not be empty/],
])('cannot be run: %j', async (args, reason) => {
  await expect(runCommand(newCommand, ...args, '--out', folderWith({}))).rejects.toThrow(reason);
});

test('beside the schemas of editors, every part of a new document names its own', async () => {
  const folder = folderWith({});
  await runCommand(schemaCommand, '--out', `${folder}/schema`);
  await runCommand(newCommand, '--type', 'dosing-protocol', '--id', 'exa-new', '--title', 'T', '--out', folder);
  const text = readFileSync(`${folder}/exa-new/1.0.0.md`, 'utf8');
  const named = [...text.matchAll(/^# yaml-language-server: \$schema=(.*)$/gm)].map(([, file]) => file ?? '');
  expect(named).toContain('../schema/front-matter.schema.json');
  expect(named).toContain('../schema/dose.schema.json');
  expect(named.filter((file) => !existsSync(join(folder, 'exa-new', file)))).toEqual([]);
  expect(await runCommand(checkCommand, folder)).toEqual({ code: 0, said: '1 sound, 0 with problems' });
});
