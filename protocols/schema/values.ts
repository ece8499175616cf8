import { z } from 'zod';
import { Decimal, Duration, SourceKey, Unit, Words } from './scalars';
import { MARKS, OPERATORS } from './vocabulary';
import { SENTENCES } from './sentences';

const KnownMark = z.enum(['verified', 'second-hand', 'recalled', 'arithmetic'], {
  error: SENTENCES['mark-known'],
});

const Sources = z.array(SourceKey, { error: SENTENCES['sources-list'] }).min(1, SENTENCES['sources-none']);

/** What stands behind a statement that holds no number of its own. */
export const evidence = {
  mark: z.enum(MARKS, { error: SENTENCES['mark-any'] }),
  sources: Sources,
  /** What other sources say instead, in words. */
  contested: Words.optional(),
};

const Unset = z.strictObject({
  mark: z.literal('local'),
  /** What to know before setting it: published reference points, in words. */
  text: Words.optional(),
});

const behindValue = {
  mark: KnownMark,
  sources: Sources,
  /** For `arithmetic`: the sum that gives this value, so that a reader can redo it. */
  derivation: Words.optional(),
  contested: Words.optional(),
};

const hasDerivation = (value: { mark: string; derivation?: string | undefined }): boolean =>
  (value.mark === 'arithmetic') === (value.derivation !== undefined);
const DERIVATION = SENTENCES.derivation;

/** A clinical amount with its source and mark, or the statement that each clinic sets it. */
export const Amount = z.union(
  [z.strictObject({ value: Decimal, unit: Unit, ...behindValue }).refine(hasDerivation, DERIVATION), Unset],
  { error: SENTENCES['amount-form'] },
);
export type Amount = z.infer<typeof Amount>;
export type SetAmount = Extract<Amount, { value: string }>;

/** A clinical length of time with its source and mark, or the statement that each clinic sets it. */
export const Time = z.union(
  [z.strictObject({ duration: Duration, ...behindValue }).refine(hasDerivation, DERIVATION), Unset],
  { error: SENTENCES['time-form'] },
);
export type Time = z.infer<typeof Time>;

export const AmountRange = z
  .strictObject({
    min: Amount.optional(),
    usual: Amount.optional(),
    max: Amount.optional(),
    /** Fixed steps to choose from, where amounts between them do not exist. */
    choices: z.array(Amount).min(2, SENTENCES['choices-two']).optional(),
  })
  .refine((range) => Object.keys(range).length > 0, SENTENCES['amount-none']);
export type AmountRange = z.infer<typeof AmountRange>;

export const TimeRange = z
  .strictObject({ min: Time.optional(), usual: Time.optional(), max: Time.optional() })
  .refine((range) => Object.keys(range).length > 0, SENTENCES['time-none']);
export type TimeRange = z.infer<typeof TimeRange>;

/** A limit on a reading: `>= 180 mm[Hg]`, `>= 45 mm[Hg] above baseline`, or a limit the clinic sets. */
export const Comparison = z.strictObject({
  op: z.enum(OPERATORS, { error: SENTENCES.operator }),
  amount: Amount,
  relativeTo: z.literal('baseline').optional(),
});
export type Comparison = z.infer<typeof Comparison>;
