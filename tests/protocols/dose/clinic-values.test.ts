import { describe, expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import { checkClinicValues } from '../../../protocols/dose/clinic-values';
import { findDoseBlock } from '../../../protocols/dose/check-sitting';
import { planDose, listInputs } from '../../../protocols/dose/dose-plan';
import type { DoseAnswer } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseBlock, DoseInputs, RoundingStep } from '../../../protocols/dose/dose-request';
import { amount, asRefusal, asResult, request, setByClinic, withDoses } from '../../fixtures/dose-requests';

const OPEN = `
id: dose-x
drug: { name: invented }
route: intravenous
method: infusion
basis: local
evidence: verified s1
amount: { usual: 0.5 mg/kg, max: 1 mg/kg }
cap: local (Set it.)
over: { usual: PT40M }
`;
const CLOSED = `
id: dose-x
drug: { name: invented }
route: intramuscular
method: bolus
basis: fixed
evidence: verified s1
amount: { min: 10 mg, max: 50 mg }
cap: 40 mg
preparation: { concentration: 10 mg/mL }
rounding: { amount: 1 mg down, volume: 0.1 mL nearest }
limits: [{ amount: 90 mg, per: session }]
repeat: [{ interval: PT10M }]
`;
const step = (size: string, mode: RoundingStep['mode'] = 'down'): RoundingStep => ({ step: amount(size), mode });
const SET: ClinicValues = {
  basis: setByClinic('actual-weight' as const),
  maximum: setByClinic(amount('60 mg')),
  roundAmount: setByClinic(step('0.1 mg')),
  roundVolume: setByClinic(step('0.01 mL')),
  roundRate: setByClinic(step('0.1 mL/h')),
};
const INPUTS: DoseInputs = { weight: amount('70 kg'), vial: amount('50 mg/mL'), madeUp: amount('50 mL') };

function blockOf(text: string): DoseBlock {
  const block = findDoseBlock(withDoses(text), 'dose-x');
  if (block === undefined) throw new Error('no block');
  return block;
}
const problems = (text: string, clinic: ClinicValues) => checkClinicValues(blockOf(text), clinic);
function compute(text: string, inputs: DoseInputs, clinic: ClinicValues): DoseAnswer {
  return computeDose(request(withDoses(text), 'dose-x', inputs, clinic));
}

test('what the clinic set is used, and named with who and when', () => {
  const answer = asResult(compute(OPEN, INPUTS, SET));
  expect(answer).toMatchObject({ basis: 'actual-weight', dose: amount('35 mg'), rate: amount('75 mL/h') });
  expect(answer.clinic.map(({ setting }) => setting)).toEqual([
    'basis',
    'maximum',
    'roundAmount',
    'roundVolume',
    'roundRate',
  ]);
  expect(answer.clinic[1]).toEqual({
    setting: 'maximum',
    value: amount('60 mg'),
    by: 'A. Prescriber',
    at: '2026-11-22T09:00:00+01:00',
  });
  expect(answer.steps[0]?.rounding?.by).toBe('clinic');
});

test.each(['basis', 'maximum', 'roundAmount', 'roundVolume', 'roundRate'] as const)(
  'without the %s nothing is computed',
  (setting) => {
    const reason = asRefusal(compute(OPEN, INPUTS, { ...SET, [setting]: undefined })).reason;
    expect(reason).toEqual({ kind: 'not-set', setting });
  },
);

test("a clinic's maximum caps where the block leaves it to the clinic", () => {
  const answer = asResult(compute(OPEN, { ...INPUTS, weight: amount('130 kg') }, SET));
  expect(answer).toMatchObject({
    dose: amount('60 mg'),
    capped: { from: amount('65 mg'), to: amount('60 mg'), by: 'clinic' },
  });
});

