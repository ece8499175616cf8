import { describe, expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { DoseAnswer } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseInputs } from '../../../protocols/dose/dose-request';
import { amount, asRefusal, asResult, request, setByClinic, withDoses } from '../../fixtures/dose-requests';

const block = (head: string, rest = '') => `
id: dose-x
drug: { name: invented }
${head}
evidence: verified s1
${rest}
`;
const compute = (text: string, inputs: DoseInputs = {}, clinic: ClinicValues = {}): DoseAnswer =>
  computeDose(request(withDoses(text), 'dose-x', inputs, clinic));
const ending = (answer: DoseAnswer): string => (answer.kind === 'dose' ? 'dose' : answer.reason.kind);

const INFUSION = 'route: intravenous\nmethod: infusion\nbasis: fixed';
const ROUNDED = 'rounding: { amount: 1 mg down, volume: 0.1 mL down, rate: 0.1 mL/h down }';
const [VIAL, TEN] = [amount('50 mg/mL'), amount('10 mg/mL')];

describe('what an infusion is made up to', () => {
  const made = (preparation: string) =>
    block(INFUSION, `amount: { usual: 35 mg }\nover: { usual: PT40M }\n${preparation}\n${ROUNDED}`);

  test('a strength with a diluent: as much as brings the dose to that strength', () => {
    const answer = asResult(compute(made('preparation: { concentration: 2 mg/mL, diluent: saline }'), { vial: VIAL }));
    expect(answer).toMatchObject({ volume: amount('0.7 mL'), madeUp: amount('17.5 mL'), rate: amount('26.2 mL/h') });
    const step = answer.steps.find(({ id }) => id === 'made-up');
    expect(step).toMatchObject({ exact: '17.5', unit: 'mL', rounded: amount('17.5 mL') });
    expect(ending(compute(made('preparation: { concentration: 80 mg/mL, diluent: saline }'), { vial: VIAL }))).toBe(
      'does-not-fit',
    );
    expect(ending(compute(made('preparation: { concentration: 400 mg/mL, diluent: saline }'), { vial: VIAL }))).toBe(
      'rounds-to-nothing',
    );
  });

  test('a strength alone: it is given as it was drawn up, from that vial', () => {
    const text = made('preparation: { concentration: 10 mg/mL }');
    const answer = asResult(compute(text, { vial: TEN }));
    expect(answer).toMatchObject({ volume: amount('3.5 mL'), madeUp: amount('3.5 mL'), rate: amount('5.2 mL/h') });
    expect(ending(compute(text, { vial: VIAL }))).toBe('vial-differs');
    expect(answer.steps.map(({ id }) => id)).not.toContain('made-up');
  });

  test('nothing stated: what is entered, and it must be', () => {
    expect(asRefusal(compute(made(''), { vial: VIAL })).reason).toEqual({ kind: 'missing', input: 'madeUp' });
    expect(asRefusal(compute(made(''), { vial: VIAL, madeUp: amount('5 mg') })).reason).toEqual({
      kind: 'wrong-unit',
      input: 'madeUp',
    });
    expect(asResult(compute(made(''), { vial: VIAL, madeUp: amount('50 mL') })).rate).toEqual(amount('75 mL/h'));
  });

  test('a total volume: the vial has the stated strength', () => {
    const text = made('preparation: { concentration: 50 mg/mL, diluent: saline, totalVolume: 100 mL }');
    expect(asResult(compute(text, { vial: VIAL }))).toMatchObject({
      madeUp: { value: '100', unit: 'mL' },
      rate: amount('150 mL/h'),
    });
    expect(asRefusal(compute(text, { vial: VIAL, madeUp: amount('50 mL') })).reason).toMatchObject({
      kind: 'outside-range',
      input: 'madeUp',
      range: { by: 'block', choices: [{ value: '100' }] },
    });
  });
});

