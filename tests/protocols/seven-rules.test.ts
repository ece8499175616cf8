import { describe, expect, test } from 'vitest';
import type { IssueRule } from '../../protocols/schema/result';
import { type Replacement, checkExample } from '../fixtures/checked-example';

/** The rules the checker names for the example after some replacements. */
const rules = (...replacements: readonly Replacement[]): (IssueRule | undefined)[] =>
  checkExample(...replacements).map(({ rule }) => rule);

const RETIRED = 'sources:\n  - { id: s1,';
const retired = (entries: string): Replacement => [RETIRED, `retired: [${entries}]\n${RETIRED}`];
const THRESHOLD = '- { when: ">= 161 mmHg", action: notify, text: Tell the prescriber. }';
const SCHEDULE = 'every: PT15M, from: PT0M, until: PT60M';
const CAP = 'cap: local (one clinic uses a figure of its own)';
const FIXED: readonly Replacement[] = [
  ['basis: actual-weight', 'basis: fixed'],
  ['amount: { min: 7.5 mg/kg (second-hand s2), usual: 8.5 mg/kg, max: 9.75 mg/kg }', 'amount: { usual: 85 mg }'],
  [' Start at {{dose-iv.amount.usual}}, never above {{dose-iv.amount.max}}.', ''],
];

describe('rule 1: ids', () => {
  test.each<[string, readonly Replacement[], readonly IssueRule[]]>([
    ['an id retired once', [retired('{ id: dose-old, reason: Merged }')], []],
    [
      'an id retired twice',
      [retired('{ id: dose-old, reason: Merged }, { id: dose-old, reason: Again }')],
      ['duplicate-id'],
    ],
    ['a retired id in use', [retired('{ id: dose-iv, reason: Merged }')], ['duplicate-id']],
    ['a block with the id of a section', [['id: dose-iv', 'id: monitoring']], ['duplicate-id']],
    ['two parameters of one id', [['{ id: spo2, name', '{ id: sbp, name']], ['duplicate-id']],
  ])('%s', (_name, changes, expected) => {
    expect(rules(...changes)).toEqual(expect.arrayContaining([...expected]));
    if (expected.length === 0) expect(rules(...changes)).toEqual([]);
  });
});

