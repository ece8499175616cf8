import { fail, ok } from '../schema/result';
import { walkBlocks } from '../schema/walk-blocks';
import type { Standing } from '../text/in-force';
import { toNumbers } from '../text/numbering';
import { checkRepeat } from './check-repeat';
import { checkGiven, checkTotals, findDoseBlock } from './check-sitting';
import { chooseDuration } from './choose-duration';
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
import { planDose } from './dose-plan';
import type { CalculatorSwitch, ClinicSetting, ClinicValues, DoseBlock, DoseRequest } from './dose-request';
import { type Quantity, inUnit, toQuantity } from './exact';
import { type FoundDose, findDose } from './find-dose';
import { drawUp, findInfusion } from './find-solution';
import type { Outcome } from './usable';
import { findDosingWeight } from './weight';
import { toShown } from './working';

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

function work(
  { protocol, inputs, clinic, standing }: DoseRequest,
  block: DoseBlock,
  place: BlockPlace,
  calculator: CalculatorSwitch,
): Outcome<DoseResult> {
  const planned = planDose(block, clinic);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const weight = plan.basis === 'fixed' ? ok(undefined) : findDosingWeight(block, plan.basis, inputs);
  if (!weight.ok) return weight;
  const amount = chooseAmount(block, inputs.amount);
  if (!amount.ok) return amount;
  const time = chooseDuration(plan, inputs.over);
  if (!time.ok) return time;
  const { over, shortest } = time.value;
  const found = findDose(plan, amount.value, { weight: weight.value, over: plan.perTime ? over : undefined });
  if (!found.ok) return found;
  const { dose } = found.value;
  const given = checkGiven(protocol, block, inputs.given ?? [], dose);
  if (!given.ok) return given;
  const repeated = checkRepeat(block, inputs, given.value);
  if (!repeated.ok) return repeated;
  const kilograms = weight.value?.kilograms;
  const drawn = drawUp(plan, inputs, dose, found.value.limits);
  if (!drawn.ok) return drawn;
  const most = largest(toQuantity(dose), drawn.value?.holds);
  const totals = checkTotals(plan, given.value, dose, most, kilograms);
  if (!totals.ok) return totals;
  const total = toShown(totals.value.total);
  if (!total.ok) return total;
  const infused =
    plan.solution.infusion && over !== undefined
      ? findInfusion(plan, inputs, dose, drawn.value?.volume, { over, kilograms, shortest })
      : ok(undefined);
  if (!infused.ok) return infused;
  return ok({
    kind: 'dose',
    place,
    drug: block.drug,
    route: block.route,
    method: block.method,
    basis: plan.basis,
    amount: amount.value,
    dose,
    volume: drawn.value?.volume,
    madeUp: infused.value?.madeUp,
    rate: infused.value?.rate,
    duration: over,
    total: total.value,
    lowest: found.value.lowest,
    highest: found.value.highest,
    hourly: found.value.hourly,
    capped: found.value.capped,
    vial: drawn.value?.vial,
    weight: weight.value?.entered,
    steps: [
      ...found.value.steps,
      ...(drawn.value?.steps ?? []),
      ...(infused.value?.steps ?? []),
      ...totals.value.steps,
    ],
    limits: [...found.value.limits, ...totals.value.limits, ...(infused.value?.limits ?? [])],
    clinic: listUsed(clinic),
    calculator,
    warnings: [...toWarnings(block, standing, found.value), ...totals.value.warnings],
  });
}

function largest(a: Quantity, b: Quantity | undefined): Quantity {
  return b !== undefined && b.value.gt(a.value) ? b : a;
}

/** Every value the clinic set for this block, as screen and paper name them. */
function listUsed(clinic: ClinicValues): readonly UsedClinicValue[] {
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
  for (const { when, action } of block.adjustments ?? []) warnings.push({ kind: 'adjustment', when, action });
  if (capped !== undefined && lowest !== undefined && inUnit(dose, lowest.unit).lt(inUnit(lowest, lowest.unit)))
    warnings.push({ kind: 'below-lowest', lowest });
  return warnings;
}
