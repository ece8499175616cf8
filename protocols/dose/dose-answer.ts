import type { Amount, AmountRange, TimeRange } from '../schema/values';
import type { Mark } from '../schema/vocabulary';
import type { Standing } from '../text/in-force';
import type { UnitCode } from '../units/unit-table';
import type { CalculatorSwitch, ClinicSetting, DoseBlock, DoseInputs, RoundingStep, WeightBasis } from './dose-request';
import type { ExactText, Measured } from './exact';

/** Where a number comes from, as screen and paper name it. */
export interface BlockPlace {
  readonly protocolId: string;
  readonly version: string;
  readonly blockId: string;
  /** The block's printed number, such as `3.1`. */
  readonly number: string;
}

/** One sign or number of a formula with its values filled in. `conversion` is a factor between two units. */
export type FormulaPart =
  | { readonly kind: 'quantity'; readonly value: ExactText; readonly unit: UnitCode }
  | { readonly kind: 'conversion'; readonly value: ExactText }
  | { readonly kind: 'sign'; readonly sign: 'times' | 'divided-by' | 'plus' | 'minus' | 'open' | 'close' };

export type StepId =
  | 'ideal-weight'
  | 'adjusted-weight'
  | 'hourly'
  | 'dose'
  | 'cap'
  | 'volume'
  | 'drawn'
  | 'made-up'
  | 'rate'
  | 'total'
  | 'lowest'
  | 'highest';

/** One line of the working: formula = exact value, then the rounding if there is one. */
export interface DoseStep {
  readonly id: StepId;
  readonly formula: readonly FormulaPart[];
  readonly exact: ExactText;
  readonly unit: UnitCode;
  /** Absent where the exact value is carried on unrounded. */
  readonly rounded?: Measured | undefined;
  readonly rounding?: UsedRounding | undefined;
}

export interface UsedRounding {
  readonly step: RoundingStep['step'];
  readonly mode: RoundingStep['mode'];
  readonly by: 'block' | 'clinic';
}

export type LimitId =
  | 'amount-max'
  | 'cap'
  | 'clinic-maximum'
  | 'session'
  | 'clinic-session'
  | 'period'
  | 'rate-max'
  | 'rate-min'
  | 'over-min';

/** A limit that was looked at: as it is published or set, as it comes to here, and what was held against it, in one unit. */
export interface CheckedLimit {
  readonly id: LimitId;
  readonly stated: Measured;
  readonly limit: ExactText;
  readonly compared: ExactText;
  readonly unit: UnitCode;
  /** `session` or ISO 8601, for a limit over a period. */
  readonly per?: string | undefined;
}

export interface UsedClinicValue {
  readonly setting: ClinicSetting;
  readonly value: Measured | WeightBasis | RoundingStep;
  readonly by: string;
  readonly at: string;
}

/** What a reader must know beside the number. */
export type DoseWarning =
  | { readonly kind: 'draft' }
  | { readonly kind: 'review-due' }
  | { readonly kind: 'review-overdue' }
  | { readonly kind: 'off-label' }
  | { readonly kind: 'contested'; readonly text: string }
  | {
      readonly kind: 'adjustment';
      readonly when: string;
      readonly action: 'avoid' | 'reduce' | 'replace';
      readonly amount?: Amount | undefined;
    }
  /** The cap brought the dose below the lowest the block gives. */
  | { readonly kind: 'below-lowest'; readonly lowest: Measured }
  /** Only doses of this sitting are counted against a limit over a longer period. */
  | { readonly kind: 'sitting-only'; readonly per: string };

export interface HourlyAmounts {
  readonly chosen: ExactText;
  readonly lowest?: ExactText | undefined;
  readonly highest?: ExactText | undefined;
  readonly unit: UnitCode;
}

/** A dose that the cap brought down. */
export interface Capped {
  readonly from: Measured;
  readonly to: Measured;
  readonly by: 'block' | 'clinic';
}

export interface DoseResult {
  readonly kind: 'dose';
  readonly place: BlockPlace;
  readonly drug: DoseBlock['drug'];
  readonly route: DoseBlock['route'];
  readonly method: DoseBlock['method'];
  readonly basis: 'fixed' | WeightBasis;
  readonly amount: Measured;
  readonly dose: Measured;
  /** To draw up. */
  readonly volume?: Measured | undefined;
  readonly madeUp?: Measured | undefined;
  readonly rate?: Measured | undefined;
  readonly duration?: Measured | undefined;
  /** Given in this sitting with this dose, of this drug, in the dose's unit. */
  readonly total: Measured;
  readonly lowest?: Measured | undefined;
  readonly highest?: Measured | undefined;
  /** For an amount per hour: what the chosen, the lowest and the highest amount come to, exactly. */
  readonly hourly?: HourlyAmounts | undefined;
  readonly capped?: Capped | undefined;
  readonly vial?: Measured | undefined;
  readonly weight?: Measured | undefined;
  readonly steps: readonly DoseStep[];
  readonly limits: readonly CheckedLimit[];
  readonly clinic: readonly UsedClinicValue[];
  readonly calculator: CalculatorSwitch;
  readonly warnings: readonly DoseWarning[];
}

