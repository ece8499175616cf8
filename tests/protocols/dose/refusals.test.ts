import { describe, expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { DoseAnswer, RefusalReason } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseInputs, DoseRequest } from '../../../protocols/dose/dose-request';
import type { Standing } from '../../../protocols/text/in-force';
import { amount, asRefusal, asResult, request, switchedOn, withDoses } from '../../fixtures/dose-requests';

// A sound infusion; each test spoils one thing of it.
const BLOCK = `
id: dose-x
drug: { name: invented }
route: intravenous
method: infusion
basis: actual-weight
evidence: verified s1
amount: { min: 0.4 mg/kg, usual: 0.5 mg/kg, max: 0.75 mg/kg }
cap: 60 mg
weightRange: { min: 40 kg, max: 130 kg }
over: { min: PT40M, usual: PT40M, max: PT60M }
rate: { max: 80 mL/h }
preparation: { concentration: 50 mg/mL, diluent: saline, totalVolume: 50 mL }
rounding: { amount: 1 mg down, volume: 0.1 mL down, rate: 0.1 mL/h down }
repeat: [{ interval: P3D, maxCount: 6, within: P3W }]
limits: [{ amount: 100 mg, per: session }]
`;
const INPUTS: DoseInputs = { weight: amount('70.5 kg'), vial: amount('50 mg/mL') };

function compute(
  block: string,
  inputs: DoseInputs = {},
  clinic: ClinicValues = {},
  rest: Partial<DoseRequest> = {},
): DoseAnswer {
  return computeDose(request(withDoses(block), 'dose-x', { ...INPUTS, ...inputs }, clinic, rest));
}
const reasonOf = (answer: DoseAnswer): RefusalReason => asRefusal(answer).reason;
const spoil = (from: string, to: string, block = BLOCK): string => {
  if (!block.includes(from)) throw new Error(`not in the block: ${from}`);
  return block.replace(from, to);
};
const without = (field: string, block = BLOCK): string => block.replace(new RegExp(`^${field}: .*\n`, 'm'), '');

test('the sound block gives a dose, with everything a second person needs', () => {
  const found = asResult(compute(BLOCK));
  expect(found).toMatchObject({
    place: { protocolId: 'invented', version: '2.0.0', blockId: 'dose-x', number: '1.1' },
    drug: { name: 'invented' },
    route: 'intravenous',
    method: 'infusion',
    basis: 'actual-weight',
    amount: amount('0.5 mg/kg'),
    weight: amount('70.5 kg'),
    vial: amount('50 mg/mL'),
    dose: amount('35 mg'),
    volume: amount('0.7 mL'),
    madeUp: amount('50 mL'),
    rate: amount('75 mL/h'),
    duration: amount('40 min'),
    total: amount('35 mg'),
    lowest: amount('28 mg'),
    highest: amount('52 mg'),
    capped: undefined,
    hourly: undefined,
    clinic: [],
    calculator: { by: 'A. Prescriber', version: '2.0.0' },
    warnings: [],
  });
  expect(found.steps.map(({ id }) => id)).toEqual(['dose', 'lowest', 'highest', 'volume', 'made-up', 'rate']);
  expect(
    found.limits.map(({ id, stated, limit, compared, unit }) => [id, stated.value, limit, compared, unit]),
  ).toEqual([
    ['amount-max', '0.75', '52.875', '35', 'mg'],
    ['cap', '60', '60', '35', 'mg'],
    ['session', '100', '100', '35', 'mg'],
    ['rate-max', '80', '80', '75', 'mL/h'],
    ['over-min', '40', '40', '40', 'min'],
  ]);
  expect(found.steps[0]).toMatchObject({
    exact: '35.25',
    unit: 'mg',
    rounded: amount('35 mg'),
    rounding: { step: amount('1 mg'), mode: 'down', by: 'block' },
  });
});

