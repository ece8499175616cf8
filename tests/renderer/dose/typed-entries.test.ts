import { expect, test } from 'vitest';
import { decimalOf } from '../../../protocols/dose/exact';
import { toEntries } from '../../../renderer/dose/entry';
import { toGuard } from '../../../renderer/dose/field-rules';
import { toDoseEntries } from '../../../renderer/dose/typed-entries';

const FIELDS = (['weight', 'amount', 'vial'] as const).map((name) => ({ name, needed: true, rule: toGuard('mg') }));
const NOTHING = { fields: FIELDS, sex: undefined, repeat: undefined, given: [] };

test('a sheet gets what was typed letter for letter, and the day of the weight', () => {
  const typed = toDoseEntries({ ...NOTHING, entries: toEntries({ weight: ' 70,50 ', amount: '0.5' }) }, 'en');
  expect(typed).toMatchObject({ weight: '70,50', amount: '0.5' });
  expect(typed.weighedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(typed.vial).toBeUndefined();
});

test('a field that is still being typed in, or is not of this dose, is a blank on the sheet', () => {
  const entries = toEntries({ height: '170', vial: '50' });
  const typing = { ...entries, vial: { ...entries.vial, left: false } };
  expect(toDoseEntries({ ...NOTHING, entries: typing }, 'en')).toEqual({});
});

test('doses given before go along, with the time since where a whole minute has passed', () => {
  const amount = { value: decimalOf('20.5'), unit: 'mg' } as const;
  const since = (value: string) => ({ value: decimalOf(value), unit: 'min' }) as const;
  const given = [
    { blockId: 'dose-iv', amount, since: since('12') },
    { blockId: 'dose-iv', amount, since: since('0') },
  ];
  const typed = toDoseEntries({ ...NOTHING, entries: toEntries({}), given, repeat: 1, sex: 'female' }, 'fr');
  expect(typed).toEqual({
    repeat: 1,
    sex: 'female',
    given: [
      { block: 'dose-iv', amount: '20,5', since: '12' },
      { block: 'dose-iv', amount: '20,5' },
    ],
  });
});
