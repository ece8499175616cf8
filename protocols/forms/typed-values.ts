import { findUnit, toAuthoredUnit } from '../units/unit-table';
import { OPERATORS } from '../schema/vocabulary';

/** What stands behind a value as its author typed it; an empty mark: what its block says. */
export interface TypedEvidence {
  readonly mark: string;
  readonly sources: readonly string[];
}

/** An amount or a length of time in the parts a form asks for, each as far as it is typed. */
export interface TypedValue extends TypedEvidence {
  /** Of an amount, or the whole of a duration. */
  readonly number: string;
  readonly unit: string;
  /** For an arithmetic value, how it was worked out; for one the clinic sets, what to know before. */
  readonly words: string;
}

export interface TypedComparison extends TypedValue {
  readonly op: string;
  readonly isAboveBaseline: boolean;
}

export const NO_VALUE: TypedValue = { number: '', unit: '', mark: '', sources: [], words: '' };

/** `verified S16 S19` in its parts. */
export function readTypedEvidence(text: string): TypedEvidence {
  const [mark = '', ...sources] = text.split(' ').filter((word) => word !== '');
  return { mark, sources };
}

export function writeTypedEvidence({ mark, sources }: TypedEvidence): string {
  return [mark, ...sources].filter((word) => word !== '').join(' ');
}

/** The parts of `0.5 mg/kg (verified S16)`; undefined for a text the form would not write back letter for letter. */
export function readTypedValue(text: string, kind: 'amount' | 'time'): TypedValue | undefined {
  const value = readLoosely(text, kind);
  return value !== undefined && writeTypedValue(value) === text ? value : undefined;
}

function readLoosely(text: string, kind: 'amount' | 'time'): TypedValue | undefined {
  if (text === '') return NO_VALUE;
  const { what = '', behind } = /^(?<what>[^()]+?)(?: \((?<behind>.*)\))?$/s.exec(text)?.groups ?? {};
  if (what === '') return undefined;
  if (what === 'local') return { ...NO_VALUE, mark: 'local', words: behind ?? '' };
  const [said = '', ...more] = behind?.split('; ') ?? [];
  return { ...toHeld(what, kind), ...readTypedEvidence(said), words: more.join('; ') };
}

function toHeld(what: string, kind: 'amount' | 'time'): Pick<TypedValue, 'number' | 'unit'> {
  if (kind === 'time') return { number: what, unit: '' };
  const at = what.indexOf(' ');
  if (at >= 0) return { number: what.slice(0, at), unit: what.slice(at + 1) };
  return findUnit(what) === undefined ? { number: what, unit: '' } : { number: '', unit: what };
}

/** The text of a value as its author would type it; empty when nothing of it is known. */
export function writeTypedValue(value: TypedValue): string {
  const { number, unit, mark, words } = value;
  if (mark === 'local') return words === '' ? 'local' : `local (${words})`;
  const held = [number, unit].filter((part) => part !== '').join(' ');
  if (held === '') return '';
  const said = mark === '' ? '' : writeTypedEvidence(value);
  const behind = words === '' ? said : `${said}; ${words}`;
  return behind === '' ? held : `${held} (${behind})`;
}

/** The parts of `>= 45 mmHg above baseline (verified S92)`. */
export function readTypedComparison(text: string): TypedComparison | undefined {
  const { op, rest = '' } = /^(?<op><=|>=|<|>|=) (?<rest>.*)$/s.exec(text)?.groups ?? {};
  if (op === undefined || !OPERATORS.some((known) => known === op)) return undefined;
  const baseline = / above baseline(?= \(|$)/;
  const value = readTypedValue(rest.replace(baseline, ''), 'amount');
  return value && { ...value, op, isAboveBaseline: baseline.test(rest) };
}

export function writeTypedComparison({ op, isAboveBaseline, ...value }: TypedComparison): string {
  const text = writeTypedValue(value);
  const at = text.indexOf(' (');
  const [held, behind] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
  return `${op} ${held}${isAboveBaseline ? ' above baseline' : ''}${behind}`;
}

export const DURATION_UNITS = ['S', 'M', 'H', 'D', 'W'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** A length of time in one unit; `isBefore` where it is counted back from its anchor. */
export interface TypedDuration {
  readonly count: string;
  readonly unit: DurationUnit;
  readonly isBefore: boolean;
}

const PART_SECONDS: Readonly<Record<DurationUnit, number>> = { S: 1, M: 60, H: 3600, D: 86_400, W: 604_800 };

/** The parts of `PT15M` or `-PT1H30M`; undefined for what is no length of time. */
export function readTypedDuration(text: string): TypedDuration | undefined {
  const {
    sign = '',
    date = '',
    time = '',
  } = /^(?<sign>-?)P(?<date>(?:[^A-Z]*[WD])*)(?:T(?<time>(?:[^A-Z]*[HMS])+))?$/.exec(text)?.groups ?? {};
  const parts = [...`${date}${time}`.matchAll(/(?<count>[^A-Z]*)(?<unit>[WDHMS])/g)].map(({ groups }) => groups);
  const [only, ...more] = parts;
  const isBefore = sign !== '';
  if (only === undefined) return undefined;
  const unitOf = (part: typeof only): DurationUnit => DURATION_UNITS.find((unit) => unit === part?.['unit']) ?? 'M';
  if (more.length === 0) return { count: only['count'] ?? '', unit: unitOf(only), isBefore };
  // Several parts are told in the smallest of them.
  const smallest = unitOf(parts.at(-1) ?? only);
  const seconds = parts.reduce((sum, part) => sum + Number(part?.['count']) * PART_SECONDS[unitOf(part ?? only)], 0);
  return Number.isInteger(seconds)
    ? { count: String(seconds / PART_SECONDS[smallest]), unit: smallest, isBefore }
    : undefined;
}

export function writeTypedDuration({ count, unit, isBefore }: TypedDuration): string {
  const isTime = unit === 'S' || unit === 'M' || unit === 'H';
  return `${isBefore ? '-' : ''}P${isTime ? 'T' : ''}${count.trim()}${unit}`;
}

/** How an author writes a unit of the table. */
export function toTypedUnit(authored: string): string {
  const code = findUnit(authored);
  return code === undefined ? authored : toAuthoredUnit(code);
}
