import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DoseEntries, Language, Paper, PrintJob, SheetKind } from '../../../protocols/contract/calls';
import type { Protocol } from '../../../protocols/schema/protocol';
import { SHEET_KINDS, hasContent, isForUse, listDoseBlocks } from '../../../protocols/sheets/printable';
import { isOutOfUse, type Standing } from '../../../protocols/text/in-force';
import { Choice } from '../../ui/choice';
import { fieldClass, inputClass } from '../../ui/field';

/** What is to be printed, before paper and language. */
export type SheetChoice =
  | { readonly sheet: Exclude<SheetKind, 'dose'> }
  | { readonly sheet: 'dose'; readonly block: string; readonly entered?: DoseEntries; readonly copies: 1 | 2 };

/** The sheets a protocol has, each as it is offered first; one out of use is only for reading. */
export function listChoices(protocol: Protocol, standing: Standing): SheetChoice[] {
  return SHEET_KINDS.filter((sheet) => !isForUse(sheet) || !isOutOfUse(standing)).flatMap((sheet): SheetChoice[] => {
    if (sheet !== 'dose') return hasContent(protocol, { sheet }) ? [{ sheet }] : [];
    const [block] = listDoseBlocks(protocol);
    return block === undefined ? [] : [{ sheet, block: block.id, copies: 1 }];
  });
}

export function toJob(choice: SheetChoice, { id, version }: Protocol, paper: Paper, language: Language): PrintJob {
  return { ...choice, key: { id, version }, paper, language };
}

/** Which sheet; for a dose also which one, and once or twice on the page. */
export function SheetChooser({
  protocol,
  choices,
  choice,
  onChange,
}: {
  protocol: Protocol;
  choices: readonly SheetChoice[];
  choice: SheetChoice;
  onChange: (choice: SheetChoice) => void;
}): ReactElement {
  const intl = useIntl();
  const label = (sheet: SheetKind): string => intl.formatMessage({ id: `print.sheet.${sheet}` });
  return (
    <>
      <Choice
        label={<FormattedMessage id="print.dialog.sheet" />}
        options={choices.map(({ sheet }) => ({ value: sheet, label: label(sheet) }))}
        value={choice.sheet}
        onChange={(sheet) => onChange(choices.find((each) => each.sheet === sheet) ?? choice)}
      />
      {choice.sheet === 'dose' && (
        <>
          <label className={fieldClass}>
            <FormattedMessage id="print.dialog.dose" />
            <select
              className={inputClass}
              value={choice.block}
              disabled={choice.entered !== undefined}
              onChange={(event) => onChange({ sheet: 'dose', block: event.target.value, copies: choice.copies })}
            >
              {listDoseBlocks(protocol).map((block) => (
                <option key={block.id} value={block.id} lang={protocol.language}>
                  {block.title ?? block.drug.name}
                </option>
              ))}
            </select>
          </label>
          <p>
            <FormattedMessage id={choice.entered === undefined ? 'print.dialog.blank' : 'print.dialog.filled'} />
          </p>
          <Choice
            label={<FormattedMessage id="print.dialog.copies" />}
            options={(['1', '2'] as const).map((value) => ({ value, label: value }))}
            value={choice.copies === 1 ? '1' : '2'}
            onChange={(copies) => onChange({ ...choice, copies: copies === '1' ? 1 : 2 })}
          />
        </>
      )}
    </>
  );
}
