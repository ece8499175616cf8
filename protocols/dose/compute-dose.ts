import { fail, ok } from '../schema/result';
import { walkBlocks } from '../schema/walk-blocks';
import type { Standing } from '../text/in-force';
import { toNumbers } from '../text/numbering';
import { checkRepeat } from './check-repeat';
import { checkGiven, checkTotals, findDoseBlock } from './check-sitting';
import { type ChosenDuration, chooseDuration } from './choose-duration';
import { chooseAmount, contestedTexts } from './chosen-amount';
import type {
  BlockPlace,
  DoseAnswer,
  DoseRefusal,
  DoseResult,
  DoseWarning,
  RefusalReason,
  UsedClinicValue,
} from './dose-answer';
import { type DosePlan, planDose } from './dose-plan';
import type {
  CalculatorSwitch,
  ClinicSetting,
  ClinicValues,
  DoseBlock,
  DoseInputs,
  DoseRequest,
  GivenDose,
} from './dose-request';
import { type Measured, type Quantity, inUnit, toQuantity } from './exact';
import { type FoundDose, findDose } from './find-dose';
import { type DrawnUp, type Infused, drawUp, findInfusion } from './find-solution';
import type { Outcome } from './usable';
import { type DosingWeight, findDosingWeight } from './weight';

/**
 * The dose of a block for what was entered, with its whole derivation, or the reason there is no number. Never both, and
 * never a number that was not checked against every limit of the block after rounding.
 */
export function computeDose(request: DoseRequest): DoseAnswer {
  const { protocol, blockId } = request;
  const place = toPlace(request);
  const block = findDoseBlock(protocol, blockId);
  if (block === undefined) {
    const exists = [...walkBlocks(protocol)].some((each) => each.block.id === blockId);
    return { kind: 'refusal', reason: { kind: exists ? 'not-a-dose' : 'block-not-found' }, place };
  }
  const opened = openCalculator(request);
  const found = opened.ok ? work(request, block, place, opened.value) : opened;
  return found.ok ? found.value : toRefusal(found.error, block, place);
}

function toRefusal(reason: RefusalReason, { amount, over }: DoseBlock, place: BlockPlace): DoseRefusal {
  return { kind: 'refusal', reason, place, amount, ...(over === undefined ? {} : { over }) };
}

function toPlace({ protocol, blockId }: DoseRequest): BlockPlace {
  const number = toNumbers(protocol.sections).get(blockId) ?? '';
  return { protocolId: protocol.id, version: protocol.version, blockId, number };
}

const COMPUTES: readonly DoseRequest['standing'][] = ['in-force', 'review-due', 'review-overdue', 'draft'];

/** The calculator opens for an edition in use that a named person at the clinic switched on, that edition and no other. */
function openCalculator({ protocol, standing, calculator }: DoseRequest): Outcome<CalculatorSwitch> {
  if (!COMPUTES.includes(standing)) return fail({ kind: 'out-of-use', standing });
  if (calculator === undefined || calculator.by.trim() === '' || calculator.protocolId !== protocol.id)
    return fail({ kind: 'calculator-off' });
  if (calculator.version === protocol.version) return ok(calculator);
  return fail({ kind: 'calculator-off', switchedFor: calculator.version });
}

function work(request: DoseRequest, block: DoseBlock, place: BlockPlace, on: CalculatorSwitch): Outcome<DoseResult> {
  const { inputs, clinic, standing } = request;
  const planned = planDose(block, clinic);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const entered = readInputs(plan, inputs);
  if (!entered.ok) return entered;
  const { weight, amount, over } = entered.value;
  const found = findDose(plan, amount, { weight, over: plan.perTime ? over : undefined });
  if (!found.ok) return found;
  const given = followGiven(request, block, found.value.dose);
  if (!given.ok) return given;
  const solved = dissolve(plan, inputs, entered.value, found.value);
  if (!solved.ok) return solved;
  const { drawn, infused } = solved.value;
  const { dose, limits, steps, ...rest } = found.value;
  const most = largest(toQuantity(dose), drawn?.holds);
  const totals = checkTotals(plan, given.value, dose, most, weight?.kilograms);
  if (!totals.ok) return totals;
  return ok({
    kind: 'dose',
    place,
    drug: block.drug,
    route: block.route,
    method: block.method,
    basis: plan.basis,
    amount,
    ...rest,
    dose,
    volume: drawn?.volume,
    madeUp: infused?.madeUp,
    rate: infused?.rate,
    duration: over,
    total: totals.value.total,
    vial: drawn?.vial,
    weight: weight?.entered,
    steps: [...steps, ...(drawn?.steps ?? []), ...(infused?.steps ?? []), ...totals.value.steps],
    limits: [...limits, ...totals.value.limits, ...(infused?.limits ?? [])],
    clinic: listUsed(clinic),
    calculator: on,
    warnings: [...toWarnings(block, standing, found.value), ...totals.value.warnings],
  });
}

