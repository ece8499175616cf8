import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import type { FieldPath } from '../../protocols/forms/yaml-edits';
import { fieldClass } from '../ui/field';
import { FindingLines } from './finding-lines';
import { useOpenPart } from './form-context';
import styles from './forms.module.css';

export interface FrameProps {
  readonly path: FieldPath;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isRefused?: boolean;
  /** Nothing is chosen yet from the list at hand; what the text would have to say is then no help. */
  readonly isUnchosen?: boolean;
}

/** What a control is called and described by. */
export interface Described {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** One control with its label above and, beneath, what the checker says of it. */
export function FieldFrame({
  children,
  ...frame
}: FrameProps & { children: (described: Described) => ReactNode }): ReactElement {
  const { below, described } = useBelow(frame);
  return (
    <div className={styles['field']} data-field={frame.path.join('.')}>
      <label className={fieldClass}>
        {frame.label}
        {children(described)}
      </label>
      {below}
    </div>
  );
}

/** Several controls that make one value. */
export function GroupFrame({
  children,
  onLeave,
  ...frame
}: FrameProps & { children: (described: Described) => ReactNode; onLeave?: () => void }): ReactElement {
  const { below, described } = useBelow(frame);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const element = box.current;
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (!(relatedTarget instanceof Node && element?.contains(relatedTarget) === true)) onLeave?.();
    };
    element?.addEventListener('focusout', leave);
    return () => element?.removeEventListener('focusout', leave);
  });
  return (
    <fieldset
      ref={box}
      className={styles['group']}
      data-field={frame.path.join('.')}
      aria-describedby={described['aria-describedby']}
    >
      <legend>{frame.label}</legend>
      <div className={styles['inline']}>{children(described)}</div>
      {below}
    </fieldset>
  );
}

function useBelow({ path, hint, isRefused = false, isUnchosen = false }: FrameProps): {
  below: ReactNode;
  described: Described;
} {
  const id = useId();
  const { findings } = useOpenPart();
  const found = findings.get(path.join('.')) ?? [];
  const isDescribed = found.length > 0 || hint !== undefined || isRefused;
  return {
    described: {
      'aria-describedby': isDescribed ? id : undefined,
      'aria-invalid': found.length > 0 ? true : undefined,
    },
    below: isDescribed && (
      <div id={id} className={styles['below']}>
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
        {isRefused && (
          <p className={styles['refused']}>
            <FormattedMessage id="forms.refused" />
          </p>
        )}
        {isUnchosen && found.length > 0 ? (
          <p className={styles['refused']} data-rule={found[0]?.rule}>
            <FormattedMessage id="forms.unchosen" />
          </p>
        ) : (
          <FindingLines findings={found} />
        )}
      </div>
    ),
  };
}
