// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { toWholeUnit } from '../../../renderer/dose/field-rules';
import { withDoses } from '../../fixtures/dose-requests';
import { doseOf } from './dose-page';

test.each([
  ['fixed', '600 ng', 'ng'],
  ['actual-weight', '2 mcg/kg', 'ug'],
  ['actual-weight', '8.5 mg/kg', 'mg'],
  ['fixed', '0.2 g', 'g'],
  ['fixed', '50 units', '[iU]'],
])('the whole of a dose (%s) of %s is asked for in %s', (basis, usual, unit) => {
  const head = `id: dose-x\ndrug: { name: invented }\nroute: intravenous\nmethod: bolus\nbasis: ${basis}`;
  const protocol = withDoses(`${head}\namount: { usual: ${usual} }\nevidence: verified s1`);
  expect(toWholeUnit(doseOf(protocol, 'dose-x'))).toBe(unit);
});
