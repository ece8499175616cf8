import { useIntl } from 'react-intl';
import type { Language } from '../../protocols/contract/calls';
import type { ClinicValueRecord } from '../../protocols/dose/clinic-records';
import { toWords } from './quantity-words';

/** What a clinic set, in words: an amount, a basis of weight, or a rule of rounding. */
export function useSettingWords(language: Language): (value: NonNullable<ClinicValueRecord['value']>) => string {
  const intl = useIntl();
  return (value) => {
    if (typeof value === 'string') return intl.formatMessage({ id: `reader.basis.${value}` });
    if (!('step' in value)) return toWords(value, language);
    return intl.formatMessage({ id: `dose.clinic.rounding.${value.mode}` }, { step: toWords(value.step, language) });
  };
}
