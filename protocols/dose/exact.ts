import Fraction from 'fraction.js';
import { isDecimal } from '../schema/decimals';
import type { Decimal } from '../schema/scalars';
import { toDurationAmount } from '../text/display';
import { toBase } from '../units/compare';
import { type UnitCode, factorOf } from '../units/unit-table';

/** An amount as it was written: checked decimal text and a unit of the table, never a float. */
export interface Measured {
  readonly value: Decimal;
  readonly unit: UnitCode;
}

/** An exact number as text: a decimal where it ends (`35.25`), a fraction in lowest terms where it does not (`157/3`). */
export type ExactText = string & { readonly brand: 'ExactText' };

/** An exact amount on its way through a calculation. */
export interface Quantity {
  readonly value: Fraction;
  readonly unit: UnitCode;
}

export const ZERO = new Fraction(0n);
export const SIXTY = new Fraction(60n);
export const HUNDRED = new Fraction(100n);

/** Decimal text of our own, for constants and numbers just checked. Throws on anything else: that is a mistake in the program. */
export function decimalOf(text: string): Decimal {
  if (isDecimal(text)) return text;
  throw new Error(`not a decimal: ${text}`);
}

/** How many things a list holds, as an exact number. */
export function countOf(list: readonly unknown[]): Fraction {
  return new Fraction(BigInt(list.length));
}

export function toFraction(value: Decimal): Fraction {
  return new Fraction(value);
}

export function toQuantity({ value, unit }: Measured): Quantity {
  return { value: toFraction(value), unit };
}

/** An exact amount given in the first unit of its dimension, in another unit of that dimension. */
export function fromBase(base: Fraction, unit: UnitCode): Fraction {
  const [n, d] = factorOf(unit);
  return n === d ? base : base.div(new Fraction(n, d));
}

/** The exact value of an amount in another unit of its dimension. */
export function inUnit(measured: Measured, unit: UnitCode): Fraction {
  return fromBase(toBase(measured), unit);
}

/** A duration of a document as whole minutes, or seconds where it has them. The text must already have passed `Duration`. */
export function durationOf(duration: string): Measured | undefined {
  const { value, unit } = toDurationAmount(duration);
  return isDecimal(value) ? { value, unit } : undefined;
}

/** Nothing but tens may divide a number that ends in decimal notation. */
function toDecimalText(value: Fraction): string | undefined {
  let places = 0;
  let scaled = value;
  while (scaled.d !== 1n) {
    scaled = scaled.mul(10n);
    places += 1;
    if (scaled.d % 2n !== 0n && scaled.d % 5n !== 0n && scaled.d !== 1n) return undefined;
  }
  const digits = String(scaled.n).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value.s < 0n ? `-${text}` : text;
}

export function toExactText(value: Fraction): ExactText {
  return (toDecimalText(value) ?? value.toFraction()) as ExactText;
}

/** The number an exact text stands for. */
export function fromExactText(text: ExactText): Fraction {
  return new Fraction(text);
}

/** An exact amount as checked decimal text, or undefined when it never ends or is longer than any amount. */
export function toMeasured(value: Fraction, unit: UnitCode): Measured | undefined {
  const text = toDecimalText(value);
  return text !== undefined && isDecimal(text) ? { value: text, unit } : undefined;
}
