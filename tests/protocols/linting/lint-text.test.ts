import { describe, expect, test } from 'vitest';
import type { TextRule } from '../../../protocols/linting/finding';
import { lintText } from '../../../protocols/linting/lint-text';

const rules = (text: string, language: 'en' | 'fr' = 'en'): TextRule[] =>
  lintText(text, { language }).map(({ rule }) => rule);

/** For each rule: what it names, and the nearest thing it must leave alone. */
const PAIRS: readonly (readonly [TextRule, named: string, left: string])[] = [
  ['trailing-zero', 'Give 1.0 mg', 'Give 1 mg'],
  ['trailing-zero', 'Give 2.50 mg', 'Give 2.05 mg'],
  ['trailing-zero', 'Give 10.0 mL', 'Give 100 mL'],
  ['trailing-zero', 'Give 1.0 to 2 mg', 'Follow items 1.0 to 2'],
  ['trailing-zero', 'Give 1.0 mg', 'Read version 1.0.0 and section 5.10'],
  ['trailing-zero', 'a potassium of 4.0 mg', 'a potassium of 4.0 mmol/L'], // a laboratory writes what it measured
  ['trailing-zero', 'Give 1,50 mg', 'Give 1,500 mg'],
  ['bare-decimal', 'Give .5 mg', 'Give 0.5 mg'],
  ['bare-decimal', 'from .25 to 1 mg', 'a value of .25'],
  ['bare-decimal', '(.5 mg)', '10 mg.5 mL of water'], // a full stop with no space after it
  ['unit-abbreviation', 'Give 10 U', 'Give 10 units'],
  ['unit-abbreviation', 'Give 10 U', 'See 10 U.S. sites'],
  ['unit-abbreviation', 'Give 10 U', 'Use U-100 pens'],
  ['unit-abbreviation', 'Give 10 u', 'a u-shaped curve'],
  ['unit-abbreviation', 'Give 10 IU', 'She has an IUD'],
  ['unit-abbreviation', 'Give 10 UI', 'The UI shows it'],
  ['unit-abbreviation', 'Give 50 µg', 'Give 50 mcg'],
  ['unit-abbreviation', 'Give 50 μg', 'the μ-opioid receptor'],
  ['unit-abbreviation', 'Give 50 µL', 'a level of 50 µmol'],
  ['unit-abbreviation', 'Give 3 cc', 'cc the prescriber'],
  ['unit-abbreviation', 'units per cc', 'units per cciv'],
  ['frequency-abbreviation', 'Give QD', 'Give QDS'],
  ['frequency-abbreviation', 'Give q.d. now', 'Give q.d.s. now'],
  ['frequency-abbreviation', 'Give qod', 'a qodlike word'],
  ['frequency-abbreviation', 'Give HS', 'HS-troponin'],
  ['frequency-abbreviation', 'Give qhs', 'Give it at bedtime'],
  ['frequency-abbreviation', 'Give BIW', 'Give it twice a week'],
  ['frequency-abbreviation', 'Give x3d', 'a 3x3 table'],
  ['route-abbreviation', 'Give 5 mg SC', 'Charleston, SC'],
  ['route-abbreviation', 'Give 5 mg IN', 'IN CASE of doubt'],
  ['route-abbreviation', 'Give SQ', 'the SQL file'],
  ['route-abbreviation', 'Give subQ', 'subquery'],
  ['route-abbreviation', 'Give per os', 'per oscillation'],
  ['word-abbreviation', 'D/C the line', 'AD/CD'],
  ['symbol', 'Run @ 5 mL', 'write to a@5.example'],
  ['symbol', 'weigh & start', 'Smith & Sons'],
  ['symbol', 'weigh & start', 'Q&A, R&D'],
  ['symbol', 'over > 140 mmHg', 'the arrow -> 140'],
  ['symbol', 'is <5 mg', 'a trial with p < 0.05 and n>30'],
  ['symbol', '≥ 5 mg', 'at least 5 mg'],
  ['symbol', '5 mg ± 1', 'mean ± SD'],
  ['symbol', '> {{dose-iv.amount.max}}', 'above {{dose-iv.amount.max}}'],
  ['name-run-into-dose', 'examplamine50 mg', 'examplamine 50 mg'],
  ['name-run-into-dose', 'examplamine50 mg', 'PHQ9 15 points'],
  ['name-run-into-dose', 'examplamine50 mg', 'B12 5 mg'],
  ['name-run-into-dose', 'examplamine50 mg', 'covid19 patients'],
  ['unit-run-into-number', '10mg', '10 mg'],
  ['unit-run-into-number', '10mL/h', 'H2L'],
  ['unit-run-into-number', '160mmHg', '160 mmHg'],
  ['unit-run-into-number', '5g', '5G'],
  ['unit-run-into-number', '5g', '24h, 5%, 37°C'],
  ['ungrouped-number', 'Give 10000 units', 'Give 10,000 units'],
  ['ungrouped-number', 'Give 1000 mg', 'Give 999 mg'],
  ['ungrouped-number', 'about 10000 of them', 'PMID 35000, #12000, A/15000'],
  ['ungrouped-number', 'Give 1000 mg', 'in 2026 patients came'],
  ['ungrouped-number', 'Give 1000 mg', 'code 4471923'],
  ['bidi-character', 'Give \u202E10 mg', 'Give 10 mg'],
  ['invisible-character', 'Give 1\u200B0 mg', 'Give 10\u00A0mg'],
  ['invisible-character', 'm\u200Dg', 'a nurse 👩\u200D⚕\uFE0F and a flag ❤\uFE0F'],
  ['invisible-character', '1\uFE0F0 mg', 'a key 1\uFE0F\u20E3'],
  ['look-alike-character', '5 \u043Cg', '5 mg'],
  ['look-alike-character', '5 \u043C\u0433', 'слово'],
  ['look-alike-character', 'k\u0435tamine', 'ketamine'],
  ['look-alike-character', 'ser\u03BFtonin', 'IFNγ and TNFα'],
  ['look-alike-character', '\uFF15 mg', '5 mg'],
  ['look-alike-character', '\u0665 mg', 'm², CO₂'],
  ['look-alike-character', '5 \uFF4D\uFF47', 'café naïve'],
  ['look-alike-character', '1O mg', '10 mg'],
  ['look-alike-character', 'l5 mg', 'Ol 5 mg'],
];

