import { isDecimal } from '../schema/decimals';
import { compareAmounts } from '../units/compare';
import type { EntryRule } from './entry-rules';
import type { Measured } from './exact';
import { isPositive } from './usable';

/** Why a typed text is no number here; each has its own sentence on screen. */
export type EntryFault =
  | 'empty'
  | 'letters'
  | 'sign'
  | 'space-inside'
  | 'other-digits'
  | 'other-characters'
  | 'two-marks'
  | 'no-digit-before-mark'
  | 'no-digit-after-mark'
  | 'leading-zero'
  | 'too-many-decimals'
  | 'too-long'
  | 'zero';

/** What was typed, read strictly: a value, a question, or the reason it was not read. */
export type Entered =
  /** `plausible` is false outside the soft range: ask once. */
  | { readonly kind: 'value'; readonly measured: Measured; readonly plausible: boolean }
  /** `1,250` may be a decimal or a thousand; both readings as texts that can be put in the field. */
  | { readonly kind: 'ask'; readonly readings: readonly [string, string] }
  | { readonly kind: 'fault'; readonly fault: EntryFault }
  | { readonly kind: 'outside'; readonly measured: Measured; readonly min: Measured; readonly max: Measured };

/**
 * Reads a typed number. One `.` or `,` is the decimal mark, in either language; spaces at the ends do not count. Everything
 * else is refused by name, and one mark before exactly three digits is asked about, since it may part thousands.
 * `settled` says that the question was answered: the mark is a decimal one.
 */
export function parseEntered(text: string, rule: EntryRule, language: 'en' | 'fr', settled = false): Entered {
  const typed = text.trim();
  const fault = findFault(typed);
  if (fault !== undefined) return { kind: 'fault', fault };
  const [whole = '', decimals = ''] = typed.split(/[.,]/);
  const mark = language === 'fr' ? ',' : '.';
  // A group of thousands never begins with 0 and never has more than three digits before the mark.
  if (!settled && /^[1-9]\d{0,2}$/.test(whole) && decimals.length === 3)
    return { kind: 'ask', readings: [`${whole}${toFractionDigits(decimals, mark)}`, `${whole}${decimals}`] };
  if (decimals.length > rule.decimals) return { kind: 'fault', fault: 'too-many-decimals' };
  const value = `${whole}${toFractionDigits(decimals, '.')}`;
  return isDecimal(value) ? judge({ value, unit: rule.unit }, rule) : { kind: 'fault', fault: 'too-long' };
}

/** The decimals without the zeros that end them, and their mark; nothing when only zeros were typed. */
function toFractionDigits(decimals: string, mark: string): string {
  const kept = decimals.replace(/0+$/, '');
  return kept === '' ? '' : `${mark}${kept}`;
}

const FAULTS: readonly (readonly [RegExp, EntryFault])[] = [
  [/^$/, 'empty'],
  [/^[+\-\u2010-\u2015\u2212]/, 'sign'],
  [/\p{L}/u, 'letters'],
  [/\s/u, 'space-inside'],
  [/(?!\d)\p{Nd}/u, 'other-digits'],
  [/[^\d.,]/, 'other-characters'],
  [/[.,].*[.,]/, 'two-marks'],
  [/^[.,]/, 'no-digit-before-mark'],
  [/[.,]$/, 'no-digit-after-mark'],
  [/^0\d/, 'leading-zero'],
];

function findFault(typed: string): EntryFault | undefined {
  return FAULTS.find(([pattern]) => pattern.test(typed))?.[1];
}

function judge(measured: Measured, { hard, soft }: EntryRule): Entered {
  if (!isPositive(measured)) return { kind: 'fault', fault: 'zero' };
  if (!isWithin(measured, hard)) return { kind: 'outside', measured, ...hard };
  return { kind: 'value', measured, plausible: soft === undefined || isWithin(measured, soft) };
}

function isWithin(measured: Measured, { min, max }: EntryRule['hard']): boolean {
  return (compareAmounts(measured, min) ?? 0) >= 0 && (compareAmounts(measured, max) ?? 0) <= 0;
}