test('a refusal holds the range and the place, and no number', () => {
  const refused = asRefusal(compute(spoil('cap: 60 mg', 'cap: 60 mg (recalled s1)')));
  expect(Object.keys(refused).toSorted()).toEqual(['amount', 'kind', 'over', 'place', 'reason']);
  expect(refused).toMatchObject({
    reason: { kind: 'not-verified', field: 'cap', mark: 'recalled' },
    place: { blockId: 'dose-x', number: '1.1' },
    amount: { usual: { value: '0.5' } },
    over: { usual: { duration: 'PT40M' } },
  });
});

describe('where it is asked', () => {
  const protocol = withDoses(BLOCK);
  const ask = (rest: Partial<DoseRequest>): DoseAnswer =>
    computeDose({ ...request(protocol, 'dose-x', INPUTS), ...rest });

  test('a block that is not there, or is no dose', () => {
    expect(reasonOf(ask({ blockId: 'dose-y' }))).toEqual({ kind: 'block-not-found' });
    expect(asRefusal(ask({ blockId: 'dose-y' })).place.number).toBe('');
    const [section] = protocol.sections;
    const narrative = { id: 'text', type: 'narrative' as const, md: 'Words.' };
    const other = { ...protocol, sections: section === undefined ? [] : [{ ...section, blocks: [narrative] }] };
    expect(reasonOf(ask({ protocol: other, blockId: 'text' }))).toEqual({ kind: 'not-a-dose' });
  });

  test.each<[Standing, string]>([
    ['in-force', 'dose'],
    ['draft', 'dose'],
    ['review-due', 'dose'],
    ['review-overdue', 'dose'],
    ['not-yet', 'out-of-use'],
    ['superseded', 'out-of-use'],
    ['ended', 'out-of-use'],
    ['retired', 'out-of-use'],
  ])('an edition that is %s: %s', (standing, ending) => {
    const answer = ask({ standing });
    expect(answer.kind === 'dose' ? 'dose' : answer.reason.kind).toBe(ending);
    const said = answer.kind === 'dose' ? answer.warnings.map(({ kind }) => kind) : [standing];
    expect(said).toEqual(standing === 'in-force' ? [] : [standing]);
  });

  test.each([
    ['no switch', undefined, { kind: 'calculator-off' }],
    ['a switch nobody named', { by: '  ' }, { kind: 'calculator-off' }],
    ['a switch of another protocol', { protocolId: 'other' }, { kind: 'calculator-off' }],
    ['a switch of an older version', { version: '1.9.0' }, { kind: 'calculator-off', switchedFor: '1.9.0' }],
    ['a switch of a newer version', { version: '2.0.1' }, { kind: 'calculator-off', switchedFor: '2.0.1' }],
  ])('%s keeps the calculator off', (_, change, reason) => {
    const calculator = change === undefined ? undefined : { ...switchedOn(protocol), ...change };
    expect(reasonOf(ask({ calculator }))).toEqual(reason);
  });
});

