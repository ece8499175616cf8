import { isDecimal } from '../schema/decimals';
import { findUnit } from '../units/unit-table';

/** What a value says when it does not name its own evidence. */
export interface Evidence {
  readonly mark?: unknown;
  readonly sources?: unknown;
}

/** Reads one authored text; `report` takes what is wrong and the result is then left for the schema to refuse as well. */
type Report = (message: string) => void;

const UNIT_ADVICE: Readonly<Record<string, string>> = {
  cc: 'mL',
  µg: 'mcg',
  μg: 'mcg',
  U: 'units',
  IU: 'units',
  ml: 'mL',
  hr: 'h',
  hrs: 'h',
};

/** `0.5 mg/kg` to its decimal and UCUM unit. */
export function readQuantity(text: string, report: Report): { value: string; unit: string } | undefined {
  const [value = '', unit, ...rest] = text.split(' ');
  if (unit === undefined || rest.length > 0) {
    report(`"${text}" must be a number, one space and a unit, such as 0.5 mg/kg`);
    return undefined;
  }
  if (!isDecimal(value)) report(`"${value}" is not a plain decimal; write ${adviseDecimal(value)}`);
  const code = findUnit(unit);
  if (code === undefined)
    report(`"${unit}" is not a unit of the table${UNIT_ADVICE[unit] ? `; write ${UNIT_ADVICE[unit]}` : ''}`);
  return isDecimal(value) && code !== undefined ? { value, unit: code } : undefined;
}

function adviseDecimal(value: string): string {
  if (/^-?\d*\.\d*0$/.test(value)) return 'it without the trailing zero';
  if (/^-?\.\d+$/.test(value)) return `0${value.replace('-', '')}, with the leading zero`;
  if (value.includes(',')) return 'it without the comma';
  return 'it with digits and at most one point, such as 0.5';
}

/** `verified S16 S19` to a mark and its sources. */
export function readEvidence(text: string): { mark: string; sources: string[] } {
  const [mark = '', ...sources] = text.trim().split(/\s+/);
  return { mark, sources };
}

const VALUE = /^(?<what>[^()]+?)(?: \((?<behind>.*)\))?$/s;

/** `0.5 mg/kg (verified S16)`, `PT40M (verified S16)`, `35 mg (arithmetic S16; 70 kg × 0.5 mg/kg)`, `local (what to know)`. */
export function readValue(input: unknown, kind: 'amount' | 'time', inherited: Evidence, report: Report): unknown {
  if (isContested(input)) {
    const { value, ...own } = input;
    const read = readValue(value, kind, inherited, report);
    return isHeld(read) ? { ...read, ...own } : read;
  }
  if (typeof input !== 'string') return input;
  const { what = '', behind } = VALUE.exec(input.trim())?.groups ?? {};
  if (what === '') {
    report(`"${input}" must be a value, with its mark and sources in brackets after it`);
    return undefined;
  }
  if (what === 'local') return behind === undefined ? { mark: 'local' } : { mark: 'local', text: behind };
  const [evidenceText, ...derivation] = behind?.split('; ') ?? [];
  const evidence =
    evidenceText === undefined ? { mark: inherited.mark, sources: inherited.sources } : readEvidence(evidenceText);
  const held = kind === 'time' ? { duration: what } : readQuantity(what, report);
  if (held === undefined) return undefined;
  return { ...held, ...evidence, ...(derivation.length > 0 ? { derivation: derivation.join('; ') } : {}) };
}

const COMPARISON = /^(?<op><=|>=|<|>|=) (?<what>[^()]+?)(?<baseline> above baseline)?(?<behind> \(.*\))?$/s;

/** `>= 45 mmHg above baseline (second-hand S92)`, `> local (reference points)`. */
export function readComparison(input: unknown, inherited: Evidence, report: Report): unknown {
  if (isContested(input)) {
    const { value, ...own } = input;
    const read = readComparison(value, inherited, report);
    if (!isHeld(read) || !('amount' in read) || !isHeld(read.amount)) return read;
    return { ...read, amount: { ...read.amount, ...own } };
  }
  if (typeof input !== 'string') return input;
  const { op, what = '', baseline, behind = '' } = COMPARISON.exec(input.trim())?.groups ?? {};
  if (op === undefined) {
    report(`"${input}" must start with <, <=, =, >= or > and a space, such as >= 180 mmHg`);
    return undefined;
  }
  const amount = readValue(what + behind, 'amount', inherited, report);
  return { op, amount, ...(baseline === undefined ? {} : { relativeTo: 'baseline' }) };
}

/** A value written as a record, because there is something to say against it: `{ value: 1 mg/kg, contested: … }`. */
function isContested(input: unknown): input is { readonly value: string } {
  return isHeld(input) && 'value' in input && typeof input.value === 'string';
}

function isHeld(read: unknown): read is object {
  return typeof read === 'object' && read !== null;
}

/** `1 mg down` to a rounding step. */
export function readStep(input: unknown, report: Report): unknown {
  if (typeof input !== 'string') return input;
  const match = /^(?<quantity>\S+ \S+) (?<mode>\S+)$/.exec(input);
  if (match?.groups === undefined) {
    report(`"${input}" must be a step and a direction, such as 1 mg down`);
    return undefined;
  }
  return { step: readQuantity(match.groups['quantity'] ?? '', report), mode: match.groups['mode'] };
}