describe('how long', () => {
  const timed = (over: string, method = 'infusion', rate = '') =>
    block(
      `route: intravenous\nmethod: ${method}\nbasis: fixed`,
      `amount: { usual: 35 mg }\n${over}\n${rate}\n${ROUNDED}`,
    );
  const inputs: DoseInputs = { vial: VIAL, madeUp: amount('50 mL') };
  const at = (text: string, over?: string) =>
    compute(text, { ...inputs, over: over === undefined ? undefined : amount(over) });

  test('an infusion whose document bounds neither time nor rate is not computed', () => {
    expect(asRefusal(at(timed(''), '40 min')).reason).toEqual({ kind: 'not-stated', field: 'over.usual' });
    expect(asResult(at(timed('', 'infusion', 'rate: { max: 80 mL/h }'), '40 min')).rate).toEqual(amount('75 mL/h'));
    expect(ending(at(timed('', 'infusion', 'rate: { max: 80 mL/h }')))).toBe('missing');
    expect(ending(at(timed('', 'infusion', 'rate: { usual: 80 mL/h }'), '40 min'))).toBe('not-stated');
  });

  test('a usual time that is contested is chosen by a person', () => {
    const text = timed('over: { usual: { value: PT40M (verified s1), contested: "Another says longer." } }');
    expect(ending(at(text))).toBe('missing');
    expect(ending(at(text, '40 min'))).toBe('dose');
  });

  test('an end that is not verified stops only those who would use it', () => {
    const text = timed('over: { min: PT30M (recalled s1), usual: PT40M, max: PT60M (second-hand s1) }');
    expect(asResult(at(text)).duration).toEqual(amount('40 min'));
    expect(ending(at(text, '40 min'))).toBe('dose');
    expect(asRefusal(at(text, '41 min')).reason).toMatchObject({ kind: 'not-verified', field: 'over.min' });
    const upper = timed('over: { usual: PT40M, max: PT60M (second-hand s1) }');
    expect(asRefusal(at(upper, '41 min')).reason).toMatchObject({ kind: 'not-verified', field: 'over.max' });
  });

  test('ends that are verified hold on both sides, the usual time standing in for one that is absent', () => {
    const ends = (over: string, ...times: string[]) => times.map((time) => ending(at(timed(over), time)));
    expect(ends('over: { min: PT30M, usual: PT40M }', '1799 s', '30 min', '41 min')).toEqual([
      'outside-range',
      'dose',
      'outside-range',
    ]);
    expect(ends('over: { usual: PT40M, max: PT50M }', '39 min', '50 min', '3001 s')).toEqual([
      'outside-range',
      'dose',
      'outside-range',
    ]);
    expect(ends('over: { min: PT30M }', '29 min', '30 min', '900 min')).toEqual(['outside-range', 'dose', 'dose']);
    expect(ends('over: { max: PT30M }', '1 min', '30 min', '31 min')).toEqual(['dose', 'dose', 'outside-range']);
    expect(asRefusal(at(timed('over: { min: PT30M, usual: PT40M }'), '20 min')).reason).toEqual({
      kind: 'outside-range',
      input: 'over',
      given: amount('20 min'),
      range: { by: 'block', min: amount('30 min'), max: amount('40 min') },
    });
    expect(ending(at(timed('over: { min: PT30M }')))).toBe('missing');
  });

  test('a bolus is given over its time where it has one, and has no rate', () => {
    expect(asResult(at(timed('over: { usual: PT2M }', 'bolus')))).toMatchObject({
      duration: amount('2 min'),
      rate: undefined,
      madeUp: undefined,
    });
    expect(asResult(at(timed('over: { min: PT2M, max: PT5M }', 'bolus'))).duration).toBeUndefined();
    expect(asResult(at(timed('', 'bolus'))).duration).toBeUndefined();
    expect(ending(at(timed('over: { min: PT2M, max: PT5M }', 'bolus'), '1 min'))).toBe('outside-range');
  });
});

describe('an amount for each hour', () => {
  const hourly = (basis: string, amounts: string, rest = '') =>
    block(`route: intravenous\nmethod: infusion\nbasis: ${basis}`, `amount: ${amounts}\n${ROUNDED}\n${rest}`);
  const inputs: DoseInputs = { weight: amount('70 kg'), vial: VIAL, madeUp: amount('50 mL'), over: amount('90 min') };

  test('is multiplied by weight and time', () => {
    const text = hourly('actual-weight', '{ min: 0.1 mg/kg/h, usual: 0.5 mg/kg/h, max: 1 mg/kg/h }');
    const answer = asResult(compute(text, inputs));
    expect(answer).toMatchObject({
      dose: amount('52 mg'),
      lowest: amount('10 mg'),
      highest: amount('105 mg'),
      duration: amount('90 min'),
    });
    expect(answer.hourly).toEqual({ chosen: '35', lowest: '7', highest: '70', unit: 'mg/h' });
    expect(answer.steps[0]).toMatchObject({ id: 'hourly', exact: '35', unit: 'mg/h' });
    expect(answer.steps[0]?.formula).toHaveLength(3);
    expect(ending(compute(text, { ...inputs, over: undefined }))).toBe('missing');
  });

  test('may be fixed, and is brought down to a cap all the same', () => {
    const text = hourly('fixed', '{ usual: 22 mg/h }', 'cap: 30.5 mg');
    const answer = asResult(compute(text, inputs));
    expect(answer).toMatchObject({
      dose: amount('30 mg'),
      capped: { from: amount('33 mg') },
      hourly: { chosen: '22', unit: 'mg/h' },
    });
    expect(answer.hourly).not.toHaveProperty('lowest');
    expect(answer.hourly).not.toHaveProperty('highest');
    const unrounded = text.replace('amount: 1 mg down, ', 'amount: 0 mg down, ');
    expect(asRefusal(compute(unrounded, inputs)).reason).toEqual({ kind: 'not-positive', input: 'rounding' });
  });

  test('needs a rounding rule though it is fixed', () => {
    const text = hourly('fixed', '{ usual: 22 mg/h }').replace(/^rounding.*$/m, '');
    expect(asRefusal(compute(text, inputs)).reason).toEqual({ kind: 'not-set', setting: 'roundAmount' });
  });

  test('has no rate per kilogram to hold where no weight is known', () => {
    const text = hourly('fixed', '{ usual: 22 mg/h }', 'rate: { max: 1 mg/kg/h }');
    expect(asRefusal(compute(text, inputs)).reason).toEqual({ kind: 'basis-unsupported' });
  });
});

