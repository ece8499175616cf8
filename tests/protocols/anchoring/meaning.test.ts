import { expect, test } from 'vitest';
import { countRun, toMeaning } from '../../../protocols/anchoring/meaning';

test.each<[what: string, a: string, b: string]>([
  ['spacing', 'give  5 mg', 'give 5 mg'],
  ['no space before a unit', '5mg', '5 mg'],
  ['case', 'Stop the Pump', 'stop the pump'],
  ['a full stop', 'Stop.', 'Stop'],
  ['commas and quotes', '“Stop”, then (wait)', 'Stop then wait'],
  ['a hyphen in a word', 'beta-blocker', 'beta blocker'],
  ['a comma after a name with a digit inside', 'B12x, 5 mg', 'B12x 5 mg'],
  ['how an accent is made', 'cafe\u0301', 'caf\u00E9'],
])('reads the same in spite of %s', (_what, a, b) => {
  expect(toMeaning(a)).toEqual(toMeaning(b));
});

test.each<[what: string, a: string, b: string]>([
  ['a digit', '0.5 mg', '1.5 mg'],
  ['a decimal point', '5 mg', '.5 mg'],
  ['a decimal comma', '5 mg', ',5 mg'],
  ['where the point stands', '1.05', '10.5'],
  ['a point within a number', '1.5', '15'],
  ['a sign', '-5 mmHg', '5 mmHg'],
  ['another sign', '+5 mmHg', '5 mmHg'],
  ['a minus of its own', '−5 mmHg', '5 mmHg'],
  ['a ratio', '1:1000', '1 1000'],
  ['a ratio with spaces', '1 : 1000', '1 1000'],
  ['a range', '5–10', '510'],
  ['a range with spaces', '5 - 10', '5 10'],
  ['which mark parts two numbers', '5 – 10', '5 … 10'],
  ['a fraction', '1/2', '1 2'],
  ['a comparison', '> 160', '< 160'],
  ['a comparison that goes', '≥ 160', '160'],
  ['plus or minus', '± 5', '5'],
  ['a percent sign', '5%', '5'],
  ['about', '~5 mg', '5 mg'],
  ['a unit', '5 mg', '5 mcg'],
  ['the case of a unit', '5 mg', '5 Mg'],
  ['the case of a unit by itself', 'in mL', 'in ML'],
  ['a negation', 'repeat', 'do not repeat'],
  ['a letter', 'hyperthermia', 'hypothermia'],
  ['an invisible character', '10 mg', '1\u200B0 mg'],
  ['a character that turns the order', '10 mg', '\u202E10 mg'],
  ['other digits', '5 mg', '\uFF15 mg'],
  ['a group', '1\u202F000', '1 000'],
])('never reads the same over %s', (_what, a, b) => {
  expect(toMeaning(a)).not.toEqual(toMeaning(b));
});

test('keeps each number, sign and word by itself, in its order', () => {
  expect(toMeaning('Give 5 10 mg, then −0.5 mg/kg (1 – 2).')).toEqual([
    'give',
    '5',
    '10',
    'mg',
    'then',
    '−0.5',
    'mg',
    '/',
    'kg',
    '1',
    '–',
    '2',
  ]);
});

test('counts runs without a gap, overlapping ones too', () => {
  expect(countRun(['a', 'b', 'a', 'b', 'a'], ['a', 'b', 'a'])).toBe(2);
  expect(countRun(['a', 'b'], ['b', 'a'])).toBe(0);
  expect(countRun(['a', 'b'], ['b', 'c'])).toBe(0);
  expect(countRun(['a'], [])).toBe(0);
});
