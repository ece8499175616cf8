import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { DoseResult, DoseStep, FormulaPart } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseInputs } from '../../../protocols/dose/dose-request';
import { type Measured, decimalOf, inUnit, toExactText, toFraction } from '../../../protocols/dose/exact';
import { compareAmounts } from '../../../protocols/units/compare';
import { toDisplayQuantity } from '../../../protocols/text/display';
import { UNIT_CODES } from '../../../protocols/units/unit-table';
import { amount, asResult, request, setByClinic, withDoses } from '../../fixtures/dose-requests';

const PROTOCOL = withDoses(`
id: dose-x
drug: { name: invented }
route: intravenous
method: infusion
basis: actual-weight
evidence: verified s1
amount: { min: 0.001 mg/kg, max: 50 mg/kg }
over: { min: PT1M, max: PT240M }
rounding: { amount: 0.1 mg down, volume: 0.01 mL down, rate: 0.1 mL/h down }
`);

const thousandths = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((whole) => {
    const text = String(whole).padStart(4, '0');
    const fraction = text.slice(-3).replace(/0+$/, '');
    return fraction === '' ? text.slice(0, -3) : `${text.slice(0, -3)}.${fraction}`;
  });

const KG = thousandths(20_000, 190_000);
const PER_KG = thousandths(100, 20_000);
const MG = thousandths(1000, 500_000);

function compute(inputs: DoseInputs, clinic: ClinicValues = {}): DoseResult {
  const rest = { vial: amount('50 mg/mL'), madeUp: amount('250 mL'), over: amount('40 min') };
  return asResult(computeDose(request(PROTOCOL, 'dose-x', { ...rest, ...inputs }, clinic)));
}

const exactOf = (result: DoseResult, id: DoseStep['id']): string =>
  result.steps.find((step) => step.id === id)?.exact ?? '';
const measured = (value: string, unit: Measured['unit']): Measured => ({ value: decimalOf(value), unit });

test('twice the weight gives exactly twice the exact dose', () => {
  fc.assert(
    fc.property(KG, PER_KG, (kg, perKg) => {
      const weight = measured(kg, 'kg');
      const doubled = toFraction(weight.value).mul(2n).toString();
      const once = compute({ weight, amount: measured(perKg, 'mg/kg') });
      const twice = compute({ weight: measured(doubled, 'kg'), amount: measured(perKg, 'mg/kg') });
      const sum = inUnit(measured(exactOf(once, 'dose'), 'mg'), 'mg').mul(2n);
      expect(exactOf(twice, 'dose')).toBe(sum.toString());
    }),
  );
});

test('the same amounts in other units give the same dose, volume and rate', () => {
  fc.assert(
    fc.property(KG, PER_KG, (kg, perKg) => {
      const plain = compute({ weight: measured(kg, 'kg'), amount: measured(perKg, 'mg/kg') });
      const other = compute({
        weight: measured(toFraction(decimalOf(kg)).mul(1000n).toString(), 'g'),
        amount: measured(toFraction(decimalOf(perKg)).mul(1000n).toString(), 'ug/kg'),
        vial: amount('50000 mcg/mL'),
        madeUp: amount('0.25 L'),
        over: amount('2400 s'),
      });
      for (const part of ['dose', 'volume', 'rate', 'total', 'lowest', 'highest'] as const)
        expect(other[part]).toEqual(plain[part]);
    }),
  );
});

test('rounding down never gives more than the exact value, and never a whole step less', () => {
  fc.assert(
    fc.property(KG, PER_KG, (kg, perKg) => {
      const { steps } = compute({ weight: measured(kg, 'kg'), amount: measured(perKg, 'mg/kg') });
      for (const { exact, unit, rounded, rounding } of steps) {
        if (rounded === undefined || rounding === undefined) continue;
        const lost = toFraction(decimalOf('0')).add(exact).sub(inUnit(rounded, unit));
        expect(lost.gte(0n) && lost.lt(inUnit(rounding.step, unit))).toBe(true);
      }
    }),
  );
});

test("a lower maximum of the clinic's never gives more", () => {
  fc.assert(
    fc.property(KG, PER_KG, MG, MG, (kg, perKg, a, b) => {
      const [low = a, high = b] = [measured(a, 'mg'), measured(b, 'mg')].toSorted((x, y) => compareAmounts(x, y) ?? 0);
      const inputs = { weight: measured(kg, 'kg'), amount: measured(perKg, 'mg/kg') };
      const under = (most: Measured | string) =>
        compute(inputs, { maximum: setByClinic(typeof most === 'string' ? measured(most, 'mg') : most) });
      const [narrow, wide] = [under(low), under(high)];
      expect(compareAmounts(narrow.dose, wide.dose)).toBeLessThanOrEqual(0);
      expect(compareAmounts(narrow.dose, narrow.clinic[0]?.value as Measured)).toBeLessThanOrEqual(0);
    }),
  );
});

test('every line of the working, redone sign by sign, gives its exact value', () => {
  fc.assert(
    fc.property(KG, PER_KG, (kg, perKg) => {
      const given = [{ blockId: 'dose-x', amount: amount('1.5 mg') }];
      const repeating = { ...PROTOCOL, sections: PROTOCOL.sections.map(withRepeat) };
      const inputs = {
        weight: measured(kg, 'kg'),
        amount: measured(perKg, 'mg/kg'),
        given,
        vial: amount('0.7 mg/mL'),
      };
      const answer = computeDose(
        request(repeating, 'dose-x', { madeUp: amount('100000 mL'), over: amount('1 h'), ...inputs }),
      );
      for (const { formula, exact } of asResult(answer).steps) expect(redo(formula)).toBe(exact);
    }),
  );
});

function withRepeat(section: (typeof PROTOCOL.sections)[number]): typeof section {
  const blocks = section.blocks.map((block) =>
    block.type === 'dose'
      ? { ...block, repeat: [{ maxCount: decimalOf('3'), mark: 'verified' as const, sources: ['s1'] }] }
      : block,
  );
  return { ...section, blocks };
}

/** Left to right; no line here has brackets. */
function redo(formula: readonly FormulaPart[]): string {
  let total = toFraction(decimalOf('0'));
  let sign = 'plus';
  for (const part of formula) {
    if (part.kind === 'sign') sign = part.sign;
    else if (sign === 'plus') total = total.add(part.value);
    else total = sign === 'times' ? total.mul(part.value) : total.div(part.value);
  }
  return toExactText(total);
}

test('no quantity can break across lines, in either language', () => {
  fc.assert(
    fc.property(thousandths(1, 99_999_999), fc.constantFrom(...UNIT_CODES), (value, unit) => {
      for (const language of ['en', 'fr'] as const) {
        const shown = toDisplayQuantity(value, unit, language);
        expect(shown).not.toMatch(/[ \t\n\u2009\u202F]/);
        const plain = shown.replaceAll('\u00A0', '');
        const digits = language === 'fr' ? plain.replace(',', '.') : plain.replaceAll(',', '');
        expect(digits.startsWith(value)).toBe(true);
      }
    }),
  );
});
