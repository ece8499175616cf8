import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  DURATION_UNITS,
  type DurationUnit,
  type TypedDuration,
  readTypedDuration,
  writeTypedDuration,
} from '../../protocols/forms/typed-values';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import { Select } from './choice-fields';
import { type Described, GroupFrame } from './field-frame';
import { textAt, useOpenPart, valueAt } from './form-context';
import styles from './forms.module.css';
import { useTyped } from './use-typed';
import { type FieldProps, OnlyText, useWrite } from './words-fields';

const NOTHING: TypedDuration = { count: '', unit: 'M', isBefore: false };
const NOT_DESCRIBED: Described = { 'aria-describedby': undefined, 'aria-invalid': undefined };

/** A length of time, or with a direction the place of a moment before or after its anchor. */
export function DurationField({ isOffset, ...props }: FieldProps & { isOffset: boolean }): ReactElement {
  const { fields } = useOpenPart();
  const write = useWrite(props);
  const typed = useTyped(textAt(fields, props.path), (value) =>
    write(value === '' && props.isOptional ? undefined : value),
  );
  return (
    <GroupFrame {...props} isRefused={typed.isRefused} onLeave={typed.leave}>
      {(described) => (
        <DurationInput value={typed.value} isOffset={isOffset} described={described} onChange={typed.type} />
      )}
    </GroupFrame>
  );
}

/** Several moments before or after an anchor. */
export function OffsetsField(props: FieldProps): ReactElement {
  const { fields, canWrite } = useOpenPart();
  const write = useWrite(props);
  const said = valueAt(fields, props.path);
  const list = Array.isArray(said) ? said.filter((each) => typeof each === 'string') : [];
  const typed = useTyped<readonly string[]>(list, write);
  if (said !== undefined && (!Array.isArray(said) || said.length !== list.length)) return <OnlyText {...props} />;
  const { value: times, type } = typed;
  return (
    <GroupFrame {...props} isRefused={typed.isRefused} onLeave={typed.leave}>
      {(described) => (
        <>
          {times.map((time, index) => (
            // A moment has no name of its own; its place is all there is.
            <span key={index} className={styles['inline']}>
              <DurationInput
                value={time}
                isOffset
                described={described}
                onChange={(next) => type(times.with(index, next))}
              />
              {canWrite && times.length > 1 && (
                <Button onClick={() => type(times.toSpliced(index, 1))}>
                  <FormattedMessage id="forms.list.remove" />
                </Button>
              )}
            </span>
          ))}
          {canWrite && (
            <Button onClick={() => type([...times, 'PT15M'])}>
              <FormattedMessage id="forms.list.add" />
            </Button>
          )}
        </>
      )}
    </GroupFrame>
  );
}

export function DurationInput({
  value,
  isOffset = false,
  described = NOT_DESCRIBED,
  onChange,
}: {
  value: string;
  isOffset?: boolean;
  described?: Described;
  onChange: (value: string) => void;
}): ReactElement {
  const intl = useIntl();
  const { canWrite } = useOpenPart();
  const read = value === '' ? NOTHING : readTypedDuration(value);
  const field = (text: string, onType: (text: string) => void): ReactElement => (
    <input
      {...described}
      className={`${inputClass} ${styles['number']}`}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={intl.formatMessage({ id: 'forms.duration.count' })}
      value={text}
      readOnly={!canWrite}
      onChange={(event) => onType(event.target.value)}
    />
  );
  // What is no length of time stays as it was typed.
  if (read === undefined) return field(value, onChange);
  const change = (part: Partial<TypedDuration>): void => {
    const next = { ...read, ...part };
    onChange(next.count === '' ? '' : writeTypedDuration(next));
  };
  const units = DURATION_UNITS.map((unit) => ({
    value: unit,
    label: intl.formatMessage({ id: `forms.duration.${unit}` }),
  }));
  return (
    <>
      {/* The capital letters of a duration are its units, which stand in a field of their own. */}
      {field(read.count, (count) => change({ count: count.replaceAll(/[\sA-Z]/g, '') }))}
      <Select
        aria-label={intl.formatMessage({ id: 'forms.unit' })}
        value={read.unit}
        options={units}
        onChange={(unit) => change({ unit: (unit || 'M') as DurationUnit })}
      />
      {isOffset && (
        <Select
          aria-label={intl.formatMessage({ id: 'forms.duration.side' })}
          value={read.isBefore ? 'before' : 'after'}
          options={[
            { value: 'before', label: intl.formatMessage({ id: 'forms.duration.before' }) },
            { value: 'after', label: intl.formatMessage({ id: 'forms.duration.after' }) },
          ]}
          onChange={(side) => change({ isBefore: side === 'before' })}
        />
      )}
    </>
  );
}
