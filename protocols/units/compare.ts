import Fraction from 'fraction.js';
import type { Decimal } from '../schema/scalars';
import { type UnitCode, dimensionOf, factorOf } from './unit-table';

interface Measured {
  readonly value: Decimal; // text that was checked; never a float
  readonly unit: UnitCode;
}

/** The exact value in the first unit of its dimension. */
export function toBase({ value, unit }: Measured): Fraction {
  const [n, d] = factorOf(unit);
  const exact = new Fraction(value);
  // Most amounts are in the first unit already; random tests ask a million times.
  return n === d ? exact : exact.mul(new Fraction(n, d));
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it; undefined when the two measure different things. */
export function compareAmounts(a: Measured, b: Measured): number | undefined {
  return dimensionOf(a.unit) === dimensionOf(b.unit) ? toBase(a).compare(toBase(b)) : undefined;
}