export type InputName = Exclude<keyof DoseInputs, 'given'> | 'given' | 'since';

/** A part of a block that a calculation reads. */
export type BlockField =
  | 'block'
  | 'amount.min'
  | 'amount.usual'
  | 'amount.max'
  | 'amount.choices'
  | 'cap'
  | 'weightRange'
  | 'over.min'
  | 'over.usual'
  | 'over.max'
  | 'rate.min'
  | 'rate.max'
  | 'concentration'
  | 'totalVolume'
  | 'limits'
  | 'repeat'
  | 'weightFormula';

/** Why there is no number. `kind` is also the screen's `data-refusal`. */
export type RefusalReason =
  | { readonly kind: 'block-not-found' }
  | { readonly kind: 'not-a-dose' }
  | { readonly kind: 'out-of-use'; readonly standing: Standing }
  /** `switchedFor` names another edition the clinic had switched on. */
  | { readonly kind: 'calculator-off'; readonly switchedFor?: string | undefined }
  /** A value read in no source itself. */
  | { readonly kind: 'not-verified'; readonly field: BlockField; readonly mark: Mark }
  /** A value each clinic sets, and this one has not; or one neither block nor clinic states. */
  | { readonly kind: 'not-set'; readonly setting: ClinicSetting }
  | { readonly kind: 'clinic-value'; readonly setting: ClinicSetting; readonly problem: ClinicProblem }
  /** Sources differ, and no amount was chosen. */
  | { readonly kind: 'contested'; readonly texts: readonly string[] }
  | { readonly kind: 'missing'; readonly input: InputName }
  | { readonly kind: 'wrong-unit'; readonly input: InputName | BlockField }
  | { readonly kind: 'not-positive'; readonly input: InputName | BlockField | 'rounding' }
  /** The document states no formula, no limit or no time that this calculation needs. */
  | { readonly kind: 'not-stated'; readonly field: BlockField }
  | { readonly kind: 'basis-unsupported' }
  | {
      readonly kind: 'outside-range';
      readonly input: InputName;
      readonly given: Measured;
      readonly range: EnteredRange;
    }
  | { readonly kind: 'above-limit'; readonly check: CheckedLimit }
  | { readonly kind: 'below-limit'; readonly check: CheckedLimit }
  | {
      readonly kind: 'vial-differs';
      readonly given: Measured;
      readonly stated: Measured;
      readonly by: 'block' | 'clinic';
    }
  | { readonly kind: 'does-not-fit'; readonly volume: Measured; readonly madeUp: Measured }
  | { readonly kind: 'rounds-to-nothing'; readonly step: StepId; readonly exact: ExactText; readonly unit: UnitCode }
  /** A value so fine or so large that it cannot be written out; no such amount is given to anyone. */
  | { readonly kind: 'too-many-digits'; readonly exact: ExactText; readonly unit: UnitCode }
  | { readonly kind: 'no-such-repeat' }
  /** The document does not say that this dose may be given again in a sitting. */
  | { readonly kind: 'repeat-not-stated' }
  | { readonly kind: 'too-soon'; readonly interval: string; readonly since: Measured }
  | { readonly kind: 'count-reached'; readonly count: string }
  | { readonly kind: 'one-a-sitting'; readonly per: string }
  | { readonly kind: 'other-drug'; readonly blockId: string };

/** What may be entered: between two ends, or one of a few. `by` tells a document's range from a guard against slips. */
export interface EnteredRange {
  readonly by: 'block' | 'guard';
  readonly min?: Measured | undefined;
  readonly max?: Measured | undefined;
  readonly choices?: readonly Measured[] | undefined;
}

export type ClinicProblem =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'wrong-unit' }
  | { readonly kind: 'not-positive' }
  /** It would allow more than the document does. */
  | {
      readonly kind: 'widens';
      readonly field: BlockField | 'basis' | 'rounding';
      readonly published?: Measured | undefined;
    };

/** A refusal never holds a computed number: only the reason, and what the document gives as its range. */
export interface DoseRefusal {
  readonly kind: 'refusal';
  readonly reason: RefusalReason;
  readonly place: BlockPlace;
  readonly amount?: AmountRange | undefined;
  readonly over?: TimeRange | undefined;
}

export type DoseAnswer = DoseResult | DoseRefusal;
