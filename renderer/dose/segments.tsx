import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useMedia } from '../app/theme';
import { inputClass } from '../ui/field';
import styles from './fields.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

const LARGEST_DIGIT = 9;
/** Longer than this they do not fit one line of a small screen; there they become a list to choose from. */
const LONGEST_NARROW = 40;

/**
 * One of a few, all in view: arrow keys move, and while the group has the focus the digits 1 to 9 choose. Nothing is
 * chosen until somebody does when `value` is undefined.
 */
export function Segments<Value extends string>({
  label,
  hidden = false,
  options,
  value,
  onChange,
}: {
  label: ReactNode;
  /** The label is for screen readers only. */
  hidden?: boolean;
  options: readonly Segment<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}): ReactElement {
  const intl = useIntl();
  const name = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  const chooseByDigit = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const at = '123456789'.indexOf(event.key);
    const chosen = options[at];
    if (chosen === undefined) return;
    event.preventDefault();
    onChange(chosen.value);
    group.current?.querySelectorAll('input')[at]?.focus();
  };
  const narrow = useMedia('(max-width: 799px)');
  if (narrow && options.map((option) => option.label).join('').length > LONGEST_NARROW) {
    return (
      <label className={styles['choice']}>
        <span className={hidden ? 'visually-hidden' : styles['label']}>{label}</span>
        <select
          className={`${inputClass} ${styles['tall']}`}
          value={value ?? ''}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {value === undefined && <option value="">{intl.formatMessage({ id: 'dose.choose' })}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <fieldset ref={group} className={styles['choice']}>
      <legend className={hidden ? 'visually-hidden' : styles['label']}>{label}</legend>
      <div className={styles['segments']}>
        {options.map((option, index) => (
          <label key={option.value} className={styles['segment']}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              onKeyDown={chooseByDigit}
              aria-keyshortcuts={index < LARGEST_DIGIT ? `${index + 1}` : undefined}
            />
            {index < LARGEST_DIGIT && options.length > 1 && (
              <kbd aria-hidden="true" className={styles['digit']}>
                {index + 1}
              </kbd>
            )}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
