import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../../protocols/contract/calls';
import type { ClinicValueRecord } from '../../../protocols/dose/clinic-records';
import type { SetByClinic } from '../../../protocols/dose/dose-request';
import { SetBy } from '../../dose/set-by';
import { useSettingWords } from '../../dose/setting-words';

/** A value the clinic set, where the sheet would leave a blank for it; with who set it and when. */
export function PaperSet({
  set: { value, by, at },
  language,
}: {
  set: SetByClinic<NonNullable<ClinicValueRecord['value']>>;
  language: Language;
}): ReactElement {
  const words = useSettingWords(language);
  const amount = typeof value === 'object' && 'unit' in value ? value : undefined;
  return (
    <span data-value={amount?.value} data-unit={amount?.unit} data-mark="local" data-clinic="set">
      <strong className="number">{words(value)}</strong> <FormattedMessage id="print.dosesheet.byClinic" />{' '}
      <SetBy by={by} at={at} />
    </span>
  );
}