describe('rule 2: order and units', () => {
  test.each<[string, readonly Replacement[], readonly IssueRule[]]>([
    ['a cap at the dose', [...FIXED, [CAP, 'cap: 85 mg']], []],
    ['a cap below the dose', [...FIXED, [CAP, 'cap: 84 mg']], ['maximum-below-start']],
    ['a limit below the dose', [...FIXED, [CAP, 'limits: [{ amount: 84 mg, per: session }]']], ['maximum-below-start']],
    ['a limit at the dose', [...FIXED, [CAP, 'limits: [{ amount: 85 mg, per: session }]']], []],
    ['a cap in a volume for a dose in a mass', [[CAP, 'cap: 70 mL']], ['wrong-dimension']],
    ['a weight range in kilograms', [[CAP, 'weightRange: { min: 41 kg, max: 149 kg }']], []],
    [
      'a weight range in litres',
      [[CAP, 'weightRange: { min: 41 L, max: 149 L }']],
      ['wrong-dimension', 'wrong-dimension'],
    ],
    ['a weight range that falls', [[CAP, 'weightRange: { min: 149 kg, max: 41 kg }']], ['maximum-below-start']],
    ['a limit in a pressure', [[CAP, 'limits: [{ amount: 84 mmHg, per: session }]']], ['wrong-dimension']],
    [
      'a surface dose in a mass per weight',
      [['basis: actual-weight', 'basis: surface-area']],
      ['wrong-dimension', 'wrong-dimension', 'wrong-dimension'],
    ],
    [
      'an answer that may be anything between two readings',
      [['answer: { type: quantity, unit: kg }', 'answer: { type: quantity, unit: kg, min: 41, max: 41 }']],
      [],
    ],
    [
      'an answer with its bounds turned round',
      [['answer: { type: quantity, unit: kg }', 'answer: { type: quantity, unit: kg, min: 41, max: 40.5 }']],
      ['checklist-item'],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(rules(...changes)).toEqual(expected);
  });
});

describe('rule 3: references', () => {
  const PROSE = 'Weigh the patient on the day.';
  test.each<[string, readonly Replacement[], readonly IssueRule[]]>([
    ['a link to a block', [[PROSE, 'Weigh; see [the stop rule](#stop-rule).']], []],
    ['a link to a section', [[PROSE, 'Weigh; see [monitoring](#monitoring).']], []],
    ['a link to nothing', [[PROSE, 'Weigh; see [the stop rule](#stop-rules).']], ['dangling-reference']],
    ['a link to a web page', [[PROSE, 'Weigh; see [a page](https://example.org/#stop-rules).']], []],
    ['a reference with a space in its name', [[PROSE, 'Weigh. {{dose iv.amount.usual}}']], ['dangling-reference']],
    ['a reference left open', [[PROSE, 'Weigh. {{dose-iv.amount.usual']], ['dangling-reference']],
    ['one brace', [[PROSE, 'Weigh {on the day}.']], []],
    ['a replacement that exists', [retired('{ id: dose-old, replacedBy: dose-iv, reason: Merged }')], []],
    [
      'a replacement that does not',
      [retired('{ id: dose-old, replacedBy: dose-new, reason: Merged }')],
      ['dangling-reference'],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(rules(...changes)).toEqual(expected);
  });
});

describe('rule 4: limits of one reading', () => {
  const limits = (first: string, second: string): Replacement => [
    THRESHOLD,
    `- { when: "${first}", action: hold, text: a }\n      - { when: "${second}", action: observe, text: b }`,
  ];

  test.each<[string, string, readonly IssueRule[]]>([
    ['>= 150 mmHg', '> 150 mmHg', ['weaker-action']], // the second holds only for worse readings
    ['> 150 mmHg', '>= 150 mmHg', []],
    ['<= 81 mmHg', '< 81 mmHg', ['weaker-action']],
    ['< 81 mmHg', '<= 81 mmHg', []],
    ['<= 81 mmHg', '>= 150 mmHg', []],
  ])('hold at %s, observe at %s', (first, second, expected) => {
    expect(rules(limits(first, second))).toEqual(expected);
  });
});

describe('rule 5: schedules', () => {
  test.each<[string, readonly IssueRule[]]>([
    ['every: PT15M, from: PT15M, until: PT15M', []],
    ['every: PT15M, from: PT16M, until: PT15M', ['schedule-times']],
    ['every: PT0M, from: PT0M, until: PT15M', ['schedule-times']],
  ])('%s, beside another entry', (entry, expected) => {
    expect(rules([SCHEDULE, entry])).toEqual(expected);
  });
});

describe('rule 6: release', () => {
  const active = (reviewer: string): Replacement => [
    'status: draft',
    `status: active\napprovalDate: 2026-01-02\nreviewers: [{ name: "${reviewer}", role: prescriber, date: 2026-01-01 }]`,
  ];

  test.each<[string, readonly IssueRule[]]>([
    ['B. Reviewer', []],
    ['A. Author', ['release-dates']],
    ['a.  author', ['release-dates']], // the same person, typed otherwise
  ])('reviewed by %s', (reviewer, expected) => {
    expect(rules(active(reviewer))).toEqual(expected);
  });
});

describe('characters nobody sees are refused wherever they stand', () => {
  test.each<[string, string, readonly IssueRule[]]>([
    ['drug: { name: examplamine,', 'drug: { name: exam\u202Eplamine,', ['bidi-character']],
    ['title: Examplamine infusion', 'title: Examplamine\u200B infusion', ['invisible-character']],
    ['title: Examplamine infusion', 'title: Examplamine\u00A0infusion', []],
    ['title: Examplamine infusion', 'title: Éxamplamine infusion', []],
  ])('%s written %j', (from, to, expected) => {
    expect(rules([from, to])).toEqual(expected);
  });
});

test('every sentence says what to write, not only what is wrong', () => {
  const broken: readonly (readonly Replacement[])[] = [
    [retired('{ id: dose-iv, reason: Merged }')],
    [['max: 9.75 mg/kg', 'max: 8.25 mg/kg']],
    [['goTo: "#stop-rule"', 'goTo: "#stop"']],
    [['evidence: verified s2', 'evidence: verified s3']],
    [[SCHEDULE, 'every: PT1M, from: PT0M, until: PT200M']],
    [['role: nurse, required: "true", critical', 'required: "true", critical']],
    [['status: draft', 'status: active']],
  ];
  for (const changes of broken) {
    const messages = checkExample(...changes).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatch(/; |such as|must/);
  }
});
