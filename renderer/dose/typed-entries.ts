import type { DoseEntries, Language } from '../../protocols/contract/calls';
import type { GivenDose, Sex } from '../../protocols/dose/dose-request';
import { toDay } from '../../protocols/text/in-force';
import type { Entries } from './entry';
import type { Field } from './field-rules';
import { toText } from './worked-entries';

/** What was typed, letter for letter, as the dose sheet takes it. A field that was not left yet stays a blank on paper. */
export function toDoseEntries(
  {
    fields,
    entries,
    sex,
    repeat,
    given,
  }: {
    fields: readonly Field[];
    entries: Entries;
    sex: Sex | undefined;
    repeat: number | undefined;
    given: readonly GivenDose[];
  },
  language: Language,
): DoseEntries {
  const typed = fields.filter(({ name }) => entries[name].left && entries[name].text.trim() !== '');
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
