import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { toWholeText } from '../../protocols/journal/note-body';
import { LONGEST_AUTHOR } from '../../protocols/notes/note';
import type { Result } from '../../protocols/schema/result';
import { useFormKeys } from '../notes/use-form-keys';
import type { SaveFailure } from '../store/failures';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import { FailureBanner } from './failure-banner';
import styles from './procedures.module.css';

const ALSO = { approve: 'procedures.approve.role', retire: 'procedures.retire.reason' } as const;

/** Decides over a version by name. Nothing is done before name and word stand, and what could not be done is said. */
export function SignedForm({
  act,
  version,
  longest,
  problem,
  onSign,
  onClose,
}: {
  act: keyof typeof ALSO;
  version: string;
  /** Longest word beside the name, in UTF-16 units. */
  longest: number;
  /** Why it was not accepted. */
  problem?: ReactNode;
  /** Undefined when there is a problem to tell. */
  onSign: (name: string, also: string) => Promise<Result<unknown, SaveFailure>> | undefined;
  onClose: () => void;
}): ReactElement {
  // Never filled in: whoever answers for it types the name.
  const [name, setName] = useState('');
  const [word, setWord] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<SaveFailure>();
  const form = useRef<HTMLFormElement>(null);
  const once = useOneAtATime();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useFormKeys(form, { onEscape: onClose });

  const sign = async (): Promise<void> => {
    setFailure(undefined);
    const [by = '', more = ''] = [name, word].map((typed) => toWholeText(typed.trim()));
    setMissing(by === '' || more === '');
    if (by === '' || more === '') return;
    const saved = await onSign(by, more);
    if (saved?.ok === true) onClose();
    else setFailure(saved?.error);
  };

  return (
    <form
      ref={form}
      className={styles['form']}
      aria-labelledby={act}
      onSubmit={(event) => {
        event.preventDefault();
        once(sign);
      }}
    >
      <h2 id={act}>
        <FormattedMessage id={`procedures.${act}.title`} values={{ version }} />
      </h2>
      <p>
        <FormattedMessage id={`procedures.${act}.body`} />
      </p>
      <TextField
        label={<FormattedMessage id={`procedures.${act}.name`} />}
        value={name}
        maxLength={LONGEST_AUTHOR}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={<FormattedMessage id={ALSO[act]} />}
        value={word}
        maxLength={longest}
        onChange={(event) => setWord(event.target.value)}
      />
      <div role="alert" className={styles['problem']}>
        {isMissing ? <FormattedMessage id={`procedures.${act}.missing`} /> : problem}
      </div>
      <FailureBanner failure={failure} title={`procedures.${act}.failed`} />
      <div className={styles['buttons']}>
        <Button type="submit" look={act === 'retire' ? 'stop' : 'primary'}>
          <FormattedMessage id={`procedures.${act}.submit`} values={{ version }} />
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id={`procedures.${act}.cancel`} />
        </Button>
      </div>
    </form>
  );
}