test.each<[string, string, RefusalReason]>([
  ['evidence: verified s1', 'evidence: second-hand s1', { kind: 'not-verified', field: 'block', mark: 'second-hand' }],
  [
    'min: 0.4 mg/kg',
    'min: 0.4 mg/kg (second-hand s1)',
    { kind: 'not-verified', field: 'amount.min', mark: 'second-hand' },
  ],
  [
    'usual: 0.5 mg/kg',
    'usual: 0.5 mg/kg (recalled s1)',
    { kind: 'not-verified', field: 'amount.usual', mark: 'recalled' },
  ],
  ['max: 0.75 mg/kg', 'max: local', { kind: 'not-verified', field: 'amount.max', mark: 'local' }],
  ['min: 40 kg', 'min: 40 kg (recalled s1)', { kind: 'not-verified', field: 'weightRange', mark: 'recalled' }],
  ['max: 130 kg', 'max: 130 kg (recalled s1)', { kind: 'not-verified', field: 'weightRange', mark: 'recalled' }],
  ['usual: PT40M', 'usual: PT40M (recalled s1)', { kind: 'not-verified', field: 'over.usual', mark: 'recalled' }],
  ['max: 80 mL/h', 'max: 80 mL/h (second-hand s1)', { kind: 'not-verified', field: 'rate.max', mark: 'second-hand' }],
  ['max: 80 mL/h', 'min: 1 mL/h (recalled s1)', { kind: 'not-verified', field: 'rate.min', mark: 'recalled' }],
  [
    'concentration: 50 mg/mL',
    'concentration: 50 mg/mL (recalled s1)',
    { kind: 'not-verified', field: 'concentration', mark: 'recalled' },
  ],
  [
    'totalVolume: 50 mL',
    'totalVolume: 50 mL (recalled s1)',
    { kind: 'not-verified', field: 'totalVolume', mark: 'recalled' },
  ],
  ['amount: 100 mg', 'amount: 100 mg (recalled s1)', { kind: 'not-verified', field: 'limits', mark: 'recalled' }],
  ['amount: 100 mg', 'amount: local', { kind: 'not-set', setting: 'sessionMaximum' }],
  ['cap: 60 mg', 'cap: local (Set it.)', { kind: 'not-set', setting: 'maximum' }],
  ['basis: actual-weight', 'basis: local', { kind: 'not-set', setting: 'basis' }],
  ['amount: 1 mg down, ', 'amount: 0 mg down, ', { kind: 'not-positive', input: 'rounding' }],
  ['volume: 0.1 mL down, ', '', { kind: 'not-set', setting: 'roundVolume' }],
  [', rate: 0.1 mL/h down', '', { kind: 'not-set', setting: 'roundRate' }],
  ['volume: 0.1 mL', 'volume: 0 mL', { kind: 'not-positive', input: 'rounding' }],
  ['rate: 0.1 mL/h', 'rate: 0 mL/h', { kind: 'not-positive', input: 'rounding' }],
  ['min: PT40M, usual: PT40M', 'min: PT0M, usual: PT0M', { kind: 'not-positive', input: 'over.usual' }],
  ['min: 0.4 mg/kg, usual: 0.5 mg/kg, max: 0.75 mg/kg', 'min: 0.4 mg/kg', { kind: 'not-stated', field: 'amount.max' }],
  [
    'min: 0.4 mg/kg, usual: 0.5 mg/kg, max: 0.75 mg/kg',
    'choices: [0.4 mg/kg, 0.5 mg/kg (recalled s1)]',
    { kind: 'not-verified', field: 'amount.choices', mark: 'recalled' },
  ],
])('%s become %s: refused', (from, to, reason) => {
  expect(reasonOf(compute(spoil(from, to)))).toEqual(reason);
});

test.each<[string, DoseInputs, RefusalReason]>([
  ['no weight', { weight: undefined }, { kind: 'missing', input: 'weight' }],
  ['a weight in millilitres', { weight: amount('70 mL') }, { kind: 'wrong-unit', input: 'weight' }],
  ['no weight at all on the scale', { weight: amount('0 kg') }, { kind: 'not-positive', input: 'weight' }],
  ['a negative weight', { weight: amount('-5 kg') }, { kind: 'not-positive', input: 'weight' }],
  ['no vial', { vial: undefined }, { kind: 'missing', input: 'vial' }],
  ['a vial in milligrams', { vial: amount('50 mg') }, { kind: 'wrong-unit', input: 'vial' }],
  ['an empty vial', { vial: amount('0 mg/mL') }, { kind: 'not-positive', input: 'vial' }],
  [
    'another vial',
    { vial: amount('10 mg/mL') },
    { kind: 'vial-differs', given: amount('10 mg/mL'), stated: amount('50 mg/mL'), by: 'block' },
  ],
  ['an amount in milligrams', { amount: amount('35 mg') }, { kind: 'wrong-unit', input: 'amount' }],
  ['a time in kilograms', { over: amount('40 kg') }, { kind: 'wrong-unit', input: 'over' }],
  ['no time at all', { over: amount('0 min') }, { kind: 'not-positive', input: 'over' }],
  ['a rule the block has not', { repeat: 1 }, { kind: 'no-such-repeat' }],
])('%s is refused by name', (_, inputs, reason) => {
  const found = reasonOf(compute(BLOCK, inputs));
  expect(found).toMatchObject(
    reason.kind === 'vial-differs' ? { ...reason, stated: { value: '50', unit: 'mg/mL' } } : reason,
  );
});

