import { isDecimal } from '../schema/decimals';
import { type Result, fail, ok } from '../schema/result';
import { isUnitCode } from '../units/unit-table';
import type {
  CalculatorSwitch,
  ClinicSetting,
  ClinicValues,
  RoundingStep,
  SetByClinic,
  WeightBasis,
} from './dose-request';
import type { Measured } from './exact';
import { unreachable } from '../schema/unreachable';

/** The values a clinic may set, in the order in which screen and paper name them. */
export const CLINIC_SETTINGS = [
  'maximum',
  'sessionMaximum',
  'basis',
  'vial',
  'madeUp',
  'roundAmount',
  'roundVolume',
  'roundRate',
] as const satisfies readonly ClinicSetting[];

/** What a dose by weight can go by. */
export const BASES: readonly WeightBasis[] = ['actual-weight', 'ideal-weight', 'adjusted-weight'];

/** One value a clinic set for one dose of an edition, or took back: the body of a `clinic-value` entry of the journal. */
export interface ClinicValueRecord {
  readonly protocolId: string;
  /** The edition that was in view. The value stays for later ones, where it is checked again against what they say. */
  readonly version: string;
  readonly blockId: string;
  readonly setting: ClinicSetting;
  /** `null` takes back what was set. */
  readonly value: Measured | WeightBasis | RoundingStep | null;
  readonly by: string;
  /** An instant in ISO 8601. */
  readonly at: string;
}

/** The calculator turned on or off for one edition by a named person: the body of a `calculator` entry. */
export interface CalculatorRecord {
  readonly protocolId: string;
  readonly version: string;
  readonly on: boolean;
  /** The words the person read and stood by. */
  readonly statement: string;
  readonly by: string;
  readonly at: string;
}

/** Reads what the journal kept; the error names the part this program cannot read. */
export function parseClinicValue(body: unknown): Result<ClinicValueRecord, string> {
  const fields = toFields(body);
  const { setting, value } = fields;
  const missing = ['protocolId', 'version', 'blockId', 'by', 'at'].find((name) => !isWords(fields[name]));
  if (missing !== undefined) return fail(missing);
  if (!isSetting(setting)) return fail('setting');
  if (value !== null && !fits(setting, value)) return fail('value');
  return ok(fields as unknown as ClinicValueRecord); // every part of it was just looked at
}

/** Reads what the journal kept; the error names the part this program cannot read. */
export function parseCalculator(body: unknown): Result<CalculatorRecord, string> {
  const fields = toFields(body);
  const missing = ['protocolId', 'version', 'statement', 'by', 'at'].find((name) => !isWords(fields[name]));
  if (missing !== undefined) return fail(missing);
  if (typeof fields['on'] !== 'boolean') return fail('on');
  return ok(fields as unknown as CalculatorRecord); // every part of it was just looked at
}

/** What a clinic has set for one dose at present. `records` stand in the order of the journal: the last word counts. */
export function toClinicValues(
  records: readonly ClinicValueRecord[],
  dose: Pick<ClinicValueRecord, 'protocolId' | 'blockId'>,
): ClinicValues {
  const present = new Map<ClinicSetting, SetByClinic<NonNullable<ClinicValueRecord['value']>>>();
  for (const { protocolId, blockId, setting, value, by, at } of records) {
    if (protocolId !== dose.protocolId || blockId !== dose.blockId) continue;
    if (value === null) present.delete(setting);
    else present.set(setting, { value, by, at });
  }
  return Object.fromEntries(present); // parseClinicValue fitted each value to its setting
}

/**
 * The switch of an edition: on when the last word on exactly this edition says so. One for another edition of the same
 * protocol comes back too, so that the screen can say for which one the calculator was on.
 */
export function findCalculatorSwitch(
  records: readonly CalculatorRecord[],
  edition: { readonly id: string; readonly version: string },
): CalculatorSwitch | undefined {
  const own = records.filter(({ protocolId }) => protocolId === edition.id);
  const word = own.findLast(({ version }) => version === edition.version) ?? own.at(-1);
  if (word?.on !== true) return undefined;
  const { protocolId, version, by, at } = word;
  return { protocolId, version, by, at };
}

function fits(setting: ClinicSetting, value: unknown): boolean {
  switch (setting) {
    case 'basis':
      return BASES.some((basis) => basis === value);
    case 'roundAmount':
    case 'roundVolume':
    case 'roundRate': {
      const { step, mode } = toFields(value);
      return isMeasured(step) && (mode === 'down' || mode === 'nearest');
    }
    case 'maximum':
    case 'sessionMaximum':
    case 'vial':
    case 'madeUp':
      return isMeasured(value);
    default:
      return unreachable(setting);
  }
}

function isSetting(value: unknown): value is ClinicSetting {
  return CLINIC_SETTINGS.some((setting) => setting === value);
}

function isMeasured(value: unknown): value is Measured {
  const { value: text, unit } = toFields(value);
  return typeof text === 'string' && isDecimal(text) && typeof unit === 'string' && isUnitCode(unit);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function toFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
