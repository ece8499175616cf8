import { describe, expect, test } from 'vitest';
import {
  toDisplayDecimal,
  toDisplayDuration,
  toDisplayQuantity,
  toDisplayValue,
  toDurationAmount,
} from '../../protocols/text/display';
import { toNumbers } from '../../protocols/text/numbering';

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('numbers', () => {
  test.each([
    ['0.5', '0.5', '0,5'],
    ['35', '35', '35'],
    ['999', '999', '999'],
    ['1000', '1,000', '1 000'],
    ['1234567.25', '1,234,567.25', '1 234 567,25'],
    ['-15', '-15', '-15'],
  ])('%s is %s in English and %s in French', (value, en, fr) => {
    expect(toDisplayDecimal(value, 'en')).toBe(en);
    expect(plain(toDisplayDecimal(value, 'fr'))).toBe(fr);
  });
});

describe('quantities never break and never use a sign that is misread', () => {
  test.each([
    ['0.5', 'mg/kg', '0.5 mg per kg', '0,5 mg par kg'],
    ['500', 'ug', '500 mcg', '500 mcg'],
    ['180', 'mm[Hg]', '180 mmHg', '180 mmHg'],
    ['61.5', '%', '61.5%', '61,5 %'],
    ['3', '{score}', '3', '3'],
    ['75', 'mL/h', '75 mL per hour', '75 mL par heure'],
    ['5', '[iU]', '5 units', '5 unités'],
  ] as const)('%s %s', (value, unit, en, fr) => {
    const shown = toDisplayQuantity(value, unit, 'en');
    expect(plain(shown)).toBe(en);
    expect(shown).not.toContain(' ');
    expect(plain(toDisplayQuantity(value, unit, 'fr'))).toBe(fr);
  });
});

describe('durations', () => {
  test.each([
    ['PT40M', '40 minutes'],
    ['PT1M', '1 minute'],
    ['PT1H', '1 hour'],
    ['PT60M', '1 hour'],
    ['PT100M', '1 h 40 min'],
    ['PT90S', '1 min 30 s'],
    ['P1W', '1 week'],
    ['P3W', '3 weeks'],
    ['P7D', '7 days'],
    ['P1DT12H', '1 d 12 h'],
    ['-PT15M', '15 minutes before'],
    ['PT0M', '0 minutes'],
  ])('%s is %s', (duration, words) => {
    expect(plain(toDisplayDuration(duration, 'en'))).toBe(words);
  });

  test.each([
    ['PT40M', '40', 'min'],
    ['PT2H', '120', 'min'],
    ['PT90S', '90', 's'],
    ['-PT15M', '-15', 'min'],
  ])('%s is %s %s to a script', (duration, value, unit) => {
    expect(toDurationAmount(duration)).toEqual({ value, unit });
  });
});

test('a value the clinic sets has no words of its own: unknown is never shown as a number', () => {
  expect(toDisplayValue({ mark: 'local', text: 'two limits are published' }, 'en')).toBeUndefined();
});

test('sections and blocks are numbered as printed, also where a level is skipped', () => {
  const block = (id: string) => ({ id, type: 'narrative' as const, md: 'x' });
  const numbers = toNumbers([
    { id: 'a', title: 'A', depth: 1, blocks: [block('a1'), block('a2')] },
    { id: 'b', title: 'B', depth: 1, blocks: [] },
    { id: 'c', title: 'C', depth: 2, blocks: [block('c1')] },
    { id: 'd', title: 'D', depth: 1, blocks: [] },
    { id: 'e', title: 'E', depth: 3, blocks: [] },
  ]);
  expect(Object.fromEntries(numbers)).toEqual({
    a: '1',
    a1: '1.1',
    a2: '1.2',
    b: '2',
    c: '2.1',
    c1: '2.1.1',
    d: '3',
    e: '3.1.1',
  });
});
