import type { Language } from '../../protocols/contract/calls';
import type { ExactText, Measured } from '../../protocols/dose/exact';
import { isDecimal } from '../../protocols/schema/decimals';
import { toDisplayDuration, toDisplayQuantity } from '../../protocols/text/display';
import { type UnitCode, toUnitWords } from '../../protocols/units/unit-table';

/** An amount as it is read: `75 mL per hour`, `40 minutes`. Never breaks across lines. */
export function toWords({ value, unit }: Measured, language: Language): string {
  // Whole minutes have words of their own; hours too, since 90 minutes is read "1 h 30 min".
  if (unit === 'min' && /^\d+$/.test(value)) return toDisplayDuration(`PT${value}M`, language);
  return toDisplayQuantity(value, unit, language);
}

/** An exact number with its unit: as a decimal where it ends, else as the fraction it is. */
export function toExactWords(value: ExactText, unit: UnitCode, language: Language): string {
  if (isDecimal(value)) return toWords({ value, unit }, language);
  return `${value.replace('/', '\u2044')}\u00A0${toUnitWords(unit, language)}`.replaceAll(' ', '\u00A0');
}

const LONG_NAMES = {
  en: {
    kg: ['kilogram', 'kilograms'],
    cm: ['centimetre', 'centimetres'],
    mg: ['milligram', 'milligrams'],
    ug: ['microgram', 'micrograms'],
    mL: ['millilitre', 'millilitres'],
  },
  fr: {
    kg: ['kilogramme', 'kilogrammes'],
    cm: ['centimètre', 'centimètres'],
    mg: ['milligramme', 'milligrammes'],
    ug: ['microgramme', 'microgrammes'],
    mL: ['millilitre', 'millilitres'],
  },
} as const satisfies Record<Language, Record<string, readonly [string, string]>>;

/**
 * The echo under a field: `70.5 kilograms`. A unit made of several keeps its short words, `0.5 mg per kg`: in full it
 * is wider than its field, and no line may break inside a quantity.
 */
export function toLongWords(measured: Measured, language: Language): string {
  const { value, unit } = measured;
  const names: Partial<Record<string, readonly [string, string]>> = LONG_NAMES[language];
  const name = names[unit];
  if (name === undefined) return toWords(measured, language);
  // English counts everything but 1 as many; French everything under 2 as one.
  const one = language === 'en' ? value === '1' : /^[01](\.|$)/.test(value);
  return `${toDisplayQuantity(value, '{score}', language)}\u00A0${name[one ? 0 : 1]}`;
}
