import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { LONGEST_AUTHOR } from '../../protocols/notes/note';
import type { Result } from '../../protocols/schema/result';
import { SaveReason } from '../notes/failure-words';
import { useFormKeys } from '../notes/use-form-keys';
import type { SaveFailure } from '../store/failures';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Banner } from '../ui/tone';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import calculatorStyles from './calculator.module.css';
import panelStyles from './panels.module.css';
import wordStyles from './words.module.css';

/** What a named person decides for the clinic. Nothing is kept without a name; what could not be kept is said. */
export function SignedForm({
  children,
  problem,
  submit,
  onSubmit,
  onClose,
}: {
  children: ReactNode;
  /** Why it was not accepted. */
  problem: ReactNode;
  submit: ReactNode;
  /** Undefined when there is a problem to tell. */
  onSubmit: (by: string, at: string) => Promise<Result<unknown, SaveFailure>> | undefined;
  onClose: () => void;
}): ReactElement {
  // Never filled in: whoever answers for it types the name.
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<SaveFailure>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  useFormKeys(form, { onEscape: onClose });
  const once = useOneAtATime();
  const save = async (): Promise<void> => {
    setFailure(undefined);
    const by = name.trim();
    setMissing(by === '');
    if (by === '') return;
    const saved = await onSubmit(by, new Date().toISOString());
    if (saved === undefined) return;
    if (saved.ok) onClose();
    else setFailure(saved.error);
  };
  return (
    <form
      ref={form}
      className={panelStyles['signed']}
      onSubmit={(event) => {
        event.preventDefault();
        once(save);
      }}
    >
      {children}
      <TextField
        label={<FormattedMessage id="dose.clinic.name" />}
        value={name}
        maxLength={LONGEST_AUTHOR}
        aria-invalid={isMissing}
        onChange={(event) => setName(event.target.value)}
      />
      <div role="alert" className={wordStyles['problem']}>
        {problem}
        {isMissing && <FormattedMessage id="dose.clinic.name.missing" />}
      </div>
      {failure !== undefined && (
        <Banner tone="stop" role="alert" title={<FormattedMessage id="dose.clinic.notKept" />}>
          <SaveReason failure={failure} />
        </Banner>
      )}
      <div className={calculatorStyles['buttons']}>
        <Button type="submit" look="primary">
          {submit}
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id="dose.clinic.cancel" />
        </Button>
      </div>
    </form>
  );
}
