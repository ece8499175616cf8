import type Fraction from 'fraction.js';
import { fail, ok } from '../schema/result';
import type { DoseStep, FormulaPart, StepId, UsedRounding } from './dose-answer';
import { type Measured, type Quantity, ZERO, inUnit, toExactText, toMeasured } from './exact';
import type { Outcome } from './usable';

/** A factor of a product, and on which side of the fraction it stands. */
export interface Factor {
  readonly by: 'times' | 'divided-by';
  readonly amount: Quantity;
}

export function times(amount: Quantity): Factor {
  return { by: 'times', amount };
}

export function dividedBy(amount: Quantity): Factor {
  return { by: 'divided-by', amount };
}

export function toPart({ value, unit }: Quantity): FormulaPart {
  return { kind: 'quantity', value: toExactText(value), unit };
}

/**
 * The formula of a product with its values filled in. Where the units do not multiply out by themselves, it ends in the
 * factor that is missing, so that redoing the signs on screen by hand gives exactly `exact`.
 */
export function toProduct(first: Quantity, factors: readonly Factor[], exact: Fraction): readonly FormulaPart[] {
  const shown = factors.flatMap(({ by, amount }): FormulaPart[] => [{ kind: 'sign', sign: by }, toPart(amount)]);
  const plain = factors.reduce(
    (product, { by, amount }) => (by === 'times' ? product.mul(amount.value) : product.div(amount.value)),
    first.value,
  );
  const conversion: readonly FormulaPart[] = plain.equals(exact)
    ? []
    : [
        { kind: 'sign', sign: 'times' },
        { kind: 'conversion', value: toExactText(exact.div(plain)) },
      ];
  return [toPart(first), ...shown, ...conversion];
}

/** The nearest multiple of the step, or the one below; a half goes up when the rule says `nearest`. */
export function roundTo({ value, unit }: Quantity, { step, mode }: UsedRounding): Quantity {
  const size = inUnit(step, unit);
  const steps = value.div(size);
  return { value: (mode === 'down' ? steps.floor() : steps.round()).mul(size), unit };
}

/** An amount to show: it must end in decimal notation and be no longer than any amount. */
export function toShown({ value, unit }: Quantity): Outcome<Measured> {
  const measured = toMeasured(value, unit);
  return measured === undefined ? fail({ kind: 'too-many-digits', exact: toExactText(value), unit }) : ok(measured);
}

/** A line of the working with its rounding, refused when rounding leaves nothing to give. */
export function toRoundedStep(
  id: StepId,
  formula: readonly FormulaPart[],
  exact: Quantity,
  rounding: UsedRounding | undefined,
): Outcome<{ readonly step: DoseStep; readonly rounded: Measured }> {
  const { unit } = exact;
  const rounded = toShown(rounding === undefined ? exact : roundTo(exact, rounding));
  if (!rounded.ok) return rounded;
  const exactText = toExactText(exact.value);
  if (rounding !== undefined && roundTo(exact, rounding).value.lte(ZERO))
    return fail({ kind: 'rounds-to-nothing', step: id, exact: exactText, unit });
  return ok({
    step: {
      id,
      formula,
      exact: exactText,
      unit,
      rounded: rounded.value,
      ...(rounding === undefined ? {} : { rounding }),
    },
    rounded: rounded.value,
  });
}
