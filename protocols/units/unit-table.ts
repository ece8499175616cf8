/** What kind of thing a unit measures. Two amounts may be compared only within one dimension. */
export type Dimension =
  | 'mass'
  | 'mass per body mass'
  | 'mass per body mass and time'
  | 'mass per time'
  | 'mass per volume'
  | 'mass per area'
  | 'volume'
  | 'volume per time'
  | 'time'
  | 'pressure'
  | 'frequency'
  | 'fraction'
  | 'length'
  | 'temperature'
  | 'score'
  | 'count'
  | 'angle'
  | 'international units';

interface UnitEntry {
  readonly dimension: Dimension;
  /** Exact factor to the first unit of the same dimension in this table, as numerator and denominator. */
  readonly factor: readonly [bigint, bigint];
  /** What an author may write for it, besides the code itself. */
  readonly aliases?: readonly string[];
  /** How a reader sees it; the code when absent. ISMP: `mcg`, never `µg`; units in full. */
  readonly words?: { readonly en: string; readonly fr: string };
}

const same = (en: string): { en: string; fr: string } => ({ en, fr: en });

/**
 * The closed table of units, keyed by UCUM code (https://ucum.org). A unit that is not here is refused: a dose in an
 * unknown unit cannot be checked.
 */
const TABLE = {
  mg: { dimension: 'mass', factor: [1n, 1n] },
  ug: { dimension: 'mass', factor: [1n, 1000n], aliases: ['mcg'], words: same('mcg') },
  ng: { dimension: 'mass', factor: [1n, 1_000_000n] },
  g: { dimension: 'mass', factor: [1000n, 1n] },
  kg: { dimension: 'mass', factor: [1_000_000n, 1n] },
  'mg/kg': { dimension: 'mass per body mass', factor: [1n, 1n], words: { en: 'mg per kg', fr: 'mg par kg' } },
  'ug/kg': {
    dimension: 'mass per body mass',
    factor: [1n, 1000n],
    aliases: ['mcg/kg'],
    words: { en: 'mcg per kg', fr: 'mcg par kg' },
  },
  'mg/kg/h': {
    dimension: 'mass per body mass and time',
    factor: [1n, 1n],
    aliases: ['mg/kg/hr'],
    words: { en: 'mg per kg per hour', fr: 'mg par kg par heure' },
  },
  'mg/kg/min': {
    dimension: 'mass per body mass and time',
    factor: [60n, 1n],
    words: { en: 'mg per kg per minute', fr: 'mg par kg par minute' },
  },
  'mg/h': {
    dimension: 'mass per time',
    factor: [1n, 1n],
    aliases: ['mg/hr'],
    words: { en: 'mg per hour', fr: 'mg par heure' },
  },
  'mg/min': { dimension: 'mass per time', factor: [60n, 1n], words: { en: 'mg per minute', fr: 'mg par minute' } },
  'mg/mL': { dimension: 'mass per volume', factor: [1n, 1n], words: { en: 'mg per mL', fr: 'mg par mL' } },
  'ug/mL': {
    dimension: 'mass per volume',
    factor: [1n, 1000n],
    aliases: ['mcg/mL'],
    words: { en: 'mcg per mL', fr: 'mcg par mL' },
  },
  'ug/L': {
    dimension: 'mass per volume',
    factor: [1n, 1_000_000n],
    aliases: ['mcg/L'],
    words: { en: 'mcg per L', fr: 'mcg par L' },
  },
  'ng/mL': { dimension: 'mass per volume', factor: [1n, 1_000_000n], words: { en: 'ng per mL', fr: 'ng par mL' } },
  // Body-mass index.
  'kg/m2': { dimension: 'mass per area', factor: [1n, 1n], words: { en: 'kg per m²', fr: 'kg par m²' } },
  mL: { dimension: 'volume', factor: [1n, 1n] },
  L: { dimension: 'volume', factor: [1000n, 1n] },
  'mL/h': {
    dimension: 'volume per time',
    factor: [1n, 1n],
    aliases: ['mL/hr'],
    words: { en: 'mL per hour', fr: 'mL par heure' },
  },
  'mL/min': { dimension: 'volume per time', factor: [60n, 1n], words: { en: 'mL per minute', fr: 'mL par minute' } },
  min: { dimension: 'time', factor: [1n, 1n], words: { en: 'minutes', fr: 'minutes' } },
  ms: { dimension: 'time', factor: [1n, 60_000n], words: { en: 'milliseconds', fr: 'millisecondes' } },
  s: { dimension: 'time', factor: [1n, 60n], words: { en: 'seconds', fr: 'secondes' } },
  h: { dimension: 'time', factor: [60n, 1n], words: { en: 'hours', fr: 'heures' } },
  d: { dimension: 'time', factor: [1440n, 1n], words: { en: 'days', fr: 'jours' } },
  wk: { dimension: 'time', factor: [10080n, 1n], words: { en: 'weeks', fr: 'semaines' } },
  // UCUM's mean month and year: 365.25 days to the year.
  mo: { dimension: 'time', factor: [43830n, 1n], words: { en: 'months', fr: 'mois' } },
  a: { dimension: 'time', factor: [525960n, 1n], words: { en: 'years', fr: 'ans' } },
  'mm[Hg]': { dimension: 'pressure', factor: [1n, 1n], aliases: ['mmHg'], words: same('mmHg') },
  '/min': { dimension: 'frequency', factor: [1n, 1n], words: { en: 'per minute', fr: 'par minute' } },
  '%': { dimension: 'fraction', factor: [1n, 1n] },
  cm: { dimension: 'length', factor: [1n, 1n] },
  m: { dimension: 'length', factor: [100n, 1n] },
  Cel: { dimension: 'temperature', factor: [1n, 1n], words: same('°C') },
  deg: { dimension: 'angle', factor: [1n, 1n], words: { en: 'degrees', fr: 'degrés' } },
  '{score}': { dimension: 'score', factor: [1n, 1n], aliases: ['points'], words: { en: 'points', fr: 'points' } },
  '1': { dimension: 'count', factor: [1n, 1n], aliases: ['count'], words: same('') },
  '{spray}': {
    dimension: 'count',
    factor: [1n, 1n],
    aliases: ['sprays'],
    words: { en: 'sprays', fr: 'pulvérisations' },
  },
  '{device}': {
    dimension: 'count',
    factor: [1n, 1n],
    aliases: ['devices'],
    words: { en: 'devices', fr: 'dispositifs' },
  },
  '{session}': {
    dimension: 'count',
    factor: [1n, 1n],
    aliases: ['sessions'],
    words: { en: 'sessions', fr: 'séances' },
  },
  '{patient}': {
    dimension: 'count',
    factor: [1n, 1n],
    aliases: ['patients'],
    words: { en: 'patients', fr: 'patients' },
  },
  '[iU]': {
    dimension: 'international units',
    factor: [1n, 1n],
    aliases: ['units'],
    words: { en: 'units', fr: 'unités' },
  },
} as const satisfies Record<string, UnitEntry>;

