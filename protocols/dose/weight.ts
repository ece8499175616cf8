import type Fraction from 'fraction.js';
import { fail, ok } from '../schema/result';
import type { Amount, SetAmount } from '../schema/values';
import { compareAmounts } from '../units/compare';
import type { DoseStep, EnteredRange, FormulaPart, InputName } from './dose-answer';
import type { DoseBlock, DoseInputs, WeightBasis } from './dose-request';
import { HEIGHT_RULE, WEIGHT_RULE } from './entry-rules';
import { type Measured, HUNDRED, ZERO, inUnit, toExactText } from './exact';
import { type Outcome, enteredAmount, usableAmount } from './usable';
import { toPart } from './working';

/** The weight a dose is reckoned from, in kilograms, with the working that led to it. */
export interface DosingWeight {
  readonly entered: Measured;
  readonly kilograms: Fraction;
  readonly steps: readonly DoseStep[];
}

/** The weight the block's basis asks for; refused where the block does not state what is needed to find it. */
export function findDosingWeight(block: DoseBlock, basis: WeightBasis, inputs: DoseInputs): Outcome<DosingWeight> {
  const range = weightRangeOf(block);
  if (!range.ok) return range;
  const entered = enteredWithin(inputs.weight, 'weight', range.value);
  if (!entered.ok) return entered;
  const actual = inUnit(entered.value, 'kg');
  if (basis === 'actual-weight') return ok({ entered: entered.value, kilograms: actual, steps: [] });
  const ideal = idealWeight(block, inputs);
  if (!ideal.ok) return ideal;
  const found = basis === 'ideal-weight' ? ok([ideal.value]) : adjustedWeight(block, ideal.value, actual);
  if (!found.ok) return found;
  const steps = found.value.map(({ step }) => step);
  const kilograms = found.value.at(-1)?.kilograms ?? ZERO;
  return kilograms.gt(ZERO)
    ? ok({ entered: entered.value, kilograms, steps })
    : fail({ kind: 'rounds-to-nothing', step: 'ideal-weight', exact: toExactText(kilograms), unit: 'kg' });
}

interface WeighedStep {
  readonly kilograms: Fraction;
  readonly step: DoseStep;
}

/** base of that sex + gain × (height − starting height) ÷ each. */
function idealWeight({ weightFormula }: DoseBlock, { height, sex }: DoseInputs): Outcome<WeighedStep> {
  if (weightFormula === undefined) return fail({ kind: 'not-stated', field: 'weightFormula' });
  const from = statedAmount(weightFormula.above);
  if (!from.ok) return from;
  const tall = enteredWithin(height, 'height', { ...HEIGHT_RULE.hard, by: 'guard' });
  if (!tall.ok) return tall;
  // Below its starting height the formula says nothing; carrying the line on would be our own invention.
  if ((compareAmounts(tall.value, from.value) ?? 0) < 0)
    return fail({ kind: 'outside-range', input: 'height', given: tall.value, range: { by: 'block', min: from.value } });
  if (sex === undefined) return fail({ kind: 'missing', input: 'sex' });
  const base = statedAmount(weightFormula[sex]);
  if (!base.ok) return base;
  const gain = statedAmount(weightFormula.gain.mass);
  if (!gain.ok) return gain;
  const each = statedAmount(weightFormula.gain.each);
  if (!each.ok) return each;
  const [start, rise, per] = [inUnit(base.value, 'kg'), inUnit(gain.value, 'kg'), inUnit(each.value, 'cm')];
  const [height_, floor] = [inUnit(tall.value, 'cm'), inUnit(from.value, 'cm')];
  const kilograms = start.add(rise.mul(height_.sub(floor)).div(per));
  const formula: readonly FormulaPart[] = [
    toPart({ value: start, unit: 'kg' }),
    { kind: 'sign', sign: 'plus' },
    toPart({ value: rise, unit: 'kg' }),
    { kind: 'sign', sign: 'times' },
    { kind: 'sign', sign: 'open' },
    toPart({ value: height_, unit: 'cm' }),
    { kind: 'sign', sign: 'minus' },
    toPart({ value: floor, unit: 'cm' }),
    { kind: 'sign', sign: 'close' },
    { kind: 'sign', sign: 'divided-by' },
    toPart({ value: per, unit: 'cm' }),
  ];
  return ok({ kilograms, step: { id: 'ideal-weight', formula, exact: toExactText(kilograms), unit: 'kg' } });
}

/** ideal + share of what the person weighs above it. */
function adjustedWeight({ weightFormula }: DoseBlock, ideal: WeighedStep, actual: Fraction): Outcome<WeighedStep[]> {
  const excess = statedAmount(weightFormula?.excess);
  if (!excess.ok) return excess;
  const share = inUnit(excess.value, '%');
  const kilograms = ideal.kilograms.add(share.div(HUNDRED).mul(actual.sub(ideal.kilograms)));
  const idealPart = toPart({ value: ideal.kilograms, unit: 'kg' });
  const formula: readonly FormulaPart[] = [
    idealPart,
    { kind: 'sign', sign: 'plus' },
    toPart({ value: share, unit: '%' }),
    { kind: 'sign', sign: 'times' },
    { kind: 'sign', sign: 'open' },
    toPart({ value: actual, unit: 'kg' }),
    { kind: 'sign', sign: 'minus' },
    idealPart,
    { kind: 'sign', sign: 'close' },
  ];
  const step: DoseStep = { id: 'adjusted-weight', formula, exact: toExactText(kilograms), unit: 'kg' };
  return ok([ideal, { kilograms, step }]);
}

function statedAmount(amount: Amount | undefined): Outcome<SetAmount> {
  return amount === undefined
    ? fail({ kind: 'not-stated', field: 'weightFormula' })
    : usableAmount(amount, 'weightFormula');
}

/** The block's own range of weights, or where it has none the guard against slips. */
function weightRangeOf({ weightRange }: DoseBlock): Outcome<EnteredRange> {
  if (weightRange === undefined) return ok({ by: 'guard', ...WEIGHT_RULE.hard });
  const min = usableAmount(weightRange.min, 'weightRange');
  if (!min.ok) return min;
  const max = usableAmount(weightRange.max, 'weightRange');
  return max.ok ? ok({ by: 'block', min: min.value, max: max.value }) : max;
}

/** What was entered, refused outside a range that includes both its ends. */
function enteredWithin(entered: Measured | undefined, input: InputName, range: EnteredRange): Outcome<Measured> {
  const found = enteredAmount(entered, input, [input === 'height' ? 'length' : 'mass']);
  if (!found.ok) return found;
  const below = range.min !== undefined && (compareAmounts(found.value, range.min) ?? 0) < 0;
  const above = range.max !== undefined && (compareAmounts(found.value, range.max) ?? 0) > 0;
  return below || above ? fail({ kind: 'outside-range', input, given: found.value, range }) : found;
}
