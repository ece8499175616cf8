// Letters, digits and marks of every script we may meet, as plain ranges: the property classes of Unicode, repeated as
// often as these patterns need them, take a tenth of a second to compile. Punctuation and symbols stand between.
const LETTERS = 'a-zªµºÀ-ÖØ-öø-\\u1fff\\u2c00-\\u2dff\\u3040-\\uffdc';
const DIGITS = '0-9²³¹¼½¾\\u2070-\\u209f';
export const LETTER = `[${LETTERS}]`;
export const IN_WORD = `[${LETTERS}${DIGITS}]`;
export const START = `(?<!${IN_WORD})`;
export const END = `(?!${IN_WORD})`;

// All patterns are in small letters and are tried on text in small letters.
const UNITS: Readonly<Record<string, readonly string[]>> = {
  mg: ['milligrammes', 'milligramme', 'milligrams', 'milligram', 'mg'],
  mcg: ['microgrammes', 'microgramme', 'micrograms', 'microgram', 'mcg', 'ug', 'µg', 'μg'],
  ng: ['nanograms', 'nanogram', 'ng'],
  kg: ['kilogrammes', 'kilogramme', 'kilograms', 'kilogram', 'kilos', 'kilo', 'kg'],
  g: ['grammes', 'gramme', 'grams', 'gram', 'g'],
  ml: ['millilitres', 'millilitre', 'milliliters', 'milliliter', 'ml', 'cc'],
  l: ['litres', 'litre', 'liters', 'liter', 'l'],
  min: ['minutes', 'minute', 'mins', 'min', 'mn'],
  s: ['secondes', 'seconde', 'seconds', 'second', 'secs', 'sec', 's'],
  h: ['heures', 'heure', 'hours', 'hour', 'hrs', 'hr', 'h'],
  d: ['jours', 'jour', 'days', 'day', 'd', 'j'],
  wk: ['semaines', 'semaine', 'weeks', 'week', 'wks', 'wk'],
  mo: ['months', 'month', 'mois', 'mo'],
  y: ['années', 'année', 'years', 'year', 'yrs', 'yr', 'ans', 'an', 'y'],
  mmhg: ['mm\\[hg\\]', 'mm\\s?hg'],
  m2: ['m2', 'm²'],
  cm: ['cm'],
  c: ['°\\s?c'],
  iu: ['unités', 'unité', 'units', 'unit', 'iu', 'ui'],
  '%': ['%', 'percent', 'per cent', 'pour cent'],
};

const CANONICAL: readonly (readonly [RegExp, string])[] = Object.entries(UNITS).map(([unit, names]) => [
  new RegExp(`^(?:${names.join('|')})$`, 'iu'),
  unit,
]);

const ANY_UNIT = `(?:${Object.values(UNITS)
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`;
const TIME = `(?:${[...(UNITS['min'] ?? []), ...(UNITS['h'] ?? []), ...(UNITS['d'] ?? []), ...(UNITS['wk'] ?? [])].join('|')})`;
const PER = '(?:\\s{0,2}\\/\\s{0,2}|\\s{1,2}(?:per|par)\\s{1,2})';
// mg.kg-1, mg·kg⁻¹, mg kg-1: read without its last part it would be another amount.
const TO_THE_MINUS_ONE = '[-\\u2212\\u207b][1¹]';
// The list of units stands here once only: each time it does costs a millisecond when the first text is read.
const PER_UNIT = `(?:${PER}|\\s?[.·⋅]?\\s?(?=${LETTER}{1,12}${TO_THE_MINUS_ONE}))${ANY_UNIT}(?:${TO_THE_MINUS_ONE})?`;

export const DASH = '[-\\u2010-\\u2015\\u2212]';

// A comma is a decimal mark unless groups of three follow it; a run such as 1,2,6 is a list, not a number.
const GROUPED = '[1-9]\\d{0,2}(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?(?!\\d)';
const DECIMAL = '\\d+[.,]\\d+(?![.,]?\\d)';
const BARE_DECIMAL = '\\.\\d+';
const FRACTIONS: Readonly<Record<string, string>> = { '¼': '.25', '½': '.5', '¾': '.75' };
const WITH_FRACTION = '(?:\\d+\\s?)?[¼½¾]';
export const NUMBER = `(?<!${IN_WORD}|\\d[.,])(?:${WITH_FRACTION}|${GROUPED}|${DECIMAL}|\\d+(?![.,]?\\d)|${BARE_DECIMAL})`;
const TO = `(?:\\s{0,2}${DASH}\\s{0,2}|\\s{1,2}(?:to|à|or|ou)\\s{1,2})`;

/** `15 min` in `q15min`, `every 15 minutes`, `toutes les 15 minutes`, `q3-5min`. */
export const EVERY = `${START}(?:q\\s?|(?:every|each|toutes\\s+les|tous\\s+les|chaque)\\s{1,2})(?<everyFrom>${digits()})(?:${TO}(?<everyTo>${digits()}))?\\s?(?<everyUnit>${TIME})${END}`;

/** A number or range with its unit: `0.5 mg/kg`, `40-60 min`, `0,5 mg par kg`, `10 per minute`, `60-minute`. */
export const AMOUNT = `(?<amount>${NUMBER})(?:${TO}(?<amountTo>\\d+(?:[.,]\\d+)?))?(?:\\s{0,2}|${DASH})(?<unit>(?:${ANY_UNIT})(?:${PER_UNIT}){0,4}|${PER}${ANY_UNIT})${END}`;

// Four at most, not three: up to three the engine writes the list of units out as often, and reading the first text waits for that.
// Looks ahead for the slash first: most words are not units, and the list of units is long.
/** A unit written alone: `mg/kg`, `mL per hour`. */
export const COMPOUND_UNIT = `${START}(?=${LETTER}{1,12}\\s{0,2}(?:\\/|pe?a?r\\s))(?<lone>${ANY_UNIT}(?:${PER}${ANY_UNIT}){1,4})${END}`;

/** Two numbers as one reading: `140/90`. */
export const PAIR = `(?<!${IN_WORD}|[.,\\/])(?<upper>\\d{1,3})\\s?\\/\\s?(?<lower>\\d{1,3})(?<pairUnit>\\s{0,2}mm\\s?\\[?hg\\]?)?(?!${IN_WORD}|\\/)`;

function digits(): string {
  return '\\d{1,4}(?:[.,]\\d+)?';
}

/** `0,5`, `.5` and `½` give `0.5`, `1,000` gives `1000`, `1.0` gives `1`: one number, one word. */
export function toCanonicalNumber(written: string): string {
  const fraction = FRACTIONS[written.slice(-1)];
  if (fraction !== undefined) return `${written.slice(0, -1).trim() || '0'}${fraction}`;
  const text = written.normalize('NFKC').replaceAll(/\s/g, '');
  const plain = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.');
  const whole = plain.startsWith('.') ? `0${plain}` : plain;
  return whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole;
}

/** `mg per kg` gives `mg`, `kg`; `/min` gives an empty first part. */
export function toCanonicalUnits(written: string): string[] {
  return written
    .replaceAll(/(?:\s*\/\s*|\s?[.·⋅]?\s?)(\p{L}+)[-\u2212\u207b][1¹]/gu, '/$1')
    .split(/\s*\/\s*|\s+(?:per|par)\s+(?!cent)|^(?:per|par)\s+/iu)
    .map((name) => toCanonicalUnit(name.trim()));
}

function toCanonicalUnit(name: string): string {
  return CANONICAL.find(([pattern]) => pattern.test(name))?.[1] ?? name.toLowerCase();
}
