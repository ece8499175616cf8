import { describe, expect, test } from 'vitest';
import { checkMonitoring } from '../../protocols/schema/check-monitoring';
import { toDueTimes } from '../../protocols/schema/due-times';
import { toReadable } from '../../protocols/schema/readable';
import { compiled } from '../fixtures/change';
import { type Replacement, checkExample } from '../fixtures/checked-example';
import { EXAMPLE } from '../fixtures/texts';

/** Path and rule of each issue; the path from the block on, where it is one of a block. */
const told = (...replacements: readonly Replacement[]): string[] =>
  checkExample(...replacements).map(
    ({ path, rule }) => `${path.replace(/^sections\.\d+\.blocks\.\d+\./, '')} ${rule ?? ''}`,
  );

const NO_REFERENCES: Replacement = [' Start at {{dose-iv.amount.usual}}, never above {{dose-iv.amount.max}}.', ''];
const AMOUNT = 'amount: { min: 7.5 mg/kg (second-hand s2), usual: 8.5 mg/kg, max: 9.75 mg/kg }';
const BASIS = 'basis: actual-weight';
const CAP = 'cap: local (one clinic uses a figure of its own)';
const RATE = 'rate: { usual: "12.75 mg/kg/h (arithmetic s1; 8.5 mg/kg in 40 min)" }\n';
const PREPARATION = 'preparation: { concentration: 11 mg/mL, diluent: invented diluent }';
const ROUNDING = 'rounding: { amount: 1 mg down, rate: 0.1 mL/h down }';
const amount = (range: string): readonly Replacement[] => [NO_REFERENCES, [AMOUNT, `amount: { ${range} }`]];
const fixed = (range: string): readonly Replacement[] => [...amount(range), [BASIS, 'basis: fixed']];

describe('amounts', () => {
  test.each<[string, readonly Replacement[], readonly string[]]>([
    ['a smallest that is the usual', amount('min: 8.5 mg/kg, usual: 8.5 mg/kg'), []],
    ['a smallest above the usual', amount('min: 8.6 mg/kg, usual: 8.5 mg/kg'), ['amount.usual maximum-below-start']],
    ['choices that rise', amount('choices: [7 mg/kg, 8 mg/kg, 9 mg/kg]'), []],
    ['choices that fall', amount('choices: [7 mg/kg, 9 mg/kg, 8 mg/kg]'), ['amount.choices.2 maximum-below-start']],
    ['a choice given twice', amount('choices: [7 mg/kg, 7 mg/kg]'), ['amount.choices.1 maximum-below-start']],
    ['one choice', amount('choices: [7 mg/kg]'), ['amount.choices ']],
    ['a choice for the clinic to set', amount('choices: [7 mg/kg, local, 8 mg/kg]'), []],
    [
      'choices in two kinds of unit',
      amount('choices: [7 mg/kg, 8 mL]'),
      ['amount.choices.1 wrong-dimension', 'amount.choices.1 wrong-dimension', 'rounding.amount wrong-dimension'],
    ],
    ['a dose for the clinic to set under a cap', [...amount('usual: local'), [CAP, 'cap: 1 mg']], []],
    ['the smallest for the clinic to set', amount('min: local, usual: 8.5 mg/kg'), []],
  ])('%s', (_name, changes, expected) => {
    expect(told(...changes)).toEqual(expected);
  });
});