/** A UCUM code of the closed table. */
export type UnitCode = keyof typeof TABLE;

const ENTRIES: Readonly<Record<UnitCode, UnitEntry>> = TABLE;

export function isUnitCode(text: string): text is UnitCode {
  return Object.hasOwn(TABLE, text);
}

/** Every unit there is, in the order of the table. */
export const UNIT_CODES: readonly UnitCode[] = Object.keys(TABLE).filter(isUnitCode);

/** What an author may write for a unit: the code, and its plain names. */
export function listAuthoredNames(unit: UnitCode): string[] {
  return [unit, ...(ENTRIES[unit].aliases ?? [])];
}

const BY_AUTHORED: ReadonlyMap<string, UnitCode> = new Map(
  UNIT_CODES.flatMap((code) => listAuthoredNames(code).map((name) => [name, code])),
);

/** The UCUM code for what an author wrote, or undefined when the table does not hold it. */
export function findUnit(authored: string): UnitCode | undefined {
  return BY_AUTHORED.get(authored);
}

/** Every way a unit is written: by authors, by UCUM and on screen. */
export function listNames(unit: UnitCode): string[] {
  const words = ENTRIES[unit].words;
  return [...listAuthoredNames(unit), ...(words === undefined ? [] : [words.en, words.fr])].filter(
    (name) => name !== '',
  );
}

/** What an author writes for a unit: the code, or its plain name where the code has signs nobody types, or an `ug` that is misread. */
export function toAuthoredUnit(unit: UnitCode): string {
  const [, name = unit] = listAuthoredNames(unit);
  return /[[{]|^ug|^1$/.test(unit) ? name : unit;
}

export function dimensionOf(unit: UnitCode): Dimension {
  return TABLE[unit].dimension;
}

/** Exact factor to the dimension's first unit, as numerator and denominator. */
export function factorOf(unit: UnitCode): readonly [bigint, bigint] {
  return TABLE[unit].factor;
}

/** The unit as a reader sees it. */
export function toUnitWords(unit: UnitCode, language: 'en' | 'fr'): string {
  return ENTRIES[unit].words?.[language] ?? unit;
}
