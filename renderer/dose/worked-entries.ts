import type { Language } from '../../protocols/contract/calls';
import { contestedTexts } from '../../protocols/dose/chosen-amount';
import { computeDose } from '../../protocols/dose/compute-dose';
import type { DoseRefusal, DoseResult, InputName, RefusalReason } from '../../protocols/dose/dose-answer';
import { type DosePlan, listInputs } from '../../protocols/dose/dose-plan';
import type { DoseBlock, DoseInputs, DoseRequest, Sex } from '../../protocols/dose/dose-request';
import type { Measured } from '../../protocols/dose/exact';
import type { Entries, FieldName } from './entry';
import { type Field, toRule } from './field-rules';
import { type FieldReading, readField } from './read-field';
import { unreachable } from '../../protocols/schema/unreachable';

const FIELD_NAMES: readonly FieldName[] = ['weight', 'height', 'amount', 'over', 'vial', 'madeUp'];

/** The fields of a dose in the order of the screen. Where it cannot be worked out yet, those its kind of dose has. */
export function toFields(block: DoseBlock, plan: DosePlan | undefined): readonly Field[] {
  const inputs = plan === undefined ? listLikely(block) : listInputs(plan);
  return inputs.flatMap(({ input, needed }) => {
    const name = FIELD_NAMES.find((each) => each === input);
    return name === undefined ? [] : [{ name, needed, rule: toRule(name, block, plan) }];
  });
}

export function asksSex(plan: DosePlan | undefined): boolean {
  return plan !== undefined && listInputs(plan).some(({ input }) => input === 'sex');
}

function listLikely({ basis, method }: DoseBlock): readonly { readonly input: InputName; readonly needed: boolean }[] {
  const inputs: InputName[] = basis === 'fixed' ? ['amount'] : ['weight', 'amount'];
  if (method === 'infusion') inputs.push('over');
  if (method !== 'supervised-self') inputs.push('vial');
  return inputs.map((input) => ({ input, needed: true }));
}

/** The amounts to choose among, where those between them do not exist; none where any amount of a range may be entered. */
export function listAmountChoices({ offered }: DosePlan): readonly Measured[] {
  const { choices, min, usual, max, replacements } = offered;
  if (choices.length > 0) return [...choices, ...replacements];
  return usual !== undefined && min === undefined && max === undefined ? [usual, ...replacements] : [];
}

/**
 * What stands in the fields from the start: what block or clinic states. A vial only where the clinic set it, and an
 * amount only where sources agree on a usual one.
 */
export function toStated(
  block: DoseBlock,
  plan: DosePlan | undefined,
  language: Language,
): Partial<Record<FieldName, string>> {
  if (plan === undefined) return {};
  const stated: Partial<Record<FieldName, string>> = {};
  const { stock, madeUp } = plan.solution;
  const usual = plan.offered.usual;
  if (usual !== undefined && contestedTexts(block).length === 0) stated.amount = toText(usual.value, language);
  if (stock?.by === 'clinic') stated.vial = toText(stock.amount.value, language);
  if (madeUp !== undefined) stated.madeUp = toText(madeUp.amount.value, language);
  return stated;
}

/** Decimal text as one types it, without grouping. */
export function toText(value: string, language: Language): string {
  return language === 'fr' ? value.replace('.', ',') : value;
}

export interface Worked {
  readonly readings: Readonly<Record<FieldName, FieldReading>>;
  readonly inputs: DoseInputs;
  /** Only when every field that is asked for was read, and the dose passed every limit. */
  readonly result: DoseResult | undefined;
  readonly refusal: DoseRefusal | undefined;
  /** What is still to be entered. */
  readonly waiting: readonly InputName[];
}

/** Everything the screen shows of a dose, from what its fields hold now. */
export function workOut({
  request,
  fields,
  asksForSex,
  entries,
  sex,
  base,
  language,
}: {
  request: Omit<DoseRequest, 'inputs'>;
  fields: readonly Field[];
  asksForSex: boolean;
  entries: Entries;
  sex: Sex | undefined;
  /** What is not entered here: doses given before, or an order that stands. */
  base: DoseInputs;
  language: Language;
}): Worked {
  const read = (name: FieldName): FieldReading => {
    const field = fields.find((each) => each.name === name);
    return field === undefined ? { kind: 'waiting' } : readField(entries[name], field.rule, language);
  };
  const readings: Worked['readings'] = {
    weight: read('weight'),
    height: read('height'),
    amount: read('amount'),
    over: read('over'),
    vial: read('vial'),
    madeUp: read('madeUp'),
  };
  const value = (name: FieldName): Measured | undefined => {
    const reading = readings[name];
    return reading.kind === 'read' ? reading.value : undefined;
  };
  const entered = Object.fromEntries(fields.map(({ name }) => [name, value(name)]));
  const inputs: DoseInputs = { ...base, ...entered, ...(asksForSex ? { sex } : {}) };
  const open = fields.filter(({ name, needed }) =>
    needed ? readings[name].kind !== 'read' : entries[name].text !== '' && readings[name].kind !== 'read',
  );
  const waiting: InputName[] = [
    ...open.map(({ name }) => name),
    ...(asksForSex && sex === undefined ? ['sex' as const] : []),
  ];
  const answer = computeDose({ ...request, inputs });
  if (answer.kind === 'dose')
    return { readings, inputs, waiting, refusal: undefined, result: waiting.length === 0 ? answer : undefined };
  const asked = toAsked(answer.reason);
  if (asked !== undefined)
    return { readings, inputs, waiting: [...new Set([...waiting, asked])], refusal: undefined, result: undefined };
  const stands = waiting.length === 0 || !comesFromEntries(answer.reason);
  return { readings, inputs, waiting, refusal: stands ? answer : undefined, result: undefined };
}

/** The entry a calculation still asks for. */
function toAsked(reason: RefusalReason): InputName | undefined {
  if (reason.kind === 'missing') return reason.input;
  return reason.kind === 'contested' ? 'amount' : undefined;
}

/** Whether other entries might still change it; what stands in the way whatever is entered is said at once. */
function comesFromEntries({ kind }: RefusalReason): boolean {
  switch (kind) {
    case 'block-not-found':
    case 'not-a-dose':
    case 'out-of-use':
    case 'calculator-off':
    case 'not-verified':
    case 'not-set':
    case 'clinic-value':
    case 'not-stated':
    case 'basis-unsupported':
      return false;
    case 'contested':
    case 'missing':
    case 'wrong-unit':
    case 'not-positive':
    case 'outside-range':
    case 'above-limit':
    case 'below-limit':
    case 'vial-differs':
    case 'does-not-fit':
    case 'rounds-to-nothing':
    case 'too-many-digits':
    case 'no-such-repeat':
    case 'repeat-not-stated':
    case 'too-soon':
    case 'count-reached':
    case 'one-a-sitting':
    case 'other-drug':
      return true;
    default:
      return unreachable(kind);
  }
}
