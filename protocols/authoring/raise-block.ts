import { type Block, Step } from '../schema/blocks';
import { Unit } from '../schema/scalars';
import { Amount, Comparison, Time } from '../schema/values';
import { toAuthoredUnit } from '../units/unit-table';
import { BLOCK_SHAPES, type RecordShape, type Shape } from './authored-shape';
import { isRecord } from './lower-block';
import {
  type FullEvidence,
  isSameEvidence,
  writeComparison,
  writeEvidence,
  writeStep,
  writeValue,
} from './write-values';

/** One canonical block as its author would write it, all text: the inverse of `lowerBlock`. */
export function raiseBlock(block: Block): Record<string, unknown> {
  const shape = BLOCK_SHAPES[block.type];
  const { type, ...fields } = block;
  const authored = raiseRecord(shape, fields, shape.evidence === 'default' ? findDefault(shape, fields) : undefined);
  // A calculator is off unless an author turns it on.
  if (type === 'dose' && authored['calculator'] === 'off') delete authored['calculator'];
  return authored;
}

function raise(shape: Shape, value: unknown, inherited: FullEvidence | undefined): unknown {
  switch (shape) {
    case 'amount':
      return writeValue(Amount.parse(value), inherited);
    case 'time':
      return writeValue(Time.parse(value), inherited);
    case 'comparison':
      return writeComparison(Comparison.parse(value), inherited);
    case 'step':
      return writeStep(Step.parse(value));
    case 'unit':
      return toAuthoredUnit(Unit.parse(value));
    case 'flag':
      return String(value);
    default:
      if ('list' in shape) return toList(value).map((item) => raise(shape.list, item, inherited));
      return isRecord(value) ? raiseRecord(shape, value, inherited) : value;
  }
}

function raiseRecord(
  shape: RecordShape,
  value: Record<string, unknown>,
  inherited: FullEvidence | undefined,
): Record<string, unknown> {
  const { mark, sources, ...rest } = value;
  const said = shape.evidence === 'own' ? evidenceOf(value) : undefined;
  const stands = said ?? inherited;
  const authored = Object.entries(rest)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]): [string, unknown] => {
      const known = shape.fields[key];
      return [key, known === undefined ? field : raise(known, field, stands)];
    });
  return Object.fromEntries(withEvidence(authored, shape, sayEvidence(shape, { mark, sources }, said, inherited)));
}

/** The fields that say the evidence of a record: none where it inherits just that. */
function sayEvidence(
  shape: RecordShape,
  { mark, sources }: { mark: unknown; sources: unknown },
  said: FullEvidence | undefined,
  inherited: FullEvidence | undefined,
): [string, unknown][] {
  if (shape.evidence === 'default') return inherited === undefined ? [] : [['evidence', writeEvidence(inherited)]];
  if (said !== undefined) return isSameEvidence(said, inherited) ? [] : [['evidence', writeEvidence(said)]];
  // One of the two may stand alone where both are optional.
  return Object.entries({ mark, sources }).filter(([, field]) => field !== undefined);
}

function withEvidence(fields: [string, unknown][], shape: RecordShape, said: [string, unknown][]): [string, unknown][] {
  const at = fields.findIndex(([key]) => key === shape.evidenceBefore);
  return at < 0 ? [...fields, ...said] : fields.toSpliced(at, 0, ...said);
}

function evidenceOf(value: unknown): FullEvidence | undefined {
  if (!isRecord(value)) return undefined;
  const { mark, sources } = value;
  return typeof mark === 'string' && mark !== '' && Array.isArray(sources) ? { mark, sources } : undefined;
}

/**
 * The evidence most values inside a block share, to be said once for all of them; none when a value says nothing, since it
 * would then seem to say this too.
 */
function findDefault(shape: RecordShape, fields: Record<string, unknown>): FullEvidence | undefined {
  const counts = new Map<string, { evidence: FullEvidence; count: number }>();
  for (const evidence of listEvidence(shape.fields, fields)) {
    if (evidence === undefined) return undefined;
    const key = writeEvidence(evidence);
    counts.set(key, { evidence, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [first] = [...counts.values()].toSorted((a, b) => b.count - a.count);
  return first !== undefined && first.count > 1 ? first.evidence : undefined;
}

/** What each place that would inherit says of its own. */
function* listEvidence(
  known: RecordShape['fields'],
  fields: Record<string, unknown>,
): Generator<FullEvidence | undefined> {
  for (const [key, shape] of Object.entries(known)) {
    if (fields[key] !== undefined) yield* listEvidenceOf(shape, fields[key]);
  }
}

function* listEvidenceOf(shape: Shape, value: unknown): Generator<FullEvidence | undefined> {
  if (shape === 'step' || shape === 'unit' || shape === 'flag') return;
  if (shape === 'comparison') yield* listEvidenceOf('amount', isRecord(value) ? value['amount'] : undefined);
  else if (typeof shape === 'string') {
    const said = evidenceOf(value);
    if (said !== undefined) yield said; // a value the clinic sets inherits nothing
  } else if ('list' in shape) for (const item of toList(value)) yield* listEvidenceOf(shape.list, item);
  else if (shape.evidence === 'own') yield evidenceOf(value);
  else if (isRecord(value)) yield* listEvidence(shape.fields, value);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
