import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { FieldPath } from '../../protocols/forms/yaml-edits';
import { inputClass } from '../ui/field';
import { FieldFrame, type FrameProps } from './field-frame';
import { textAt, useOpenPart, valueAt } from './form-context';
import styles from './forms.module.css';
import { useTyped } from './use-typed';

export interface FieldProps extends FrameProps {
  readonly isOptional: boolean;
  readonly order: readonly string[];
}

/** Words of one line or several. */
export function WordsField({
  rows,
  isData = false,
  ...props
}: FieldProps & { rows: number; isData?: boolean }): ReactElement {
  const { path } = props;
  const { fields, canWrite } = useOpenPart();
  const write = useWrite(props);
  const typed = useTyped(textAt(fields, path), (value) => write(value === '' && props.isOptional ? undefined : value));
  const said = valueAt(fields, path);
  // A record where words are asked for is its author's: it is shown in the text, and not flattened here.
  if (said !== undefined && said !== null && typeof said !== 'string') return <OnlyText {...props} />;
  const shared = {
    className: `${inputClass} ${isData ? styles['data'] : ''}`,
    value: typed.value,
    readOnly: !canWrite,
    spellCheck: !isData,
    onBlur: typed.leave,
  };
  return (
    <FieldFrame {...props} isRefused={typed.isRefused}>
      {(described) =>
        rows === 1 ? (
          <input
            {...shared}
            {...described}
            type="text"
            autoComplete="off"
            onChange={(event) => typed.type(event.target.value)}
          />
        ) : (
          <textarea {...shared} {...described} rows={rows} onChange={(event) => typed.type(event.target.value)} />
        )
      }
    </FieldFrame>
  );
}

/** A list of words, one a line. */
export function LinesField(props: FieldProps): ReactElement {
  const { path, isOptional } = props;
  const { fields, canWrite } = useOpenPart();
  const write = useWrite(props);
  const said = valueAt(fields, path);
  const list = Array.isArray(said) ? said.filter((each) => typeof each === 'string') : [];
  const typed = useTyped(list.join('\n'), (value) => {
    const lines = value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return write(lines.length === 0 && isOptional ? undefined : lines);
  });
  if (said !== undefined && (!Array.isArray(said) || list.length !== said.length)) return <OnlyText {...props} />;
  return (
    <FieldFrame {...props} hint={props.hint ?? <FormattedMessage id="forms.lines" />} isRefused={typed.isRefused}>
      {(described) => (
        <textarea
          {...described}
          className={inputClass}
          rows={Math.max(2, list.length + 1)}
          value={typed.value}
          readOnly={!canWrite}
          onChange={(event) => typed.type(event.target.value)}
          onBlur={typed.leave}
        />
      )}
    </FieldFrame>
  );
}

/** A field whose value is written in a way no control here can show. */
export function OnlyText(props: FrameProps): ReactElement {
  return (
    <FieldFrame {...props}>
      {() => (
        <span className={styles['hint']}>
          <FormattedMessage id="forms.onlyText" />
        </span>
      )}
    </FieldFrame>
  );
}

/** Writes the field of a path; undefined takes it out of the text. */
export function useWrite({ path, order }: { path: FieldPath; order: readonly string[] }): (value: unknown) => boolean {
  const { edit } = useOpenPart();
  return (value) => edit({ kind: 'field', path, value }, order);
}
