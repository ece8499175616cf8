import type {
  ClinicValues,
  DoseBlock,
  DoseInputs,
  GivenDose,
  RoundingStep,
  SetByClinic,
  Sex,
  WeightBasis,
} from '../../protocols/dose/dose-request';
import { type Measured, decimalOf } from '../../protocols/dose/exact';
import { type EntryFault, parseEntered } from '../../protocols/dose/parse-entered';
import { type UnitCode, findUnit } from '../../protocols/units/unit-table';
import type { Options } from './command';

/** Every option of the verb that takes a value. */
export const DOSE_OPTIONS = [
  'protocol',
  'block',
  'weight',
  'height',
  'sex',
  'amount',
  'vial',
  'made-up',
  'over',
  'given',
  'repeat',
  'basis',
  'maximum',
  'session-maximum',
  'clinic-vial',
  'clinic-made-up',
  'round',
  'round-volume',
  'round-rate',
  'by',
  'today',
  'table',
  'step',
  'library',
] as const;

/** What was typed for the person and the vial. Throws with a sentence on anything but a plain number and a known unit. */
export function readInputs({ find }: Options, block: DoseBlock): DoseInputs {
  return {
    weight: readNumber('--weight', find('weight'), 'kg'),
    height: readNumber('--height', find('height'), 'cm'),
    sex: readWord<Sex>('--sex', find('sex'), ['female', 'male']),
    amount: readAmount('--amount', find('amount')),
    vial: readAmount('--vial', find('vial')),
    madeUp: readAmount('--made-up', find('made-up')),
    over: readAmount('--over', find('over')),
    repeat: readRepeat(find('repeat')),
    given: readGiven(find('given'), block.id),
  };
}

/** What a clinic would have set, here said on the command line, and so marked with who typed it and when. */
export function readClinicValues({ find }: Options, by: string, at: string): ClinicValues {
  const set = <T>(value: T | undefined): SetByClinic<T> | undefined =>
    value === undefined ? undefined : { value, by, at };
  return {
    maximum: set(readAmount('--maximum', find('maximum'))),
    sessionMaximum: set(readAmount('--session-maximum', find('session-maximum'))),
    vial: set(readAmount('--clinic-vial', find('clinic-vial'))),
    madeUp: set(readAmount('--clinic-made-up', find('clinic-made-up'))),
    basis: set(readWord<WeightBasis>('--basis', find('basis'), ['actual-weight', 'ideal-weight', 'adjusted-weight'])),
    roundAmount: set(readStep('--round', find('round'))),
    roundVolume: set(readStep('--round-volume', find('round-volume'))),
    roundRate: set(readStep('--round-rate', find('round-rate'))),
  };
}

/** `40..120` in steps of so many kilograms, both ends included. */
export function readTable({ find }: Options): readonly Measured[] | undefined {
  const range = find('table');
  if (range === undefined) return undefined;
  const [from, to, ...more] = range.split('..');
  if (from === undefined || to === undefined || more.length > 0) throw new Error('--table takes two weights: 40..120');
  const step = requireWhole('--step', find('step') ?? '5');
  const [first, last] = [requireWhole('--table', from), requireWhole('--table', to)];
  if (step === 0n || last < first) throw new Error('--table runs upwards, in steps of at least 1 kg');
  const rows: Measured[] = [];
  for (let kg = first; kg <= last; kg += step) {
    rows.push({ value: decimalOf(String(kg)), unit: 'kg' });
    if (rows.length > MOST_ROWS) throw new Error(`--table makes at most ${MOST_ROWS} rows; use a larger --step`);
  }
  return rows;
}

const MOST_ROWS = 500;

function requireWhole(name: string, text: string): bigint {
  if (!/^\d{1,4}$/.test(text)) throw new Error(`${name} takes whole kilograms, such as 40`);
  return BigInt(text);
}

const FAULTS: Readonly<Record<EntryFault, string>> = {
  empty: 'is empty',
  letters: 'holds letters',
  sign: 'has a sign',
  'space-inside': 'has a space inside',
  'other-digits': 'holds digits other than 0 to 9',
  'other-characters': 'holds other characters',
  'two-marks': 'has two decimal marks',
  'no-digit-before-mark': 'has no digit before its mark; write 0.5',
  'no-digit-after-mark': 'has no digit after its mark; write 5',
  'leading-zero': 'begins with 0',
  'too-many-decimals': 'has more decimals than any amount',
  'too-long': 'has more digits than any amount',
  zero: 'is nothing',
};

// The program's own parser, as in a field of the screen; the block says what may be given.
function readNumber(name: string, text: string | undefined, unit: UnitCode): Measured | undefined {
  if (text === undefined) return undefined;
  const guard = { min: { value: decimalOf('0.000001'), unit }, max: { value: decimalOf('1000000'), unit } };
  const entered = parseEntered(text, { unit, decimals: 6, hard: guard }, 'en');
  if (entered.kind === 'value') return entered.measured;
  if (entered.kind === 'ask')
    throw new Error(`${name} "${text}" may mean two numbers; write ${entered.readings.join(' or ')}`);
  const why = entered.kind === 'fault' ? FAULTS[entered.fault] : 'is no amount a person could mean';
  throw new Error(`${name} "${text}" ${why}; write a plain number such as 70.5`);
}

/** `50 mg/mL`: a number, a space, a unit. */
function readAmount(name: string, text: string | undefined): Measured | undefined {
  if (text === undefined) return undefined;
  const [, number = '', authored = ''] = /^\s*(\S+)\s+(\S+)\s*$/.exec(text) ?? [];
  const unit = findUnit(authored);
  if (unit === undefined) throw new Error(`${name} "${text}" is not a number and a known unit, such as 50 mg/mL`);
  return readNumber(name, number, unit);
}

function readStep(name: string, text: string | undefined): RoundingStep | undefined {
  if (text === undefined) return undefined;
  const [, step = '', mode = 'down'] = /^(.*?)(?:\s+(down|nearest))?$/.exec(text) ?? [];
  const read = readAmount(name, step);
  return read === undefined ? undefined : { step: read, mode: mode === 'nearest' ? 'nearest' : 'down' };
}

function readWord<T extends string>(name: string, text: string | undefined, words: readonly T[]): T | undefined {
  const found = words.find((word) => word === text);
  if (text !== undefined && found === undefined) throw new Error(`${name} takes ${words.join(' or ')}`);
  return found;
}

/** Counted from 1, as a reader counts the rules of the block. */
function readRepeat(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(text)) throw new Error('--repeat takes the number of a repeat rule of the block, from 1');
  return Number.parseInt(text, 10) - 1;
}

/** `35 mg; 20 mg 12 min ago; 10 mg 40 min ago dose-other`. */
function readGiven(text: string | undefined, blockId: string): GivenDose[] {
  return (text ?? '').split(';').flatMap((each) => {
    if (each.trim() === '') return [];
    const [, amount = '', ago, other] =
      /^\s*(\S+\s+\S+)(?:\s+(\S+\s+\S+)\s+ago)?(?:\s+([a-z][a-z0-9-]*))?\s*$/.exec(each) ?? [];
    const given = readAmount('--given', amount);
    if (given === undefined) return [];
    return [{ blockId: other ?? blockId, amount: given, since: readAmount('--given', ago) }];
  });
}
