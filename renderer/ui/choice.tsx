import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './controls.module.css';

/** One of a few, all in view. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: ReactNode;
  options: readonly { readonly value: Value; readonly label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className={styles['choice']}>
      <legend>{label}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
