import { describe, expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { DoseAnswer } from '../../../protocols/dose/dose-answer';
import type { DoseInputs, GivenDose } from '../../../protocols/dose/dose-request';
import { amount, asRefusal, asResult, request, withDoses } from '../../fixtures/dose-requests';

const block = (id: string, rest: string, drug = 'invented') => `
id: ${id}
drug: { name: ${drug} }
route: oral
method: bolus
basis: fixed
evidence: verified s1
amount: { min: 5 mg, usual: 10 mg, max: 20 mg }
${rest}
`;
const given = (text: string, since?: string, blockId = 'dose-x'): GivenDose => ({
  blockId,
  amount: amount(text),
  since: since === undefined ? undefined : amount(since),
});
function compute(rest: string, inputs: DoseInputs): DoseAnswer {
  const protocol = withDoses(block('dose-x', rest), block('dose-y', ''), block('dose-z', '', 'other'));
  return computeDose(request(protocol, 'dose-x', inputs));
}
const ending = (answer: DoseAnswer): string => (answer.kind === 'dose' ? 'dose' : answer.reason.kind);
const after = (rest: string, ...doses: GivenDose[]) => ending(compute(rest, { given: doses }));

test('the total counts every dose of the sitting, exactly, in the unit of this one', () => {
  const answer = asResult(
    compute('repeat: [{ maxCount: 9 }]', { given: [given('0.5 mg'), given('250 mcg', undefined, 'dose-y')] }),
  );
  expect(answer.total).toEqual(amount('10.75 mg'));
  expect(answer.steps.find(({ id }) => id === 'total')?.formula).toEqual([
    { kind: 'quantity', value: '0.5', unit: 'mg' },
    { kind: 'sign', sign: 'plus' },
    { kind: 'quantity', value: '0.25', unit: 'mg' },
    { kind: 'sign', sign: 'plus' },
    { kind: 'quantity', value: '10', unit: 'mg' },
  ]);
  const alone = asResult(compute('', {}));
  expect(alone.total).toEqual(amount('10 mg'));
  expect(alone.steps.map(({ id }) => id)).not.toContain('total');
});

describe('may it be given again?', () => {
  test.each([
    ['nothing was given', '', [], 'dose'],
    ['the document does not say', '', [given('1 mg')], 'repeat-not-stated'],
    ['only another block of the drug came before', '', [given('1 mg', undefined, 'dose-y')], 'dose'],
    ['once, and once it was', 'repeat: [{ maxCount: 1 }]', [given('1 mg')], 'count-reached'],
    ['twice, and once it was', 'repeat: [{ maxCount: 2 }]', [given('1 mg')], 'dose'],
    ['twice, and twice it was', 'repeat: [{ maxCount: 2 }]', [given('1 mg'), given('1 mg')], 'count-reached'],
    [
      'once, and another block of the drug was',
      'repeat: [{ maxCount: 1 }]',
      [given('1 mg', undefined, 'dose-y')],
      'dose',
    ],
    ['twice a week', 'repeat: [{ times: 2, per: P1W }]', [given('1 mg')], 'one-a-sitting'],
    ['twice a day', 'repeat: [{ times: 2, per: P1D }]', [given('1 mg')], 'one-a-sitting'],
    ['twice in an hour, and once it was', 'repeat: [{ times: 2, per: PT1H }]', [given('1 mg')], 'dose'],
    [
      'twice in an hour, and twice it was',
      'repeat: [{ times: 2, per: PT1H }]',
      [given('1 mg'), given('1 mg')],
      'count-reached',
    ],
    ['within two hours', 'repeat: [{ within: PT2H }]', [given('1 mg')], 'dose'],
    ['six within three weeks', 'repeat: [{ maxCount: 6, within: P3W }]', [given('1 mg')], 'one-a-sitting'],
    [
      'twice a week, after another block',
      'repeat: [{ times: 2, per: P1W }]',
      [given('1 mg', undefined, 'dose-y')],
      'dose',
    ],
    ['a rule nobody verified', 'repeat: [{ maxCount: 2, evidence: recalled s1 }]', [given('1 mg')], 'not-verified'],
    ['after ten minutes', 'repeat: [{ interval: PT10M }]', [given('1 mg', '10 min')], 'dose'],
    ['a second before', 'repeat: [{ interval: PT10M }]', [given('1 mg', '599 s')], 'too-soon'],
    ['the time is not known', 'repeat: [{ interval: PT10M }]', [given('1 mg')], 'missing'],
    [
      'the interval counts from another block too',
      'repeat: [{ interval: PT10M }]',
      [given('1 mg', '9 min', 'dose-y')],
      'too-soon',
    ],
    [
      'the latest dose decides',
      'repeat: [{ interval: PT10M }]',
      [given('1 mg', '30 min'), given('1 mg', '9 min')],
      'too-soon',
    ],
    [
      'ten minutes apart, but twice in the hour it was',
      'repeat: [{ interval: PT10M, times: 2, per: PT1H }]',
      [given('1 mg', '60 min'), given('1 mg', '10 min')],
      'count-reached',
    ],
    [
      'ten minutes apart, and the first more than an hour ago',
      'repeat: [{ interval: PT10M, times: 2, per: PT1H }]',
      [given('1 mg', '3601 s'), given('1 mg', '10 min')],
      'dose',
    ],
    ['another drug', 'repeat: [{ maxCount: 9 }]', [given('1 mg', undefined, 'dose-z')], 'other-drug'],
    ['a block that is not there', 'repeat: [{ maxCount: 9 }]', [given('1 mg', undefined, 'dose-q')], 'other-drug'],
    ['a dose in millilitres', 'repeat: [{ maxCount: 9 }]', [given('1 mL')], 'wrong-unit'],
    ['a dose of nothing', 'repeat: [{ maxCount: 9 }]', [given('0 mg')], 'not-positive'],
    ['a time in milligrams', 'repeat: [{ maxCount: 9 }]', [given('1 mg', '1 mg')], 'wrong-unit'],
    ['a time to come', 'repeat: [{ maxCount: 9 }]', [given('1 mg', '-1 min')], 'not-positive'],
    ['just now', 'repeat: [{ maxCount: 9 }]', [given('1 mg', '0 min')], 'dose'],
  ])('%s', (_, rest, doses, wanted) => {
    expect(after(rest, ...doses)).toBe(wanted);
  });

  test('of several rules the one followed is asked for, and holds', () => {
    const two = 'repeat: [{ interval: PT1M }, { interval: PT9M }]';
    const doses = [given('1 mg', '5 min')];
    expect(asRefusal(compute(two, { given: doses })).reason).toEqual({ kind: 'missing', input: 'repeat' });
    expect(ending(compute(two, { given: doses, repeat: 0 }))).toBe('dose');
    expect(asRefusal(compute(two, { given: doses, repeat: 1 })).reason).toEqual({
      kind: 'too-soon',
      interval: 'PT9M',
      since: amount('5 min'),
    });
    expect(ending(compute(two, { given: doses, repeat: 2 }))).toBe('no-such-repeat');
    expect(ending(compute(two, {}))).toBe('dose');
  });

  test('refusals name what was asked for', () => {
    expect(asRefusal(compute('repeat: [{ maxCount: 2 }]', { given: [given('1 mg'), given('1 mg')] })).reason).toEqual({
      kind: 'count-reached',
      count: '2',
    });
    expect(
      asRefusal(compute('repeat: [{ times: 2, per: PT1H }]', { given: [given('1 mg'), given('1 mg')] })).reason,
    ).toEqual({ kind: 'count-reached', count: '2' });
    expect(asRefusal(compute('repeat: [{ times: 2, per: P1W }]', { given: [given('1 mg')] })).reason).toEqual({
      kind: 'one-a-sitting',
      per: 'P1W',
    });
    expect(asRefusal(compute('', { given: [given('1 mg', undefined, 'dose-z')] })).reason).toEqual({
      kind: 'other-drug',
      blockId: 'dose-z',
    });
  });
});

describe('limits of a period', () => {
  const weekly = 'repeat: [{ maxCount: 9 }]\nlimits: [{ amount: 25 mg, per: PT6H }]';
  test('count what was given within it, or at a time nobody knows', () => {
    expect(after(weekly, given('15 mg'))).toBe('dose');
    expect(after(weekly, given('15.1 mg'))).toBe('above-limit');
    expect(after(weekly, given('15.1 mg', '6 h'))).toBe('above-limit');
    expect(after(weekly, given('15.1 mg', '361 min'))).toBe('dose');
  });

  test('say which limit, over what, and that only this sitting was counted', () => {
    const refused = asRefusal(compute(weekly, { given: [given('15.1 mg')] })).reason;
    expect(refused).toMatchObject({
      check: { id: 'period', per: 'PT6H', stated: amount('25 mg'), limit: '25', compared: '25.1', unit: 'mg' },
    });
    expect(asResult(compute(weekly, {})).warnings).toEqual([{ kind: 'sitting-only', per: 'PT6H' }]);
  });

  test('a limit of the session counts all of it', () => {
    const session = 'repeat: [{ maxCount: 9 }]\nlimits: [{ amount: 25 mg, per: session }]';
    expect(after(session, given('15 mg', '9 h'))).toBe('dose');
    expect(after(session, given('15.1 mg', '9 h'))).toBe('above-limit');
    expect(asResult(compute(session, {})).warnings).toEqual([]);
    expect(asResult(compute(session, {})).limits.at(-1)).toMatchObject({ id: 'session', per: 'session' });
  });

  test('a limit per kilogram grows with the weight', () => {
    const protocol = withDoses(
      block('dose-x', 'limits: [{ amount: 0.5 mg/kg, per: session }]\nrounding: { amount: 1 mg down }')
        .replace('basis: fixed', 'basis: actual-weight')
        .replace('{ min: 5 mg, usual: 10 mg, max: 20 mg }', '{ usual: 0.5 mg/kg, max: 1 mg/kg }'),
    );
    const at = (perKg: string) =>
      computeDose(request(protocol, 'dose-x', { weight: amount('70 kg'), amount: amount(perKg) }));
    expect(asResult(at('0.5 mg/kg')).limits.at(-1)).toMatchObject({
      stated: amount('0.5 mg/kg'),
      limit: '35',
      compared: '35',
    });
    expect(asRefusal(at('0.515 mg/kg')).reason).toMatchObject({ kind: 'above-limit', check: { compared: '36' } });
  });
});