test('times in seconds stay exact, and are given back as seconds', () => {
  const text = block(
    'route: oral\nmethod: bolus\nbasis: fixed',
    'amount: { usual: 35 mg }\nover: { min: PT10S, usual: PT20S }\nrepeat: [{ interval: PT50S }]',
  );
  const after = (since: string) =>
    compute(text, { given: [{ blockId: 'dose-x', amount: amount('1 mg'), since: amount(since) }] });
  expect(asResult(compute(text)).duration).toEqual(amount('20 s'));
  expect([ending(compute(text, { over: amount('10 s') })), ending(compute(text, { over: amount('9 s') }))]).toEqual([
    'dose',
    'outside-range',
  ]);
  expect([ending(after('50 s')), ending(after('49 s'))]).toEqual(['dose', 'too-soon']);
});

describe('an infusion of a volume', () => {
  const volume = (rate: string, step: string) =>
    block(
      'route: intravenous\nmethod: infusion\nbasis: fixed',
      `amount: { usual: 250 mL }\nover: { usual: PT40M }\n${rate}\nrounding: { amount: 1 mL down, rate: ${step} down }`,
    );
  const at = (rate: string, step = '1 mL/h') => compute(volume(rate, step), { madeUp: amount('250 mL') });

  test('runs in millilitres, and no milligram is read into it', () => {
    expect(asResult(at(''))).toMatchObject({ dose: amount('250 mL'), volume: undefined, rate: amount('375 mL/h') });
    expect(asResult(at('rate: { max: 375 mL/h }')).rate).toEqual(amount('375 mL/h'));
    expect(ending(at('rate: { max: 374 mL/h }'))).toBe('above-limit');
    expect(ending(at('rate: { max: 9999 mg/h }'))).toBe('basis-unsupported');
    expect(ending(at('', '1 mg/h'))).toBe('basis-unsupported');
  });
});