test.each<[string, DoseInputs, string]>([
  ['39.9 kg', { weight: amount('39.9 kg') }, 'outside-range'],
  ['40 kg', { weight: amount('40 kg') }, 'dose'],
  ['130 kg', { weight: amount('130 kg') }, 'dose'],
  ['130.1 kg', { weight: amount('130.1 kg') }, 'outside-range'],
  ['0.399 mg/kg', { amount: amount('0.399 mg/kg') }, 'outside-range'],
  ['0.4 mg/kg', { amount: amount('0.4 mg/kg') }, 'dose'],
  ['0.75 mg/kg', { amount: amount('0.75 mg/kg') }, 'dose'],
  ['0.751 mg/kg', { amount: amount('0.751 mg/kg') }, 'outside-range'],
  ['2399 seconds', { over: amount('2399 s') }, 'outside-range'],
  ['an hour', { over: amount('1 h') }, 'dose'],
  ['3601 seconds', { over: amount('3601 s') }, 'outside-range'],
  ['49 mL', { madeUp: amount('49 mL') }, 'outside-range'],
  ['50 mL', { madeUp: amount('50 mL') }, 'dose'],
])('%s: %s', (_, inputs, ending) => {
  const answer = compute(BLOCK, inputs);
  expect(answer.kind === 'dose' ? 'dose' : answer.reason.kind).toBe(ending);
});

test('a weight outside names the range and whose it is', () => {
  const range = { by: 'block', min: { value: '40' }, max: { value: '130' } };
  expect(reasonOf(compute(BLOCK, { weight: amount('30 kg') }))).toMatchObject({
    input: 'weight',
    given: amount('30 kg'),
    range,
  });
  const guarded = reasonOf(compute(without('weightRange'), { weight: amount('5 kg') }));
  expect(guarded).toMatchObject({ range: { by: 'guard', min: amount('10 kg'), max: amount('400 kg') } });
});

