import type { Said } from '../schema/sentences';
import { findUnit } from '../units/unit-table';
import { type RecordShape, type Shape, findBlockShape } from './authored-shape';
import { type Evidence, readComparison, readEvidence, readStep, readValue } from './read-values';

interface Context {
  readonly inherited: Evidence;
  readonly report: (path: string, said: Said) => void;
}

/** Turns one authored block, all text, into its canonical shape; whether the shape is right is the schema's to say. */
export function lowerBlock(type: string, authored: unknown, report: (path: string, said: Said) => void): unknown {
  const shape = findBlockShape(type);
  if (shape === undefined || !isRecord(authored)) return isRecord(authored) ? { ...authored, type } : authored;
  const filled = { ...(type === 'dose' ? { calculator: 'off' } : {}), ...authored };
  const lowered = lowerRecord(shape, filled, '', { inherited: {}, report });
  if (shape.evidence !== 'default') return { ...lowered, type };
  // The canonical form never holds it at block level: there it only served as the default for the values inside.
  const { mark: _mark, sources: _sources, ...rest } = lowered;
  return { ...rest, type };
}

/** Turns one authored field into its canonical form; `path` is within the block. */
function lower(shape: Shape, input: unknown, path: string, context: Context): unknown {
  const report = (said: Said): void => context.report(path, said);
  switch (shape) {
    case 'amount':
    case 'time':
      return readValue(input, shape, context.inherited, report);
    case 'comparison':
      return readComparison(input, context.inherited, report);
    case 'step':
      return readStep(input, report);
    case 'unit':
      return typeof input === 'string' ? (findUnit(input) ?? input) : input;
    case 'flag':
      return input === 'true' ? true : input === 'false' ? false : input;
    default:
      if ('list' in shape)
        return Array.isArray(input)
          ? input.map((item, index) => lower(shape.list, item, `${path}.${index}`, context))
          : input;
      return isRecord(input) ? lowerRecord(shape, input, path, context) : input;
  }
}

/** A record whose known fields are lowered and whose other fields stay for the schema to judge. */
function lowerRecord(
  shape: RecordShape,
  input: Record<string, unknown>,
  path: string,
  context: Context,
): Record<string, unknown> {
  const { evidence, ...rest } = input;
  const own: Evidence = typeof evidence === 'string' ? readEvidence(evidence) : rest;
  const stands: Evidence = {
    mark: own.mark ?? context.inherited.mark,
    sources: own.sources ?? context.inherited.sources,
  };
  const inner = { ...context, inherited: stands };
  const lowered = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      const known = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
      return [key, known === undefined ? value : lower(known, value, path === '' ? key : `${path}.${key}`, inner)];
    }),
  );
  return shape.evidence === 'own' ? { ...lowered, ...definedOnly(stands) } : lowered;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function definedOnly({ mark, sources }: Evidence): Record<string, unknown> {
  return { ...(mark === undefined ? {} : { mark }), ...(sources === undefined ? {} : { sources }) };
}
