import { expect, test } from 'vitest';
import { WEIGHT_RULE } from '../../../protocols/dose/entry-rules';
import { decimalOf } from '../../../protocols/dose/exact';
import type { DoseEntries } from '../../../protocols/contract/calls';
import { type Entries, type FieldName, toEntries } from '../../../renderer/dose/entry';
import { toGuard } from '../../../renderer/dose/field-rules';
import { readField } from '../../../renderer/dose/read-field';
import { toDoseEntries } from '../../../renderer/dose/typed-entries';
import type { Worked } from '../../../renderer/dose/worked-entries';

const FIELDS = (['weight', 'amount', 'vial'] as const).map((name) => ({
  name,
  needed: true,
  rule: name === 'weight' ? WEIGHT_RULE : toGuard('mg'),
}));
const NOTHING = { sex: undefined, repeat: undefined, given: [] };

/** What the sheet gets of fields that stand like this on the screen. */
function handOver(entries: Entries, more: Partial<Parameters<typeof toDoseEntries>[0]> = {}): DoseEntries {
  const names = Object.keys(entries) as FieldName[];
  const ruleOf = (name: FieldName) => FIELDS.find((field) => field.name === name)?.rule ?? toGuard('mg');
  const readings = Object.fromEntries(
    names.map((name) => [name, readField(entries[name], ruleOf(name), 'en')]),
  ) as Worked['readings'];
  return toDoseEntries({ ...NOTHING, fields: FIELDS, entries, readings, ...more }, 'en');
}

const typed = (text: string) => ({ text, left: true, confirmed: false, settled: false });

test('a sheet gets what was typed letter for letter, and the day of the weight', () => {
  const entered = handOver(toEntries({ weight: ' 70,50 ', amount: '0.5' }));
  expect(entered).toMatchObject({ weight: '70,50', amount: '0.5' });
  expect(entered.weighedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(entered.vial).toBeUndefined();
});

test('a field that is still being typed in, or is not of this dose, is a blank on the sheet', () => {
  const entries = toEntries({ height: '170', vial: '50' });
  const typing = { ...entries, vial: { ...entries.vial, left: false } };
  expect(handOver(typing)).toEqual({});
});

test.each([
  ['an unusual weight nobody said is right', 'weight', '250'],
  ['a number that may hold a thousand', 'amount', '1,250'],
  ['a weight outside its range', 'weight', '700'],
  ['no number', 'vial', '50mg'],
] as const)('%s is a blank on the sheet: paper cannot ask', (_, name, text) => {
  expect(handOver({ ...toEntries({}), [name]: typed(text) })).toEqual({});
});

test.each([
  ['weight', { ...typed('250'), confirmed: true }, '250'],
  ['amount', { ...typed('1.25'), settled: true }, '1.25'],
] as const)('once it was answered, the %s goes along', (name, entry, text) => {
  expect(handOver({ ...toEntries({}), [name]: entry })).toMatchObject({ [name]: text });
});

test('doses given before go along, with the time since where a whole minute has passed', () => {
  const amount = { value: decimalOf('20.5'), unit: 'mg' } as const;
  const since = (value: string) => ({ value: decimalOf(value), unit: 'min' }) as const;
  const given = [
    { blockId: 'dose-iv', amount, since: since('12') },
    { blockId: 'dose-iv', amount, since: since('0') },
  ];
  expect(handOver(toEntries({}), { given, repeat: 1, sex: 'female' })).toEqual({
    repeat: 1,
    sex: 'female',
    given: [
      { block: 'dose-iv', amount: '20.5', since: '12' },
      { block: 'dose-iv', amount: '20.5' },
    ],
  });
});
