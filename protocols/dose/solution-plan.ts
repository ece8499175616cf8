import { fail, ok } from '../schema/result';
import type { SetAmount } from '../schema/values';
import type { Dimension } from '../units/unit-table';
import { isStock, pickRounding, requireRounding } from './clinic-values';
import type { UsedRounding } from './dose-answer';
import type { ClinicValues, DoseBlock } from './dose-request';
import type { Measured } from './exact';
import { type Outcome, optionalAmount } from './usable';

/** An amount that binds, and who set it. */
export interface Ceiling {
  readonly amount: Measured;
  readonly by: 'block' | 'clinic';
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

/** Whether an infusion is what comes out of the vial, with nothing added: the block names a strength and no diluent. */
export function isGivenAsDrawn({ preparation }: DoseBlock): boolean {
  return preparation !== undefined && preparation.diluent === undefined && preparation.totalVolume === undefined;
}

const INJECTED: readonly string[] = ['intravenous', 'intramuscular', 'subcutaneous'];

/** Reads what a block and a clinic say about the solution of a dose measured in the given dimension. */
export function planSolution(
  { method, route, preparation, rounding, over, rate }: DoseBlock,
  clinic: ClinicValues,
  dimension: Dimension,
): Outcome<SolutionPlan> {
  const infusion = method === 'infusion';
  const stated = optionalAmount(preparation?.concentration, 'concentration');
  if (!stated.ok) return stated;
  const total = optionalAmount(preparation?.totalVolume, 'totalVolume');
  if (!total.ok) return total;
  const needed = (method !== 'supervised-self' && INJECTED.includes(route)) || preparation !== undefined;
  const roundVolume = pickRounding(rounding?.volume, clinic.roundVolume);
  const vial = pickVial(dimension, needed, roundVolume);
  const roundRate = pickRounding(rounding?.rate, clinic.roundRate);
  if (vial === 'needed') {
    const checked = requireRounding(roundVolume, 'roundVolume');
    if (!checked.ok) return checked;
  }
  if (infusion) {
    const checked = requireRounding(roundRate, 'roundRate');
    if (!checked.ok) return checked;
    // Nothing would then say how fast is too fast.
    if (over === undefined && rate?.max === undefined && !dimension.endsWith('time'))
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

/** Where nothing must be drawn up, a strength is asked for only if someone said how its volume would be rounded. */
function pickVial(dimension: Dimension, needed: boolean, rounding: UsedRounding | undefined): SolutionPlan['vial'] {
  if (!dimension.startsWith('mass')) return 'none';
  if (needed) return 'needed';
  return rounding === undefined ? 'none' : 'welcome';
}

function toCeiling(published: Measured | undefined, clinic: Measured | undefined): Ceiling | undefined {
  if (published !== undefined) return { amount: published, by: 'block' };
  return clinic === undefined ? undefined : { amount: clinic, by: 'clinic' };
}
