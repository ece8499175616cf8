import type { Amount, Comparison, Time } from '../schema/values';
import type { Mark } from '../schema/vocabulary';

import { type UnitCode, toUnitWords } from '../units/unit-table';
import { isSet } from '../schema/is-set';
import { toSeconds } from '../schema/durations';

type Language = 'en' | 'fr';

// No line may break inside a quantity, and none inside a grouped number.
const NBSP = '\u00A0';

/** Decimal text as a reader of that language writes it: grouped from 1,000, decimal comma in French. Never rounds. */
export function toDisplayDecimal(value: string, language: Language): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, language === 'fr' ? NBSP : ',');
  return fraction === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${fraction}`;
}

/** `0.5 mg per kg`, with no-break spaces throughout. */
export function toDisplayQuantity(value: string, unit: UnitCode, language: Language): string {
  const words = unit === '{score}' ? '' : toUnitWords(unit, language);
  const number = toDisplayDecimal(value, language);
  if (words === '') return number;
  const joined = words === '%' && language === 'en' ? `${number}%` : `${number}${NBSP}${words}`;
  return joined.replaceAll(' ', NBSP);
}

const PARTS = {
  en: {
    w: ['week', 'weeks'],
    d: ['day', 'days'],
    h: ['hour', 'hours'],
    m: ['minute', 'minutes'],
    s: ['second', 'seconds'],
    before: ' before',
  },
  fr: {
    w: ['semaine', 'semaines'],
    d: ['jour', 'jours'],
    h: ['heure', 'heures'],
    m: ['minute', 'minutes'],
    s: ['seconde', 'secondes'],
    before: ' avant',
  },
} as const;

/** `40 minutes`, `1 h 40 min`, `2 weeks`; a negative offset says `before`. */
export function toDisplayDuration(duration: string, language: Language): string {
  const words = PARTS[language];
  const total = toSeconds(duration);
  const rest = Math.abs(total);
  const weeks = duration.endsWith('W');
  const [d, h, m, s] = [
    Math.floor(rest / 86_400),
    Math.floor((rest % 86_400) / 3600),
    Math.floor((rest % 3600) / 60),
    rest % 60,
  ];
  const named = (count: number, [one, many]: readonly [string, string]): string =>
    `${count}${NBSP}${count === 1 || (language === 'fr' && count === 0) ? one : many}`;
  const single: (readonly [number, readonly [string, string]])[] = weeks
    ? [[rest / 604_800, words.w]]
    : (
        [
          [d, words.d],
          [h, words.h],
          [m, words.m],
          [s, words.s],
        ] as const
      ).filter(([count]) => count > 0);
  const short = [d > 0 ? `${d} d` : '', h > 0 ? `${h} h` : '', m > 0 ? `${m} min` : '', s > 0 ? `${s} s` : ''].filter(
    Boolean,
  );
  const first = single[0] ?? ([0, words.m] as const);
  const text = single.length <= 1 ? named(first[0], first[1]) : short.join(' ').replaceAll(' ', NBSP);
  return total < 0 ? text + words.before.replaceAll(' ', NBSP) : text;
}

/** A duration as one amount, for scripts that read the screen: whole minutes, or seconds where it has them. */
export function toDurationAmount(duration: string): { value: string; unit: UnitCode } {
  const seconds = toSeconds(duration);
  return seconds % 60 === 0 ? { value: String(seconds / 60), unit: 'min' } : { value: String(seconds), unit: 's' };
}

/** The words of a value for plain text, search and paper; undefined when the clinic has to set it. */
export function toDisplayValue(value: Amount | Time, language: Language): string | undefined {
  if (!isSet(value)) return undefined;
  return 'duration' in value
    ? toDisplayDuration(value.duration, language)
    : toDisplayQuantity(value.value, value.unit, language);
}

const COMPARISON_WORDS = {
  en: {
    '<': 'under',
    '<=': 'at or under',
    '=': 'exactly',
    '>=': 'at or over',
    '>': 'over',
    baseline: 'above baseline',
  },
  fr: {
    '<': 'moins de',
    '<=': 'au plus',
    '=': 'exactement',
    '>=': 'au moins',
    '>': 'plus de',
    baseline: 'au-dessus de la valeur de départ',
  },
} as const;

/** `at or over`, `under`: the signs are not shown, they are misread. */
export function toComparisonWords(
  { op, relativeTo }: Comparison,
  language: Language,
): { before: string; after: string } {
  return {
    before: COMPARISON_WORDS[language][op],
    after: relativeTo === undefined ? '' : COMPARISON_WORDS[language].baseline,
  };
}

/** A value as a reader sees it, and what scripts read beside it. */
export interface ShownValue {
  /** Undefined when the clinic has to set it. */
  readonly words: string | undefined;
  readonly attributes: { readonly 'data-value': string; readonly 'data-unit': string; readonly 'data-mark': Mark };
}

/** The words of a value with its canonical value, unit and mark; an unset one has only its mark, and the unit a blank is written in. */
export function toShownValue(value: Amount | Time, language: Language, blankUnit: UnitCode | '' = ''): ShownValue {
  if (!isSet(value))
    return { words: undefined, attributes: { 'data-value': '', 'data-unit': blankUnit, 'data-mark': 'local' } };
  const amount = 'duration' in value ? toDurationAmount(value.duration) : value;
  return {
    words: toDisplayValue(value, language),
    attributes: { 'data-value': amount.value, 'data-unit': amount.unit, 'data-mark': value.mark },
  };
}

/** Neither read in its source nor worked out from what was: such a value looks different on screen and paper. */
export function isUnsure(mark: Mark): boolean {
  return mark === 'second-hand' || mark === 'recalled' || mark === 'local';
}

/** A time of a schedule where there is little room, number and unit apart: `40` `min`, `2` `h`, `1` `wk`; in the largest unit that leaves it whole. */
export function toShortDuration(
  seconds: number,
  language: Language,
): { readonly value: string; readonly unit: string } {
  const [week, day] = { en: ['wk', 'd'], fr: ['sem.', 'j'] }[language];
  const rest = Math.abs(seconds);
  const units = [
    { size: 604_800, word: week, least: 604_800 },
    { size: 86_400, word: day, least: 86_400 },
    // One hour is told in minutes, like the times around it.
    { size: 3600, word: 'h', least: 7200 },
    { size: 60, word: 'min', least: 60 },
  ];
  const { size, word = '' } = units.find(({ size: whole, least }) => rest >= least && rest % whole === 0) ?? {
    size: 1,
    word: 's',
  };
  return { value: `${seconds < 0 ? '−' : ''}${rest / size}`, unit: word };
}
