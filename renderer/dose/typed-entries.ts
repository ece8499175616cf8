import type { DoseEntries, Language } from '../../protocols/contract/calls';
import type { GivenDose, Sex } from '../../protocols/dose/dose-request';
import { toDay } from '../../protocols/text/in-force';
import type { Entries } from './entry';
import type { Field } from './field-rules';
import { type Worked, toText } from './worked-entries';

/**
 * What was typed, letter for letter, as the dose sheet takes it. A field the screen does not work with stays a blank on
 * paper: one that is being typed in, one it asks about, one it refuses. The sheet has nobody to ask.
 */
export function toDoseEntries(
  {
    fields,
    entries,
    readings,
    sex,
    repeat,
    given,
  }: {
    fields: readonly Field[];
    entries: Entries;
    readings: Worked['readings'];
    sex: Sex | undefined;
    repeat: number | undefined;
    given: readonly GivenDose[];
  },
  language: Language,
): DoseEntries {
  const typed = fields.filter(({ name }) => readings[name].kind === 'read');
  return {
    ...Object.fromEntries(typed.map(({ name }) => [name, entries[name].text.trim()])),
    ...(sex === undefined ? {} : { sex }),
    ...(repeat === undefined ? {} : { repeat }),
    ...(given.length === 0 ? {} : { given: given.map((dose) => toTyped(dose, language)) }),
    ...(typed.some(({ name }) => name === 'weight') ? { weighedOn: toDay(new Date()) } : {}),
  };
}

function toTyped({ blockId, amount, since }: GivenDose, language: Language): NonNullable<DoseEntries['given']>[number] {
  return {
    block: blockId,
    amount: toText(amount.value, language),
    // Under a minute ago is no number the sheet reads; without it, a rule that needs the time asks for it.
    ...(since === undefined || since.value === '0' ? {} : { since: since.value }),
  };
}
