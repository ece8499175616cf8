import { expect, test } from 'vitest';
import { decimal } from '../fixtures/decimal';
import { compareAmounts } from '../../protocols/units/compare';
import { findUnit, toUnitWords } from '../../protocols/units/unit-table';

test('a change of QT is read in milliseconds, a thousandth of a second', () => {
  expect(findUnit('ms')).toBe('ms');
  expect(toUnitWords('ms', 'en')).toBe('milliseconds');
  expect(toUnitWords('ms', 'fr')).toBe('millisecondes');
  expect(compareAmounts({ value: decimal('1000'), unit: 'ms' }, { value: decimal('1'), unit: 's' })).toBe(0);
});