describe('times', () => {
  const over = (range: string): Replacement => ['over: { usual: PT40M }', `over: { ${range} }`];
  test.each<[string, readonly Replacement[], readonly string[]]>([
    ['that rise', [over('min: PT30M, usual: PT40M, max: PT50M')], []],
    ['that stay', [over('min: PT40M, usual: PT40M')], []],
    ['with the usual below the shortest', [over('min: PT41M, usual: PT40M')], ['over.usual maximum-below-start']],
    ['with the longest below the usual', [over('usual: PT40M, max: PT39M')], ['over.max maximum-below-start']],
    ['with the shortest left to the clinic', [over('min: local, usual: PT40M')], []],
    [
      'of a published figure',
      [['time: { usual: PT2H (second-hand s2) }', 'time: { min: PT3H, usual: PT2H (second-hand s2) }']],
      ['rows.1.time.usual maximum-below-start'],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(told(...changes)).toEqual(expected);
  });
});

describe('what a part of a dose is measured in', () => {
  test.each<[string, readonly Replacement[], readonly string[]]>([
    ['no preparation', [[`${PREPARATION}\n`, '']], []],
    [
      'a strength in a mass',
      [[PREPARATION, 'preparation: { concentration: 11 mg }']],
      ['preparation.concentration wrong-dimension'],
    ],
    ['a volume made up', [[PREPARATION, 'preparation: { concentration: 11 mg/mL, totalVolume: 50 mL }']], []],
    [
      'a volume made up in a mass',
      [[PREPARATION, 'preparation: { concentration: 11 mg/mL, totalVolume: 50 mg }']],
      ['preparation.totalVolume wrong-dimension'],
    ],
    [
      'an adjustment in the unit of the dose',
      [[CAP, 'adjustments: [{ when: Old age, action: reduce, amount: 5 mg/kg }]']],
      [],
    ],
    ['an adjustment as a whole dose', [[CAP, 'adjustments: [{ when: Old age, action: reduce, amount: 50 mg }]']], []],
    ['an adjustment with no amount', [[CAP, 'adjustments: [{ when: Old age, action: avoid }]']], []],
    [
      'an adjustment in a pressure',
      [[CAP, 'adjustments: [{ when: Old age, action: reduce, amount: 5 mmHg }]']],
      ['adjustments.0.amount wrong-dimension'],
    ],
    ['rounding of the amount alone', [[ROUNDING, 'rounding: { amount: 1 mg down }']], []],
    [
      'rounding of the amount in a volume',
      [[ROUNDING, 'rounding: { amount: 1 mL down }']],
      ['rounding.amount wrong-dimension'],
    ],
    ['rounding of the volume', [[ROUNDING, 'rounding: { amount: 1 mg down, volume: 0.1 mL down }']], []],
    [
      'rounding of the volume in a mass',
      [[ROUNDING, 'rounding: { amount: 1 mg down, volume: 0.1 mg down }']],
      ['rounding.volume wrong-dimension'],
    ],
    [
      'rounding of the rate in a volume',
      [[ROUNDING, 'rounding: { amount: 1 mg down, rate: 0.1 mL down }']],
      ['rounding.rate wrong-dimension'],
    ],
    ['no rounding', [[`${ROUNDING}\n`, '']], []],
  ])('%s', (_name, changes, expected) => {
    expect(told(...changes)).toEqual(expected);
  });

  const whole = (range: string, cap: string): readonly Replacement[] => [
    ...fixed(range),
    [CAP, `cap: ${cap}`],
    [RATE, ''],
    [`${ROUNDING}\n`, ''],
  ];
  test.each<[string, readonly Replacement[], readonly string[]]>([
    ['a volume under a volume', whole('usual: 85 mL', '85 mL'), []],
    ['a volume under a mass', whole('usual: 85 mL', '85 mg'), ['cap wrong-dimension']],
    ['units under units', whole('usual: 85 units', '86 units'), []],
    ['units under a mass', whole('usual: 85 units', '86 mg'), ['cap wrong-dimension']],
    ['a mass under units', whole('usual: 85 mg', '86 units'), ['cap wrong-dimension']],
    ['a mass for the clinic to set under a mass', whole('usual: local, max: 90 mg', '86 mg'), []],
  ])('a cap over %s', (_name, changes, expected) => {
    expect(told(...changes)).toEqual(expected);
  });
});

describe('limits of one reading', () => {
  const THRESHOLD = '- { when: ">= 161 mmHg", action: notify, text: Tell the prescriber. }';
  const limits = (first: string, second: string): Replacement => [
    THRESHOLD,
    `- { when: "${first}", action: hold, text: a }\n      - { when: "${second}", action: observe, text: b }`,
  ];
  test.each<[string, string, readonly string[]]>([
    ['>= 160 mmHg', '>= 161 mmHg', ['parameters.0.thresholds.1.action weaker-action']],
    ['>= 160 mmHg', '> 150 mmHg', []], // a milder reading, however strict
    ['<= 150 mmHg', '>= 81 mmHg', []], // too low and too high are not compared
    ['= 150 mmHg', '= 140 mmHg', []],
    ['= 150 mmHg', '> 160 mmHg', []],
    ['>= 150 mmHg', '> 40 mmHg above baseline', []],
  ])('hold at %s, observe at %s', (first, second, expected) => {
    expect(told(limits(first, second))).toEqual(expected);
  });

  test('a limit on a reading with no unit is told what is missing', () => {
    const [issue] = checkExample(['    unit: mm[Hg]\n', '']);
    expect(issue?.message).toBe('Systolic blood pressure has a limit and no unit; write the unit it is read in');
  });

  test('a parameter that is not there is answered with those that are', () => {
    const [issue] = checkExample(['parameters: [spo2]', 'parameters: [ecg]']);
    expect(issue?.message).toMatch(/write one of sbp, spo2$/);
  });

  test('a block that could not be read is not judged', () => {
    const document = compiled(EXAMPLE);
    const block = document.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'monitoring');
    const broken = JSON.parse(JSON.stringify(document).replace('"every":"PT15M"', '"every":15')) as unknown;
    const readable = toReadable(broken, []);
    expect([...readable.unread]).toEqual([block?.id]);
    expect(checkMonitoring(readable)).toEqual([]);
  });
});

