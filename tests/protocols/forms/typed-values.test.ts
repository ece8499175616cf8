import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readTypedComparison,
  readTypedDuration,
  readTypedEvidence,
  readTypedValue,
  writeTypedComparison,
  writeTypedDuration,
  writeTypedEvidence,
  writeTypedValue,
} from '../../../protocols/forms/typed-values';

test.each([
  ['0.5 mg/kg', { number: '0.5', unit: 'mg/kg', mark: '', sources: [], words: '' }],
  ['0.5 mg/kg (verified S16 S19)', { number: '0.5', unit: 'mg/kg', mark: 'verified', sources: ['S16', 'S19'] }],
  ['35 mg (arithmetic S16; 70 kg × 0.5 mg/kg)', { mark: 'arithmetic', words: '70 kg × 0.5 mg/kg' }],
  ['local', { number: '', mark: 'local', words: '' }],
  ['local (what to know; and more)', { mark: 'local', words: 'what to know; and more' }],
  // What is not finished keeps its place.
  ['0.5', { number: '0.5', unit: '' }],
  ['mg/kg', { number: '', unit: 'mg/kg' }],
  ['', { number: '', unit: '', mark: '' }],
])('the amount %s is read in its parts and written back to the letter', (text, parts) => {
  const value = readTypedValue(text, 'amount');
  expect(value).toMatchObject(parts);
  expect(value && writeTypedValue(value)).toBe(text);
});

test.each(['0.5  mg', ' 1 mg', '1 mg (verified  S1)', '1 mg (a) (b', '(verified S1)'])(
  'what the parts would not give back, such as "%s", is left as it stands',
  (text) => {
    const value = readTypedValue(text, 'amount');
    expect(value === undefined || writeTypedValue(value) === text).toBe(true);
  },
);

test('no text is read that is not written back to the letter', () => {
  const signs = fc.constantFrom(
    '0.5',
    ' ',
    'mg',
    '(',
    ')',
    'verified',
    'S1',
    ';',
    '; ',
    'local',
    '>=',
    'above baseline',
    'PT5M',
  );
  fc.assert(
    fc.property(
      fc.array(signs, { maxLength: 8 }),
      fc.constantFrom('amount' as const, 'time' as const),
      (words, kind) => {
        const text = words.join('');
        const value = readTypedValue(text, kind);
        expect(value === undefined ? text : writeTypedValue(value)).toBe(text);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  '>= 161 mmHg',
  '>= 47 mmHg above baseline (second-hand s2)',
  '> local (two limits are published)',
  '< 90 %',
])('the limit %s is read in its parts and written back to the letter', (text) => {
  const read = readTypedComparison(text);
  expect(read && writeTypedComparison(read)).toBe(text);
});

test('what begins with no comparison is no limit', () => {
  expect(readTypedComparison('161 mmHg')).toBeUndefined();
  expect(readTypedComparison('≥ 161 mmHg')).toBeUndefined();
});

test.each([
  ['PT15M', { count: '15', unit: 'M', isBefore: false }],
  ['-PT15M', { count: '15', unit: 'M', isBefore: true }],
  ['P3D', { count: '3', unit: 'D', isBefore: false }],
  ['P1W', { count: '1', unit: 'W', isBefore: false }],
  ['PT0M', { count: '0', unit: 'M', isBefore: false }],
  // Several parts are told in the smallest of them; nothing is written until somebody types.
  ['PT1H30M', { count: '90', unit: 'M', isBefore: false }],
  ['P1DT2H', { count: '26', unit: 'H', isBefore: false }],
])('the duration %s is shown as a number and its unit', (text, parts) => {
  expect(readTypedDuration(text)).toEqual(parts);
});

// A month is no length of time, and never a minute.
test.each(['P1M', 'P1Y', 'PT1D', '15 minutes', 'PT', 'P', 'PT15', 'soon', ''])(
  '"%s" is no duration and stays as it was typed',
  (text) => {
    expect(readTypedDuration(text)).toBeUndefined();
  },
);

test.each(['PT15M', '-PT2H', 'P3D', '-P1W', 'PT30S'])('the duration %s is written back to the letter', (text) => {
  const read = readTypedDuration(text);
  expect(read && writeTypedDuration(read)).toBe(text);
});

test('evidence is read and written word by word', () => {
  expect(readTypedEvidence('verified S16 S19')).toEqual({ mark: 'verified', sources: ['S16', 'S19'] });
  expect(writeTypedEvidence({ mark: 'verified', sources: ['S16', 'S19'] })).toBe('verified S16 S19');
  expect(writeTypedEvidence(readTypedEvidence(''))).toBe('');
});
