import { z } from 'zod';
import { Decimal, Duration, SourceKey, Unit, Words } from './scalars';
import { MARKS, OPERATORS } from './vocabulary';

const KnownMark = z.enum(['verified', 'second-hand', 'recalled', 'arithmetic'], {
  error: 'must be marked verified, second-hand, recalled or arithmetic',
});

const Sources = z.array(SourceKey, { error: 'must list its sources' }).min(1, 'must name at least one source');

/** What stands behind a statement that holds no number of its own. */
export const evidence = {
  mark: z.enum(MARKS, { error: `must be marked ${MARKS.join(', ')}` }),
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
const DERIVATION = 'an arithmetic value, and only that, says how it was worked out';

/** A clinical amount with its source and mark, or the statement that each clinic sets it. */
export const Amount = z.union(
  [z.strictObject({ value: Decimal, unit: Unit, ...behindValue }).refine(hasDerivation, DERIVATION), Unset],
  { error: 'must be an amount with unit, sources and mark, or local' },
);
export type Amount = z.infer<typeof Amount>;
export type SetAmount = Extract<Amount, { value: string }>;

/** A clinical length of time with its source and mark, or the statement that each clinic sets it. */
export const Time = z.union(
  [z.strictObject({ duration: Duration, ...behindValue }).refine(hasDerivation, DERIVATION), Unset],
  { error: 'must be a duration with sources and mark, or local' },
);
export type Time = z.infer<typeof Time>;

export const AmountRange = z
  .strictObject({
    min: Amount.optional(),
    usual: Amount.optional(),
    max: Amount.optional(),
    /** Fixed steps to choose from, where amounts between them do not exist. */
    choices: z.array(Amount).min(2, 'must offer at least two choices').optional(),
  })
  .refine((range) => Object.keys(range).length > 0, 'must hold at least one amount');
export type AmountRange = z.infer<typeof AmountRange>;

export const TimeRange = z
  .strictObject({ min: Time.optional(), usual: Time.optional(), max: Time.optional() })
  .refine((range) => Object.keys(range).length > 0, 'must hold at least one duration');
export type TimeRange = z.infer<typeof TimeRange>;

/** A limit on a reading: `>= 180 mm[Hg]`, `>= 45 mm[Hg] above baseline`, or a limit the clinic sets. */
export const Comparison = z.strictObject({
  op: z.enum(OPERATORS, { error: `must start with ${OPERATORS.join(' ')}` }),
  amount: Amount,
  relativeTo: z.literal('baseline').optional(),
});
export type Comparison = z.infer<typeof Comparison>;
