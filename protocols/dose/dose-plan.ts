import { fail, ok } from '../schema/result';
import type { Amount, SetAmount } from '../schema/values';
import { dimensionOf } from '../units/unit-table';
import { type AmountsOffered, offeredAmounts } from './chosen-amount';
import { checkClinicValues, isStock, pickRounding, requireRounding } from './clinic-values';
import type { InputName, UsedRounding } from './dose-answer';
import type { ClinicValues, DoseBlock, WeightBasis } from './dose-request';
import type { Measured } from './exact';
import { type Outcome, feedsCalculator, usableAmount } from './usable';

/** A ceiling on one administration, and who set it. */
export interface Ceiling {
  readonly amount: Measured;
  readonly by: 'block' | 'clinic';
}

/** What a block and a clinic's values together say about a dose, every value of it fit to compute with. */
export interface DosePlan {
  readonly block: DoseBlock;
  readonly basis: 'fixed' | WeightBasis;
  readonly offered: AmountsOffered;
  /** Whether the amount is one per time, so that the dose needs a duration. */
  readonly perTime: boolean;
  readonly ceiling: Ceiling | undefined;
  readonly limits: readonly { readonly amount: SetAmount; readonly per: string }[];
  readonly rate: { readonly min: SetAmount | undefined; readonly max: SetAmount | undefined };
  readonly roundAmount: UsedRounding | undefined;
  readonly solution: SolutionPlan;
}

/** How the dose becomes a volume; `none` for a spray, a tablet or an amount that is a volume already. */
export interface SolutionPlan {
  readonly vial: 'needed' | 'welcome' | 'none';
  /** The strength the vial must have, where block or clinic says so. */
  readonly stock: Ceiling | undefined;
  /** The strength of the solution made up with a diluent. */
  readonly strength: SetAmount | undefined;
  readonly madeUp: Ceiling | undefined;
  readonly infusion: boolean;
  readonly roundVolume: UsedRounding | undefined;
  readonly roundRate: UsedRounding | undefined;
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
  const perTime = isPerTime(offered.value);
  const ceiling = pickCeiling(block, clinic);
  if (!ceiling.ok) return ceiling;
  const limits = readLimits(block);
  if (!limits.ok) return limits;
  const rate = readRate(block);
  if (!rate.ok) return rate;
  const roundAmount = pickRounding(block.rounding?.amount, clinic.roundAmount);
  const rounded = roundAmount !== undefined || perTime || basis.value !== 'fixed';
  const checked = rounded ? requireRounding(roundAmount, 'roundAmount') : ok(undefined);
  if (!checked.ok) return checked;
  const solution = planSolution(block, clinic, offered.value);
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

/** Whether an infusion is what comes out of the vial, with nothing added: the block names a strength and no diluent. */
export function isGivenAsDrawn({ preparation }: DoseBlock): boolean {
  return preparation !== undefined && preparation.diluent === undefined && preparation.totalVolume === undefined;
}

function pickBasis({ basis }: DoseBlock, clinic: ClinicValues): Outcome<DosePlan['basis']> {
  if (basis === 'surface-area') return fail({ kind: 'basis-unsupported' });
  if (basis !== 'local') return ok(basis);
  return clinic.basis === undefined ? fail({ kind: 'not-set', setting: 'basis' }) : ok(clinic.basis.value);
}

function isPerTime({ choices, max, usual }: AmountsOffered): boolean {
  const stated = [...choices, max, usual].find((amount) => amount !== undefined);
  return stated !== undefined && dimensionOf(stated.unit).endsWith('time');
}

/** The lower of the block's cap and the clinic's maximum; a cap left to the clinic must have been set. */
function pickCeiling({ cap }: DoseBlock, { maximum }: ClinicValues): Outcome<Ceiling | undefined> {
  const clinic: Ceiling | undefined = maximum === undefined ? undefined : { amount: maximum.value, by: 'clinic' };
  if (cap?.mark === 'local') return clinic === undefined ? fail({ kind: 'not-set', setting: 'maximum' }) : ok(clinic);
  const published = usableAmount(cap, 'cap');
  if (!published.ok) return published;
  if (clinic !== undefined || published.value === undefined) return ok(clinic);
  return ok({ amount: published.value, by: 'block' });
}

function readLimits({ limits }: DoseBlock): Outcome<DosePlan['limits']> {
  const read: { amount: SetAmount; per: string }[] = [];
  for (const { amount, per } of limits ?? []) {
    const usable = requireAmount(amount);
    if (!usable.ok) return usable;
    read.push({ amount: usable.value, per });
  }
  return ok(read);
}

function requireAmount(amount: Amount): Outcome<SetAmount> {
  const usable = usableAmount(amount, 'limits');
  if (!usable.ok) return usable;
  return usable.value === undefined ? fail({ kind: 'not-stated', field: 'limits' }) : ok(usable.value);
}

function readRate({ rate }: DoseBlock): Outcome<DosePlan['rate']> {
  const min = usableAmount(rate?.min, 'rate.min');
  if (!min.ok) return min;
  const max = usableAmount(rate?.max, 'rate.max');
  return max.ok ? ok({ min: min.value, max: max.value }) : max;
}

const INJECTED: readonly string[] = ['intravenous', 'intramuscular', 'subcutaneous'];

function planSolution(
  { method, route, preparation, rounding, over, rate }: DoseBlock,
  clinic: ClinicValues,
  { choices, max, usual }: AmountsOffered,
): Outcome<SolutionPlan> {
  const infusion = method === 'infusion';
  const stated = usableAmount(preparation?.concentration, 'concentration');
  if (!stated.ok) return stated;
  const total = usableAmount(preparation?.totalVolume, 'totalVolume');
  if (!total.ok) return total;
  const isMass = [...choices, max, usual].some((amount) => dimensionOf(amount?.unit ?? 'mL').startsWith('mass'));
  const needed = (method !== 'supervised-self' && INJECTED.includes(route)) || preparation !== undefined;
  const vial = !isMass ? 'none' : needed ? 'needed' : 'welcome';
  const roundVolume = pickRounding(rounding?.volume, clinic.roundVolume);
  const roundRate = pickRounding(rounding?.rate, clinic.roundRate);
  if (vial === 'needed') {
    const checked = requireRounding(roundVolume, 'roundVolume');
    if (!checked.ok) return checked;
  }
  if (infusion) {
    const checked = requireRounding(roundRate, 'roundRate');
    if (!checked.ok) return checked;
    // Nothing would then say how fast is too fast.
    const perTime = [...choices, max, usual].some((amount) => dimensionOf(amount?.unit ?? 'mL').endsWith('time'));
    if (over === undefined && rate?.max === undefined && !perTime)
      return fail({ kind: 'not-stated', field: 'over.usual' });
  }
  const stock = isStock(preparation) ? stated.value : undefined;
  return ok({
    vial,
    stock: toCeiling(stock, clinic.vial?.value),
    strength: isStock(preparation) ? undefined : stated.value,
    madeUp: toCeiling(total.value, clinic.madeUp?.value),
    infusion,
    roundVolume,
    roundRate,
  });
}

function toCeiling(published: Measured | undefined, clinic: Measured | undefined): Ceiling | undefined {
  if (published !== undefined) return { amount: published, by: 'block' };
  return clinic === undefined ? undefined : { amount: clinic, by: 'clinic' };
}
