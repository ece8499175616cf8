import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { compileCommand } from '../../../main/cli/compile';
import { searchCommand } from '../../../main/cli/search';
import { EXAMPLE } from '../../fixtures/texts';
import { folderWith, runCommand } from './run-command';

const documents = folderWith({ 'exa-session/1.0.0.md': EXAMPLE });

function search(...args: string[]): Promise<{ code: number; said: string }> {
  return runCommand(searchCommand, '--library', documents, '--today', '2031-02-01', ...args);
}

/** What was said on standard error until the test ends. */
function hearErrors(): () => string {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => error.mockRestore());
  return () => error.mock.calls.flat().join('\n');
}

test('names the place, the score and the reason of each hit', async () => {
  const { code, said } = await search('examplamine', 'maximum', 'dose');
  expect(code).toBe(0);
  expect(said).toMatch(/^examplamine maximum dose: \d+ of \d+ hits, documents: 1\n/);
  expect(said).toMatch(/^ {2}1 {2}exa-session@1\.0\.0 dose\/dose-iv {2}dose {2}\d+\.\d{3} {2}as written$/m);
  expect(said).toContain('Examplamine supervised session · Examplamine infusion');
});

test('for machines, one object a query with every field a script needs', async () => {
  const { code, said } = await search('--json', '--limit', '1', 'examplamine maximum dose');
  const answer = JSON.parse(said);
  expect(code).toBe(0);
  expect(answer).toMatchObject({ query: 'examplamine maximum dose', repaired: [], suggested: [], unmatched: [] });
  expect(answer.hits).toHaveLength(1);
  expect(answer.total).toBeGreaterThan(1);
  expect(answer.hits[0]).toMatchObject({
    protocolId: 'exa-session',
    version: '1.0.0',
    sectionId: 'dose',
    blockId: 'dose-iv',
    kind: 'dose',
    reason: expect.arrayContaining([{ kind: 'exact', written: 'dose' }]),
  });
  expect(answer.hits[0].score).toBeGreaterThan(0);
  expect(answer.hits[0]).not.toHaveProperty('marks');
});

test('says how a word was found that is not there as typed', async () => {
  expect((await search('checklst')).said).toMatch(/checklst: not in any document, read as checklist/);
  expect((await search('checklst')).said).toMatch(/checklst → checklist \(repaired\)/);
  expect((await search('checkl')).said).toMatch(/checkl → checklist \(prefix\)/);
});

test('exits with 1 when nothing is found, and names what is closest', async () => {
  const { code, said } = await search('exmplmn');
  expect(code).toBe(1);
  expect(said).toMatch(/^exmplmn: nothing found, documents: 1\n {2}closest names: .*Examplamine/i);
});

test('offers the drug a word may mean and does not search it', async () => {
  const answer = JSON.parse((await search('--json', 'hydroxizine')).said);
  expect(answer.suggested).toEqual([{ written: 'hydroxizine', shown: expect.stringMatching(/hydroxyzine/i) }]);
  expect(answer.hits).toEqual([]);
});

describe('many queries', () => {
  test('reads one a line from a file, whatever ends its lines, and answers in their order', async () => {
    const file = join(folderWith({ 'queries.txt': '\uFEFFdose\r\n\r\n  monitoring \nqqqqzzzz' }), 'queries.txt');
    const { code, said } = await search('--json', '--file', file);
    const answers = said.split('\n').map((line) => JSON.parse(line));
    expect(answers.map(({ query }: { query: string }) => query)).toEqual(['dose', 'monitoring', 'qqqqzzzz']);
    expect(answers.map(({ hits }: { hits: unknown[] }) => hits.length > 0)).toEqual([true, true, false]);
    expect(code).toBe(1);
  });

  test('reads them from standard input', async () => {
    const input = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from(['dose\nmonito', 'ring\n']) as never);
    onTestFinished(() => input.mockRestore());
    const { code, said } = await search('--json', '--file', '-');
    expect(said.split('\n')).toHaveLength(2);
    expect(code).toBe(0);
  });
});

test('a built library answers as the documents it was built from', async () => {
  const built = join(folderWith({}), 'library');
  await runCommand(compileCommand, documents, '--out', built);
  const fromBuilt = await runCommand(searchCommand, '--json', '--library', built, '--today', '2031-02-01', 'iv dose');
  expect(fromBuilt).toEqual(await search('--json', 'iv dose'));
});

test('searches the sound documents of a folder and says what it left out', async () => {
  const heard = hearErrors();
  const folder = folderWith({
    'exa-session/1.0.0.md': EXAMPLE,
    'exb-session/1.0.0.md': EXAMPLE.replace('8.5 mg/kg', '8.50 mg/kg'),
  });
  const { code } = await runCommand(searchCommand, '--library', folder, 'dose');
  expect(code).toBe(0);
  expect(heard()).toMatch(/exb-session\/1\.0\.0\.md was left out: it has problems; run check/);
});

test.each([
  [[], /say what to search for/],
  [['   '], /say what to search for/],
  [['dose', '--limit', '0'], /--limit must be a whole number from 1 to 1000, not "0"/],
  [['dose', '--limit', '2.5'], /not "2\.5"/],
  [['dose', '--limit', '1001'], /not "1001"/],
  [['dose', '--file', 'queries.txt'], /a query or --file FILE, not both/],
  [['--file', 'nowhere.txt'], /nowhere\.txt/],
  [['--file', join(folderWith({ 'empty.txt': '\n \n' }), 'empty.txt')], /empty\.txt holds no query/],
  [['dose', '--today', 'tomorrow'], /--today must be a day/],
  [['dose', '--nonsense'], /nonsense/],
  [['dose', '--library', 'nowhere'], /nothing was searched: nowhere cannot be read/],
  [['dose', '--library', folderWith({})], /holds no sound document; run check/],
])('cannot be run: %j', async (args, reason) => {
  await expect(search(...args)).rejects.toThrow(reason);
});

test('a query of any length and of any characters is answered or found wanting, never an error', async () => {
  for (const query of ['a'.repeat(10_000), '.*(a+)+$', '!?…—', '\\', '%_%', '\u202E\u0000'])
    expect([0, 1]).toContain((await search('--json', '--', query)).code);
});
