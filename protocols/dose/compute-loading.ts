import { computeDose } from './compute-dose';
import type { DoseRefusal, DoseResult } from './dose-answer';
import type { DoseRequest, GivenDose } from './dose-request';
import { decimalOf } from './exact';

/** A loading dose and the infusion that follows it at once; the infusion's total counts both. */
export interface LoadingAndInfusion {
  readonly kind: 'loading-and-infusion';
  readonly loading: DoseResult;
  readonly infusion: DoseResult;
}

/** Works out both or neither: an infusion without its loading dose, or the reverse, would be another treatment. */
export function computeLoading(loading: DoseRequest, infusion: DoseRequest): LoadingAndInfusion | DoseRefusal {
  const first = computeDose(loading);
  if (first.kind === 'refusal') return first;
  const justGiven: GivenDose = {
    blockId: loading.blockId,
    amount: first.dose,
    since: { value: decimalOf('0'), unit: 'min' },
  };
  const given = [...(infusion.inputs.given ?? []), justGiven];
  const second = computeDose({ ...infusion, inputs: { ...infusion.inputs, given } });
  return second.kind === 'refusal' ? second : { kind: 'loading-and-infusion', loading: first, infusion: second };
}
