import { describe, expect, test } from 'vitest';
import { type EntryRule, HEIGHT_RULE, OVER_RULE, WEIGHT_RULE, toWeightRule } from '../../../protocols/dose/entry-rules';
import { type EntryFault, parseEntered } from '../../../protocols/dose/parse-entered';
import { findDoseBlock } from '../../../protocols/dose/check-sitting';
import { amount, withDoses } from '../../fixtures/dose-requests';

const LANGUAGES = ['en', 'fr'] as const;
const RULE: EntryRule = {
  unit: 'mL',
  decimals: 2,
  hard: { min: amount('0.1 mL'), max: amount('2000 mL') },
  soft: { min: amount('0.2 mL'), max: amount('1000 mL') },
};

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    ['70,5', '70.5'],
    ['70.5', '70.5'],
    ['0,5', '0.5'],
    ['1,5', '1.5'],
    ['  70.5\t', '70.5'],
    ['\u00A070,5\u202F', '70.5'],
    ['70.50', '70.5'],
    ['70,00', '70'],
    ['7', '7'],
    ['1250', '1250'],
  ])('%j is read as %s', (text, value) => {
    expect(parseEntered(text, RULE, language)).toMatchObject({ kind: 'value', measured: { value, unit: 'mL' } });
  });

  test.each<[string, EntryFault]>([
    ['', 'empty'],
    [' \t', 'empty'],
    ['.5', 'no-digit-before-mark'],
    [',5', 'no-digit-before-mark'],
    ['5.', 'no-digit-after-mark'],
    ['5,', 'no-digit-after-mark'],
    ['.', 'no-digit-before-mark'],
    ['1 250', 'space-inside'],
    ['1\u00A0250', 'space-inside'],
    ['1\u202F250', 'space-inside'],
    ['70kg', 'letters'],
    ['12 kg', 'letters'],
    ['1e2', 'letters'],
    ['1e3', 'letters'],
    ['0x10', 'letters'],
    ['NaN', 'letters'],
    ['Infinity', 'letters'],
    ['-5', 'sign'],
    ['+5', 'sign'],
    ['\u22125', 'sign'],
    ['\u20135', 'sign'],
    ['７０', 'other-digits'],
    ['7０', 'other-digits'],
    ['٧٠', 'other-digits'],
    ['½', 'other-characters'],
    ["1'250", 'other-characters'],
    ['70\u200B', 'other-characters'],
    ['5-', 'other-characters'],
    ['70%', 'other-characters'],
    ['1.5.2', 'two-marks'],
    ['1,000.5', 'two-marks'],
    ['1.000,5', 'two-marks'],
    ['1,,5', 'two-marks'],
    ['070', 'leading-zero'],
    ['00.5', 'leading-zero'],
    ['0', 'zero'],
    ['0.0', 'zero'],
    ['0,00', 'zero'],
    ['1.2345', 'too-many-decimals'],
    ['0.125', 'too-many-decimals'],
    ['1234.567', 'too-many-decimals'],
    ['9'.repeat(31), 'too-long'],
  ])('%j is refused: %s', (text, fault) => {
    expect(parseEntered(text, RULE, language)).toEqual({ kind: 'fault', fault });
  });

  test.each([
    ['1,250', '1.25', '1250'],
    ['1.250', '1.25', '1250'],
    ['12.500', '12.5', '12500'],
    ['125,001', '125.001', '125001'],
    ['1.000', '1', '1000'],
  ])('%j is asked about: %s or %s', (text, small, large) => {
    const readings = [language === 'fr' ? small.replace('.', ',') : small, large];
    expect(parseEntered(text, RULE, language)).toEqual({ kind: 'ask', readings });
  });
});

test('once it was said that the mark is a decimal one, it is not asked again', () => {
  const value = { kind: 'value', measured: { value: '8.125' } };
  expect(parseEntered('8.125', { ...RULE, decimals: 3 }, 'en', true)).toMatchObject(value);
  expect(parseEntered('8,125', { ...RULE, decimals: 3 }, 'fr', true)).toMatchObject(value);
});

test('three decimals after a 0 are no thousand, where the rule takes three', () => {
  expect(parseEntered('0,125', { ...RULE, decimals: 3 }, 'fr')).toMatchObject({ measured: { value: '0.125' } });
  expect(parseEntered('1234.567', { ...RULE, decimals: 3 }, 'en')).toMatchObject({ measured: { value: '1234.567' } });
});

test.each([
  ['0.09', 'outside', undefined],
  ['0.1', 'value', false],
  ['0.19', 'value', false],
  ['0.2', 'value', true],
  ['1000', 'value', true],
  ['1000.01', 'value', false],
  ['2000', 'value', false],
  ['2000.01', 'outside', undefined],
])('%s against the soft and hard range: %s', (text, kind, plausible) => {
  const entered = parseEntered(text, RULE, 'en');
  expect(entered.kind).toBe(kind);
  expect(entered.kind === 'value' ? entered.plausible : undefined).toBe(plausible);
  if (entered.kind === 'outside') expect(entered).toMatchObject(RULE.hard);
});

test('a rule with no soft range asks about nothing', () => {
  expect(parseEntered('0.01', OVER_RULE, 'en')).toMatchObject({ kind: 'value', plausible: true });
});

test.each([
  [WEIGHT_RULE, '9.99', '10', '400', '400.01'],
  [HEIGHT_RULE, '49.9', '50', '260', '260.1'],
])('the guards against slips hold at both ends', (rule, below, low, high, above) => {
  const kinds = [below, low, high, above].map((text) => parseEntered(text, rule, 'en').kind);
  expect(kinds).toEqual(['outside', 'value', 'value', 'outside']);
});

test.each([
  ['0.01 kg', 'outside'],
  ['7000 kg', 'outside'],
  ['34.99 kg', 'unusual'],
  ['35 kg', 'usual'],
  ['200 kg', 'usual'],
  ['200.01 kg', 'unusual'],
])('a weight of %s is %s', (weight, said) => {
  const entered = parseEntered(weight.split(' ')[0] ?? '', WEIGHT_RULE, 'en');
  expect(entered.kind === 'value' ? (entered.plausible ? 'usual' : 'unusual') : entered.kind).toBe(said);
});

test("the weight field takes the block's own range before the guard, when that range is verified", () => {
  const block = (mark: string) =>
    findDoseBlock(
      withDoses(`
id: dose-x
drug: { name: invented }
route: oral
method: bolus
basis: actual-weight
evidence: verified s1
amount: { usual: 1 mg/kg }
weightRange: { min: 31 kg (${mark} s1), max: 170 kg }
`),
      'dose-x',
    );
  const rule = (mark: string) => {
    const found = block(mark);
    return found === undefined ? undefined : toWeightRule(found);
  };
  expect(rule('verified')).toMatchObject({ decimals: 2, hard: { min: { value: '31' }, max: { value: '170' } } });
  expect(rule('recalled')).toEqual(WEIGHT_RULE);
});
