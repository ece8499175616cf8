import { expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { ClinicValues } from '../../../protocols/dose/dose-request';
import { amount, asResult, request, setByClinic, shipped } from '../../fixtures/dose-requests';

// The sums that the clinical pages work out by hand, with the values a clinic would have to set.
const CLINIC: ClinicValues = {
  basis: setByClinic('actual-weight' as const),
  maximum: setByClinic(amount('300 mg')),
  roundAmount: setByClinic({ step: amount('0.1 mg'), mode: 'down' as const }),
  roundVolume: setByClinic({ step: amount('0.01 mL'), mode: 'down' as const }),
  roundRate: setByClinic({ step: amount('0.1 mL/h'), mode: 'down' as const }),
};

test.each([
  ['10 mg/mL', '3.5 mL'],
  ['50 mg/mL', '0.7 mL'],
])('70 kg at 0.5 mg/kg into a vein is 35 mg: of %s, %s', (vial, volume) => {
  const answer = asResult(
    computeDose(
      request(
        shipped('iv-ketamine-depression'),
        'dose-iv',
        {
          weight: amount('70 kg'),
          amount: amount('0.5 mg/kg'),
          vial: amount(vial),
          madeUp: amount('50 mL'),
          over: amount('40 min'),
        },
        CLINIC,
        { standing: 'draft' },
      ),
    ),
  );
  expect(answer).toMatchObject({
    dose: amount('35 mg'),
    volume: amount(volume),
    madeUp: amount('50 mL'),
    rate: amount('75 mL/h'),
    duration: amount('40 min'),
    total: amount('35 mg'),
  });
});
