import type { UnitCode } from '../units/unit-table';
import { type ProseUnit, findCompoundUnit, findProseUnit } from './prose-units';

export type Language = 'en' | 'fr';

/** A number in a text and the unit it is of. */
export interface Quantity {
  readonly start: number;
  /** Where the digits end. */
  readonly numberEnd: number;
  readonly end: number;
  readonly raw: string;
  readonly number: WrittenNumber;
  /** The first word of the unit, as written; undefined when the number is of no unit. */
  readonly unitWord: string | undefined;
  readonly unit: ProseUnit | undefined;
  /** The unit of the table for the whole of it, `mg/kg` and `mg per kg` alike. */
  readonly code: UnitCode | undefined;
  /** The unit follows with nothing between, as in `10mg`. */
  readonly isJoined: boolean;
  /** The unit is that of a number further on, as in `1 to 2 mg`. */
  readonly isInherited: boolean;
}

export interface WrittenNumber {
  readonly whole: string;
  readonly fraction: string;
  readonly isGrouped: boolean;
}

// Every piece starts only where no other could have started, so that a long run of digits is read once.
const NUMBER = /(?<!\d|\d[.,])(?:\d{1,3}(?:[\u00A0\u202F\u2009]\d{3}(?!\d))+(?:[.,]\d+)?|[.,]?\d(?:[\d.,]*\d)?)/g;
const GAP = /-|[ \t]?\n[ \t]{0,8}|[ \t\u00A0\u202F\u2009]{0,2}/y;
const WORD = /(?:°[CF]|mm\[Hg\]|[%\p{L}µ][\p{L}\p{M}]{0,24})(?![\p{L}\d])/uy;
const DIVISOR = /(?:\/|[ \u00A0](?:per|par)[ \u00A0])(?<word>m[2²]|\p{L}{1,12})(?![\p{L}\d])/uy;
const LONGEST = 20; // digits; what is longer is no amount, and arithmetic on it could take for ever
const BETWEEN = /^\s?(?:-|–|—|to|à|and|et|or|ou)\s?$/i;

/** Every number of a text with the unit it is of, in order. */
export function findQuantities(text: string, language: Language): Quantity[] {
  const found: Quantity[] = [];
  for (const { 0: raw, index: start } of text.matchAll(NUMBER)) {
    const number = readNumber(raw, language);
    if (number !== undefined) found.push(readUnit(text, start, raw, number));
  }
  // "1 to 2 mg": the first number is of the unit of the second.
  for (let index = found.length - 2; index >= 0; index--) {
    const [quantity, next] = [found[index], found[index + 1]];
    if (quantity === undefined || next?.unit === undefined || quantity.unit !== undefined) continue;
    if (next.start - quantity.end > 6 || !BETWEEN.test(text.slice(quantity.end, next.start))) continue;
    const { unitWord, unit, code } = next;
    found[index] = { ...quantity, unitWord, unit, code, isInherited: true };
  }
  return found;
}

function readUnit(text: string, start: number, raw: string, number: WrittenNumber): Quantity {
  const numberEnd = start + raw.length;
  const bare: Quantity = {
    start,
    numberEnd,
    end: numberEnd,
    raw,
    number,
    unitWord: undefined,
    unit: undefined,
    code: undefined,
    isJoined: false,
    isInherited: false,
  };
  GAP.lastIndex = numberEnd;
  GAP.test(text);
  const from = GAP.lastIndex;
  const unitWord = matchAt(WORD, text, from)?.[0];
  const unit = unitWord === undefined ? undefined : findProseUnit(unitWord);
  if (unitWord === undefined || unit === undefined) return bare;
  let end = from + unitWord.length;
  // A letter that goes on as "U.S." or "g-force" is not a unit.
  if (unitWord.length === 1 && /^[.-]\p{L}/u.test(text.slice(end, end + 3))) return bare;
  const divisors: string[] = [];
  for (let match = matchAt(DIVISOR, text, end); match !== null; match = matchAt(DIVISOR, text, end)) {
    divisors.push(match.groups?.['word'] ?? '');
    end += match[0].length;
  }
  const code =
    unit.code === undefined ? undefined : divisors.length === 0 ? unit.code : findCompoundUnit(unit.code, divisors);
  return { ...bare, end, unitWord, unit, code, isJoined: from === numberEnd && unitWord !== '%' };
}

/** Reads `1,000.5`, `1 000,5`, `.5` and `0,5`; undefined for what is no single number, such as a date or a version. */
export function readNumber(raw: string, language: Language): WrittenNumber | undefined {
  if (raw.length > LONGEST) return undefined;
  if (!/\D/.test(raw)) return { whole: raw, fraction: '', isGrouped: false };
  const spaced = raw.replaceAll(/[\u00A0\u202F\u2009]/g, '');
  const isSpaced = spaced !== raw;
  if (language === 'en' && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(spaced)) {
    const [whole = '', fraction = ''] = spaced.replaceAll(',', '').split('.');
    return { whole, fraction, isGrouped: true };
  }
  const match = /^(?<whole>\d*)(?:[.,](?<fraction>\d+))?$/.exec(spaced);
  if (match?.groups === undefined) return undefined;
  return { whole: match.groups['whole'] ?? '', fraction: match.groups['fraction'] ?? '', isGrouped: isSpaced };
}

/** The number as decimal text that can be computed with. */
export function toDecimal({ whole, fraction }: WrittenNumber): string {
  const cut = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${cut === '' ? '' : `.${cut}`}`;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
