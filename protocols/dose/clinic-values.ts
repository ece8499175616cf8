import { isSet } from '../schema/is-set';
import { fail, ok } from '../schema/result';
import type { Amount } from '../schema/values';
import { compareAmounts } from '../units/compare';
import { type Dimension, dimensionOf } from '../units/unit-table';
import type { BlockField, ClinicProblem, UsedRounding } from './dose-answer';
import type { ClinicSetting, ClinicValues, DoseBlock, RoundingStep, SetByClinic, WeightBasis } from './dose-request';
import { type Measured, inUnit } from './exact';
import { type Outcome, feedsCalculator, isPositive } from './usable';

/** What is wrong with a clinic's values for a block; each may narrow what the document gives, never widen it. */
export function checkClinicValues(
  block: DoseBlock,
  clinic: ClinicValues,
): { readonly setting: ClinicSetting; readonly problem: ClinicProblem }[] {
  const { preparation, rounding } = block;
  const whole = wholeDimensions(block);
  const limits = (block.limits ?? []).map(({ amount }) => ['limits', amount] as const);
  const stock = isStock(preparation) ? preparation?.concentration : undefined;
  const found: readonly (readonly [ClinicSetting, ClinicProblem | undefined])[] = [
    ['maximum', checkMaximum(clinic.maximum, whole, [['cap', block.cap], ['amount.max', block.amount.max], ...limits])],
    ['sessionMaximum', checkMaximum(clinic.sessionMaximum, whole, limits)],
    ['vial', checkSame(clinic.vial, stock, 'concentration', ['mass per volume'])],
    ['madeUp', checkSame(clinic.madeUp, preparation?.totalVolume, 'totalVolume', ['volume'])],
    ['basis', checkBasis(block, clinic.basis)],
    ['roundAmount', checkRounding(clinic.roundAmount, rounding?.amount, whole)],
    ['roundVolume', checkRounding(clinic.roundVolume, rounding?.volume, ['volume'])],
    ['roundRate', checkRounding(clinic.roundRate, rounding?.rate, ['volume per time', 'mass per time'])],
  ];
  return found.flatMap(([setting, problem]) => (problem === undefined ? [] : [{ setting, problem }]));
}

/** What one whole administration of a block is measured in: a mass, unless its amounts are volumes or units. */
function wholeDimensions({ amount: { min, usual, max, choices } }: DoseBlock): readonly Dimension[] {
  return [min, usual, max, ...(choices ?? [])].flatMap((amount): Dimension[] => {
    if (amount === undefined || !isSet(amount)) return [];
    const dimension = dimensionOf(amount.unit);
    return dimension === 'volume' || dimension === 'international units' ? [dimension] : ['mass'];
  });
}

/**
 * Whether the stated concentration is what is drawn up. Beside a diluent and no total volume it is the strength of the
 * solution made up; else it is the strength of the product.
 */
export function isStock(preparation: DoseBlock['preparation']): boolean {
  return preparation !== undefined && (preparation.diluent === undefined || preparation.totalVolume !== undefined);
}

/** The rounding rule in use and whose it is: the clinic's, which was checked to be no looser, before the block's. */
export function pickRounding(
  stated: RoundingStep | undefined,
  clinic: SetByClinic<RoundingStep> | undefined,
): UsedRounding | undefined {
  if (clinic !== undefined) return { ...clinic.value, by: 'clinic' };
  return stated === undefined ? undefined : { ...stated, by: 'block' };
}

/** Refuses a rounding step of nothing: every amount is a multiple of it, or none is. */
export function requireRounding(rounding: UsedRounding | undefined, setting: ClinicSetting): Outcome<UsedRounding> {
  if (rounding === undefined) return fail({ kind: 'not-set', setting });
  return isPositive(rounding.step) ? ok(rounding) : fail({ kind: 'not-positive', input: 'rounding' });
}

function isSigned({ by, at }: SetByClinic<unknown>): boolean {
  return by.trim() !== '' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(at);
}

function checkMeasured(set: SetByClinic<Measured>, dimensions: readonly Dimension[]): ClinicProblem | undefined {
  if (!isSigned(set)) return { kind: 'unsigned' };
  if (!dimensions.includes(dimensionOf(set.value.unit))) return { kind: 'wrong-unit' };
  return isPositive(set.value) ? undefined : { kind: 'not-positive' };
}

/** A clinic's maximum stands at or under every published ceiling it is measured like. */
function checkMaximum(
  set: SetByClinic<Measured> | undefined,
  dimensions: readonly Dimension[],
  ceilings: readonly (readonly [BlockField, Amount | undefined])[],
): ClinicProblem | undefined {
  if (set === undefined) return undefined;
  const wrong = checkMeasured(set, dimensions);
  if (wrong !== undefined) return wrong;
  for (const [field, ceiling] of ceilings) {
    const published = toPublished(ceiling);
    if (published !== undefined && (compareAmounts(set.value, published) ?? 0) > 0)
      return { kind: 'widens', field, published };
  }
  return undefined;
}

/** A stated strength or volume is not the clinic's to change; one that is not stated is. */
function checkSame(
  set: SetByClinic<Measured> | undefined,
  stated: Amount | undefined,
  field: BlockField,
  dimensions: readonly Dimension[],
): ClinicProblem | undefined {
  if (set === undefined) return undefined;
  const published = toPublished(stated);
  const differs = published !== undefined && compareAmounts(set.value, published) !== 0;
  return checkMeasured(set, dimensions) ?? (differs ? { kind: 'widens', field, published } : undefined);
}

function checkBasis({ basis }: DoseBlock, set: SetByClinic<WeightBasis> | undefined): ClinicProblem | undefined {
  if (set === undefined) return undefined;
  if (!isSigned(set)) return { kind: 'unsigned' };
  return basis === 'local' || basis === set.value ? undefined : { kind: 'widens', field: 'basis' };
}

/** A whole multiple of the stated step, rounded down, can never give more than the stated rule does. */
function checkRounding(
  set: SetByClinic<RoundingStep> | undefined,
  stated: RoundingStep | undefined,
  dimensions: readonly Dimension[],
): ClinicProblem | undefined {
  if (set === undefined) return undefined;
  const wrong = checkMeasured({ ...set, value: set.value.step }, dimensions);
  if (wrong !== undefined || stated === undefined || !isPositive(stated.step)) return wrong;
  const published = stated.step;
  if (dimensionOf(set.value.step.unit) !== dimensionOf(published.unit)) return { kind: 'wrong-unit' };
  const ratio = inUnit(set.value.step, published.unit).div(inUnit(published, published.unit));
  const same = set.value.mode === stated.mode && compareAmounts(set.value.step, published) === 0;
  const coarser = set.value.mode === 'down' && ratio.d === 1n;
  return same || coarser ? undefined : { kind: 'widens', field: 'rounding', published };
}

/** A value that is not verified binds nobody here: the block is refused for it elsewhere. */
function toPublished(amount: Amount | undefined): Measured | undefined {
  return amount !== undefined && isSet(amount) && feedsCalculator(amount.mark) ? amount : undefined;
}
