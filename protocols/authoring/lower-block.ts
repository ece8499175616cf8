import { type Evidence, readComparison, readEvidence, readStep, readValue } from './read-values';

/** Turns one authored field into its canonical form; `path` is within the block. */
type Lower = (input: unknown, path: string, context: Context) => unknown;

interface Context {
  readonly inherited: Evidence;
  readonly report: (path: string, message: string) => void;
}

const amount: Lower = (input, path, { inherited, report }) =>
  readValue(input, 'amount', inherited, (m) => report(path, m));
const time: Lower = (input, path, { inherited, report }) => readValue(input, 'time', inherited, (m) => report(path, m));
const comparison: Lower = (input, path, { inherited, report }) =>
  readComparison(input, inherited, (m) => report(path, m));
const step: Lower = (input, path, { report }) => readStep(input, (m) => report(path, m));
const flag: Lower = (input) => (input === 'true' ? true : input === 'false' ? false : input);

const list =
  (each: Lower): Lower =>
  (input, path, context) =>
    Array.isArray(input) ? input.map((item, index) => each(item, `${path}.${index}`, context)) : input;

/** An object whose named fields are lowered and whose other fields stay for the schema to judge. */
const fields =
  (known: Readonly<Record<string, Lower>>, evidenced = false): Lower =>
  (input, path, context) => {
    if (!isRecord(input)) return input;
    const { evidence, ...rest } = input;
    const own: Evidence = typeof evidence === 'string' ? readEvidence(evidence) : rest;
    const stands: Evidence = {
      mark: own.mark ?? context.inherited.mark,
      sources: own.sources ?? context.inherited.sources,
    };
    const inner = { ...context, inherited: stands };
    const lowered = Object.fromEntries(
      Object.entries(rest).map(([key, value]) => {
        const lower = Object.hasOwn(known, key) ? known[key] : undefined;
        return [key, lower === undefined ? value : lower(value, path === '' ? key : `${path}.${key}`, inner)];
      }),
    );
    return evidenced ? { ...lowered, ...definedOnly(stands) } : lowered;
  };

const amounts = fields({ min: amount, usual: amount, max: amount, choices: list(amount) });
const times = fields({ min: time, usual: time, max: time });

const BLOCKS: Readonly<Record<string, Lower>> = {
  narrative: fields({}, true),
  figures: fields({ rows: list(fields({ amount: amounts, time: times })) }),
  dose: fields(
    {
      offLabel: flag,
      amount: amounts,
      cap: amount,
      weightRange: fields({ min: amount, max: amount }),
      over: times,
      rate: amounts,
      preparation: fields({ concentration: amount, totalVolume: amount }),
      rounding: fields({ amount: step, volume: step, rate: step }),
      repeat: list(fields({}, true)),
      limits: list(fields({ amount })),
      adjustments: list(fields({ amount }, true)),
      reported: list(fields({ amount: amounts, over: times })),
      contrast: list(fields({ amount: amounts })),
    },
    true,
  ),
  monitoring: fields({
    schedule: list(fields({ continuous: flag, atLeast: time }, true)),
    parameters: list(fields({ thresholds: list(fields({ when: comparison })) })),
  }),
  contraindication: fields({}, true),
  interaction: fields({ separateBy: time }, true),
  checklist: fields({ phases: list(fields({ items: list(fields({ required: flag, critical: flag }, true)) })) }),
  'adverse-response': fields({ steps: list(fields({ amount: amounts }, true)) }),
  glossary: fields({}),
};

/** What the canonical form never holds at block level: there it only served as the default for the values inside. */
const DEFAULTS_ONLY = new Set(['figures', 'monitoring', 'checklist', 'adverse-response']);

/** Turns one authored block, all text, into its canonical shape; whether the shape is right is the schema's to say. */
export function lowerBlock(type: string, authored: unknown, report: (path: string, message: string) => void): unknown {
  const lower = Object.hasOwn(BLOCKS, type) ? BLOCKS[type] : undefined;
  if (lower === undefined || !isRecord(authored)) return isRecord(authored) ? { ...authored, type } : authored;
  const lowered = lower({ ...(type === 'dose' ? { calculator: 'off' } : {}), ...authored }, '', {
    inherited: {},
    report,
  });
  if (!isRecord(lowered)) return lowered;
  if (!DEFAULTS_ONLY.has(type)) return { ...lowered, type };
  const { mark: _mark, sources: _sources, ...rest } = lowered;
  return { ...rest, type };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function definedOnly(evidence: Evidence): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(evidence).filter(([key, value]) => (key === 'mark' || key === 'sources') && value !== undefined),
  );
}
