import { describe, expect, test } from 'vitest';
import { isUnitCode } from '../../protocols/units/unit-table';
import { evaluateDerivation, toExact } from './derivation';
import { compile, shipped, textOf, valuesOf } from './shipped-documents';

describe.each(shipped)('$id $version', (document) => {
  const worked = [...valuesOf(compile(document))].filter(({ node }) => node['mark'] === 'arithmetic');

  test('every arithmetic value equals its derivation exactly', () => {
    for (const { node, path } of worked) {
      const unit = textOf(node, 'unit');
      if (!isUnitCode(unit)) throw new Error(`${path} has no unit`);
      const stated = toExact(textOf(node, 'value'), unit);
      const derived = evaluateDerivation(textOf(node, 'derivation'));
      expect([path, derived.value.toFraction(), derived.powers]).toEqual([
        path,
        stated.value.toFraction(),
        stated.powers,
      ]);
    }
  });

  test('every number of a derivation is a value of the same document', () => {
    const own = new Set(
      [...valuesOf(compile(document))].map(({ node }) => `${textOf(node, 'value')} ${textOf(node, 'unit')}`),
    );
    const times = new Set([...valuesOf(compile(document))].map(({ node }) => textOf(node, 'duration')));
    const used = worked.flatMap(({ node }) => textOf(node, 'derivation').split(/ [×/] /));
    expect(used.filter((quantity) => !own.has(quantity) && !times.has(`PT${quantity.replace(' min', 'M')}`))).toEqual(
      [],
    );
  });
});

test('the infusion document works values out', () => {
  const document = shipped.find(({ id }) => id === 'iv-ketamine-depression');
  const values = document === undefined ? [] : [...valuesOf(compile(document))];
  expect(values.filter(({ node }) => node['mark'] === 'arithmetic').length).toBeGreaterThan(0);
});

test.each([
  ['70 kg × 0.5 mg/kg', '35', 'mg'],
  ['0.5 mg/kg / 40 min', '0.75', 'mg/kg/h'],
  ['50 mL / 40 min', '75', 'mL/h'],
] as const)('%s gives %s %s', (derivation, value, unit) => {
  const [derived, stated] = [evaluateDerivation(derivation), toExact(value, unit)];
  expect(derived.value.equals(stated.value)).toBe(true);
  expect(derived.powers).toEqual(stated.powers);
});

test('a derivation that gives another value is told apart', () => {
  expect(evaluateDerivation('70 kg × 0.5 mg/kg').value.equals(toExact('35.1', 'mg').value)).toBe(false);
});
