import type {
  CheckedLimit,
  ClinicProblem,
  DoseStep,
  DoseWarning,
  EnteredRange,
  FormulaPart,
  RefusalReason,
  StepId,
} from '../../protocols/dose/dose-answer';
import type { ClinicSetting, RoundingStep } from '../../protocols/dose/dose-request';
import type { AmountRange } from '../../protocols/schema/values';
import { toDisplayDuration, toDisplayQuantity, toDisplayValue } from '../../protocols/text/display';
import type { UnitCode } from '../../protocols/units/unit-table';

// The command line speaks English, as every verb does; the screen has its own messages in both languages.

export function toWords({ value, unit }: { readonly value: string; readonly unit: UnitCode }): string {
  return toDisplayQuantity(value, unit, 'en');
}

const STEPS: Readonly<Record<StepId, string>> = {
  'ideal-weight': 'ideal weight',
  'adjusted-weight': 'adjusted weight',
  hourly: 'each hour',
  dose: 'dose',
  cap: 'capped at',
  volume: 'draw up',
  drawn: 'that volume holds',
  'made-up': 'make up to',
  rate: 'rate',
  total: 'total this sitting',
  lowest: 'lowest',
  highest: 'highest',
};

/** One line of the working: `dose: 0.5 mg per kg × 70 kg = 35 mg, rounded down to 0.1 mg: 35 mg`. */
export function toStepLine({ id, formula, exact, unit, rounded, rounding }: DoseStep): string {
  const result = formula.length > 1 ? ` = ${toWords({ value: exact, unit })}` : '';
  const rule = rounding === undefined ? '' : `, ${toRoundingWords(rounding)} (${rounding.by})`;
  const after = rounded === undefined || rounding === undefined ? '' : `: ${toWords(rounded)}`;
  return `${STEPS[id]}: ${formula.map(toPartWords).join(' ')}${result}${rule}${after}`;
}

function toRoundingWords({ step, mode }: RoundingStep): string {
  return mode === 'down' ? `rounded down to ${toWords(step)}` : `rounded to the nearest ${toWords(step)}, halves up`;
}

const SIGNS = { times: '×', 'divided-by': '÷', plus: '+', minus: '−', open: '(', close: ')' } as const;

function toPartWords(part: FormulaPart): string {
  if (part.kind === 'sign') return SIGNS[part.sign];
  return part.kind === 'conversion' ? part.value : toWords(part);
}

const LIMITS: Readonly<Record<CheckedLimit['id'], string>> = {
  'amount-max': "the block's highest amount",
  cap: "the block's cap",
  'clinic-maximum': "the clinic's maximum",
  session: 'the most in one session',
  'clinic-session': "the clinic's most in one sitting",
  period: 'the most in a period',
  'rate-max': "the block's highest rate",
  'rate-min': "the block's lowest rate",
  'over-min': "the block's shortest time",
};

export function toLimitLine({ id, stated, limit, compared, unit, per }: CheckedLimit): string {
  const period = per === undefined || per === 'session' ? '' : ` over ${toDisplayDuration(per, 'en')}`;
  const here = toWords({ value: limit, unit });
  const reckoned = here === toWords(stated) ? '' : `, here ${here}`;
  return `${LIMITS[id]}${period}, ${toWords(stated)}${reckoned}: held against ${toWords({ value: compared, unit })}`;
}

export function toWarningLine(warning: DoseWarning): string {
  switch (warning.kind) {
    case 'draft':
      return 'DRAFT — NOT FOR PATIENT CARE';
    case 'review-due':
      return 'The review of this edition is due.';
    case 'review-overdue':
      return 'REVIEW OVERDUE';
    case 'off-label':
      return 'Off-label use.';
    case 'contested':
      return `Contested: ${warning.text}`;
    case 'adjustment': {
      const to = warning.amount === undefined ? '' : ` to ${toDisplayValue(warning.amount, 'en') ?? 'a local amount'}`;
      return `Check: ${warning.when}: ${warning.action}${to}`;
    }
    case 'below-lowest':
      return `The cap is below the lowest dose of the block, ${toWords(warning.lowest)}.`;
    case 'sitting-only':
      break;
  }
  return `Only doses of this sitting were counted against the limit over ${toDisplayDuration(warning.per, 'en')}.`;
}

/** What the block publishes, for a reader who gets no number. */
export function toRangeWords({ min, usual, max, choices }: AmountRange): string {
  const named = [['from', min] as const, ['usual', usual] as const, ['to', max] as const].flatMap(([name, amount]) =>
    amount === undefined ? [] : [`${name} ${toDisplayValue(amount, 'en') ?? 'what each clinic sets'} (${amount.mark})`],
  );
  const offered = (choices ?? []).map((choice) => `${toDisplayValue(choice, 'en') ?? 'local'} (${choice.mark})`);
  return [...named, ...(offered.length === 0 ? [] : [`one of ${offered.join(', ')}`])].join(', ');
}

