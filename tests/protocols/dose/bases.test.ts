import { describe, expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { DoseAnswer } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseInputs } from '../../../protocols/dose/dose-request';
import { amount, asRefusal, asResult, request, setByClinic, withDoses } from '../../fixtures/dose-requests';

// An invented formula: no shipped source gives one.
const FORMULA =
  'weightFormula: { above: 150 cm, female: 45 kg, male: 50 kg, gain: { mass: 2.3 kg, each: 2.54 cm }, excess: 40 % }';
const block = (basis: string, rest = FORMULA) => `
id: dose-x
drug: { name: invented }
route: oral
method: bolus
basis: ${basis}
evidence: verified s1
amount: { min: 0.1 mg/kg, usual: 1 mg/kg, max: 2 mg/kg }
rounding: { amount: 0.01 mg down }
${rest}
`;
const BODY: DoseInputs = { weight: amount('90 kg'), height: amount('175.4 cm'), sex: 'male' };

function compute(text: string, inputs: DoseInputs = {}, clinic: ClinicValues = {}): DoseAnswer {
  return computeDose(request(withDoses(text), 'dose-x', { ...BODY, ...inputs }, clinic));
}
const sign = (text: string) => ({ kind: 'sign', sign: text });
const part = (value: string, unit: string) => ({ kind: 'quantity', value, unit });

test('ideal weight follows the formula of the block, and shows it', () => {
  const answer = asResult(compute(block('ideal-weight')));
  expect(answer).toMatchObject({ basis: 'ideal-weight', weight: amount('90 kg'), dose: amount('73 mg') });
  expect(answer.steps[0]).toEqual({
    id: 'ideal-weight',
    formula: [
      part('50', 'kg'),
      sign('plus'),
      part('2.3', 'kg'),
      sign('times'),
      sign('open'),
      part('175.4', 'cm'),
      sign('minus'),
      part('150', 'cm'),
      sign('close'),
      sign('divided-by'),
      part('2.54', 'cm'),
    ],
    exact: '73',
    unit: 'kg',
  });
  expect(asResult(compute(block('ideal-weight'), { sex: 'female' })).dose).toEqual(amount('68 mg'));
});

test('adjusted weight adds its share of the rest', () => {
  const answer = asResult(compute(block('adjusted-weight')));
  expect(answer).toMatchObject({ basis: 'adjusted-weight', dose: amount('79.8 mg') });
  expect(answer.steps.map(({ id }) => id)).toEqual(['ideal-weight', 'adjusted-weight', 'dose', 'lowest', 'highest']);
  expect(answer.steps[1]).toEqual({
    id: 'adjusted-weight',
    formula: [
      part('73', 'kg'),
      sign('plus'),
      part('40', '%'),
      sign('times'),
      sign('open'),
      part('90', 'kg'),
      sign('minus'),
      part('73', 'kg'),
      sign('close'),
    ],
    exact: '79.8',
    unit: 'kg',
  });
});

test('a weight that never ends is carried on exactly', () => {
  const answer = asResult(compute(block('ideal-weight'), { height: amount('175 cm') }));
  // 50 + 2.3 × 25 ÷ 2.54 = 9225/127
  expect(answer.steps[0]?.exact).toBe('9225/127');
  expect(answer.steps[1]).toMatchObject({ id: 'dose', exact: '9225/127', rounded: amount('72.63 mg') });
});

test.each<[string, string, DoseInputs, unknown]>([
  ['no formula', block('ideal-weight', ''), {}, { kind: 'not-stated', field: 'weightFormula' }],
  [
    'no share of the rest',
    block('adjusted-weight', FORMULA.replace(', excess: 40 %', '')),
    {},
    { kind: 'not-stated', field: 'weightFormula' },
  ],
  ...['above: 150 cm', 'male: 50 kg', 'mass: 2.3 kg', 'each: 2.54 cm', 'excess: 40 %'].map(
    (field): [string, string, DoseInputs, unknown] => [
      `${field} only recalled`,
      block('adjusted-weight', FORMULA.replace(field, `${field} (recalled s1)`)),
      {},
      { kind: 'not-verified', field: 'weightFormula', mark: 'recalled' },
    ],
  ),
  ['no height', block('ideal-weight'), { height: undefined }, { kind: 'missing', input: 'height' }],
  ['no sex', block('ideal-weight'), { sex: undefined }, { kind: 'missing', input: 'sex' }],
  [
    'a height in kilograms',
    block('ideal-weight'),
    { height: amount('175 kg') },
    { kind: 'wrong-unit', input: 'height' },
  ],
  [
    'a height below the formula',
    block('ideal-weight'),
    { height: amount('149.9 cm') },
    { kind: 'outside-range', input: 'height', range: { by: 'block' } },
  ],
  [
    'a slip in the height',
    block('ideal-weight'),
    { height: amount('260.1 cm') },
    { kind: 'outside-range', input: 'height', range: { by: 'guard' } },
  ],
  [
    'no weight, though the dose does not follow it',
    block('ideal-weight'),
    { weight: undefined },
    { kind: 'missing', input: 'weight' },
  ],
])('%s: refused', (_, text, inputs, reason) => {
  expect(asRefusal(compute(text, inputs)).reason).toMatchObject(reason as object);
});

test('a dose by body surface is refused: no formula for it is known here', () => {
  const protocol = withDoses(block('actual-weight'));
  const sections = protocol.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((each) => (each.type === 'dose' ? { ...each, basis: 'surface-area' as const } : each)),
  }));
  const answer = computeDose(request({ ...protocol, sections }, 'dose-x', BODY));
  expect(asRefusal(answer).reason).toEqual({ kind: 'basis-unsupported' });
});

test('the height a formula begins at is within it', () => {
  expect(asResult(compute(block('ideal-weight'), { height: amount('150 cm') })).dose).toEqual(amount('50 mg'));
  expect(asResult(compute(block('ideal-weight'), { height: amount('1.754 m') })).dose).toEqual(amount('73 mg'));
});

test('an adjusted weight of nothing or less gives no dose', () => {
  const steep = block('adjusted-weight', FORMULA.replace('excess: 40 %', 'excess: 400 %'));
  expect(asRefusal(compute(steep, { weight: amount('54.75 kg') })).reason).toMatchObject({
    kind: 'rounds-to-nothing',
    exact: '0',
    unit: 'kg',
  });
  expect(compute(steep, { weight: amount('54.76 kg') }).kind).toBe('dose');
});

describe('a clinic that sets the basis', () => {
  const set = (value: 'actual-weight' | 'ideal-weight'): ClinicValues => ({ basis: setByClinic(value) });
  test.each([
    ['actual-weight' as const, '90 mg'],
    ['ideal-weight' as const, '73 mg'],
  ])('to %s', (basis, dose) => {
    expect(asResult(compute(block('local'), {}, set(basis))).dose).toEqual(amount(dose));
  });
});
