import type { DosePlan } from '../../protocols/dose/dose-plan';
import type { DoseBlock } from '../../protocols/dose/dose-request';
import {
  type EntryRule,
  HEIGHT_RULE,
  MADE_UP_RULE,
  OVER_RULE,
  VIAL_RULE,
  toWeightRule,
} from '../../protocols/dose/entry-rules';
import { decimalOf } from '../../protocols/dose/exact';
import { isSet } from '../../protocols/schema/is-set';
import { type UnitCode, isUnitCode } from '../../protocols/units/unit-table';
import type { FieldName } from './entry';
import { unreachable } from '../../protocols/schema/unreachable';

export interface Field {
  readonly name: FieldName;
  /** An optional field may stay empty. */
  readonly needed: boolean;
  readonly rule: EntryRule;
}

/** What a field takes. The block's own limits are checked by the calculation, which names the block. */
export function toRule(name: FieldName, block: DoseBlock, plan: DosePlan | undefined): EntryRule {
  switch (name) {
    case 'weight':
      return toWeightRule(block);
    case 'height':
      return HEIGHT_RULE;
    case 'over':
      return OVER_RULE;
    case 'madeUp':
      return MADE_UP_RULE;
    case 'vial':
      return toGuard(plan?.solution.stock?.amount.unit ?? VIAL_RULE.unit);
    case 'amount':
      return toGuard(toAmountUnit(block));
    default:
      return unreachable(name);
  }
}

/** Takes any amount a person could mean in a unit; what may be given is for block and clinic to say. */
export function toGuard(unit: UnitCode): EntryRule {
  return {
    unit,
    decimals: 4,
    hard: { min: { value: decimalOf('0.0001'), unit }, max: { value: decimalOf('100000'), unit } },
  };
}

/** The unit in which a block gives its amounts. */
export function toAmountUnit({ amount }: DoseBlock): UnitCode {
  const stated = [amount.usual, ...(amount.choices ?? []), amount.max, amount.min].find(
    (each) => each !== undefined && isSet(each),
  );
  return stated !== undefined && isSet(stated) ? stated.unit : 'mg';
}

/** The unit of a whole dose: the block's amount without its per-weight and per-time parts. */
export function toWholeUnit(block: DoseBlock): UnitCode {
  const unit = toAmountUnit(block);
  const [whole] = unit.split('/');
  return whole !== undefined && isUnitCode(whole) ? whole : 'mg';
}