/** Why there is no dose, and what to do about it. */
export function toReasonWords(reason: RefusalReason): string {
  switch (reason.kind) {
    case 'block-not-found':
      return 'The protocol has no such block; name one of its dose blocks.';
    case 'not-a-dose':
      return 'The block is not a dose; name one of its dose blocks.';
    case 'out-of-use':
      return `The edition is not in use (${reason.standing}); open the one in force.`;
    case 'calculator-off':
      return reason.switchedFor === undefined
        ? 'The calculator is off for this edition; a named person at the clinic turns it on (here: --enable).'
        : `The calculator was turned on for ${reason.switchedFor} only; a named person turns it on for each edition anew.`;
    case 'not-verified':
      return `The value ${reason.field} is ${reason.mark}; only verified values feed the calculator.`;
    case 'not-set':
      return `Neither the block nor the clinic states ${SETTINGS[reason.setting]}; the clinic sets it (here: ${OPTIONS[reason.setting]}).`;
    case 'clinic-value':
      return `The clinic's ${reason.setting} was not taken: ${toProblemWords(reason.problem)}.`;
    case 'contested':
      return `Sources differ, so an amount must be chosen (here: --amount). ${reason.texts.join(' ')}`;
    case 'missing':
      return `${reason.input} is missing; enter it.`;
    case 'wrong-unit':
      return `${reason.input} is in a unit that does not measure it; write it in another.`;
    case 'not-positive':
      return `${reason.input} is nothing or less; correct it.`;
    case 'not-stated':
      return `The document does not state ${reason.field}, which this calculation needs.`;
    case 'basis-unsupported':
      return 'The block reckons its dose from something this calculator does not know.';
    case 'outside-range':
      return `${reason.input} ${toWords(reason.given)} is outside what ${reason.range.by === 'block' ? 'the block gives' : 'a person can weigh or measure'}: ${toEndsWords(reason.range)}.`;
    case 'above-limit':
      return `This gives more than a limit allows: ${toLimitLine(reason.check)}.`;
    case 'below-limit':
      return `This gives less than a limit asks for: ${toLimitLine(reason.check)}.`;
    case 'vial-differs':
      return `The vial is ${toWords(reason.given)}, the ${reason.by} says ${toWords(reason.stated)}; check the vial.`;
    case 'does-not-fit':
      return `${toWords(reason.volume)} to draw up does not fit into ${toWords(reason.madeUp)}; make up to more.`;
    case 'rounds-to-nothing':
      return `${STEPS[reason.step]} ${toWords({ value: reason.exact, unit: reason.unit })} rounds to nothing; a finer step or another strength is needed.`;
    case 'too-many-digits':
      return `${reason.exact} ${reason.unit} has more digits than any amount; check what was entered.`;
    case 'no-such-repeat':
      return 'The block has no repeat rule of that number.';
    case 'repeat-not-stated':
      return 'The document does not say that this dose may be given again in a sitting.';
    case 'too-soon':
      return `The last dose was ${toWords(reason.since)} ago; the next may follow after ${toDisplayDuration(reason.interval, 'en')}.`;
    case 'count-reached':
      return `The block allows ${reason.count}, and that many were given.`;
    case 'one-a-sitting':
      return `The course counts in ${toDisplayDuration(reason.per, 'en')}; one dose was given in this sitting already.`;
    case 'other-drug':
      break;
  }
  return `${reason.blockId} is no dose of the same drug in this protocol.`;
}

const SETTINGS: Readonly<Record<ClinicSetting, string>> = {
  maximum: 'the most in one dose',
  sessionMaximum: 'the most in one sitting',
  vial: 'the vial strength',
  madeUp: 'the volume made up to',
  basis: 'which weight the dose is reckoned from',
  roundAmount: 'to what the dose is rounded',
  roundVolume: 'to what the volume is rounded',
  roundRate: 'to what the rate is rounded',
};

/** The options that stand for what a clinic sets. */
export const OPTIONS: Readonly<Record<ClinicSetting, string>> = {
  maximum: '--maximum',
  sessionMaximum: '--session-maximum',
  vial: '--clinic-vial',
  madeUp: '--clinic-made-up',
  basis: '--basis',
  roundAmount: '--round',
  roundVolume: '--round-volume',
  roundRate: '--round-rate',
};

function toProblemWords(problem: ClinicProblem): string {
  switch (problem.kind) {
    case 'unsigned':
      return 'it says neither by whom nor when it was set';
    case 'wrong-unit':
      return 'its unit does not measure it';
    case 'not-positive':
      return 'it is nothing or less';
    case 'widens':
      break;
  }
  const published = problem.published === undefined ? '' : ` ${toWords(problem.published)}`;
  return `it allows more than the document does (${problem.field}${published})`;
}

function toEndsWords({ min, max, choices }: EnteredRange): string {
  if (choices !== undefined) return `one of ${choices.map(toWords).join(', ')}`;
  const ends = [min === undefined ? '' : `from ${toWords(min)}`, max === undefined ? '' : `to ${toWords(max)}`];
  return ends.filter(Boolean).join(' ');
}