describe('after rounding', () => {
  test('a cap brings the dose down to the step below it, with both numbers', () => {
    const answer = asResult(compute(spoil('cap: 60 mg', 'cap: 30.5 mg')));
    expect(answer).toMatchObject({
      dose: amount('30 mg'),
      volume: amount('0.6 mL'),
      highest: amount('30 mg'),
      capped: { from: amount('35 mg'), to: amount('30 mg'), by: 'block' },
      warnings: [],
    });
    expect(answer.steps.map(({ id }) => id)).toContain('cap');
  });

  test.each([
    ['35 mg', '35 mg', undefined],
    ['34 mg', '34 mg', '35 mg'],
  ])('a cap of %s gives %s', (cap, dose, from) => {
    const answer = asResult(compute(spoil('cap: 60 mg', `cap: ${cap}`)));
    expect(answer.dose).toEqual(amount(dose));
    expect(answer.capped?.from).toEqual(from === undefined ? undefined : amount(from));
  });

  test('a cap below the lowest dose says so', () => {
    const warned = (cap: string) => asResult(compute(spoil('cap: 60 mg', `cap: ${cap}`))).warnings;
    expect(warned('27 mg')).toEqual([{ kind: 'below-lowest', lowest: amount('28 mg') }]);
    expect(warned('28 mg')).toEqual([]);
  });

  test('the nearest step above the highest amount is refused, below it is given', () => {
    const nearest = spoil('amount: 1 mg down', 'amount: 1 mg nearest');
    const at = (weight: string) => compute(nearest, { weight: amount(weight), amount: amount('0.75 mg/kg') });
    expect(reasonOf(at('70.5 kg'))).toMatchObject({
      kind: 'above-limit',
      check: { id: 'amount-max', limit: '52.875', compared: '53' },
    });
    expect(asResult(at('69.9 kg'))).toMatchObject({ dose: amount('52 mg'), highest: amount('52 mg') });
  });

  test('a half goes up where the rule says nearest', () => {
    const nearest = spoil('amount: 1 mg down', 'amount: 1 mg nearest');
    expect(asResult(compute(nearest, { weight: amount('71 kg') })).dose).toEqual(amount('36 mg'));
    expect(asResult(compute(nearest, { weight: amount('70.9 kg') })).dose).toEqual(amount('35 mg'));
  });

  test('a volume rounded up past a limit is refused; one that stays within is given with what it holds', () => {
    const nearest = spoil('volume: 0.1 mL down', 'volume: 0.5 mL nearest', spoil('cap: 60 mg', 'cap: 49 mg'));
    expect(reasonOf(compute(nearest, { weight: amount('78 kg') }))).toMatchObject({
      kind: 'above-limit',
      check: { id: 'cap', compared: '50' },
    });
    const within = asResult(compute(spoil('cap: 49 mg', 'cap: 50 mg', nearest), { weight: amount('78 kg') }));
    expect(within.steps.find(({ id }) => id === 'drawn')).toMatchObject({ exact: '50', unit: 'mg' });
  });

  test('what rounds to nothing is refused', () => {
    const coarse = (from: string, to: string) => reasonOf(compute(spoil(from, to)));
    expect(coarse('amount: 1 mg down', 'amount: 36 mg down')).toMatchObject({
      kind: 'rounds-to-nothing',
      step: 'dose',
      exact: '35.25',
    });
    expect(coarse('volume: 0.1 mL', 'volume: 1 mL')).toMatchObject({ kind: 'rounds-to-nothing', step: 'volume' });
    expect(coarse('rate: 0.1 mL/h', 'rate: 76 mL/h')).toMatchObject({ kind: 'rounds-to-nothing', step: 'rate' });
    expect(coarse('cap: 60 mg', 'cap: 0.5 mg')).toMatchObject({ kind: 'rounds-to-nothing', step: 'cap' });
  });

  test.each([
    ['max: 80 mL/h', 'max: 75 mL/h', 'dose'],
    ['max: 80 mL/h', 'max: 74.9 mL/h', 'above-limit rate-max'],
    ['max: 80 mL/h', 'min: 75 mL/h', 'dose'],
    ['max: 80 mL/h', 'min: 75.1 mL/h', 'below-limit rate-min'],
    ['max: 80 mL/h', 'max: 52.5 mg/h', 'dose'],
    ['max: 80 mL/h', 'max: 52.4 mg/h', 'above-limit rate-max'],
    ['max: 80 mL/h', 'max: 0.875 mg/min', 'dose'],
    ['max: 80 mL/h', 'max: 0.8749 mg/min', 'above-limit rate-max'],
    ['max: 80 mL/h', 'max: 0.75 mg/kg/h', 'dose'],
    ['max: 80 mL/h', 'max: 0.74 mg/kg/h', 'above-limit rate-max'],
  ])('%s become %s: %s', (from, to, ending) => {
    const answer = compute(spoil(from, to));
    const said = (reason: RefusalReason) => ('check' in reason ? `${reason.kind} ${reason.check.id}` : reason.kind);
    expect(answer.kind === 'dose' ? 'dose' : said(answer.reason)).toBe(ending);
  });

  test('a rate rounded up must not outrun the shortest time', () => {
    const fast = spoil('rate: 0.1 mL/h down', 'rate: 2 mL/h nearest');
    expect(reasonOf(compute(fast))).toMatchObject({
      kind: 'below-limit',
      check: { id: 'over-min', limit: '40', unit: 'min' },
    });
  });

  test('a pump that counts milligrams runs at the dose over the time', () => {
    const mass = spoil(
      'rate: 0.1 mL/h down',
      'rate: 0.1 mg/h down',
      spoil('rate: { max: 80 mL/h }', 'rate: { max: 75 mL/h }'),
    );
    expect(asResult(compute(mass)).rate).toEqual(amount('52.5 mg/h'));
  });

  test('what is drawn up must fit into what it is made up to', () => {
    const small = (volume: string) => compute(spoil('totalVolume: 50 mL', `totalVolume: ${volume}`));
    expect(small('0.7 mL').kind).toBe('dose');
    expect(reasonOf(small('0.6 mL'))).toEqual({
      kind: 'does-not-fit',
      volume: amount('0.7 mL'),
      madeUp: expect.objectContaining(amount('0.6 mL')),
    });
  });
});
