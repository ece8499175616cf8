import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { UNIT_CODES, toAuthoredUnit, toUnitWords } from '../../protocols/units/unit-table';
import { toTypedUnit } from '../../protocols/forms/typed-values';
import { inputClass } from '../ui/field';
import { toLanguage } from '../notes/words';
import { type Described, FieldFrame } from './field-frame';
import { textAt, useOpenPart, valueAt } from './form-context';
import styles from './forms.module.css';
import { type FieldProps, useWrite } from './words-fields';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of a closed list. What the text says stays to choose from, also where it is none of them. */
export function Select({
  value,
  options,
  onChange,
  ...rest
}: Partial<Described> & {
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  'aria-label'?: string;
}): ReactElement {
  const intl = useIntl();
  const { canWrite } = useOpenPart();
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <select
      {...rest}
      className={inputClass}
      value={value}
      disabled={!canWrite}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{intl.formatMessage({ id: 'forms.none' })}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export function ChoiceField({ options, ...props }: FieldProps & { options: readonly Option[] }): ReactElement {
  const { fields } = useOpenPart();
  const write = useWrite(props);
  const said = textAt(fields, props.path);
  return (
    <FieldFrame {...props} isUnchosen={said === ''}>
      {(described) => (
        <Select
          {...described}
          value={said}
          options={options}
          onChange={(value) => write(value === '' && props.isOptional ? undefined : value)}
        />
      )}
    </FieldFrame>
  );
}

/** Every unit of the closed table, in the words of the reader. */
export function useUnitOptions(): readonly Option[] {
  const language = toLanguage(useIntl().locale);
  return UNIT_CODES.map((code) => ({ value: toAuthoredUnit(code), label: toUnitWords(code, language) || '1' }));
}

export function UnitField(props: FieldProps): ReactElement {
  const { fields } = useOpenPart();
  const write = useWrite(props);
  const options = useUnitOptions();
  return (
    <FieldFrame {...props}>
      {(described) => (
        <Select
          {...described}
          value={toTypedUnit(textAt(fields, props.path))}
          options={options}
          onChange={(value) => write(value === '' ? undefined : value)}
        />
      )}
    </FieldFrame>
  );
}

export function FlagField(props: FieldProps): ReactElement {
  const { fields, canWrite } = useOpenPart();
  const write = useWrite(props);
  return (
    <div className={styles['field']} data-field={props.path.join('.')}>
      <Tick
        checked={textAt(fields, props.path) === 'true'}
        disabled={!canWrite}
        onChange={(checked) => write(checked ? 'true' : props.isOptional ? undefined : 'false')}
      >
        {props.label}
      </Tick>
    </div>
  );
}

export function Tick({
  checked,
  disabled,
  onChange,
  children,
}: {
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}): ReactElement {
  return (
    <label className={styles['tick']}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

/** References by `#id`, one or several. */
export function TargetField({
  several,
  isPlain = false,
  ...props
}: FieldProps & { several: boolean; isPlain?: boolean }): ReactElement {
  const intl = useIntl();
  const { fields, targets } = useOpenPart();
  const write = useWrite(props);
  const options = targets
    .filter(({ isBlock }) => isBlock || !isPlain)
    .map(({ id, name }) => ({ value: isPlain ? id : `#${id}`, label: name }));
  if (!several) return <ChoiceField {...props} options={options} />;
  const said = valueAt(fields, props.path);
  const chosen = Array.isArray(said) ? said.map(String) : [];
  return (
    <FieldFrame
      {...props}
      hint={
        chosen.length === 0
          ? undefined
          : chosen.map((each) => options.find(({ value }) => value === each)?.label ?? each).join('; ')
      }
    >
      {(described) => (
        <Select
          {...described}
          value=""
          options={options.map(({ value, label }) => ({
            value,
            label: chosen.includes(value) ? intl.formatMessage({ id: 'forms.takeOut' }, { name: label }) : label,
          }))}
          onChange={(value) => {
            const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
            if (value !== '') write(next.length === 0 ? undefined : next);
          }}
        />
      )}
    </FieldFrame>
  );
}

/** Which of the listed sources a statement stands on. */
export function SourceTicks({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (keys: readonly string[]) => void;
}): ReactElement {
  const { sources, canWrite } = useOpenPart();
  // A key nobody lists is shown too, so that it can be taken away.
  const listed = new Set(sources.map(({ key }) => key));
  const all = [...sources, ...chosen.filter((key) => !listed.has(key)).map((key) => ({ key, citation: '' }))];
  return (
    <div className={styles['sources']}>
      <span className={styles['hint']}>
        <FormattedMessage id="forms.sources" />
      </span>
      {all.map(({ key, citation }) => (
        <Tick
          key={key}
          checked={chosen.includes(key)}
          disabled={!canWrite}
          onChange={(checked) => onChange(checked ? [...chosen, key] : chosen.filter((each) => each !== key))}
        >
          <strong>{key}</strong> {citation}
        </Tick>
      ))}
    </div>
  );
}