describe('a clinic may narrow, never widen', () => {
  test.each<[string, ClinicValues, unknown]>([
    ['the cap', { maximum: setByClinic(amount('40 mg')) }, undefined],
    [
      'a step above the cap',
      { maximum: setByClinic(amount('40.1 mg')) },
      { kind: 'widens', field: 'cap', published: { value: '40' } },
    ],
    ['the session limit', { sessionMaximum: setByClinic(amount('90 mg')) }, undefined],
    [
      'a step above it',
      { sessionMaximum: setByClinic(amount('90.1 mg')) },
      { kind: 'widens', field: 'limits', published: { value: '90' } },
    ],
    ['the stated strength', { vial: setByClinic(amount('10 mg/mL')) }, undefined],
    ['another strength', { vial: setByClinic(amount('10.1 mg/mL')) }, { kind: 'widens', field: 'concentration' }],
    ['the same basis', { basis: setByClinic('actual-weight' as const) }, { kind: 'widens', field: 'basis' }],
    ['the same step', { roundAmount: setByClinic(step('1 mg')) }, undefined],
    ['a coarser step', { roundAmount: setByClinic(step('5 mg')) }, undefined],
    [
      'a finer step',
      { roundAmount: setByClinic(step('0.5 mg')) },
      { kind: 'widens', field: 'rounding', published: amount('1 mg') },
    ],
    ['a step that is no multiple', { roundAmount: setByClinic(step('1.5 mg')) }, { kind: 'widens', field: 'rounding' }],
    [
      'a step to the nearest',
      { roundAmount: setByClinic(step('5 mg', 'nearest')) },
      { kind: 'widens', field: 'rounding' },
    ],
    [
      'the same step to the nearest',
      { roundAmount: setByClinic(step('1 mg', 'nearest')) },
      { kind: 'widens', field: 'rounding' },
    ],
    ['nearest where the block says so', { roundVolume: setByClinic(step('0.1 mL', 'nearest')) }, undefined],
    ['down where the block says nearest', { roundVolume: setByClinic(step('0.1 mL')) }, undefined],
    [
      'a coarser nearest',
      { roundVolume: setByClinic(step('0.2 mL', 'nearest')) },
      { kind: 'widens', field: 'rounding' },
    ],
    ['a rate of its own', { roundRate: setByClinic(step('1 mL/h')) }, undefined],
  ])('%s', (_, clinic, problem) => {
    const setting = Object.keys(clinic)[0];
    expect(problems(CLOSED, clinic)).toEqual(
      problem === undefined ? [] : [{ setting, problem: expect.objectContaining(matching(problem)) }],
    );
  });

  test('nor above the highest fixed amount where there is no cap', () => {
    const uncapped = CLOSED.replace('cap: 40 mg\n', '');
    expect(problems(uncapped, { maximum: setByClinic(amount('50 mg')) })).toEqual([]);
    expect(problems(uncapped, { maximum: setByClinic(amount('50.1 mg')) })).toMatchObject([
      { problem: { field: 'amount.max' } },
    ]);
  });

  test('a published value that is not verified binds no clinic; the block is refused for it', () => {
    const recalled = CLOSED.replace('cap: 40 mg', 'cap: 40 mg (recalled s1)');
    expect(problems(recalled, { maximum: setByClinic(amount('45 mg')) })).toEqual([]);
    expect(asRefusal(compute(recalled, {}, { maximum: setByClinic(amount('45 mg')) })).reason).toMatchObject({
      kind: 'not-verified',
    });
  });

  test('the same basis is no widening, another is', () => {
    const stated = OPEN.replace('basis: local', 'basis: actual-weight');
    expect(problems(stated, { basis: setByClinic('actual-weight' as const) })).toEqual([]);
    expect(problems(stated, { basis: setByClinic('ideal-weight' as const) })).toMatchObject([
      { problem: { kind: 'widens' } },
    ]);
  });

  test('a stated total volume is kept', () => {
    const made = OPEN.replace(
      'over:',
      'preparation: { concentration: 50 mg/mL, diluent: saline, totalVolume: 50 mL }\nover:',
    );
    expect(problems(made, { madeUp: setByClinic(amount('50 mL')) })).toEqual([]);
    expect(problems(made, { madeUp: setByClinic(amount('100 mL')) })).toMatchObject([
      { problem: { field: 'totalVolume' } },
    ]);
  });
});

const matching = (value: unknown): Record<string, unknown> => {
  const plain = { ...(value as Record<string, unknown>) };
  if ('published' in plain) plain['published'] = expect.objectContaining(plain['published'] as object);
  return plain;
};

test.each<[keyof ClinicValues, ClinicValues, string]>([
  ['maximum', { maximum: { ...setByClinic(amount('10 mg')), by: ' ' } }, 'unsigned'],
  ['maximum', { maximum: { ...setByClinic(amount('10 mg')), at: 'yesterday' } }, 'unsigned'],
  ['maximum', { maximum: { ...setByClinic(amount('10 mg')), at: 'on 2026-11-22T09:00' } }, 'unsigned'],
  ['basis', { basis: { ...setByClinic('actual-weight' as const), by: '' } }, 'unsigned'],
  ['roundAmount', { roundAmount: { ...setByClinic(step('1 mg')), by: '' } }, 'unsigned'],
  ['maximum', { maximum: setByClinic(amount('1 mL')) }, 'wrong-unit'],
  ['maximum', { maximum: setByClinic(amount('0 mg')) }, 'not-positive'],
  ['sessionMaximum', { sessionMaximum: setByClinic(amount('1 mL')) }, 'wrong-unit'],
  ['vial', { vial: setByClinic(amount('10 mg')) }, 'wrong-unit'],
  ['vial', { vial: setByClinic(amount('0 mg/mL')) }, 'not-positive'],
  ['madeUp', { madeUp: setByClinic(amount('10 mg')) }, 'wrong-unit'],
  ['roundAmount', { roundAmount: setByClinic(step('1 mL')) }, 'wrong-unit'],
  ['roundAmount', { roundAmount: setByClinic(step('0 mg')) }, 'not-positive'],
  ['roundVolume', { roundVolume: setByClinic(step('1 mg')) }, 'wrong-unit'],
  ['roundRate', { roundRate: setByClinic(step('1 mg')) }, 'wrong-unit'],
])('%s is refused: %j', (setting, clinic, kind) => {
  expect(problems(CLOSED, clinic)).toMatchObject([{ setting, problem: { kind } }]);
  expect(asRefusal(compute(CLOSED, {}, clinic)).reason).toMatchObject({
    kind: 'clinic-value',
    setting,
    problem: { kind },
  });
});

