import { expect, test } from 'vitest';
import { type ExactText, decimalOf } from '../../../protocols/dose/exact';
import type { UnitCode } from '../../../protocols/units/unit-table';
import { toExactWords, toLongWords, toWords } from '../../../renderer/dose/quantity-words';

const plain = (words: string): string => words.replaceAll('\u00A0', ' ');

test.each<[string, UnitCode, string, string]>([
  ['70.5', 'kg', '70.5 kilograms', '70,5 kilogrammes'],
  ['1', 'kg', '1 kilogram', '1 kilogramme'],
  ['1.5', 'kg', '1.5 kilograms', '1,5 kilogramme'],
  ['2', 'ug', '2 micrograms', '2 microgrammes'],
  // A unit made of several, or with no name in full, keeps its short words.
  ['0.5', 'mg/kg', '0.5 mg per kg', '0,5 mg par kg'],
  ['40', 'min', '40 minutes', '40 minutes'],
  ['1250', 'mL', '1,250 millilitres', '1 250 millilitres'],
  ['10', '[iU]', '10 units', '10 unités'],
])('%s %s is said back in words', (value, unit, en, fr) => {
  const measured = { value: decimalOf(value), unit };
  for (const [language, words] of [
    ['en', en],
    ['fr', fr],
  ] as const) {
    const said = toLongWords(measured, language);
    expect(plain(said)).toBe(words);
    // Never a line break inside a quantity.
    expect(said).not.toContain(' ');
  }
});

test('minutes are read as a time, everything else as an amount', () => {
  expect(plain(toWords({ value: decimalOf('40'), unit: 'min' }, 'en'))).toBe('40 minutes');
  expect(plain(toWords({ value: decimalOf('90'), unit: 'min' }, 'en'))).toBe('1 h 30 min');
  expect(plain(toWords({ value: decimalOf('0.5'), unit: 'min' }, 'en'))).toBe('0.5 minutes');
  expect(plain(toWords({ value: decimalOf('75'), unit: 'mL/h' }, 'fr'))).toBe('75 mL par heure');
});

test('an exact value that never ends in decimals is shown as the fraction it is', () => {
  expect(toExactWords('157/3' as ExactText, 'mg', 'en')).toBe('157\u20443\u00A0mg');
  expect(plain(toExactWords('35.25' as ExactText, 'mg', 'fr'))).toBe('35,25 mg');
});
