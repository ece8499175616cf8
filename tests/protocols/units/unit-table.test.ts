import ucum from '@lhncbc/ucum-lhc';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDecimal } from '../../../protocols/schema/decimals';
import { compareAmounts, toBase } from '../../../protocols/units/compare';
import {
  type UnitCode,
  UNIT_CODES,
  dimensionOf,
  factorOf,
  findUnit,
  isUnitCode,
  listNames,
  toAuthoredUnit,
  toUnitWords,
} from '../../../protocols/units/unit-table';
import { decimal } from '../../fixtures/decimal';

/** The UCUM reference implementation judges our table; the program itself never asks it. */
const oracle = ucum.UcumLhcUtils.getInstance();

const unit = fc.constantFrom(...UNIT_CODES);
const sameDimension = unit.chain((a) =>
  fc.tuple(fc.constant(a), fc.constantFrom(...UNIT_CODES.filter((b) => dimensionOf(a) === dimensionOf(b)))),
);
const amount = fc
  .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, places]) => String(whole / 10 ** places))
  .filter(isDecimal);

/** What UCUM does not convert: things counted, points of a scale, and international units, which each drug has its own of. */
const isUnconverted = (code: UnitCode): boolean => code.startsWith('{') || code === '[iU]';

describe('every code of the table', () => {
  test.each(UNIT_CODES)('%s is UCUM, letter for letter', (code) => {
    expect(oracle.validateUnitString(code)).toMatchObject({ status: 'valid', ucumCode: code });
  });

  test.each(UNIT_CODES)('%s is written and read back', (code) => {
    expect(findUnit(toAuthoredUnit(code))).toBe(code);
    expect(findUnit(code)).toBe(code);
  });

  test.each(UNIT_CODES.filter((code) => code !== '1'))(
    '%s has words in both languages that are not misread',
    (code) => {
      for (const language of ['en', 'fr'] as const) {
        const words = toUnitWords(code, language);
        expect(words).not.toBe('');
        expect(words).not.toMatch(/µ|μ|\bcc\b|\bIU\b|\bU\b|[[\]{}]/);
      }
    },
  );
});

test('one dimension holds one first unit, of factor one', () => {
  const firsts = new Map(UNIT_CODES.toReversed().map((code) => [dimensionOf(code), code]));
  for (const code of firsts.values()) expect(factorOf(code)).toEqual([1n, 1n]);
});

describe('factors are those of UCUM', () => {
  test('between any two units of one dimension', () => {
    for (const from of UNIT_CODES) {
      for (const to of UNIT_CODES) {
        if (dimensionOf(from) !== dimensionOf(to) || isUnconverted(from) || isUnconverted(to)) continue;
        const theirs = oracle.convertUnitTo(from, 1, to).toVal ?? Number.NaN;
        const ours = toBase({ value: decimal('1'), unit: from })
          .div(toBase({ value: decimal('1'), unit: to }))
          .valueOf();
        expect(Math.abs(theirs / ours - 1), `${from} to ${to}: UCUM ${theirs}, ours ${ours}`).toBeLessThan(1e-12);
      }
    }
  });

  test('and units of two dimensions do not convert, or mean different things here', () => {
    // UCUM knows no difference between a share, a count and an angle, or between a dose per kilogram and a share of mass.
    const alike = new Set([
      'fraction',
      'count',
      'score',
      'angle',
      'mass per body mass',
      'frequency',
      'mass per body mass and time',
    ]);
    for (const from of UNIT_CODES) {
      for (const to of UNIT_CODES) {
        if (dimensionOf(from) === dimensionOf(to) || (alike.has(dimensionOf(from)) && alike.has(dimensionOf(to))))
          continue;
        expect(oracle.convertUnitTo(from, 1, to).status, `${from} to ${to}`).not.toBe('succeeded');
      }
    }
  });
});

