import { expect, test } from 'vitest';
import { checkCommand } from '../../../main/cli/check';
import { diffCommand } from '../../../main/cli/diff';
import { EXAMPLE } from '../../fixtures/texts';
import { folderWith, runCommand } from './run-command';

const CHANGES =
  'changes: [{ block: dose-iv, label: amended, reason: Lower maximum after local audit, sources: [s1] }]\n';
const next = (version: string, changes = CHANGES): string =>
  EXAMPLE.replace('version: 1.0.0', `version: ${version}`)
    .replace('safetyLine:', `${changes}safetyLine:`)
    .replace('max: 9.75 mg/kg', 'max: 9.5 mg/kg')
    .replace('Weigh the patient on the day.', 'Weigh the patient the same day.');

const library = (second: string, version = '2.0.0'): string =>
  folderWith({ 'exa-session/1.0.0.md': EXAMPLE, [`exa-session/${version}.md`]: second });

test('names every change with its meaning, values whole', async () => {
  const folder = library(
    next('2.0.0', CHANGES.replace(' }]', ' }, { block: dose-intro, label: editorial, reason: Shorter, sources: [] }]')),
  );
  const { code, said } = await runCommand(diffCommand, 'exa-session@1.0.0', 'exa-session@2.0.0', '--library', folder);
  expect(said.split('\n')).toEqual([
    'dose-intro md (patch): Weigh the patient [-on-][- -]the{+ +}{+same+} day. Start at {{dose-iv.amount.usual}}, never above {{dose-iv.amount.max}}.',
    'dose-iv amount.max (major): 9.75 mg/kg (verified s1) → 9.5 mg/kg (verified s1)',
    'this is a major change',
  ]);
  expect(code).toBe(0);
});

test('for machines, with what keeps B from following A', async () => {
  const folder = library(next('1.1.0'), '1.1.0');
  const { code, said } = await runCommand(
    diffCommand,
    'exa-session@1.0.0',
    'exa-session@1.1.0',
    '--library',
    folder,
    '--json',
  );
  const answer = JSON.parse(said);
  expect(code).toBe(1);
  expect(answer).toMatchObject({ bump: 'major', diff: { blocks: [{ id: 'dose-intro' }, { id: 'dose-iv' }] } });
  expect(answer.findings.map(({ path }: { path: string }) => path)).toEqual(['version', 'changes']);
});

test('a file against itself shows no difference', async () => {
  const folder = folderWith({ 'a.md': EXAMPLE });
  expect(await runCommand(diffCommand, `${folder}/a.md`, `${folder}/a.md`)).toEqual({ code: 0, said: 'no difference' });
});

test.each([
  [['exa-session@1.0.0'], /which two documents/],
  [['exa-session@1.0.0', 'exa-session@9.0.0'], /there is no exa-session@9\.0\.0/],
  [['exa-session@1.0.0', 'nowhere.md'], /nowhere\.md/],
  [['a@1.0.0', 'b@1.0.0', '--nonsense'], /nonsense/],
])('cannot be run: %j', async (args, reason) => {
  const folder = library(next('2.0.0'));
  await expect(runCommand(diffCommand, ...args, '--library', folder)).rejects.toThrow(reason);
});

test('a document with problems cannot be compared, and says so with its lines', async () => {
  const folder = library(next('2.0.0').replace('8.5 mg/kg', '8.50 mg/kg'));
  await expect(runCommand(diffCommand, 'exa-session@1.0.0', 'exa-session@2.0.0', '--library', folder)).rejects.toThrow(
    /2\.0\.0\.md has \d+ problems[\s\S]*2\.0\.0\.md:\d+ .*trailing zero/,
  );
});

test('check judges each edition in a folder as the one after the edition before', async () => {
  const wrong = library(next('1.1.0'), '1.1.0');
  const { code, said } = await runCommand(checkCommand, wrong);
  expect(code).toBe(1);
  expect(said).toMatch(/exa-session\/1\.1\.0\.md version: 1\.1\.0 must be at least 2\.0\.0/);
  expect(said).toMatch(/1 sound, 1 with problems$/);
  const right = library(
    next('2.0.0', CHANGES.replace(' }]', ' }, { block: dose-intro, label: editorial, reason: Shorter, sources: [] }]')),
  );
  expect(await runCommand(checkCommand, right)).toEqual({ code: 0, said: '2 sound, 0 with problems' });
});

test('check takes one file', async () => {
  const folder = folderWith({ 'a.md': EXAMPLE.replace('8.5 mg/kg', '8.50 mg/kg') });
  const { code, said } = await runCommand(checkCommand, `${folder}/a.md`, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    documents: 1,
    findings: [{ file: `${folder}/a.md`, line: expect.any(Number) }],
  });
});