describe('items of a checklist', () => {
  const ITEMS = /items:\n {6}- \{ id: start.*\n/.exec(EXAMPLE)?.[0] ?? '';
  const QUANTITY = 'answer: { type: quantity, unit: kg }';
  test.each<[string, Replacement, readonly string[]]>([
    ['a phase with no items that nobody signs', [ITEMS, 'items: []\n'], []],
    ['a phase with no items and an empty list of signatures', [ITEMS, 'items: []\n    signOff: []\n'], []],
    [
      'a phase with no items that is signed',
      [ITEMS, 'items: []\n    signOff: [{ role: nurse }]\n'],
      ['phases.1.items checklist-item'],
    ],
    ['a choice with options', [QUANTITY, 'answer: { type: choice, options: [left, right] }'], []],
    ['a choice without', [QUANTITY, 'answer: { type: choice }'], ['phases.0.items.1.answer.options checklist-item']],
    ['a text with no options', [QUANTITY, 'answer: { type: text }'], []],
    ['only a smallest', [QUANTITY, 'answer: { type: quantity, unit: kg, min: 41 }'], []],
    ['only a largest', [QUANTITY, 'answer: { type: quantity, unit: kg, max: 41 }'], []],
  ])('%s', (_name, change, expected) => {
    expect(told(change)).toEqual(expected);
  });
});

describe('references', () => {
  const PROSE = 'Weigh the patient on the day.';
  const HEADER = 'sources:\n  - { id: s1,';
  const change = (entry: string): Replacement => [
    HEADER,
    `changes: [{ ${entry}, reason: Reviewed, sources: [s1] }]\n${HEADER}`,
  ];
  test.each<[string, Replacement, readonly string[]]>([
    ['to an item of a block', [PROSE, 'See [the weight](#check-session/weight).'], []],
    ['to an item that is not there', [PROSE, 'See [the height](#check-session/height).'], ['md dangling-reference']],
    ['to an item of a section', [PROSE, 'See [the height](#checklist/weight).'], ['md dangling-reference']],
    ['from the session instead of a dose', ['anchor: dose-iv.start', 'anchor: session.start'], []],
    ['of a change to its block', change('block: dose-iv, label: amended'), []],
    ['of a change to no block', change('block: dose-im, label: amended'), ['changes.0.block dangling-reference']],
    ['of a withdrawal to what is gone', change('block: dose-im, label: withdrawn'), []],
  ])('%s', (_name, replacement, expected) => {
    expect(told(replacement)).toEqual(expected);
  });

  test('two blocks without an id are not one id used twice', () => {
    const issues = checkExample(['id: figures-outcome\n', ''], ['id: words\n', '']);
    expect(issues.map(({ rule }) => rule)).not.toContain('duplicate-id');
    expect(issues).toHaveLength(2);
  });
});

describe('sources', () => {
  const LAST = '  - { id: s2, citation: Invented Label 2029, url: "https://example.org/label" }\n';
  const third = '  - { id: s3, citation: Invented Review 2031 }\n';
  test.each<[string, readonly Replacement[], readonly string[]]>([
    ['listed twice', [[LAST, `${LAST}  - { id: s2, citation: Again }\n`]], ['sources.2.id duplicate-id']],
    ['nobody cites', [[LAST, LAST + third]], ['sources.2 unused-source']],
    [
      'cited by a change alone',
      [[LAST, `${LAST}${third}changes: [{ block: dose-iv, label: amended, reason: Reviewed, sources: [s3] }]\n`]],
      [],
    ],
    [
      'that a block nobody could read may cite',
      [
        [LAST, LAST + third],
        ['route: intravenous', 'route: IV'],
      ],
      ['route '],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(told(...changes)).toEqual(expected);
  });
});

describe('dates and people', () => {
  const PERIOD = 'effectivePeriod: { start: 2026-01-01, end: open }';
  const period = (end: string): Replacement => [PERIOD, `effectivePeriod: { start: 2026-01-01, end: ${end} }`];
  const active = (reviewer: string): Replacement => [
    'status: draft',
    `status: active\napprovalDate: 2026-01-02\nreviewers: [{ name: "${reviewer}", role: prescriber, date: 2026-01-01 }]`,
  ];
  const TWO: Replacement = [
    'authors: [{ name: A. Author, role: prescriber }]',
    'authors: [{ name: A. Author, role: prescriber }, { name: B. Author, role: nurse }]',
  ];
  test.each<[string, readonly Replacement[], readonly string[]]>([
    ['an end on the first day', [period('2026-01-01')], []],
    ['an end the day before', [period('2025-12-31')], ['effectivePeriod.end release-dates']],
    ['a review on the first day', [['reviewBy: 2031-02-01', 'reviewBy: 2026-01-01']], ['reviewBy release-dates']],
    ['a review the day after', [['reviewBy: 2031-02-01', 'reviewBy: 2026-01-02']], []],
    ['one of two authors as the reviewer', [active('A. Author'), TWO], []],
    ['the only author with a space behind', [active('A. AUTHOR ')], ['reviewers release-dates']],
  ])('%s', (_name, changes, expected) => {
    expect(told(...changes)).toEqual(expected);
  });
});

test.each([
  ['\u202E', 'turns the reading direction'],
  ['\u200B', 'nobody sees'],
])('a hidden character %j is named for what it does, where it stands', (character, does) => {
  const [issue] = checkExample(['title: Examplamine supervised session', `title: Examplamine${character} session`]);
  expect(issue?.path).toBe('title');
  expect(issue?.message).toContain(`a character that ${does}; delete it`);
});

test('due times are distinct and rise, whichever entry gives them', () => {
  const [block] = compiled(
    EXAMPLE.replace('{ label: Before, at: [-PT15M] }', '{ label: Before, at: [PT100M, -PT15M, PT30M] }'),
  )
    .sections.flatMap(({ blocks }) => blocks)
    .filter(({ type }) => type === 'monitoring');
  expect(block?.type === 'monitoring' ? toDueTimes(block).map((seconds) => seconds / 60) : []).toEqual([
    -15, 0, 15, 30, 45, 60, 100,
  ]);
});
