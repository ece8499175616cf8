import type Fraction from 'fraction.js';
import { fail, ok } from '../schema/result';
import { compareAmounts, toBase } from '../units/compare';
import { dimensionOf } from '../units/unit-table';
import { checkSpeed } from './check-speed';
import type { CheckedLimit, DoseStep } from './dose-answer';
import type { DosePlan } from './dose-plan';
import type { DoseInputs } from './dose-request';
import { type Measured, type Quantity, SIXTY, fromBase, fromExactText, inUnit, toExactText, toQuantity } from './exact';
import { isGivenAsDrawn } from './solution-plan';
import { type Outcome, enteredAmount } from './usable';
import { dividedBy, times, toPart, toProduct, toRoundedStep } from './working';

/** What is drawn up, with the working; `holds` is the amount in it, which rounding may have moved off the dose. */
export interface DrawnUp {
  readonly vial: Measured;
  readonly volume: Measured;
  readonly holds: Quantity;
  readonly steps: readonly DoseStep[];
}

/** The volume that holds a dose; undefined where none is drawn up. Refused when the drawn amount would pass a limit. */
export function drawUp(
  { solution }: DosePlan,
  { vial }: DoseInputs,
  dose: Measured,
  limits: readonly CheckedLimit[],
): Outcome<DrawnUp | undefined> {
  if (solution.vial === 'none') return ok(undefined);
  const { stock, roundVolume } = solution;
  const strength = vial ?? (stock?.by === 'clinic' ? stock.amount : undefined);
  if (strength === undefined && solution.vial === 'welcome') return ok(undefined);
  const entered = enteredAmount(strength, 'vial', ['mass per volume']);
  if (!entered.ok) return entered;
  if (stock !== undefined && compareAmounts(entered.value, stock.amount) !== 0)
    return fail({ kind: 'vial-differs', given: entered.value, stated: stock.amount, by: stock.by });
  if (roundVolume === undefined) return fail({ kind: 'not-set', setting: 'roundVolume' });
  const volume = roundVolume.step.unit;
  const exact: Quantity = { value: fromBase(toBase(dose).div(toBase(entered.value)), volume), unit: volume };
  const formula = toProduct(toQuantity(dose), [dividedBy(toQuantity(entered.value))], exact.value);
  const found = toRoundedStep('volume', formula, exact, roundVolume);
  if (!found.ok) return found;
  const { step, rounded } = found.value;
  const holds = { value: fromBase(toBase(rounded).mul(toBase(entered.value)), dose.unit), unit: dose.unit };
  const passed = limits.find(({ limit }) => holds.value.gt(fromExactText(limit)));
  if (passed !== undefined)
    return fail({ kind: 'above-limit', check: { ...passed, compared: toExactText(holds.value) } });
  return ok({
    vial: entered.value,
    volume: rounded,
    holds,
    steps: [step, ...toDrawnStep(rounded, entered.value, holds, dose)],
  });
}

/** Said only where rounding the volume moved the amount. */
function toDrawnStep(volume: Measured, vial: Measured, holds: Quantity, dose: Measured): DoseStep[] {
  if (holds.value.equals(inUnit(dose, holds.unit))) return [];
  const formula = toProduct(toQuantity(volume), [times(toQuantity(vial))], holds.value);
  return [{ id: 'drawn', formula, exact: toExactText(holds.value), unit: holds.unit }];
}

/** The volume an infusion is made up to, and the rate it runs at. */
export interface Infused {
  readonly madeUp: Measured;
  readonly rate: Measured;
  readonly steps: readonly DoseStep[];
  readonly limits: readonly CheckedLimit[];
}

/** Makes an infusion up and sets its rate; the rate is checked after it was rounded. */
export function findInfusion(
  plan: DosePlan,
  inputs: DoseInputs,
  dose: Measured,
  drawn: Measured | undefined,
  { over, kilograms, shortest }: { over: Measured; kilograms: Fraction | undefined; shortest: Measured | undefined },
): Outcome<Infused> {
  const { roundRate } = plan.solution;
  if (roundRate === undefined) return fail({ kind: 'not-set', setting: 'roundRate' });
  const made = makeUp(plan, inputs, dose, drawn);
  if (!made.ok) return made;
  const { madeUp } = made.value;
  const unit = roundRate.step.unit;
  const byVolume = dimensionOf(unit) === 'volume per time';
  if (!byVolume && dimensionOf(dose.unit) !== 'mass') return fail({ kind: 'basis-unsupported' });
  const run = byVolume ? madeUp : dose;
  // Rates count hours, times count minutes.
  const hourly = (amount: Measured): Fraction => toBase(amount).div(toBase(over)).mul(SIXTY);
  const exact: Quantity = { value: fromBase(hourly(run), unit), unit };
  const formula = toProduct(toQuantity(run), [dividedBy(toQuantity(over))], exact.value);
  const found = toRoundedStep('rate', formula, exact, roundRate);
  if (!found.ok) return found;
  const { step, rounded } = found.value;
  const sharePerHour = toBase(rounded).div(toBase(run));
  const limits = checkSpeed(plan, { sharePerHour, dose, madeUp, kilograms }, shortest);
  if (!limits.ok) return limits;
  return ok({ madeUp, rate: rounded, steps: [...made.value.steps, step], limits: limits.value });
}

function makeUp(
  { solution, block }: DosePlan,
  inputs: DoseInputs,
  dose: Measured,
  drawn: Measured | undefined,
): Outcome<{ readonly madeUp: Measured; readonly steps: readonly DoseStep[] }> {
  const { madeUp: stated, strength, roundVolume } = solution;
  if (stated === undefined && strength !== undefined && roundVolume !== undefined) {
    const unit = roundVolume.step.unit;
    const exact: Quantity = { value: fromBase(toBase(dose).div(toBase(strength)), unit), unit };
    const formula = toProduct(toQuantity(dose), [dividedBy(toQuantity(strength))], exact.value);
    const found = toRoundedStep('made-up', formula, exact, roundVolume);
    if (!found.ok) return found;
    return fitting({ madeUp: found.value.rounded, steps: [found.value.step] }, drawn);
  }
  if (stated === undefined && drawn !== undefined && isGivenAsDrawn(block)) return ok({ madeUp: drawn, steps: [] });
  const wanted = inputs.madeUp ?? stated?.amount;
  const entered = enteredAmount(wanted, 'madeUp', ['volume']);
  if (!entered.ok) return entered;
  if (stated !== undefined && compareAmounts(entered.value, stated.amount) !== 0) {
    const range = { by: 'block' as const, choices: [stated.amount] };
    return fail({ kind: 'outside-range', input: 'madeUp', given: entered.value, range });
  }
  const exact = toQuantity(entered.value);
  const step: DoseStep = { id: 'made-up', formula: [toPart(exact)], exact: toExactText(exact.value), unit: exact.unit };
  return fitting({ madeUp: entered.value, steps: [step] }, drawn);
}

function fitting<T extends { readonly madeUp: Measured }>(made: T, drawn: Measured | undefined): Outcome<T> {
  const over = drawn !== undefined && (compareAmounts(drawn, made.madeUp) ?? 0) > 0;
  return over ? fail({ kind: 'does-not-fit', volume: drawn, madeUp: made.madeUp }) : ok(made);
}
