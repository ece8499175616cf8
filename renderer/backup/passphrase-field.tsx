import type { ReactElement, ReactNode } from 'react';
import { LONGEST_PASSPHRASE } from '../../protocols/contract/backup';
import { fieldClass, inputClass } from '../ui/field';

export function PassphraseField({
  label,
  value,
  onChange,
}: {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  return (
    <label className={fieldClass}>
      {label}
      <input
        type="password"
        className={inputClass}
        value={value}
        maxLength={LONGEST_PASSPHRASE}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
