import type { BlockType } from '../schema/blocks';

/**
 * How an author writes a field that is not plain text: `amount` as `0.5 mg/kg (verified S16)`, `time` as `PT40M`,
 * `comparison` as `>= 161 mmHg`, `step` as `1 mg down`, `unit` as `mmHg`, `flag` as `true`; or a list or a record of such fields.
 */
export type Shape = 'amount' | 'time' | 'comparison' | 'step' | 'unit' | 'flag' | ListShape | RecordShape;

export interface ListShape {
  readonly list: Shape;
}

export interface RecordShape {
  readonly fields: Readonly<Record<string, Shape>>;
  /** `own`: the record says its own mark and sources. `default`: what it says only serves the values inside that say none. */
  readonly evidence?: 'own' | 'default';
  /** The field that `evidence` is written before; last when absent. */
  readonly evidenceBefore?: string;
}

const list = (each: Shape): ListShape => ({ list: each });
const record = (fields: Readonly<Record<string, Shape>>): RecordShape => ({ fields });
const own = (fields: Readonly<Record<string, Shape>>, evidenceBefore?: string): RecordShape => ({
  fields,
  evidence: 'own',
  ...(evidenceBefore === undefined ? {} : { evidenceBefore }),
});

const amounts = record({ min: 'amount', usual: 'amount', max: 'amount', choices: list('amount') });
const times = record({ min: 'time', usual: 'time', max: 'time' });

/** The one table by which blocks are compiled, written back and described to editors. */
export const BLOCK_SHAPES: Readonly<Record<BlockType, RecordShape>> = {
  narrative: own({}),
  figures: {
    fields: { rows: list(record({ amount: amounts, time: times })) },
    evidence: 'default',
    evidenceBefore: 'rows',
  },
  dose: own(
    {
      offLabel: 'flag',
      amount: amounts,
      cap: 'amount',
      weightRange: record({ min: 'amount', max: 'amount' }),
      weightFormula: record({
        above: 'amount',
        female: 'amount',
        male: 'amount',
        gain: record({ mass: 'amount', each: 'amount' }),
        excess: 'amount',
      }),
      over: times,
      rate: amounts,
      preparation: record({ concentration: 'amount', totalVolume: 'amount' }),
      rounding: record({ amount: 'step', volume: 'step', rate: 'step' }),
      repeat: list(own({})),
      limits: list(record({ amount: 'amount' })),
      adjustments: list(own({ amount: 'amount' })),
      reported: list(record({ amount: amounts, over: times })),
      contrast: list(record({ amount: amounts })),
    },
    'amount',
  ),
  monitoring: {
    fields: {
      schedule: list(own({ continuous: 'flag', atLeast: 'time' })),
      parameters: list(record({ unit: 'unit', thresholds: list(record({ when: 'comparison' })) })),
    },
    evidence: 'default',
    evidenceBefore: 'schedule',
  },
  contraindication: own({}),
  interaction: own({ separateBy: 'time' }),
  checklist: {
    fields: {
      phases: list(
        record({ items: list(own({ required: 'flag', critical: 'flag', answer: record({ unit: 'unit' }) })) }),
      ),
    },
    evidence: 'default',
    evidenceBefore: 'phases',
  },
  'adverse-response': {
    fields: { steps: list(own({ amount: amounts })) },
    evidence: 'default',
    evidenceBefore: 'steps',
  },
  glossary: record({}),
};

/** The shape of a block type an author named, or undefined when there is no such type. */
export function findBlockShape(type: string): RecordShape | undefined {
  const shapes: Readonly<Record<string, RecordShape>> = BLOCK_SHAPES;
  return Object.hasOwn(shapes, type) ? shapes[type] : undefined;
}
