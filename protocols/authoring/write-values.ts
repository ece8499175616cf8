import type { Step } from '../schema/blocks';
import type { Amount, Comparison, Time } from '../schema/values';
import { toAuthoredUnit } from '../units/unit-table';

/** What stands behind a value, both parts named: what an author writes as `verified S16 S19`. */
export interface FullEvidence {
  readonly mark: string;
  readonly sources: readonly string[];
}

export function isSameEvidence(a: FullEvidence | undefined, b: FullEvidence | undefined): boolean {
  return a?.mark === b?.mark && a?.sources.join(' ') === b?.sources.join(' ');
}

/** `verified S16 S19` */
export function writeEvidence({ mark, sources }: FullEvidence): string {
  return [mark, ...sources].join(' ');
}

/** The authored text of a value: the inverse of `readValue`. Evidence the value inherits anyway is left out. */
export function writeValue(value: Amount | Time, inherited: FullEvidence | undefined): unknown {
  return withContest(value, writeHeld(value) + writeBehind(value, inherited));
}

/** `>= 45 mmHg above baseline (second-hand S92)`: the inverse of `readComparison`. */
export function writeComparison({ op, amount, relativeTo }: Comparison, inherited: FullEvidence | undefined): unknown {
  const baseline = relativeTo === undefined ? '' : ' above baseline';
  return withContest(amount, `${op} ${writeHeld(amount)}${baseline}${writeBehind(amount, inherited)}`);
}

/** `1 mg down`: the inverse of `readStep`. */
export function writeStep({ step, mode }: Step): string {
  return `${step.value} ${toAuthoredUnit(step.unit)} ${mode}`;
}

function writeHeld(value: Amount | Time): string {
  if (value.mark === 'local') return 'local';
  return 'duration' in value ? value.duration : `${value.value} ${toAuthoredUnit(value.unit)}`;
}

function writeBehind(value: Amount | Time, inherited: FullEvidence | undefined): string {
  if (value.mark === 'local') return value.text === undefined ? '' : ` (${value.text})`;
  if (value.derivation !== undefined) return ` (${writeEvidence(value)}; ${value.derivation})`;
  return isSameEvidence(value, inherited) ? '' : ` (${writeEvidence(value)})`;
}

function withContest(value: Amount | Time, text: string): unknown {
  return value.mark === 'local' || value.contested === undefined ? text : { value: text, contested: value.contested };
}
