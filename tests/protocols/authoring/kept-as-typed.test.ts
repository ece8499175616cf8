import { describe, expect, test } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { Issue } from '../../../protocols/schema/result';
import { compiled } from '../../fixtures/change';
import { EXAMPLE } from '../../fixtures/texts';

/** What YAML 1.1, YAML 1.2 or JavaScript would each make something else of. */
const TRAPS = [
  '0.50',
  '.5',
  '5.',
  'no',
  'yes',
  'on',
  'off',
  'y',
  'N',
  '010',
  '0o10',
  '0x1F',
  '1:30',
  '190:20:30',
  '1e3',
  '1_000',
  '+5',
  '-0',
  '.inf',
  '.nan',
  'null',
  '~',
  'true',
  'False',
  '2026-01-01',
  '<<',
];

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

function issuesOf(text: string): Issue[] {
  const result = compileProtocol(text);
  return result.ok ? [] : result.error;
}

describe('where text belongs it is kept as typed', () => {
  test.each(TRAPS)('%s', (typed) => {
    const text = EXAMPLE.replace('title: Examplamine supervised session', `title: ${typed}`)
      .replace('aliases: [EXA session]', `aliases: [${typed}]`)
      .replace('diluent: invented diluent', `diluent: ${typed}`)
      .replace('afterCare: Watch until settled.', `afterCare: ${typed}`);
    const protocol = compiled(text);
    const blocks = protocol.sections.flatMap((section) => section.blocks);
    expect(protocol.title).toBe(typed);
    expect(protocol.aliases).toEqual([typed]);
    expect(blocks.find(({ id }) => id === 'dose-iv')).toMatchObject({ preparation: { diluent: typed } });
    expect(blocks.find(({ id }) => id === 'stop-rule')).toMatchObject({ afterCare: typed });
  });
});

describe('where an amount belongs it is refused, with the line', () => {
  const isDecimal = (typed: string): boolean => /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(typed);

  test.each(TRAPS.filter((typed) => !isDecimal(typed)))('%s', (typed) => {
    const dose = EXAMPLE.replace('usual: 8.5 mg/kg', `usual: ${typed} mg/kg`);
    expect(issuesOf(dose).map(({ line }) => line)).toContain(lineOf(dose, `usual: ${typed}`));
    const limit = EXAMPLE.replace('">= 161 mmHg"', `">= ${typed} mmHg"`);
    expect(issuesOf(limit).map(({ line }) => line)).toContain(lineOf(limit, `>= ${typed}`));
    const count = EXAMPLE.replace('times: 2', `times: ${typed}`);
    expect(issuesOf(count).map(({ line }) => line)).toContain(lineOf(count, `times: ${typed}`));
  });

  test.each(['0.50', '.5', '1,5', '1e3', '010', '1:30', 'no'])('the sentence for %s says what to write', (typed) => {
    const [issue] = issuesOf(EXAMPLE.replace('cap: local (one clinic uses a figure of its own)', `cap: "${typed} mg"`));
    expect(issue?.message).toMatch(/^"[^"]+" is not a plain decimal; write it|0\.5/);
  });
});

describe('where a duration, day or truth belongs', () => {
  test.each([
    ['usual: PT40M', 'usual: 40'],
    ['usual: PT40M', 'usual: 0:40'],
    ['usual: PT40M', 'usual: P1Y'],
    ['reviewBy: 2031-02-01', 'reviewBy: 2031-02-30'],
    ['reviewBy: 2031-02-01', 'reviewBy: 20310201'],
    ['required: "true", critical', 'required: yes, critical'],
    ['required: "true", critical', 'required: True, critical'],
    ['version: 1.0.0', 'version: 1.0'],
    ['effectivePeriod: { start: 2026-01-01, end: open }', 'effectivePeriod: { start: 2026-01-01, end: ~ }'],
  ])('%s as %s is refused on its line', (right, wrong) => {
    const text = EXAMPLE.replace(right, wrong);
    expect(text).not.toBe(EXAMPLE);
    expect(issuesOf(text).map(({ line }) => line)).toContain(lineOf(text, wrong));
  });

  test.each(['true', '"true"'])('required: %s is a truth', (typed) => {
    expect(issuesOf(EXAMPLE.replace('required: "true", critical', `required: ${typed}, critical`))).toEqual([]);
  });
});

test('half a character is refused where it stands', () => {
  expect(issuesOf(EXAMPLE.replace('title: Examplamine supervised session', 'title: "\\ud83d"'))).toMatchObject([
    { path: 'title', line: 3, message: expect.stringMatching(/half of a character/) },
  ]);
});
