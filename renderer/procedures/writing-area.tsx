import { type ReactElement, type Ref, useId } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CheckedText } from '../../protocols/clinic-documents/check-clinic-text';
import type { Finding } from '../../protocols/linting/finding';
import { FormView } from '../forms/form-view';
import { Choice } from '../ui/choice';
import { fieldClass, inputClass } from '../ui/field';
import styles from './procedures.module.css';
import lists from '../ui/list.module.css';

export type View = 'form' | 'text';

/** The same text as forms or as it is written; which of the two changes nothing in it. */
export function WritingArea({
  view,
  onView,
  text,
  canWrite,
  checked,
  asked,
  onText,
  field,
}: {
  view: View;
  onView: (view: View) => void;
  text: string;
  canWrite: boolean;
  checked: CheckedText | undefined;
  /** The finding somebody asked to see. */
  asked: Finding | undefined;
  onText: (text: string) => void;
  field: Ref<HTMLTextAreaElement>;
}): ReactElement {
  const hint = useId();
  return (
    <>
      <Choice
        label={<FormattedMessage id="procedures.view" />}
        options={[
          { value: 'form', label: <FormattedMessage id="procedures.view.form" /> },
          { value: 'text', label: <FormattedMessage id="procedures.view.text" /> },
        ]}
        value={view}
        onChange={onView}
      />
      {view === 'form' ? (
        <FormView
          text={text}
          canWrite={canWrite}
          findings={checked === undefined ? [] : [...checked.problems, ...checked.advice]}
          onText={onText}
          asked={asked}
        />
      ) : (
        <>
          <label className={fieldClass}>
            <FormattedMessage id="procedures.text" />
            <textarea
              ref={field}
              className={`${inputClass} ${styles['text']}`}
              value={text}
              readOnly={!canWrite}
              spellCheck={false}
              aria-describedby={hint}
              onChange={(event) => onText(event.target.value)}
            />
          </label>
          <p id={hint} className={lists['meta']}>
            <FormattedMessage id="procedures.text.hint" />
          </p>
        </>
      )}
    </>
  );
}
