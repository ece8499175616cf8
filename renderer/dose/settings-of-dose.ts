import { toWholeUnit } from './field-rules';
import { isSet } from '../../protocols/schema/is-set';
import type { UnitCode } from '../../protocols/units/unit-table';
import { CLINIC_SETTINGS } from '../../protocols/dose/clinic-records';
import type { ClinicSetting, DoseBlock } from '../../protocols/dose/dose-request';
import { unreachable } from '../../protocols/schema/unreachable';

/** What a clinic can set for a dose of this kind. */
export function listSettings({ basis, method }: DoseBlock): readonly ClinicSetting[] {
  const drawnUp = method !== 'supervised-self';
  const infused = method === 'infusion';
  const applies: Readonly<Record<ClinicSetting, boolean>> = {
    maximum: true,
    sessionMaximum: true,
    basis: basis === 'local',
    vial: drawnUp,
    madeUp: infused,
    roundAmount: true,
    roundVolume: drawnUp,
    roundRate: infused,
  };
  return CLINIC_SETTINGS.filter((setting) => applies[setting]);
}

/** The unit a setting is entered in; a basis of weight has none and takes the dose's. */
export function toSettingUnit(setting: ClinicSetting, block: DoseBlock): UnitCode {
  switch (setting) {
    case 'vial':
      return block.preparation !== undefined && isSet(block.preparation.concentration)
        ? block.preparation.concentration.unit
        : 'mg/mL';
    case 'madeUp':
    case 'roundVolume':
      return 'mL';
    case 'roundRate':
      return 'mL/h';
    case 'maximum':
    case 'sessionMaximum':
    case 'roundAmount':
    case 'basis':
      return toWholeUnit(block);
    default:
      return unreachable(setting);
  }
}
