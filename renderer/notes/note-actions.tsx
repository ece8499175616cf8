import { type ReactElement, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { StandingNote } from '../../protocols/anchoring/place-notes';
import { LONGEST_AUTHOR, toEditKey } from '../../protocols/notes/note';
import type { SaveFailure } from '../store/failures';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { SaveFailureBanner } from './failure-words';
import { useNotes } from './notes-context';
import styles from './notes.module.css';
import { useFormKeys } from './use-form-keys';

/** Edit, put in force, retire. Each change of standing is asked for once more, in place. */
export function NoteActions({
  standing,
  onLeft,
  onRetired,
}: {
  standing: StandingNote;
  /** The question is gone; the focus needs a place. */
  onLeft: () => void;
  onRetired?: () => void;
}): ReactElement | null {
  const { store, canWrite, editNote, takeFocus, editors } = useNotes();
  const [asked, setAsked] = useState<'approve' | 'retire'>();
  const [failure, setFailure] = useState<SaveFailure>();
  const edit = useRef<HTMLButtonElement>(null);
  const { note, placement } = standing;
  const key = toEditKey(note.id);
  useEffect(() => {
    if (!editors.has(key) && takeFocus(key)) edit.current?.focus();
  }, [editors, key, takeFocus]);
  if (!canWrite || store === undefined || note.status === 'retired') return null;

  const leave = (): void => {
    setAsked(undefined);
    onLeft();
  };
  const change = async (to: { status: 'active'; approvedBy: string } | { status: 'retired' }): Promise<void> => {
    setFailure(undefined);
    const result = await store.changeNote({ note, ...to });
    if (!result.ok) return setFailure(result.error);
    leave();
    if (to.status === 'retired') onRetired?.();
  };
  return (
    <>
      {failure !== undefined && <SaveFailureBanner failure={failure} what="standing" />}
      {asked === 'approve' && (
        <ApproveAsk onApprove={(approvedBy) => void change({ status: 'active', approvedBy })} onLeave={leave} />
      )}
      {asked === 'retire' && <RetireAsk onRetire={() => void change({ status: 'retired' })} onLeave={leave} />}
      {asked === undefined && (
        <div className={styles['actions']}>
          <Button ref={edit} onClick={() => editNote(note)}>
            <FormattedMessage id="notes.edit" />
          </Button>
          {/* A note that fits its block no more, or has two texts, is first settled. */}
          {note.status === 'draft' && placement === 'placed' && note.rivals.length === 0 && (
            <Button onClick={() => setAsked('approve')}>
              <FormattedMessage id="notes.approve" />
            </Button>
          )}
          <Button onClick={() => setAsked('retire')}>
            <FormattedMessage id="notes.retire" />
          </Button>
        </div>
      )}
    </>
  );
}

function ApproveAsk({ onApprove, onLeave }: { onApprove: (name: string) => void; onLeave: () => void }): ReactElement {
  // Never filled in: whoever answers for it types the name.
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() === '') setMissing(true);
    else onApprove(name.trim());
  };
  return (
    <Ask onSubmit={submit} onLeave={onLeave}>
      <TextField
        label={<FormattedMessage id="notes.approve.name" />}
        value={name}
        maxLength={LONGEST_AUTHOR}
        aria-invalid={isMissing}
        onChange={(event) => {
          setName(event.target.value);
          setMissing(false);
        }}
      />
      <p className={styles['small']}>
        <FormattedMessage id="notes.approve.hint" />
      </p>
      <p className={styles['problem']} role="alert">
        {isMissing && <FormattedMessage id="notes.approve.missing" />}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" look="primary">
          <FormattedMessage id="notes.approve" />
        </Button>
        <Button onClick={onLeave}>
          <FormattedMessage id="notes.approve.cancel" />
        </Button>
      </div>
    </Ask>
  );
}

function RetireAsk({ onRetire, onLeave }: { onRetire: () => void; onLeave: () => void }): ReactElement {
  return (
    <Ask
      onLeave={onLeave}
      onSubmit={(event) => {
        event.preventDefault();
        onRetire();
      }}
    >
      <p>
        <FormattedMessage id="notes.retire.ask" />
      </p>
      <div className={styles['actions']}>
        <Button onClick={onLeave}>
          <FormattedMessage id="notes.retire.cancel" />
        </Button>
        <Button type="submit" look="stop">
          <FormattedMessage id="notes.retire.do" />
        </Button>
      </div>
    </Ask>
  );
}

/** A question in place: its first control takes the focus, Escape leaves it. */
function Ask({
  onSubmit,
  onLeave,
  children,
}: {
  onSubmit: (event: SubmitEvent) => void;
  onLeave: () => void;
  children: ReactNode;
}): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  useFormKeys(form, { onEscape: onLeave });
  return (
    <form ref={form} className={styles['ask']} onSubmit={onSubmit}>
      {children}
    </form>
  );
}
