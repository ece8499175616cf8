import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintCommand } from '../../../main/cli/lint';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { toSoundDocument } from '../../fixtures/build-defects';
import { folderWith, runCommand } from './run-command';

const SOUND = toSoundDocument({
  drug: 'examplamine',
  dose: 11,
  most: 21,
  tenth: 3,
  micro: 31,
  units: 41,
  volume: 61,
  minutes: 51,
  rate: 71,
  pressure: 501,
  thousands: 81,
});
const BAD = SOUND.replace('Weigh the patient first, then start.', 'Give 11.0 mg.');
const TODAY = ['--today', '2030-06-15'];

const run = (...args: string[]) => runCommand(lintCommand, ...args);

function fileWith(text: string, name = '1.0.0.md'): { folder: string; file: string } {
  const folder = folderWith({ [`invented-infusion/${name}`]: text });
  return { folder, file: join(folder, 'invented-infusion', name) };
}

test('a clean folder ends with 0', async () => {
  const { folder } = fileWith(SOUND);
  expect(await run(folder, ...TODAY)).toEqual({ code: 0, said: 'documents: 1, findings: 0' });
});

test('a finding ends with 1 and says file, line, path, what is wrong, what to write, and its rule', async () => {
  const { file } = fileWith(BAD);
  const { code, said } = await run(file, ...TODAY);
  expect(code).toBe(1);
  const line = BAD.slice(0, BAD.indexOf('11.0 mg')).split('\n').length;
  expect(said).toContain(
    `${file}:${line} sections.1.blocks.0.md: "11.0 mg" ends in a zero after the point; it is read as ten times as much. Write "11 mg". [trailing-zero]`,
  );
});

test('says the same to machines', async () => {
  const { file } = fileWith(BAD);
  const { code, said } = await run(file, '--json', ...TODAY);
  expect(code).toBe(1);
  expect(JSON.parse(said)).toMatchObject({ documents: 1, findings: [{ file, rule: 'trailing-zero', line: 32 }] });
});

test('judges a canonical document, and one that is none', async () => {
  const compiled = compileProtocol(BAD);
  if (!compiled.ok) throw new Error('the document does not compile');
  const { file } = fileWith(toCanonicalJson(compiled.value), '1.0.0.json');
  const { said } = await run(file, '--json', ...TODAY);
  expect(JSON.parse(said)).toMatchObject({ findings: [{ rule: 'trailing-zero', path: 'sections.1.blocks.0.md' }] });
  const { file: broken } = fileWith('{ "half":', '1.0.0.json');
  expect((await run(broken, ...TODAY)).code).toBe(1);
});

test.each([
  ['2031-02-01', 0],
  ['2031-02-02', 1],
])('on %s a document to be reviewed by 2031-02-01 ends with %d', async (today, code) => {
  const { file } = fileWith(SOUND);
  expect((await run(file, '--today', today)).code).toBe(code);
});

test('what cannot be run throws, which the command line answers with 2', async () => {
  await expect(run('/is/not/there')).rejects.toThrow(/not\/there/);
  await expect(run('--today', 'tomorrow')).rejects.toThrow(/such as 2031-04-30/);
  await expect(run('--wrong')).rejects.toThrow(/wrong/);
});

test('its help names an example of every kind of finding', () => {
  for (const word of ['1.0 mg', 'QD', 'reading direction', 'in no block', 'review date', '--json'])
    expect(lintCommand.teaches).toContain(word);
});
