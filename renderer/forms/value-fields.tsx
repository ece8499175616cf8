import { type ReactElement, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  NO_VALUE,
  type TypedComparison,
  type TypedValue,
  readTypedComparison,
  readTypedEvidence,
  readTypedValue,
  toTypedUnit,
  writeTypedComparison,
  writeTypedEvidence,
  writeTypedValue,
} from '../../protocols/forms/typed-values';
import { MARKS, OPERATORS } from '../../protocols/schema/vocabulary';
import { inputClass } from '../ui/field';
import { Select, SourceTicks, Tick, useUnitOptions } from './choice-fields';
import { DurationInput } from './duration-fields';
import { type Described, GroupFrame } from './field-frame';
import { textAt, useOpenPart, valueAt } from './form-context';
import { Labelled } from './labelled';
import styles from './forms.module.css';
import { useTyped } from './use-typed';
import { type FieldProps, OnlyText, WordsField, useWrite } from './words-fields';

/** A value somebody says something against is a record with the value in it. */
function useValuePath({ path }: FieldProps): FieldProps['path'] {
  const { fields } = useOpenPart();
  const said = valueAt(fields, path);
  return typeof said === 'object' && said !== null && 'value' in said ? [...path, 'value'] : path;
}

/** An amount or a length of time with what stands behind it, or that the clinic sets it. */
export function ValueField({ kind, ...props }: FieldProps & { kind: 'amount' | 'time' }): ReactElement {
  const path = useValuePath(props);
  const { fields } = useOpenPart();
  const text = textAt(fields, path);
  const read = readTypedValue(text, kind);
  const write = useWrite({ ...props, path });
  const typed = useTyped(read ?? NO_VALUE, (value) => {
    const next = writeTypedValue(value);
    return write(next === '' && props.isOptional ? undefined : next);
  });
  if (typeof (valueAt(fields, path) ?? '') !== 'string') return <OnlyText {...props} />;
  // Written in a way the parts here would not give back: as it stands.
  if (read === undefined) return <WordsField {...props} path={path} rows={1} isData />;
  return (
    <GroupFrame {...props} isRefused={typed.isRefused} onLeave={typed.leave}>
      {(described) => <ValueParts kind={kind} value={typed.value} described={described} onChange={typed.type} />}
    </GroupFrame>
  );
}

export function ComparisonField(props: FieldProps): ReactElement {
  const intl = useIntl();
  const path = useValuePath(props);
  const { fields, canWrite } = useOpenPart();
  const write = useWrite({ ...props, path });
  const text = textAt(fields, path);
  const read = readTypedComparison(text);
  const empty: TypedComparison = { ...NO_VALUE, op: '>=', isAboveBaseline: false };
  const typed = useTyped(read ?? empty, (value) => write(writeTypedComparison(value)));
  if (read === undefined && text !== '') return <WordsField {...props} path={path} rows={1} isData />;
  const change = (part: Partial<TypedComparison>): void => typed.type({ ...typed.value, ...part });
  return (
    <GroupFrame {...props} isRefused={typed.isRefused} onLeave={typed.leave}>
      {(described) => (
        <>
          <Labelled id="forms.comparison">
            <Select
              value={typed.value.op}
              options={OPERATORS.map((value) => ({ value, label: intl.formatMessage({ id: `forms.op.${value}` }) }))}
              onChange={(op) => change({ op })}
            />
          </Labelled>
          <ValueParts kind="amount" value={typed.value} described={described} onChange={change} />
          <Tick
            checked={typed.value.isAboveBaseline}
            disabled={!canWrite}
            onChange={(isAboveBaseline) => change({ isAboveBaseline })}
          >
            <FormattedMessage id="forms.aboveBaseline" />
          </Tick>
        </>
      )}
    </GroupFrame>
  );
}

/** To what an amount is rounded, and which way: `1 mg down`. */
export function StepField(props: FieldProps): ReactElement {
  const intl = useIntl();
  const { fields } = useOpenPart();
  const write = useWrite(props);
  const [number = '', unit = '', ...rest] = textAt(fields, props.path).split(' ');
  const typed = useTyped({ number, unit, mode: rest.join(' ') }, (value) => {
    const next = [value.number, value.unit, value.mode].filter((part) => part !== '').join(' ');
    return write(next === '' ? undefined : next);
  });
  const units = useUnitOptions();
  const modes = ['down', 'nearest'].map((value) => ({
    value,
    label: intl.formatMessage({ id: value === 'down' ? 'forms.round.down' : 'forms.round.nearest' }),
  }));
  const change = (part: Partial<typeof typed.value>): void => typed.type({ ...typed.value, ...part });
  return (
    <GroupFrame {...props} isRefused={typed.isRefused} onLeave={typed.leave}>
      {(described) => (
        <>
          <NumberInput value={typed.value.number} described={described} onChange={(next) => change({ number: next })} />
          <Labelled id="forms.unit">
            <Select value={toTypedUnit(typed.value.unit)} options={units} onChange={(next) => change({ unit: next })} />
          </Labelled>
          <Labelled id="forms.round">
            <Select value={typed.value.mode} options={modes} onChange={(mode) => change({ mode })} />
          </Labelled>
        </>
      )}
    </GroupFrame>
  );
}

