import { describe, expect, test } from 'vitest';
import {
  type CalculatorRecord,
  findCalculatorSwitch,
  parseCalculator,
  parseClinicValue,
  toClinicValues,
} from '../../../protocols/dose/clinic-records';

const AT = '2026-11-22T08:00:00Z';
const DOSE = { protocolId: 'exa-session', blockId: 'dose-iv' };

function value(setting: string, what: unknown, by = 'A. Prescriber'): Record<string, unknown> {
  return { ...DOSE, version: '1.0.0', setting, value: what, by, at: AT };
}

function read(...bodies: readonly Record<string, unknown>[]) {
  return bodies.map((body) => {
    const record = parseClinicValue(body);
    if (!record.ok) throw new Error(record.error);
    return record.value;
  });
}

describe('a clinic value', () => {
  test('the last word on a setting counts, with who said it', () => {
    const records = read(
      value('maximum', { value: '60', unit: 'mg' }),
      value('maximum', { value: '50', unit: 'mg' }, 'B. Pharmacist'),
    );
    expect(toClinicValues(records, DOSE)).toEqual({
      maximum: { value: { value: '50', unit: 'mg' }, by: 'B. Pharmacist', at: AT },
    });
  });

  test('what was taken back is not set, and can be set again', () => {
    const records = read(value('basis', 'actual-weight'), value('basis', null));
    expect(toClinicValues(records, DOSE)).toEqual({});
    expect(toClinicValues([...records, ...read(value('basis', 'ideal-weight'))], DOSE).basis?.value).toBe(
      'ideal-weight',
    );
  });

  test('counts for its own dose and no other', () => {
    const records = read(value('vial', { value: '50', unit: 'mg/mL' }));
    expect(toClinicValues(records, { ...DOSE, blockId: 'dose-im' })).toEqual({});
    expect(toClinicValues(records, { ...DOSE, protocolId: 'other' })).toEqual({});
    expect(toClinicValues(records, DOSE).vial?.value).toEqual({ value: '50', unit: 'mg/mL' });
  });

  test.each([
    ['maximum', { value: '60', unit: 'mg' }],
    ['sessionMaximum', { value: '90', unit: 'mg' }],
    ['vial', { value: '50', unit: 'mg/mL' }],
    ['madeUp', { value: '50', unit: 'mL' }],
    ['basis', 'adjusted-weight'],
    ['roundAmount', { step: { value: '1', unit: 'mg' }, mode: 'down' }],
    ['roundVolume', { step: { value: '0.1', unit: 'mL' }, mode: 'nearest' }],
    ['roundRate', { step: { value: '0.1', unit: 'mL/h' }, mode: 'down' }],
  ])('%s is read back as it was written', (setting, what) => {
    expect(parseClinicValue(value(setting, what))).toEqual({ ok: true, value: value(setting, what) });
  });

  test.each([
    ['an amount that is a number', value('maximum', { value: 60, unit: 'mg' }), 'value'],
    ['an amount with a trailing zero', value('maximum', { value: '6.0', unit: 'mg' }), 'value'],
    ['a unit outside the table', value('vial', { value: '5', unit: 'mg/cc' }), 'value'],
    ['a basis nobody knows', value('basis', 'surface-area'), 'value'],
    ['rounding up', value('roundAmount', { step: { value: '1', unit: 'mg' }, mode: 'up' }), 'value'],
    ['rounding without a step', value('roundRate', { mode: 'down' }), 'value'],
    ['a setting nobody knows', value('colour', 'red'), 'setting'],
    ['nobody’s name', value('basis', 'actual-weight', ' '), 'by'],
    ['no dose', { ...value('basis', 'actual-weight'), blockId: undefined }, 'blockId'],
    ['nothing', null, 'protocolId'],
  ])('%s is refused by the part that cannot be read', (_what, body, part) => {
    expect(parseClinicValue(body)).toEqual({ ok: false, error: part });
  });
});

describe('the calculator’s switch', () => {
  const word = (version: string, on: boolean, by = 'A. Prescriber'): CalculatorRecord => ({
    protocolId: 'exa-session',
    version,
    on,
    statement: 'I have read it.',
    by,
    at: AT,
  });
  const edition = (version: string) => ({ id: 'exa-session', version });

  test('is on for exactly the edition it was turned on for', () => {
    const records = [word('1.0.0', true)];
    expect(findCalculatorSwitch(records, edition('1.0.0'))).toEqual({
      protocolId: 'exa-session',
      version: '1.0.0',
      by: 'A. Prescriber',
      at: AT,
    });
    // The older edition's switch comes back under its own version, so the calculator of 1.1.0 stays off.
    expect(findCalculatorSwitch(records, edition('1.1.0'))?.version).toBe('1.0.0');
    expect(findCalculatorSwitch(records, { id: 'other', version: '1.0.0' })).toBeUndefined();
  });

  test('turned off, it is off, whatever another edition’s says', () => {
    const records = [word('1.1.0', true), word('1.0.0', true), word('1.0.0', false)];
    expect(findCalculatorSwitch(records, edition('1.0.0'))).toBeUndefined();
    expect(findCalculatorSwitch(records, edition('1.1.0'))?.version).toBe('1.1.0');
  });

  test.each([
    ['no statement', { ...word('1.0.0', true), statement: '' }, 'statement'],
    ['no name', word('1.0.0', true, ''), 'by'],
    ['a word for on', { ...word('1.0.0', true), on: 'yes' }, 'on'],
  ])('with %s is refused', (_what, body, part) => {
    expect(parseCalculator(body)).toEqual({ ok: false, error: part });
  });
});
