import { type ReactElement, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ClinicTextContext } from '../../protocols/clinic-documents/check-clinic-text';
import { type ApprovalFailure, toApprovedText } from '../../protocols/clinic-documents/next-text';
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

/** A named person who is not the only author releases the text as it stands. */
export function ApproveForm({
  text,
  version,
  context,
  save,
  onClose,
}: {
  text: string;
  version: string;
  context: ClinicTextContext;
  save: Procedures['save'];
  onClose: () => void;
}): ReactElement {
  // Never filled in: whoever answers for it types the name.
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [problem, setProblem] = useState<ApprovalFailure | { readonly kind: 'missing' }>();
  const [failure, setFailure] = useState<SaveFailure>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useFormKeys(form, { onEscape: onClose });

  const approve = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setFailure(undefined);
    const [by = '', as = ''] = [name, role].map((word) => toWholeText(word.trim()));
    if (by === '' || as === '') return setProblem({ kind: 'missing' });
    const approved = toApprovedText(text, { name: by, role: as, day: context.today }, context);
    setProblem(approved.ok ? undefined : approved.error);
    if (!approved.ok) return;
    const { id } = context;
    const at = toInstant(new Date());
    const saved = await save({ id, version, text: approved.value.text, state: 'approved', author: by, at });
    if (!saved.ok) setFailure(saved.error);
  };

  return (
    <form ref={form} className={styles['form']} aria-labelledby="approve" onSubmit={(event) => void approve(event)}>
      <h2 id="approve">
        <FormattedMessage id="procedures.approve.title" values={{ version }} />
      </h2>
      <p>
        <FormattedMessage id="procedures.approve.body" />
      </p>
      <TextField
        label={<FormattedMessage id="procedures.approve.name" />}
        value={name}
        maxLength={LONGEST_AUTHOR}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={<FormattedMessage id="procedures.approve.role" />}
        value={role}
        maxLength={LONGEST_AUTHOR}
        onChange={(event) => setRole(event.target.value)}
      />
      <div role="alert" className={styles['problem']}>
        {problem !== undefined && (
          <FormattedMessage
            id={`procedures.approve.${problem.kind}`}
            values={{ name: problem.kind === 'only-author' ? problem.name : '' }}
          />
        )}
      </div>
      <FailureBanner failure={failure} title="procedures.approve.failed" />
      <div className={styles['buttons']}>
        <Button type="submit" look="primary">
          <FormattedMessage id="procedures.approve.submit" values={{ version }} />
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id="procedures.approve.cancel" />
        </Button>
      </div>
    </form>
  );
}
