import type { UnitCode } from '../units/unit-table';
import type { DoseBlock } from './dose-request';
import { type Measured, decimalOf } from './exact';
import { usableAmount } from './usable';

/** What a field takes: its unit, how many decimals, and where a value is surely a slip (`hard`) or worth asking about (`soft`). */
export interface EntryRule {
  readonly unit: UnitCode;
  readonly decimals: number;
  readonly hard: { readonly min: Measured; readonly max: Measured };
  readonly soft?: { readonly min: Measured; readonly max: Measured } | undefined;
}

const between = (min: string, max: string, unit: UnitCode): { min: Measured; max: Measured } => ({
  min: { value: decimalOf(min), unit },
  max: { value: decimalOf(max), unit },
});

/**
 * Guards against slips of the finger, where the block states no range of its own. They are no clinical limits: they stand
 * well outside what adults weigh and measure, and no source gives them.
 */
export const WEIGHT_RULE: EntryRule = {
  unit: 'kg',
  decimals: 2,
  hard: between('10', '400', 'kg'),
  soft: between('35', '200', 'kg'),
};
export const HEIGHT_RULE: EntryRule = {
  unit: 'cm',
  decimals: 1,
  hard: between('50', '260', 'cm'),
  soft: between('130', '215', 'cm'),
};
export const VIAL_RULE: EntryRule = { unit: 'mg/mL', decimals: 3, hard: between('0.001', '1000', 'mg/mL') };
export const MADE_UP_RULE: EntryRule = { unit: 'mL', decimals: 2, hard: between('0.01', '1000', 'mL') };
export const OVER_RULE: EntryRule = { unit: 'min', decimals: 2, hard: between('0.01', '10080', 'min') };

/** The rule of the weight field of a block: its own range of weights where it states one. */
export function toWeightRule({ weightRange }: DoseBlock): EntryRule {
  if (weightRange === undefined) return WEIGHT_RULE;
  const min = usableAmount(weightRange.min, 'weightRange');
  const max = usableAmount(weightRange.max, 'weightRange');
  if (!min.ok || !max.ok) return WEIGHT_RULE;
  return { unit: 'kg', decimals: WEIGHT_RULE.decimals, hard: { min: min.value, max: max.value } };
}