/** The mark and the sources of a statement, or of all values of a block that name none. */
export function EvidenceField(props: FieldProps): ReactElement {
  const { fields, edit } = useOpenPart();
  const write = useWrite(props);
  const at = props.path.slice(0, -1);
  const [mark, sources] = [valueAt(fields, [...at, 'mark']), valueAt(fields, [...at, 'sources'])];
  // Some authors write the two apart; they stay apart.
  const isApart = mark !== undefined || sources !== undefined;
  const said = isApart
    ? { mark: typeof mark === 'string' ? mark : '', sources: Array.isArray(sources) ? sources.map(String) : [] }
    : readTypedEvidence(textAt(fields, props.path));
  const typed = useTyped(said, (value) => {
    if (!isApart) {
      const text = writeTypedEvidence(value);
      return write(text === '' ? undefined : text);
    }
    const key = value.mark === said.mark ? 'sources' : 'mark';
    return edit({ kind: 'field', path: [...at, key], value: value[key] }, props.order);
  });
  const marks = useMarkOptions();
  return (
    <GroupFrame {...props} isRefused={typed.isRefused} onLeave={typed.leave}>
      {(described) => (
        <>
          <Labelled id="forms.mark">
            <Select
              {...described}
              value={typed.value.mark}
              options={marks}
              onChange={(next) => typed.type({ ...typed.value, mark: next })}
            />
          </Labelled>
          <SourceTicks
            chosen={typed.value.sources}
            onChange={(keys) => typed.type({ ...typed.value, sources: keys })}
          />
        </>
      )}
    </GroupFrame>
  );
}

function useMarkOptions(): readonly { readonly value: string; readonly label: string }[] {
  const intl = useIntl();
  return useMemo(
    () => MARKS.map((value) => ({ value, label: intl.formatMessage({ id: `reader.mark.${value}` }) })),
    [intl],
  );
}

function ValueParts({
  kind,
  value,
  described,
  onChange,
}: {
  kind: 'amount' | 'time';
  value: TypedValue;
  described: Described;
  onChange: (value: TypedValue) => void;
}): ReactElement {
  const units = useUnitOptions();
  const marks = useMarkOptions();
  const change = (part: Partial<TypedValue>): void => onChange({ ...value, ...part });
  const isLocal = value.mark === 'local';
  return (
    <>
      {!isLocal && kind === 'time' && (
        <DurationInput value={value.number} described={described} onChange={(number) => change({ number })} />
      )}
      {!isLocal && kind === 'amount' && (
        <>
          <NumberInput value={value.number} described={described} onChange={(number) => change({ number })} />
          <Labelled id="forms.unit">
            <Select value={toTypedUnit(value.unit)} options={units} onChange={(unit) => change({ unit })} />
          </Labelled>
        </>
      )}
      <Labelled id="forms.mark">
        <Select
          value={value.mark}
          options={marks}
          onChange={(mark) => onChange(mark === 'local' ? { ...NO_VALUE, mark } : { ...value, mark, words: '' })}
        />
      </Labelled>
      {(isLocal || value.mark === 'arithmetic') && (
        <Labelled id={isLocal ? 'forms.localWords' : 'forms.derivation'}>
          <WordsInput value={value.words} onChange={(words) => change({ words })} />
        </Labelled>
      )}
      {!isLocal && value.mark !== '' && (
        <SourceTicks chosen={value.sources} onChange={(sources) => change({ sources })} />
      )}
    </>
  );
}

function NumberInput({
  value,
  described,
  onChange,
}: {
  value: string;
  described: Described;
  onChange: (value: string) => void;
}): ReactElement {
  const { canWrite } = useOpenPart();
  return (
    <Labelled id="forms.number">
      <input
        {...described}
        className={`${inputClass} ${styles['number']}`}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        readOnly={!canWrite}
        // A blank would end the number, a bracket the value: unit and sources stand in fields of their own.
        onChange={(event) => onChange(event.target.value.replaceAll(/[\s()]/g, ''))}
      />
    </Labelled>
  );
}

function WordsInput({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactElement {
  const { canWrite } = useOpenPart();
  return (
    <input
      className={inputClass}
      type="text"
      autoComplete="off"
      value={value}
      readOnly={!canWrite}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
