import { type UnitCode, findUnit } from '../units/unit-table';

/** What a unit in prose measures, as far as the rules need to know. */
export interface ProseUnit {
  readonly kind: 'dose' | 'reading' | 'time' | 'count';
  /** Absent for a unit the table does not hold. */
  readonly code?: UnitCode;
}

// Signs as they are written: case tells mg from Mg.
const SIGNS: Readonly<Record<ProseUnit['kind'], readonly string[]>> = {
  dose: ['mg', 'mcg', 'ug', 'µg', 'μg', 'ng', 'g', 'kg', 'mL', 'ml', 'L', 'cc', 'mEq', 'U', 'u', 'IU', 'iu', 'UI'],
  reading: ['mmHg', 'mm[Hg]', '%', '°C', 'cm', 'mm'],
  time: ['min', 'h', 'hr', 'hrs', 's', 'sec'],
  count: [],
};

const WORDS: Readonly<Record<string, readonly [ProseUnit['kind'], UnitCode]>> = {
  unit: ['dose', '[iU]'],
  units: ['dose', '[iU]'],
  unité: ['dose', '[iU]'],
  unités: ['dose', '[iU]'],
  gram: ['dose', 'g'],
  grams: ['dose', 'g'],
  gramme: ['dose', 'g'],
  grammes: ['dose', 'g'],
  litre: ['dose', 'L'],
  litres: ['dose', 'L'],
  liter: ['dose', 'L'],
  liters: ['dose', 'L'],
  percent: ['reading', '%'],
  degrees: ['reading', 'deg'],
  points: ['reading', '{score}'],
  second: ['time', 's'],
  seconds: ['time', 's'],
  seconde: ['time', 's'],
  secondes: ['time', 's'],
  minute: ['time', 'min'],
  minutes: ['time', 'min'],
  hour: ['time', 'h'],
  hours: ['time', 'h'],
  heure: ['time', 'h'],
  heures: ['time', 'h'],
  day: ['time', 'd'],
  days: ['time', 'd'],
  jour: ['time', 'd'],
  jours: ['time', 'd'],
  week: ['time', 'wk'],
  weeks: ['time', 'wk'],
  semaine: ['time', 'wk'],
  semaines: ['time', 'wk'],
  month: ['time', 'mo'],
  months: ['time', 'mo'],
  mois: ['time', 'mo'],
  year: ['time', 'a'],
  years: ['time', 'a'],
  ans: ['time', 'a'],
  sprays: ['count', '{spray}'],
  devices: ['count', '{device}'],
  sessions: ['count', '{session}'],
  séances: ['count', '{session}'],
  infusions: ['count', '{session}'],
  patients: ['count', '{patient}'],
};

const PREFIXES: Readonly<Record<string, string>> = { milli: 'm', micro: 'u', nano: 'n', kilo: 'k' };
const BASES: Readonly<Record<string, string>> = { gram: 'g', gramme: 'g', litre: 'L', liter: 'L' };

const CODES: Readonly<Record<string, UnitCode>> = {
  ml: 'mL',
  µg: 'ug',
  μg: 'ug',
  U: '[iU]',
  u: '[iU]',
  IU: '[iU]',
  iu: '[iU]',
  UI: '[iU]',
  cc: 'mL',
  '°C': 'Cel',
  hr: 'h',
  hrs: 'h',
  sec: 's',
};

const UNITS: ReadonlyMap<string, ProseUnit> = new Map([
  ...Object.entries(SIGNS).flatMap(([kind, signs]) =>
    signs.map((sign): [string, ProseUnit] => [sign, toUnit(kind as ProseUnit['kind'], CODES[sign] ?? findUnit(sign))]),
  ),
  ...Object.entries(WORDS).map(([word, [kind, code]]): [string, ProseUnit] => [word, { kind, code }]),
  // milligram, milligrams, microgramme, millilitre and so on.
  ...Object.entries(PREFIXES).flatMap(([prefix, p]) =>
    Object.entries(BASES).flatMap(([base, b]) =>
      ['', 's'].map((plural): [string, ProseUnit] => [prefix + base + plural, toUnit('dose', findUnit(p + b))]),
    ),
  ),
]);

function toUnit(kind: ProseUnit['kind'], code: UnitCode | undefined): ProseUnit {
  return code === undefined ? { kind } : { kind, code };
}

/** The unit a single word of prose stands for; signs are told apart by case, words are not. */
export function findProseUnit(word: string): ProseUnit | undefined {
  return UNITS.get(word) ?? (word.length > 3 ? UNITS.get(word.toLowerCase()) : undefined);
}

const PER = new Map([
  ['kg', 'kg'],
  ['kilogram', 'kg'],
  ['kilogramme', 'kg'],
  ['h', 'h'],
  ['hr', 'h'],
  ['hour', 'h'],
  ['heure', 'h'],
  ['min', 'min'],
  ['minute', 'min'],
  ['mL', 'mL'],
  ['ml', 'mL'],
  ['millilitre', 'mL'],
  ['L', 'L'],
  ['litre', 'L'],
  ['m2', 'm2'],
  ['m²', 'm2'],
]);

/** The table's unit for a unit in prose with what it is divided by, such as `mg` by `kg` and `hour`. */
export function findCompoundUnit(unit: UnitCode, divisors: readonly string[]): UnitCode | undefined {
  const below = divisors.map((divisor) => PER.get(divisor) ?? PER.get(divisor.toLowerCase()));
  return below.includes(undefined) ? undefined : findUnit([unit, ...below].join('/'));
}
