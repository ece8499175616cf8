import type Fraction from 'fraction.js';
import { fail, ok } from '../schema/result';
import { toBase } from '../units/compare';
import type { Capped, CheckedLimit, DoseStep, HourlyAmounts, StepId } from './dose-answer';
import type { DosePlan } from './dose-plan';
import { type Measured, type Quantity, SIXTY, fromBase, inUnit, toExactText, toQuantity } from './exact';
import type { Outcome } from './usable';
import type { DosingWeight } from './weight';
import { type Factor, roundTo, times, toPart, toProduct, toRoundedStep, toShown } from './working';

/** One administration, rounded and held under its ceiling, with the working. */
export interface FoundDose {
  readonly dose: Measured;
  readonly capped: Capped | undefined;
  readonly lowest: Measured | undefined;
  readonly highest: Measured | undefined;
  readonly hourly: HourlyAmounts | undefined;
  readonly steps: readonly DoseStep[];
  readonly limits: readonly CheckedLimit[];
}

/** What multiplies the amount of a block into a dose: a weight, a time, both or neither. */
export interface Multipliers {
  readonly weight: DosingWeight | undefined;
  /** Only for an amount per time. */
  readonly over: Measured | undefined;
}

/** Multiplies the chosen amount out, rounds it once, and holds it against the block's highest amount and its ceiling. */
export function findDose(plan: DosePlan, amount: Measured, by: Multipliers): Outcome<FoundDose> {
  const unit = plan.roundAmount?.step.unit ?? amount.unit;
  const exact = multiply(amount, by, unit);
  const found = toRoundedStep('dose', toFormula(amount, by, exact), exact, plan.roundAmount);
  if (!found.ok) return found;
  const { max } = plan.offered;
  const check = max === undefined ? undefined : checkHighest(max, multiply(max, by, unit), found.value.rounded);
  if (check?.exceeded === true) return fail({ kind: 'above-limit', check: check.check });
  const held = holdUnderCeiling(plan, found.value.rounded);
  if (!held.ok) return held;
  const lowest = findEnd(plan, 'lowest', by, unit);
  const highest = findEnd(plan, 'highest', by, unit);
  const hourly = plan.perTime ? findHourly(plan, amount, by.weight) : undefined;
  const ends = [lowest, highest].filter((step) => step !== undefined);
  return ok({
    dose: held.value.dose,
    capped: held.value.capped,
    lowest: lowest?.rounded,
    highest: highest?.rounded,
    hourly: hourly?.amounts,
    steps: [
      ...(by.weight?.steps ?? []),
      ...(hourly === undefined ? [] : [hourly.step]),
      found.value.step,
      ...held.value.steps,
      ...ends,
    ],
    limits: [...(check === undefined ? [] : [check.check]), ...held.value.limits],
  });
}

/** An amount of the block as a whole dose, exact, in the unit it is rounded in. */
function multiply(amount: Measured, { weight, over }: Multipliers, unit: Measured['unit']): Quantity {
  const perDose = weight === undefined ? toBase(amount) : toBase(amount).mul(weight.kilograms);
  const whole = over === undefined ? perDose : perDose.mul(toBase(over)).div(SIXTY);
  return { value: fromBase(whole, unit), unit };
}

function toFormula(amount: Measured, { weight, over }: Multipliers, exact: Quantity): DoseStep['formula'] {
  const factors: Factor[] = [];
  if (weight !== undefined) factors.push(times({ value: weight.kilograms, unit: 'kg' }));
  if (over !== undefined) factors.push(times(toQuantity(over)));
  return toProduct(toQuantity(amount), factors, exact.value);
}

/** Rounding to the nearest step may carry a dose over the highest amount; checked after rounding, it is refused. */
function checkHighest(
  stated: Measured,
  limit: Quantity,
  dose: Measured,
): { readonly exceeded: boolean; readonly check: CheckedLimit } {
  const compared = inUnit(dose, limit.unit);
  return { exceeded: compared.gt(limit.value), check: toCheck('amount-max', stated, limit, compared) };
}

