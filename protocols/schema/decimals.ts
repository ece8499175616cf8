import type { Decimal } from './scalars';

/** The form of decimal text as it is stored: `0.5`, `35`, `-15`; never `.5`, `0.50`, `1,000` or `1e3`. */
export const DECIMAL = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

export function isDecimal(text: string): text is Decimal {
  return DECIMAL.test(text);
}
