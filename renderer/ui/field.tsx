import type { ComponentProps, ReactElement, ReactNode } from 'react';
import styles from './controls.module.css';

/** A labelled text field; the label is visible and clickable. */
export function TextField({
  label,
  hint,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }): ReactElement {
  return (
    <label className={styles['field']}>
      {label}
      <input {...rest} type="text" className={styles['input']} autoComplete="off" spellCheck={false} />
      {hint}
    </label>
  );
}

export const inputClass = styles['input'] ?? '';
export const fieldClass = styles['field'] ?? '';