export function toCheck(
  id: CheckedLimit['id'],
  stated: Measured,
  limit: Quantity,
  compared: Fraction,
  per?: string,
): CheckedLimit {
  const shown = { limit: toExactText(limit.value), compared: toExactText(compared), unit: limit.unit };
  return { id, stated, ...shown, ...(per === undefined ? {} : { per }) };
}

interface HeldDose {
  readonly dose: Measured;
  readonly capped: Capped | undefined;
  readonly steps: readonly DoseStep[];
  readonly limits: readonly CheckedLimit[];
}

/**
 * A dose worked out from a weight or a time is brought down to the ceiling, and says so with both numbers. A fixed amount
 * above it is refused: between the amounts a label names there is none to come down to.
 */
function holdUnderCeiling({ ceiling, basis, perTime, roundAmount }: DosePlan, dose: Measured): Outcome<HeldDose> {
  if (ceiling === undefined) return ok({ dose, capped: undefined, steps: [], limits: [] });
  const limit: Quantity = { value: inUnit(ceiling.amount, dose.unit), unit: dose.unit };
  const compared = inUnit(dose, dose.unit);
  const check = toCheck(ceiling.by === 'clinic' ? 'clinic-maximum' : 'cap', ceiling.amount, limit, compared);
  if (compared.lte(limit.value)) return ok({ dose, capped: undefined, steps: [], limits: [check] });
  if (basis === 'fixed' && !perTime) return fail({ kind: 'above-limit', check });
  // A cap between two steps is kept by the step below it, never the nearest.
  const rounding = roundAmount === undefined ? undefined : { ...roundAmount, mode: 'down' as const };
  const capped = toRoundedStep('cap', [toPart(toQuantity(ceiling.amount))], limit, rounding);
  if (!capped.ok) return capped;
  const { step, rounded } = capped.value;
  return ok({
    dose: rounded,
    capped: { from: dose, to: rounded, by: ceiling.by },
    steps: [step],
    limits: [check],
  });
}

type EndStep = DoseStep & { readonly rounded: Measured };

/** What the block's lowest or highest amount comes to, by the same rule; the highest never above the ceiling. */
function findEnd(
  { offered, ceiling, roundAmount }: DosePlan,
  id: StepId & ('lowest' | 'highest'),
  by: Multipliers,
  unit: Measured['unit'],
): EndStep | undefined {
  const amount = id === 'lowest' ? (offered.min ?? offered.choices[0]) : (offered.max ?? offered.choices.at(-1));
  if (amount === undefined) return undefined;
  const exact = multiply(amount, by, unit);
  const limit = ceiling === undefined || id === 'lowest' ? undefined : inUnit(ceiling.amount, unit);
  const held = limit?.lt(exact.value) === true ? { value: limit, unit } : exact;
  // Rounded up, the highest amount would be one this calculator refuses.
  const rounding =
    roundAmount === undefined || id === 'lowest' ? roundAmount : { ...roundAmount, mode: 'down' as const };
  const shown = toShown(rounding === undefined ? held : roundTo(held, rounding));
  if (!shown.ok) return undefined;
  const formula = held === exact ? toFormula(amount, by, exact) : [toPart(held)];
  return {
    id,
    formula,
    exact: toExactText(held.value),
    unit,
    rounded: shown.value,
    ...(rounding === undefined ? {} : { rounding }),
  };
}

/** What an amount per time comes to each hour, and the lowest and highest of the block. */
function findHourly(
  { offered: { min, max } }: DosePlan,
  amount: Measured,
  weight: DosingWeight | undefined,
): { readonly step: DoseStep; readonly amounts: HourlyAmounts } {
  const each = (stated: Measured): Fraction =>
    weight === undefined ? toBase(stated) : toBase(stated).mul(weight.kilograms);
  const unit = 'mg/h';
  const exact: Quantity = { value: each(amount), unit };
  const amounts: HourlyAmounts = {
    chosen: toExactText(exact.value),
    ...(min === undefined ? {} : { lowest: toExactText(each(min)) }),
    ...(max === undefined ? {} : { highest: toExactText(each(max)) }),
    unit,
  };
  const formula = toFormula(amount, { weight, over: undefined }, exact);
  return { step: { id: 'hourly', formula, exact: amounts.chosen, unit }, amounts };
}
