import { z } from 'zod';
import { Coding, Decimal, Duration, Slug, SourceKey, Unit, Words } from './scalars';
import { Amount, AmountRange, Comparison, Time, TimeRange, evidence } from './values';
import { ACTIONS, ROUTES } from './vocabulary';
import { SENTENCES } from './sentences';

const common = {
  id: Slug,
  title: Words.optional(),
  strength: z.enum(['strong', 'conditional', 'good-practice']).optional(),
  direction: z.enum(['for', 'against']).optional(),
};

const codings = z.array(Coding).optional();
const Reference = z.string().regex(/^#[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/, SENTENCES['reference-form']);

export const Route = z.enum(ROUTES, { error: SENTENCES.route });
export type Route = z.infer<typeof Route>;

export const NarrativeBlock = z.strictObject({
  ...common,
  type: z.literal('narrative'),
  md: Words,
  mark: evidence.mark.optional(),
  sources: z.array(SourceKey).optional(),
  contested: Words.optional(),
});

/** Published numbers that are neither dose nor limit: frequencies, results, mean readings, strengths on the market. */
export const FiguresBlock = z.strictObject({
  ...common,
  type: z.literal('figures'),
  rows: z
    .array(
      z
        .strictObject({
          id: Slug,
          label: Words,
          amount: AmountRange.optional(),
          time: TimeRange.optional(),
          note: Words.optional(),
        })
        .refine((row) => (row.amount === undefined) !== (row.time === undefined), SENTENCES['row-one']),
    )
    .min(1, SENTENCES['rows-none']),
});

/** To what a computed amount is rounded, and which way. */
export const Step = z.strictObject({
  step: z.strictObject({ value: Decimal, unit: Unit }),
  mode: z.enum(['down', 'nearest']),
});
export type Step = z.infer<typeof Step>;

export const DoseBlock = z.strictObject({
  ...common,
  type: z.literal('dose'),
  drug: z.strictObject({ name: Words, tallMan: Words.optional(), codings }),
  route: Route,
  method: z.enum(['bolus', 'infusion', 'supervised-self']),
  basis: z.enum(['fixed', 'actual-weight', 'ideal-weight', 'adjusted-weight', 'surface-area', 'local']),
  population: Words.optional(),
  offLabel: z.boolean().optional(),
  amount: AmountRange,
  cap: Amount.optional(),
  weightRange: z.strictObject({ min: Amount, max: Amount }).optional(),
  /** How ideal weight is reckoned: of that sex, and `gain.mass` for `each` length above a height; adjusted weight adds `excess` of the rest. */
  weightFormula: z
    .strictObject({
      above: Amount,
      female: Amount,
      male: Amount,
      gain: z.strictObject({ mass: Amount, each: Amount }),
      excess: Amount.optional(),
    })
    .optional(),
  over: TimeRange.optional(),
  rate: AmountRange.optional(),
  preparation: z
    .strictObject({ concentration: Amount, diluent: Words.optional(), totalVolume: Amount.optional() })
    .optional(),
  rounding: z.strictObject({ amount: Step, volume: Step.optional(), rate: Step.optional() }).optional(),
  repeat: z
    .array(
      z.strictObject({
        label: Words.optional(),
        times: Decimal.optional(),
        per: Duration.optional(),
        interval: Duration.optional(),
        maxCount: Decimal.optional(),
        within: Duration.optional(),
        ...evidence,
      }),
    )
    .optional(),
  limits: z.array(z.strictObject({ amount: Amount, per: z.union([z.literal('session'), Duration]) })).optional(),
  adjustments: z
    .array(
      z.strictObject({
        when: Words,
        action: z.enum(['avoid', 'reduce', 'replace']),
        amount: Amount.optional(),
        ...evidence,
      }),
    )
    .optional(),
  /** Other published figures for the same use, shown beside ours. */
  reported: z.array(z.strictObject({ label: Words, amount: AmountRange, over: TimeRange.optional() })).optional(),
  /** Amounts of another use that must never be confused with this one. */
  contrast: z.array(z.strictObject({ label: Words, amount: AmountRange })).optional(),
  stop: z.array(Reference).optional(),
  calculator: z.enum(['off', 'on']),
  ...evidence,
});

const Threshold = z.strictObject({
  /** A name by which prose can repeat this limit. */
  id: Slug.optional(),
  when: Comparison,
  sustained: Duration.optional(),
  action: z.enum(ACTIONS, { error: SENTENCES.action }),
  text: Words,
  goTo: Reference.optional(),
  contested: Words.optional(),
});

const scheduled = { id: Slug.optional(), label: Words.optional(), parameters: z.array(Slug).optional(), ...evidence };

export const MonitoringBlock = z.strictObject({
  ...common,
  type: z.literal('monitoring'),
  anchor: z.string().regex(/^(session\.start|[a-z][a-z0-9-]*\.(start|end))$/, SENTENCES['anchor-form']),
  schedule: z
    .array(
      z.union(
        [
          z.strictObject({ at: z.array(Duration).min(1), ...scheduled }),
          z.strictObject({ every: Duration, from: Duration, until: Duration, ...scheduled }),
          z.strictObject({ continuous: z.literal(true), ...scheduled }),
          z.strictObject({ atLeast: Time, ...scheduled }),
        ],
        { error: SENTENCES['schedule-form'] },
      ),
    )
    .min(1, SENTENCES['schedule-none']),
  parameters: z
    .array(
      z.strictObject({
        id: Slug,
        name: Words,
        codings,
        unit: Unit.optional(),
        thresholds: z.array(Threshold).optional(),
      }),
    )
    .min(1, SENTENCES['parameters-none']),
});

export const ContraindicationBlock = z.strictObject({
  ...common,
  type: z.literal('contraindication'),
  level: z.enum(['absolute', 'relative', 'caution']),
  condition: Words,
  codings,
  criteria: z.array(Words).optional(),
  rationale: Words,
  action: Words,
  override: z.strictObject({ role: Words, record: Words }).optional(),
  ...evidence,
});

export const InteractionBlock = z.strictObject({
  ...common,
  type: z.literal('interaction'),
  with: z.strictObject({ name: Words, class: Words.optional(), codings }),
  severity: z.enum(['contraindicated', 'major', 'moderate', 'minor']),
  mechanism: Words,
  effect: Words,
  management: Words,
  separateBy: Time.optional(),
  ...evidence,
});

const Answer = z.strictObject({
  type: z.enum(['tick', 'yes-no', 'text', 'number', 'quantity', 'choice', 'time']),
  unit: Unit.optional(),
  min: Decimal.optional(),
  max: Decimal.optional(),
  options: z.array(Words).min(2).optional(),
});

export const ChecklistBlock = z.strictObject({
  ...common,
  type: z.literal('checklist'),
  phases: z
    .array(
      z.strictObject({
        id: Slug,
        title: Words,
        mode: z.enum(['read-do', 'do-confirm']),
        anchor: Words.optional(),
        items: z.array(
          z.strictObject({
            id: Slug,
            text: Words,
            role: Words.optional(),
            required: z.boolean(),
            /** A "no" here means: do not go on. */
            critical: z.boolean().optional(),
            answer: Answer,
            see: Reference.optional(),
            mark: evidence.mark.optional(),
            sources: z.array(SourceKey).optional(),
          }),
        ),
        signOff: z.array(z.strictObject({ role: Words })).optional(),
      }),
    )
    .min(1, SENTENCES['phases-none']),
});

export const AdverseResponseBlock = z.strictObject({
  ...common,
  type: z.literal('adverse-response'),
  trigger: Words,
  severity: z.enum(['emergency', 'serious', 'moderate']),
  steps: z
    .array(
      z.strictObject({
        id: Slug,
        text: Words,
        role: Words.optional(),
        within: Duration.optional(),
        dose: Reference.optional(),
        amount: AmountRange.optional(),
        call: Words.optional(),
        ...evidence,
      }),
    )
    .min(1, SENTENCES['steps-none']),
  afterCare: Words.optional(),
  record: z.array(Words).optional(),
});

export const GlossaryBlock = z.strictObject({
  ...common,
  type: z.literal('glossary'),
  terms: z
    .array(
      z.strictObject({
        term: Words,
        synonyms: z.array(Words),
        abbreviations: z.array(Words),
        definition: Words,
      }),
    )
    .min(1, SENTENCES['terms-none']),
});

export const Block = z.discriminatedUnion(
  'type',
  [
    NarrativeBlock,
    FiguresBlock,
    DoseBlock,
    MonitoringBlock,
    ContraindicationBlock,
    InteractionBlock,
    ChecklistBlock,
    AdverseResponseBlock,
    GlossaryBlock,
  ],
  { error: SENTENCES['block-type'] },
);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>;
