import type { DoseEntries, Language } from '../../../protocols/contract/calls';
import { findCalculatorSwitch, toClinicValues } from '../../../protocols/dose/clinic-records';
import { planDose } from '../../../protocols/dose/dose-plan';
import type { ClinicValues, DoseBlock, DoseRequest, GivenDose } from '../../../protocols/dose/dose-request';
import { OVER_RULE } from '../../../protocols/dose/entry-rules';
import { parseEntered } from '../../../protocols/dose/parse-entered';
import { findDoseBlock } from '../../../protocols/sheets/printable';
import { type Entries, type FieldName, toEntries } from '../../dose/entry';
import { type Field, toGuard, toWholeUnit } from '../../dose/field-rules';
import { type Worked, asksSex, toFields, workOut } from '../../dose/worked-entries';
import type { SheetSources } from '../page/sheet-plan';

/** A dose worked out once more from what was typed, as the screen does it. */
export interface WorkedDose extends Worked {
  readonly fields: readonly Field[];
  readonly clinic: ClinicValues;
}

type Sources = Pick<SheetSources, 'protocol' | 'standing' | 'clinic'>;

/** Works a dose out; nothing where the clinic's own values cannot be read, for one of them might forbid it. */
export function workOutDose(
  block: DoseBlock,
  entered: DoseEntries,
  { protocol, standing, clinic }: Sources,
  language: Language,
): WorkedDose | undefined {
  if (clinic.state === 'unread') return undefined;
  const values = toClinicValues(clinic.values, { protocolId: protocol.id, blockId: block.id });
  const request: Omit<DoseRequest, 'inputs'> = {
    protocol,
    blockId: block.id,
    clinic: values,
    calculator: findCalculatorSwitch(clinic.switches, protocol),
    standing,
  };
  const planned = planDose(block, values);
  const plan = planned.ok ? planned.value : undefined;
  const fields = toFields(block, plan);
  const given = (entered.given ?? []).flatMap((dose) => toGiven(dose, { protocol, language }));
  const worked = workOut({
    request,
    fields,
    asksForSex: asksSex(plan),
    entries: toConfirmed(entered),
    sex: entered.sex,
    base: { given, repeat: entered.repeat },
    language,
  });
  // A dose given before that cannot be read must not be left out of the total.
  const isWhole = given.length === (entered.given ?? []).length;
  return { ...worked, result: isWhole ? worked.result : undefined, fields, clinic: values };
}

/** What was typed, as left and looked at: what the screen asked about comes here only once somebody answered. */
function toConfirmed(entered: DoseEntries): Entries {
  const entries = toEntries(entered);
  const names = Object.keys(entries) as FieldName[];
  return Object.fromEntries(names.map((name) => [name, { ...entries[name], confirmed: true }])) as Entries;
}

function toGiven(
  { block, amount, since }: NonNullable<DoseEntries['given']>[number],
  { protocol, language }: Pick<Sources, 'protocol'> & { language: Language },
): GivenDose[] {
  const dose = findDoseBlock(protocol, block);
  if (dose === undefined) return [];
  const read = parseEntered(amount, toGuard(toWholeUnit(dose)), language);
  const ago = since === undefined ? undefined : parseEntered(since, OVER_RULE, language);
  if (read.kind !== 'value' || (ago !== undefined && ago.kind !== 'value')) return [];
  return [{ blockId: block, amount: read.measured, since: ago?.measured }];
}
