import type { Decimal } from './scalars';

/** The form of decimal text as it is stored: `0.5`, `35`, `-15`; never `.5`, `0.50`, `1,000` or `1e3`. */
export const DECIMAL = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

/** Exact arithmetic on a number of a million digits would never end. */
export const LONGEST_DECIMAL = 30;

export function isDecimal(text: string): text is Decimal {
  return text.length <= LONGEST_DECIMAL && DECIMAL.test(text);
}