describe('each rule names the danger and leaves the nearest sound thing alone', () => {
  test.each(PAIRS)('%s: %j, not %j', (rule, named, left) => {
    expect(rules(named)).toEqual([rule]);
    expect(rules(left)).toEqual([]);
  });
});

describe('in French', () => {
  test.each<[string, TextRule[]]>([
    ['Donner 1,0 mg', ['trailing-zero']],
    ['Donner 1,000 mg', ['trailing-zero']], // a comma is the point there
    ['Donner 1,5 mg', []],
    ['Donner 0,5 mg', []],
    ['Donner ,5 mg', ['bare-decimal']],
    ['Donner 10000 unités', ['ungrouped-number']],
    ['Donner 10\u00A0000 unités', []],
    ['Donner 10\u202F000 unités', []],
    ['qd il dort', []], // "quand"
    ['Donner QD', ['frequency-abbreviation']],
    ['Donner 10 UI', ['unit-abbreviation']],
  ])('%s', (text, expected) => {
    expect(rules(text, 'fr')).toEqual(expected);
  });

  test('advice is grouped as French groups', () => {
    expect(lintText('Donner 10000 mg', { language: 'fr' })[0]?.advice).toContain('10\u00A0000 mg');
  });
});

test('a number with no unit is not named', () => {
  expect(rules('Give 5 now, then 7.0 and .5 later')).toEqual([]);
});

test.each([
  ['Give 1.0 mg now', '1.0 mg', 'Write "1 mg".'],
  ['Give .50 mg/kg now', '.50 mg/kg', 'Write "0.5 mg".'],
  ['Give 20 IU now', 'IU', 'Write "20 units".'],
  ['Give 20U now', 'U', 'Write "20 units".'],
  ['Give examplamine5mg now', 'examplamine5mg', 'Write "examplamine 5 mg".'],
  ['Give 12500.5 mg now', '12500.5 mg', 'Write "12,500.5 mg", or use a larger unit.'],
  ['Give 5 \u043C\u0433 now', '\u043C\u0433', 'Type "mg" again.'],
])('in %j it points at %j and says what to write', (text, found, advice) => {
  const [finding] = lintText(text);
  expect(text.slice(finding?.start, finding?.end)).toBe(found);
  expect(finding?.advice).toBe(advice);
});

test('offsets count UTF-16 units, as a text field does', () => {
  const text = '😀😀 give 10mg';
  const [finding] = lintText(text);
  expect(finding).toMatchObject({ start: 10, end: 14 });
});

test('what is still being typed is left alone until the writer moves on', () => {
  expect(lintText('Give 5 U', { caret: 8 })).toEqual([]);
  expect(lintText('Give 5 Un', { caret: 9 })).toEqual([]);
  expect(lintText('Give 5 U ', { caret: 9 })).toHaveLength(1);
  expect(lintText('Give 5 U', { caret: 2 })).toHaveLength(1);
});

test('addresses and references are not sentences', () => {
  expect(
    rules('See https://example.org/a&b/10mg?x=1.0 and {{dose-10mg.amount.usual}}, or write to qd.5@example.org'),
  ).toEqual([]);
});

test('findings come in the order of the text', () => {
  const starts = lintText('D/C, then 10mg @ 5 mL QD, .5 mg \u202E').map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(starts).toHaveLength(6);
});