/** What was entered, each part checked against the block. */
interface ReadInputs extends ChosenDuration {
  readonly weight: DosingWeight | undefined;
  readonly amount: Measured;
}

/** Reads the fields in the order of the screen, so that the first that is missing is the one named. */
function readInputs(plan: DosePlan, inputs: DoseInputs): Outcome<ReadInputs> {
  const { block, basis } = plan;
  const weight = basis === 'fixed' ? ok(undefined) : findDosingWeight(block, basis, inputs);
  if (!weight.ok) return weight;
  const amount = chooseAmount(block, plan.offered, inputs.amount);
  if (!amount.ok) return amount;
  const time = chooseDuration(plan, inputs.over);
  return time.ok ? ok({ weight: weight.value, amount: amount.value, ...time.value }) : time;
}

/** The earlier doses of the sitting, where this one may follow them. */
function followGiven(
  { protocol, inputs }: DoseRequest,
  block: DoseBlock,
  dose: Measured,
): Outcome<readonly GivenDose[]> {
  const given = checkGiven(protocol, block, inputs.given ?? [], dose);
  if (!given.ok) return given;
  const repeated = checkRepeat(block, inputs, given.value);
  return repeated.ok ? given : repeated;
}

function dissolve(
  plan: DosePlan,
  inputs: DoseInputs,
  { weight, over, shortest }: ReadInputs,
  { dose, limits }: FoundDose,
): Outcome<{ readonly drawn: DrawnUp | undefined; readonly infused: Infused | undefined }> {
  const drawn = drawUp(plan, inputs, dose, limits);
  if (!drawn.ok) return drawn;
  if (!plan.solution.infusion || over === undefined) return ok({ drawn: drawn.value, infused: undefined });
  const run = { over, shortest, kilograms: weight?.kilograms };
  const infused = findInfusion(plan, inputs, dose, drawn.value?.volume, run);
  return infused.ok ? ok({ drawn: drawn.value, infused: infused.value }) : infused;
}

function largest(a: Quantity, b: Quantity | undefined): Quantity {
  return b !== undefined && b.value.gt(a.value) ? b : a;
}

/** What a clinic set for a block, as a list. */
export function listUsed(clinic: ClinicValues): readonly UsedClinicValue[] {
  const settings = Object.keys(clinic) as ClinicSetting[];
  return settings.flatMap((setting) => {
    const set = clinic[setting];
    return set === undefined ? [] : [{ setting, ...set }];
  });
}

function toWarnings(block: DoseBlock, standing: Standing, { dose, capped, lowest }: FoundDose): DoseWarning[] {
  const warnings: DoseWarning[] = [];
  if (standing === 'draft' || standing === 'review-due' || standing === 'review-overdue')
    warnings.push({ kind: standing });
  if (block.offLabel === true) warnings.push({ kind: 'off-label' });
  for (const text of contestedTexts(block)) warnings.push({ kind: 'contested', text });
  for (const { when, action, amount } of block.adjustments ?? [])
    warnings.push({ kind: 'adjustment', when, action, amount });
  if (capped !== undefined && lowest !== undefined && inUnit(dose, lowest.unit).lt(inUnit(lowest, lowest.unit)))
    warnings.push({ kind: 'below-lowest', lowest });
  return warnings;
}
