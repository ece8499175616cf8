import type Fraction from 'fraction.js';
import { fail, ok } from '../schema/result';
import type { SetAmount } from '../schema/values';
import { toBase } from '../units/compare';
import { dimensionOf } from '../units/unit-table';
import type { CheckedLimit } from './dose-answer';
import type { DosePlan } from './dose-plan';
import { type Measured, SIXTY, fromBase } from './exact';
import { toCheck } from './find-dose';
import type { Outcome } from './usable';

/** How an infusion runs once its rate is rounded. */
export interface Speed {
  /** The share of the whole that runs in each hour: one hour's rate over all that is made up. */
  readonly sharePerHour: Fraction;
  readonly dose: Measured;
  readonly madeUp: Measured;
  readonly kilograms: Fraction | undefined;
}

/** Holds a rounded rate against the block's rates and its shortest time, whatever they are measured in. */
export function checkSpeed(
  { rate }: DosePlan,
  speed: Speed,
  shortest: Measured | undefined,
): Outcome<readonly CheckedLimit[]> {
  const checks: CheckedLimit[] = [];
  for (const [id, stated] of [['rate-max', rate.max] as const, ['rate-min', rate.min] as const]) {
    if (stated === undefined) continue;
    const compared = speedIn(stated, speed);
    if (compared === undefined) return fail({ kind: 'basis-unsupported' });
    const limit = { value: fromBase(toBase(stated), stated.unit), unit: stated.unit };
    const check = toCheck(id, stated, limit, compared);
    if (id === 'rate-max' && compared.gt(limit.value)) return fail({ kind: 'above-limit', check });
    if (id === 'rate-min' && compared.lt(limit.value)) return fail({ kind: 'below-limit', check });
    checks.push(check);
  }
  if (shortest === undefined) return ok(checks);
  const minutes = speed.sharePerHour.inverse().mul(SIXTY);
  const limit = { value: toBase(shortest), unit: 'min' as const };
  const check = toCheck('over-min', shortest, limit, minutes);
  return minutes.lt(limit.value) ? fail({ kind: 'below-limit', check }) : ok([...checks, check]);
}

/** The speed in the unit a limit is written in; undefined where the two do not measure the same, or no weight is known. */
function speedIn({ unit }: SetAmount, { sharePerHour, dose, madeUp, kilograms }: Speed): Fraction | undefined {
  const dimension = dimensionOf(unit);
  if (dimension === 'volume per time') return fromBase(toBase(madeUp).mul(sharePerHour), unit);
  if (dimensionOf(dose.unit) !== 'mass') return undefined;
  const perHour = toBase(dose).mul(sharePerHour);
  if (dimension === 'mass per time') return fromBase(perHour, unit);
  return kilograms === undefined ? undefined : fromBase(perHour.div(kilograms), unit);
}