test('a rate step must measure what the stated one does', () => {
  const mass = OPEN.replace('over:', 'rounding: { amount: 1 mg down, rate: 1 mg/h down }\nover:');
  expect(problems(mass, { roundRate: setByClinic(step('1 mL/h')) })).toMatchObject([
    { problem: { kind: 'wrong-unit' } },
  ]);
  expect(problems(mass, { roundRate: setByClinic(step('2 mg/h')) })).toEqual([]);
});

test('a maximum is measured as the dose is: in millilitres for a volume, in units for units', () => {
  const drink = (unit: string) => `
id: dose-x
drug: { name: invented }
route: oral
method: bolus
basis: fixed
evidence: verified s1
amount: { usual: 20 ${unit}, max: 30 ${unit} }
cap: local
`;
  for (const unit of ['mL', 'units']) {
    const most = (text: string): ClinicValues => ({ maximum: setByClinic(amount(text)) });
    expect(problems(drink(unit), most(`25 ${unit}`))).toEqual([]);
    expect(problems(drink(unit), most('25 mg'))).toMatchObject([{ problem: { kind: 'wrong-unit' } }]);
    expect(asResult(compute(drink(unit), {}, most(`25 ${unit}`)))).toMatchObject({
      dose: amount(`20 ${unit}`),
      volume: undefined,
    });
  }
});

describe('a vial and a volume the clinic set', () => {
  const set = { ...SET, vial: setByClinic(amount('50 mg/mL')), madeUp: setByClinic(amount('100 mL')) };
  test('stand where nothing is entered, and let nothing else pass', () => {
    const answer = asResult(compute(OPEN, { weight: amount('70 kg') }, set));
    expect(answer).toMatchObject({
      vial: amount('50 mg/mL'),
      volume: amount('0.7 mL'),
      madeUp: amount('100 mL'),
      rate: amount('150 mL/h'),
    });
    const other = (inputs: DoseInputs) => asRefusal(compute(OPEN, { weight: amount('70 kg'), ...inputs }, set)).reason;
    expect(other({ vial: amount('10 mg/mL') })).toMatchObject({ kind: 'vial-differs', by: 'clinic' });
    expect(other({ madeUp: amount('50 mL') })).toMatchObject({ kind: 'outside-range', input: 'madeUp' });
  });
});

test('what a person fills in, in the order of the screen', () => {
  const list = (text: string, clinic: ClinicValues = SET) => {
    const plan = planDose(blockOf(text), clinic);
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    return listInputs(plan.value).map(({ input, needed }) => (needed ? input : `(${input})`));
  };
  expect(list(OPEN)).toEqual(['weight', 'amount', 'over', 'vial', 'madeUp']);
  expect(list(OPEN, { ...SET, basis: setByClinic('adjusted-weight' as const) })).toEqual([
    'weight',
    'height',
    'sex',
    'amount',
    'over',
    'vial',
    'madeUp',
  ]);
  expect(list(CLOSED, {})).toEqual(['amount', 'vial']);
  expect(list(CLOSED.replace('cap:', 'over: { usual: PT2M }\ncap:'), {})).toEqual(['amount', '(over)', 'vial']);
  const spray = CLOSED.replace('intramuscular', 'intranasal')
    .replace('method: bolus', 'method: supervised-self')
    .replace(/preparation.*\n/, '');
  expect(list(spray, {})).toEqual(['amount', '(vial)']);
  expect(list(spray.replace(', volume: 0.1 mL nearest', ''), {})).toEqual(['amount']);
  const drawn = OPEN.replace('over:', 'preparation: { concentration: 1 mg/mL }\nover:');
  expect(list(drawn)).toEqual(['weight', 'amount', 'over', 'vial']);
  expect(list(OPEN.replace('over:', 'preparation: { concentration: 1 mg/mL, diluent: saline }\nover:'))).toEqual([
    'weight',
    'amount',
    'over',
    'vial',
  ]);
});
