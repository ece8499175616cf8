import { isDecimal } from '../schema/decimals';
import { type Said, say } from '../schema/sentences';
import { findUnit } from '../units/unit-table';

/** What a value says when it does not name its own evidence. */
export interface Evidence {
  readonly mark?: unknown;
  readonly sources?: unknown;
}

/** Reads one authored text; `report` takes what is wrong and the result is then left for the schema to refuse as well. */
type Report = (said: Said) => void;

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
    report(say('quantity-form', { text }));
    return undefined;
  }
  if (!isDecimal(value)) report(adviseDecimal(value));
  const code = findUnit(unit);
  if (code === undefined) report(toUnitSentence(unit));
  return isDecimal(value) && code !== undefined ? { value, unit: code } : undefined;
}

function adviseDecimal(value: string): Said {
  if (/^-?\d*\.\d*0$/.test(value)) return say('decimal-zero', { value });
  if (/^-?\.\d+$/.test(value)) return say('decimal-bare', { value, instead: `0${value.replace('-', '')}` });
  return say(value.includes(',') ? 'decimal-comma' : 'decimal-other', { value });
}

function toUnitSentence(unit: string): Said {
  const instead = UNIT_ADVICE[unit];
  return instead === undefined ? say('unit-unknown', { unit }) : say('unit-instead', { unit, instead });
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
    report(say('value-form', { text: input }));
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
    report(say('comparison-form', { text: input }));
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
    report(say('step-form', { text: input }));
    return undefined;
  }
  return { step: readQuantity(match.groups['quantity'] ?? '', report), mode: match.groups['mode'] };
}
