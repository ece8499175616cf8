import { expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import { computeLoading } from '../../../protocols/dose/compute-loading';
import type { DoseResult } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseInputs } from '../../../protocols/dose/dose-request';
import { amount, asResult, request, setByClinic, shipped } from '../../fixtures/dose-requests';

// The sums the clinical pages work out by hand, with the values a clinic would have to set.
const CLINIC: ClinicValues = {
  basis: setByClinic('actual-weight' as const),
  maximum: setByClinic(amount('700 mg')),
  roundAmount: setByClinic({ step: amount('0.1 mg'), mode: 'down' as const }),
  roundVolume: setByClinic({ step: amount('0.01 mL'), mode: 'down' as const }),
  roundRate: setByClinic({ step: amount('0.1 mL/h'), mode: 'down' as const }),
};

function compute(id: string, block: string, inputs: DoseInputs): DoseResult {
  const all = { weight: amount('70 kg'), ...inputs };
  return asResult(computeDose(request(shipped(id), block, all, CLINIC, { standing: 'draft' })));
}

test.each([
  ['10 mg/mL', '3.5 mL', '50 mL', '75 mL/h'],
  ['50 mg/mL', '0.7 mL', '50 mL', '75 mL/h'],
  ['50 mg/mL', '0.7 mL', '100 mL', '150 mL/h'],
])(
  '70 kg at 0.5 mg/kg into a vein is 35 mg: of %s, %s; made up to %s, %s for 40 minutes',
  (vial, volume, madeUp, rate) => {
    const answer = compute('iv-ketamine-depression', 'dose-iv', {
      amount: amount('0.5 mg/kg'),
      vial: amount(vial),
      madeUp: amount(madeUp),
      over: amount('40 min'),
    });
    expect(answer).toMatchObject({
      dose: amount('35 mg'),
      volume: amount(volume),
      madeUp: amount(madeUp),
      rate: amount(rate),
      duration: amount('40 min'),
      total: amount('35 mg'),
      lowest: amount('7 mg'),
      highest: amount('70 mg'),
    });
  },
);

test('70 kg at 0.5 mg/kg under the skin is 35 mg, 0.35 mL of 100 mg/mL', () => {
  const answer = compute('sc-ketamine-depression', 'dose-sc', {
    amount: amount('0.5 mg/kg'),
    vial: amount('100 mg/mL'),
  });
  expect(answer).toMatchObject({ dose: amount('35 mg'), volume: amount('0.35 mL') });
});

test('70 kg under the tongue is 105 mg to 210 mg', () => {
  const answer = compute('sublingual-oral-ketamine', 'dose-sl', { amount: amount('1.5 mg/kg') });
  expect(answer).toMatchObject({ dose: amount('105 mg'), lowest: amount('105 mg'), highest: amount('210 mg') });
});

test('70 kg by mouth at 1 mg/kg is 70 mg', () => {
  expect(compute('sublingual-oral-ketamine', 'dose-oral', { amount: amount('1 mg/kg') })).toMatchObject({
    dose: amount('70 mg'),
    volume: undefined,
  });
});

test('70 kg for pain: a bolus of at most 24.5 mg, an infusion of 35 mg to 140 mg each hour', () => {
  const protocol = shipped('iv-ketamine-chronic-pain');
  const vial = amount('50 mg/mL');
  const weight = amount('70 kg');
  const bolus = { weight, vial, amount: amount('0.35 mg/kg') };
  const infusion = { weight, vial, amount: amount('0.5 mg/kg/h'), over: amount('2 h'), madeUp: amount('50 mL') };
  const both = computeLoading(
    request(protocol, 'dose-pain-bolus', bolus, CLINIC, { standing: 'draft' }),
    request(protocol, 'dose-pain-infusion', infusion, CLINIC, { standing: 'draft' }),
  );
  expect(both).toMatchObject({
    kind: 'loading-and-infusion',
    loading: {
      dose: amount('24.5 mg'),
      highest: amount('24.5 mg'),
      volume: amount('0.49 mL'),
      total: amount('24.5 mg'),
    },
    infusion: {
      dose: amount('70 mg'),
      hourly: { chosen: '35', lowest: '35', highest: '140', unit: 'mg/h' },
      rate: amount('25 mL/h'),
      total: amount('94.5 mg'),
    },
  });
});

test('neither a loading dose nor an infusion comes without the other', () => {
  const protocol = shipped('iv-ketamine-chronic-pain');
  const sound = { weight: amount('70 kg'), vial: amount('50 mg/mL'), amount: amount('0.35 mg/kg') };
  const infusion = { weight: amount('70 kg'), amount: amount('0.5 mg/kg/h') };
  const at = (inputs: DoseInputs) => request(protocol, 'dose-pain-bolus', inputs, CLINIC, { standing: 'draft' });
  const then = request(protocol, 'dose-pain-infusion', infusion, CLINIC, { standing: 'draft' });
  expect(computeLoading(at({ ...sound, vial: undefined }), then)).toMatchObject({
    reason: { kind: 'missing', input: 'vial' },
    place: { blockId: 'dose-pain-bolus' },
  });
  expect(computeLoading(at(sound), then)).toMatchObject({
    reason: { kind: 'missing', input: 'over' },
    place: { blockId: 'dose-pain-infusion' },
  });
});

test('a session limit counts the loading dose with the infusion', () => {
  const protocol = shipped('iv-ketamine-chronic-pain');
  const clinic = (most: string): ClinicValues => ({ ...CLINIC, sessionMaximum: setByClinic(amount(most)) });
  const [weight, vial] = [amount('70 kg'), amount('50 mg/mL')];
  const total = (most: string) =>
    computeLoading(
      request(protocol, 'dose-pain-bolus', { weight, vial, amount: amount('0.35 mg/kg') }, clinic(most), {
        standing: 'draft',
      }),
      request(
        protocol,
        'dose-pain-infusion',
        { weight, vial, amount: amount('0.5 mg/kg/h'), over: amount('2 h'), madeUp: amount('50 mL') },
        clinic(most),
        { standing: 'draft' },
      ),
    );
  expect(total('94.5 mg').kind).toBe('loading-and-infusion');
  expect(total('94.4 mg')).toMatchObject({
    reason: { kind: 'above-limit', check: { id: 'clinic-session', compared: '94.5' } },
  });
});