describe('comparing', () => {
  test('an amount is itself in any unit of its dimension: factors are exact there and back', () => {
    fc.assert(
      fc.property(sameDimension, amount, ([from, to], value) => {
        const base = toBase({ value, unit: from });
        const [n, d] = factorOf(to);
        const there = base.mul(d).div(n);
        expect(there.mul(n).div(d).equals(base)).toBe(true);
        const text = there.toString(40);
        if (!isDecimal(text)) return; // no finite decimal in that unit
        expect(compareAmounts({ value, unit: from }, { value: text, unit: to })).toBe(0);
      }),
    );
  });

  test('orders as the reference implementation does, and turns round', () => {
    fc.assert(
      fc.property(sameDimension, amount, amount, ([a, b], one, other) => {
        if (isUnconverted(a) || isUnconverted(b)) return;
        const order = compareAmounts({ value: one, unit: a }, { value: other, unit: b });
        expect(compareAmounts({ value: other, unit: b }, { value: one, unit: a })).toBe(0 - (order ?? Number.NaN));
        const theirs = oracle.convertUnitTo(a, Number(one), b).toVal ?? Number.NaN;
        // Theirs are floats: too near to call is for exact arithmetic alone.
        if (Math.abs(theirs / Number(other) - 1) < 1e-9) return;
        expect(order).toBe(theirs < Number(other) ? -1 : 1);
      }),
    );
  });

  test('what measures different things is never compared', () => {
    fc.assert(
      fc.property(unit, unit, amount, (a, b, value) => {
        const order = compareAmounts({ value, unit: a }, { value, unit: b });
        expect(order === undefined).toBe(dimensionOf(a) !== dimensionOf(b));
      }),
    );
  });

  test('a tenth of a milligram is a hundred micrograms, which floats get wrong', () => {
    expect(compareAmounts({ value: decimal('0.1'), unit: 'mg' }, { value: decimal('100'), unit: 'ug' })).toBe(0);
    expect(compareAmounts({ value: decimal('0.3'), unit: 'g' }, { value: decimal('300'), unit: 'mg' })).toBe(0);
    expect(compareAmounts({ value: decimal('1'), unit: 'mg/kg/min' }, { value: decimal('60'), unit: 'mg/kg/h' })).toBe(
      0,
    );
  });
});

describe('names', () => {
  test.each([
    ['mg', 'mg', 'mg', 'mg'],
    ['ug', 'mcg', 'mcg', 'mcg'],
    ['ug/kg', 'mcg/kg', 'mcg per kg', 'mcg par kg'],
    ['mg/h', 'mg/h', 'mg per hour', 'mg par heure'],
    ['mL/h', 'mL/h', 'mL per hour', 'mL par heure'],
    ['mm[Hg]', 'mmHg', 'mmHg', 'mmHg'],
    ['[iU]', 'units', 'units', 'unités'],
    ['{score}', 'points', 'points', 'points'],
    ['{spray}', 'sprays', 'sprays', 'pulvérisations'],
    ['1', 'count', '', ''],
    ['%', '%', '%', '%'],
    ['/min', '/min', 'per minute', 'par minute'],
    ['Cel', 'Cel', '°C', '°C'],
  ] as const)('%s is written %s, shown "%s" and "%s"', (code, written, en, fr) => {
    expect(toAuthoredUnit(code)).toBe(written);
    expect(toUnitWords(code, 'en')).toBe(en);
    expect(toUnitWords(code, 'fr')).toBe(fr);
  });

  test('every way a unit is written is known, and none is nothing', () => {
    expect(listNames('ug')).toEqual(['ug', 'mcg', 'mcg', 'mcg']);
    expect(listNames('mg')).toEqual(['mg']);
    expect(listNames('1')).toEqual(['1', 'count']);
    expect(listNames('mL/h')).toEqual(['mL/h', 'mL/hr', 'mL per hour', 'mL par heure']);
  });
});

describe('what is not in the table is refused', () => {
  test.each([
    'cc',
    'µg',
    'μg',
    'U',
    'IU',
    'iu',
    'ml',
    'MG',
    'Mg',
    'hr',
    'QD',
    'gtt',
    '',
    ' mg',
    'mg ',
    'мg',
    'toString',
    '__proto__',
    'constructor',
  ])('"%s"', (name) => {
    expect(findUnit(name)).toBeUndefined();
    expect(isUnitCode(name)).toBe(false);
  });

  test('any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!UNIT_CODES.some((code) => code === text || toAuthoredUnit(code) === text || findUnit(text) === code));
        expect(isUnitCode(text)).toBe(false);
      }),
    );
  });

  test.each([
    ['mcg', 'ug'],
    ['mL/hr', 'mL/h'],
    ['mmHg', 'mm[Hg]'],
    ['units', '[iU]'],
    ['mcg/kg', 'ug/kg'],
    ['points', '{score}'],
  ])('an author may write %s for %s', (name, code) => {
    expect(findUnit(name)).toBe(code);
  });
});

test('a change of QT is read in milliseconds, a thousandth of a second', () => {
  expect(toUnitWords('ms', 'en')).toBe('milliseconds');
  expect(toUnitWords('ms', 'fr')).toBe('millisecondes');
  expect(compareAmounts({ value: decimal('1000'), unit: 'ms' }, { value: decimal('1'), unit: 's' })).toBe(0);
});

test('reads a body-mass index', () => {
  expect(findUnit('kg/m2')).toBe('kg/m2');
  expect(toUnitWords('kg/m2', 'en')).toBe('kg per m²');
});
