import type { Protocol } from '../schema/protocol';
import type { BlockOf } from '../schema/blocks';
import type { Standing } from '../text/in-force';
import type { Measured } from './exact';

export type DoseBlock = BlockOf<'dose'>;
export type Sex = 'female' | 'male';
export type WeightBasis = 'actual-weight' | 'ideal-weight' | 'adjusted-weight';
export type RoundingStep = NonNullable<DoseBlock['rounding']>['amount'];

/** A dose given earlier in this sitting, as the person using the calculator entered it. Nothing of it is kept. */
export interface GivenDose {
  readonly blockId: string;
  readonly amount: Measured;
  /** How long ago, where it is known; a block with an interval needs it. */
  readonly since?: Measured | undefined;
}

/** What a person enters. Nothing is assumed for a field that is absent, except where the block itself states a value. */
export interface DoseInputs {
  readonly weight?: Measured | undefined;
  readonly height?: Measured | undefined;
  readonly sex?: Sex | undefined;
  /** The amount chosen within the block: per kilogram, or whole for a fixed dose. */
  readonly amount?: Measured | undefined;
  /** Strength on the vial in hand. */
  readonly vial?: Measured | undefined;
  /** The volume the syringe or bag is made up to, for an infusion. */
  readonly madeUp?: Measured | undefined;
  readonly over?: Measured | undefined;
  /** Which of the block's repeat rules is being followed, counted from 0. */
  readonly repeat?: number | undefined;
  readonly given?: readonly GivenDose[] | undefined;
}

/** A value a clinic decided for itself, with who decided it and when, which screen and paper repeat. */
export interface SetByClinic<T> {
  readonly value: T;
  readonly by: string;
  /** An instant in ISO 8601. */
  readonly at: string;
}

/** What a clinic set for one block. Each may narrow what the document says, never widen it. */
export interface ClinicValues {
  /** The most in one administration. */
  readonly maximum?: SetByClinic<Measured> | undefined;
  /** The most in one sitting, every dose of the drug counted. */
  readonly sessionMaximum?: SetByClinic<Measured> | undefined;
  readonly vial?: SetByClinic<Measured> | undefined;
  readonly madeUp?: SetByClinic<Measured> | undefined;
  readonly basis?: SetByClinic<WeightBasis> | undefined;
  readonly roundAmount?: SetByClinic<RoundingStep> | undefined;
  readonly roundVolume?: SetByClinic<RoundingStep> | undefined;
  readonly roundRate?: SetByClinic<RoundingStep> | undefined;
}
export type ClinicSetting = keyof ClinicValues;

/** A named person's decision that the calculator may be used for exactly one edition. */
export interface CalculatorSwitch {
  readonly protocolId: string;
  readonly version: string;
  readonly by: string;
  readonly at: string;
}

/** Everything one calculation needs; the same request always gives the same answer. */
export interface DoseRequest {
  readonly protocol: Protocol;
  readonly blockId: string;
  readonly inputs: DoseInputs;
  readonly clinic: ClinicValues;
  readonly calculator: CalculatorSwitch | undefined;
  /** How the edition stands today, from `toStanding`. */
  readonly standing: Standing;
}
