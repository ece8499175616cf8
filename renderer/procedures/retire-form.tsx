import { type ReactElement, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type ClinicDocumentRecord, LONGEST_REASON } from '../../protocols/clinic-documents/clinic-document';
import { toWholeText } from '../../protocols/journal/note-body';
import { toInstant } from '../../protocols/notes/instant';
import { LONGEST_AUTHOR } from '../../protocols/notes/note';
import { useFormKeys } from '../notes/use-form-keys';
import type { SaveFailure } from '../store/failures';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { FailureBanner } from './failure-banner';
import styles from './procedures.module.css';
import type { Procedures } from './use-procedures';

/** A named person takes what was released out of use, and says why. */
export function RetireForm({
  released,
  save,
  onClose,
}: {
  /** The newest version released. */
  released: ClinicDocumentRecord;
  save: Procedures['save'];
  onClose: () => void;
}): ReactElement {
  // Never filled in: whoever answers for it types the name.
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<SaveFailure>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useFormKeys(form, { onEscape: onClose });

  const retire = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setFailure(undefined);
    const [author = '', why = ''] = [name, reason].map((words) => toWholeText(words.trim()));
    setMissing(author === '' || why === '');
    if (author === '' || why === '') return;
    const { id, version, text } = released;
    const at = toInstant(new Date());
    const saved = await save({ id, version, text, state: 'retired', author, at, reason: why });
    if (saved.ok) onClose();
    else setFailure(saved.error);
  };

  return (
    <form ref={form} className={styles['form']} aria-labelledby="retire" onSubmit={(event) => void retire(event)}>
      <h2 id="retire">
        <FormattedMessage id="procedures.retire.title" values={{ version: released.version }} />
      </h2>
      <p>
        <FormattedMessage id="procedures.retire.body" />
      </p>
      <TextField
        label={<FormattedMessage id="procedures.retire.name" />}
        value={name}
        maxLength={LONGEST_AUTHOR}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={<FormattedMessage id="procedures.retire.reason" />}
        value={reason}
        maxLength={LONGEST_REASON}
        onChange={(event) => setReason(event.target.value)}
      />
      <div role="alert" className={styles['problem']}>
        {isMissing && <FormattedMessage id="procedures.retire.missing" />}
      </div>
      <FailureBanner failure={failure} title="procedures.retire.failed" />
      <div className={styles['buttons']}>
        <Button type="submit" look="stop">
          <FormattedMessage id="procedures.retire.submit" />
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id="procedures.retire.cancel" />
        </Button>
      </div>
    </form>
  );
}
