import { fail, ok } from '../schema/result';
import type { SetAmount } from '../schema/values';
import { type AmountsOffered, offeredAmounts } from './chosen-amount';
import { checkClinicValues, pickRounding, requireRounding } from './clinic-values';
import type { InputName, UsedRounding } from './dose-answer';
import type { ClinicValues, DoseBlock, WeightBasis } from './dose-request';
import { type Ceiling, type SolutionPlan, isGivenAsDrawn, planSolution } from './solution-plan';
import { type Outcome, feedsCalculator, optionalAmount, usableAmount } from './usable';

/** A limit on what is given in a period; `session` is this sitting. */
export interface PlannedLimit extends Ceiling {
  readonly per: string;
}

/** What a block and a clinic's values together say about a dose, every value of it fit to compute with. */
export interface DosePlan {
  readonly block: DoseBlock;
  readonly basis: 'fixed' | WeightBasis;
  readonly offered: AmountsOffered;
  /** Whether the amount is one per time, so that the dose needs a duration. */
  readonly perTime: boolean;
  readonly ceiling: Ceiling | undefined;
  readonly limits: readonly PlannedLimit[];
  readonly rate: { readonly min: SetAmount | undefined; readonly max: SetAmount | undefined };
  readonly roundAmount: UsedRounding | undefined;
  readonly solution: SolutionPlan;
}

/** Reads a block for the calculator, or says why the calculator cannot be used for it, whatever is entered. */
export function planDose(block: DoseBlock, clinic: ClinicValues): Outcome<DosePlan> {
  if (!feedsCalculator(block.mark)) return fail({ kind: 'not-verified', field: 'block', mark: block.mark });
  const [wrong] = checkClinicValues(block, clinic);
  if (wrong !== undefined) return fail({ kind: 'clinic-value', ...wrong });
  const basis = pickBasis(block, clinic);
  if (!basis.ok) return basis;
  const offered = offeredAmounts(block);
  if (!offered.ok) return offered;
  const perTime = offered.value.dimension.endsWith('time');
  const ceiling = pickCeiling(block, clinic);
  if (!ceiling.ok) return ceiling;
  const limits = readLimits(block, clinic);
  if (!limits.ok) return limits;
  const rate = readRate(block);
  if (!rate.ok) return rate;
  const roundAmount = pickRounding(block.rounding?.amount, clinic.roundAmount);
  const rounded = roundAmount !== undefined || perTime || basis.value !== 'fixed';
  const checked = rounded ? requireRounding(roundAmount, 'roundAmount') : ok(undefined);
  if (!checked.ok) return checked;
  const solution = planSolution(block, clinic, offered.value.dimension);
  if (!solution.ok) return solution;
  return ok({
    block,
    basis: basis.value,
    offered: offered.value,
    perTime,
    ceiling: ceiling.value,
    limits: limits.value,
    rate: rate.value,
    roundAmount: checked.value,
    solution: solution.value,
  });
}

/** Which fields a person fills in for a block, in the order of the screen; those marked `false` may stay empty. */
export function listInputs(plan: DosePlan): readonly { readonly input: InputName; readonly needed: boolean }[] {
  const { basis, solution, perTime, block } = plan;
  const byHeight = basis === 'ideal-weight' || basis === 'adjusted-weight';
  const timed = solution.infusion || perTime;
  const fields: readonly (readonly [InputName, boolean, boolean])[] = [
    ['weight', basis !== 'fixed', true],
    ['height', byHeight, true],
    ['sex', byHeight, true],
    ['amount', true, true],
    ['over', timed || block.over !== undefined, timed],
    ['vial', solution.vial !== 'none', solution.vial === 'needed'],
    ['madeUp', solution.infusion && solution.strength === undefined && !isGivenAsDrawn(block), true],
  ];
  return fields.flatMap(([input, shown, needed]) => (shown ? [{ input, needed }] : []));
}

function pickBasis({ basis }: DoseBlock, clinic: ClinicValues): Outcome<DosePlan['basis']> {
  if (basis === 'surface-area') return fail({ kind: 'basis-unsupported' });
  if (basis !== 'local') return ok(basis);
  return clinic.basis === undefined ? fail({ kind: 'not-set', setting: 'basis' }) : ok(clinic.basis.value);
}

/** The lower of the block's cap and the clinic's maximum; a cap left to the clinic must have been set. */
function pickCeiling({ cap }: DoseBlock, { maximum }: ClinicValues): Outcome<Ceiling | undefined> {
  const clinic: Ceiling | undefined = maximum === undefined ? undefined : { amount: maximum.value, by: 'clinic' };
  if (cap?.mark === 'local') return clinic === undefined ? fail({ kind: 'not-set', setting: 'maximum' }) : ok(clinic);
  const published = optionalAmount(cap, 'cap');
  if (!published.ok) return published;
  if (clinic !== undefined || published.value === undefined) return ok(clinic);
  return ok({ amount: published.value, by: 'block' });
}

function readLimits({ limits }: DoseBlock, { sessionMaximum }: ClinicValues): Outcome<DosePlan['limits']> {
  const read: PlannedLimit[] = [];
  for (const { amount, per } of limits ?? []) {
    if (amount.mark === 'local' && sessionMaximum === undefined)
      return fail({ kind: 'not-set', setting: 'sessionMaximum' });
    if (amount.mark === 'local') continue;
    const usable = usableAmount(amount, 'limits');
    if (!usable.ok) return usable;
    read.push({ amount: usable.value, per, by: 'block' });
  }
  if (sessionMaximum !== undefined) read.push({ amount: sessionMaximum.value, per: 'session', by: 'clinic' });
  return ok(read);
}

function readRate({ rate }: DoseBlock): Outcome<DosePlan['rate']> {
  const min = optionalAmount(rate?.min, 'rate.min');
  if (!min.ok) return min;
  const max = optionalAmount(rate?.max, 'rate.max');
  return max.ok ? ok({ min: min.value, max: max.value }) : max;
}
