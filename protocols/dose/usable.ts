import { isSet } from '../schema/is-set';
import { type Result, fail, ok } from '../schema/result';
import type { Amount, SetAmount, Time } from '../schema/values';
import type { Mark } from '../schema/vocabulary';
import { type Dimension, dimensionOf } from '../units/unit-table';
import type { BlockField, InputName, RefusalReason } from './dose-answer';
import { type Measured, ZERO, durationOf, toFraction } from './exact';

export type Outcome<T> = Result<T, RefusalReason>;

/** Only what was read in the source itself, or worked out from that, may become a number a person gives. */
export function feedsCalculator(mark: Mark): boolean {
  return mark === 'verified' || mark === 'arithmetic';
}

/** A published amount fit to compute with, or why it is not. */
export function usableAmount(amount: Amount, field: BlockField): Outcome<SetAmount> {
  if (!isSet(amount) || !feedsCalculator(amount.mark)) return fail({ kind: 'not-verified', field, mark: amount.mark });
  return isPositive(amount) ? ok(amount) : fail({ kind: 'not-positive', input: field });
}

/** As `usableAmount`; `undefined` when the document has none, which is not the same as unusable. */
export function optionalAmount(amount: Amount | undefined, field: BlockField): Outcome<SetAmount | undefined> {
  return amount === undefined ? ok(undefined) : usableAmount(amount, field);
}

/** A published time as minutes, under the same rule. */
export function usableTime(time: Time | undefined, field: BlockField): Outcome<Measured | undefined> {
  if (time === undefined) return ok(undefined);
  if (!isSet(time) || !feedsCalculator(time.mark)) return fail({ kind: 'not-verified', field, mark: time.mark });
  const minutes = durationOf(time.duration);
  return minutes !== undefined && isPositive(minutes) ? ok(minutes) : fail({ kind: 'not-positive', input: field });
}

export function isPositive({ value }: Measured): boolean {
  return toFraction(value).gt(ZERO);
}

/** What a person entered, if it is there, measures the right thing and is more than nothing. */
export function enteredAmount(
  entered: Measured | undefined,
  input: InputName,
  dimensions: readonly Dimension[],
): Outcome<Measured> {
  if (entered === undefined) return fail({ kind: 'missing', input });
  if (!dimensions.includes(dimensionOf(entered.unit))) return fail({ kind: 'wrong-unit', input });
  return isPositive(entered) ? ok(entered) : fail({ kind: 'not-positive', input });
}