describe('which amount', () => {
  const spray = (amounts: string, rest = '') =>
    block('route: intranasal\nmethod: supervised-self\nbasis: fixed', `amount: ${amounts}\n${rest}`);

  test('a fixed amount is given as the label names it, unrounded', () => {
    const answer = asResult(compute(spray('{ usual: 56 mg }')));
    expect(answer).toMatchObject({
      basis: 'fixed',
      dose: amount('56 mg'),
      lowest: undefined,
      highest: undefined,
      weight: undefined,
      vial: undefined,
    });
    expect(answer.steps[0]).not.toHaveProperty('rounding');
    expect(asResult(compute(spray('{ usual: 56 mg, max: 84 mg }', 'rounding: { amount: 5 mg down }'))).dose).toEqual(
      amount('55 mg'),
    );
  });

  test('of choices one is chosen, nothing between', () => {
    const text = spray('{ choices: [28 mg, 56 mg, 84 mg] }');
    expect(asRefusal(compute(text)).reason).toEqual({ kind: 'missing', input: 'amount' });
    expect(asResult(compute(text, { amount: amount('56 mg') }))).toMatchObject({
      dose: amount('56 mg'),
      lowest: amount('28 mg'),
      highest: amount('84 mg'),
    });
    expect(asRefusal(compute(text, { amount: amount('57 mg') })).reason).toMatchObject({
      kind: 'outside-range',
      range: { by: 'block', choices: [{ value: '28' }, { value: '56' }, { value: '84' }] },
    });
  });

  test('an adjusted amount may be chosen, when it is verified and measured alike', () => {
    const reduce = (to: string) => `adjustments: [{ when: Not tolerated, action: reduce, amount: ${to} }]`;
    const at = (to: string) => compute(spray('{ usual: 84 mg }', reduce(to)), { amount: amount('56 mg') });
    expect(asResult(at('56 mg'))).toMatchObject({
      dose: amount('56 mg'),
      warnings: [{ kind: 'adjustment', when: 'Not tolerated', action: 'reduce', amount: { value: '56' } }],
    });
    expect(ending(at('56 mg (recalled s1)'))).toBe('outside-range');
    expect(ending(at('57 mg'))).toBe('outside-range');
    const avoid = 'adjustments: [{ when: Severe reaction, action: avoid }]';
    expect(asResult(compute(spray('{ usual: 84 mg }', avoid))).warnings).toMatchObject([{ action: 'avoid' }]);
  });

  test.each([
    ['the block', '{ usual: 56 mg }', 'contested: Others start lower.', ['Others start lower.']],
    ['the usual amount', '{ usual: { value: 56 mg (verified s1), contested: Doubted. } }', '', ['Doubted.']],
    [
      'another figure',
      '{ usual: 56 mg }',
      'reported: [{ label: One series, amount: { usual: 10 mg } }]',
      ['One series'],
    ],
  ])('where %s is contested, a person chooses', (_, amounts, rest, texts) => {
    const text = spray(amounts, rest);
    expect(asRefusal(compute(text)).reason).toEqual({ kind: 'contested', texts });
    const answer = asResult(compute(text, { amount: amount('56 mg') }));
    expect(answer.warnings).toEqual(texts.map((said) => ({ kind: 'contested', text: said })));
  });

  test('only a least amount is no range', () => {
    expect(asRefusal(compute(spray('{ min: 5 mg }'))).reason).toEqual({ kind: 'not-stated', field: 'amount.max' });
    expect(asRefusal(compute(spray('{ usual: local }'))).reason).toEqual({
      kind: 'not-verified',
      field: 'amount.usual',
      mark: 'local',
    });
  });

  test('with only a highest amount, any less may be chosen', () => {
    const at = (text: string) => ending(compute(spray('{ max: 5 mg }'), { amount: amount(text) }));
    expect(['0.001 mg', '5 mg', '5.001 mg'].map(at)).toEqual(['dose', 'dose', 'outside-range']);
    expect(asResult(compute(spray('{ max: 5 mg }'), { amount: amount('5 mg') })).lowest).toBeUndefined();
  });

  test('amounts that measure different things are not compared', () => {
    const text = spray('{ choices: [10 mg, 20 mg], max: 30 mL }');
    expect(asRefusal(compute(text, { amount: amount('10 mg') })).reason).toEqual({
      kind: 'wrong-unit',
      input: 'amount.choices',
    });
  });

  test('off-label use is said', () => {
    expect(asResult(compute(spray('{ usual: 56 mg }', 'offLabel: "true"'))).warnings).toEqual([{ kind: 'off-label' }]);
    expect(asResult(compute(spray('{ usual: 56 mg }', 'offLabel: "false"'))).warnings).toEqual([]);
  });

  test('more digits than any amount has are refused', () => {
    const text = spray('{ max: 999999999999999999999999999999 mg }', 'repeat: [{ maxCount: 9 }]');
    const huge = amount('999999999999999999999999999999 mg');
    expect(ending(compute(text, { amount: huge }))).toBe('dose');
    const given = [{ blockId: 'dose-x', amount: amount('1 mg') }];
    expect(asRefusal(compute(text, { amount: huge, given })).reason).toMatchObject({
      kind: 'too-many-digits',
      unit: 'mg',
    });
  });
});

describe('a strength where nothing must be drawn up', () => {
  const oral = (rest: string, route = 'oral') =>
    block(`route: ${route}\nmethod: bolus\nbasis: fixed`, `amount: { usual: 35 mg }\n${rest}`);
  const rounded = 'rounding: { amount: 1 mg down, volume: 0.1 mL down }';

  test('gives a volume when someone said how to round it, else none', () => {
    expect(asResult(compute(oral(rounded), { vial: TEN }))).toMatchObject({ volume: amount('3.5 mL'), vial: TEN });
    expect(asResult(compute(oral(rounded)))).toMatchObject({ volume: undefined, vial: undefined });
    expect(asResult(compute(oral(''), { vial: TEN }))).toMatchObject({ volume: undefined, vial: undefined });
  });

  test.each(['intravenous', 'intramuscular', 'subcutaneous'])('%s always needs one', (route) => {
    expect(asRefusal(compute(oral(rounded, route))).reason).toEqual({ kind: 'missing', input: 'vial' });
    expect(asRefusal(compute(oral('', route), { vial: TEN })).reason).toEqual({
      kind: 'not-set',
      setting: 'roundVolume',
    });
  });

  test('a stated preparation needs one, whatever the route', () => {
    const text = oral(`preparation: { concentration: 10 mg/mL }\n${rounded}`);
    expect(ending(compute(text))).toBe('missing');
    expect(asResult(compute(text, { vial: TEN })).volume).toEqual(amount('3.5 mL'));
  });

  test('what a clinic set is taken where none is entered', () => {
    expect(asResult(compute(oral(rounded), {}, { vial: setByClinic(TEN) })).volume).toEqual(amount('3.5 mL'));
  });
});
