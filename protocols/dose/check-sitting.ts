import type Fraction from 'fraction.js';
import type { Protocol } from '../schema/protocol';
import { fail, ok } from '../schema/result';
import { walkBlocks } from '../schema/walk-blocks';
import { compareAmounts, toBase } from '../units/compare';
import { type UnitCode, dimensionOf } from '../units/unit-table';
import type { CheckedLimit, DoseStep, DoseWarning, FormulaPart, LimitId } from './dose-answer';
import type { DosePlan, PlannedLimit } from './dose-plan';
import type { DoseBlock, GivenDose } from './dose-request';
import { type Measured, type Quantity, ZERO, durationOf, fromBase, inUnit, toExactText, toQuantity } from './exact';
import { toCheck } from './find-dose';
import { type Outcome, enteredAmount } from './usable';
import { toPart, toShown } from './working';

/** What this dose makes of the sitting. */
export interface SittingTotal {
  readonly total: Measured;
  readonly steps: readonly DoseStep[];
  readonly limits: readonly CheckedLimit[];
  readonly warnings: readonly DoseWarning[];
}

/** Every earlier dose must be one this protocol gives, of the same drug, measured as this dose is, with a known time or none. */
export function checkGiven(
  protocol: Protocol,
  { drug }: DoseBlock,
  given: readonly GivenDose[],
  dose: Measured,
): Outcome<readonly GivenDose[]> {
  for (const { blockId, amount, since } of given) {
    if (findDoseBlock(protocol, blockId)?.drug.name !== drug.name) return fail({ kind: 'other-drug', blockId });
    const entered = enteredAmount(amount, 'given', [dimensionOf(dose.unit)]);
    if (!entered.ok) return entered;
    if (since !== undefined && dimensionOf(since.unit) !== 'time') return fail({ kind: 'wrong-unit', input: 'since' });
    if (since !== undefined && toBase(since).lt(ZERO)) return fail({ kind: 'not-positive', input: 'since' });
  }
  return ok(given);
}

export function findDoseBlock(protocol: Protocol, blockId: string): DoseBlock | undefined {
  for (const { block } of walkBlocks(protocol)) if (block.id === blockId && block.type === 'dose') return block;
  return undefined;
}

/** Adds this dose to the earlier ones and holds the sum against each limit. `most` is the dose, or what is drawn up if that is more. */
export function checkTotals(
  plan: DosePlan,
  given: readonly GivenDose[],
  dose: Measured,
  most: Quantity,
  kilograms: Fraction | undefined,
): Outcome<SittingTotal> {
  const unit = dose.unit;
  const checks: CheckedLimit[] = [];
  const warnings: DoseWarning[] = [];
  for (const { amount, per, by } of plan.limits) {
    const limit = wholeLimit(amount, kilograms, unit);
    if (limit === undefined) return fail({ kind: 'basis-unsupported' });
    const counted = given.filter((each) => countsWithin(each, per));
    const compared = addUp(counted, unit).add(most.value);
    const check = toCheck(toLimitId(per, by), amount, limit, compared, per);
    if (compared.gt(limit.value)) return fail({ kind: 'above-limit', check });
    checks.push(check);
    if (per !== 'session') warnings.push({ kind: 'sitting-only', per });
  }
  const total = { value: addUp(given, unit).add(toQuantity(dose).value), unit };
  const parts = [...given.map(({ amount }) => amount), dose].map((each) => toPart({ value: inUnit(each, unit), unit }));
  const formula = parts.flatMap((part, index): FormulaPart[] =>
    index === 0 ? [part] : [{ kind: 'sign', sign: 'plus' }, part],
  );
  const step: DoseStep = { id: 'total', formula, exact: toExactText(total.value), unit };
  const shown = toShown(total);
  if (!shown.ok) return shown;
  return ok({ total: shown.value, steps: given.length === 0 ? [] : [step], limits: checks, warnings });
}

function toLimitId(per: string, by: PlannedLimit['by']): LimitId {
  if (by === 'clinic') return 'clinic-session';
  return per === 'session' ? 'session' : 'period';
}

function addUp(given: readonly GivenDose[], unit: UnitCode): Fraction {
  return given.reduce((total, { amount }) => total.add(inUnit(amount, unit)), ZERO);
}

/** A dose counts against a period unless it is known to be older than that. */
export function countsWithin({ since }: GivenDose, per: string): boolean {
  const period = per === 'session' ? undefined : durationOf(per);
  return since === undefined || period === undefined || (compareAmounts(since, period) ?? 0) <= 0;
}

/** A limit in the dose's unit; undefined where it is per kilogram and no weight is known. */
function wholeLimit(amount: Measured, kilograms: Fraction | undefined, unit: UnitCode): Quantity | undefined {
  if (dimensionOf(amount.unit) === dimensionOf(unit)) return { value: inUnit(amount, unit), unit };
  if (dimensionOf(amount.unit) !== 'mass per body mass' || kilograms === undefined) return undefined;
  return { value: fromBase(toBase(amount).mul(kilograms), unit), unit };
}
