import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { diffWords } from '../../protocols/changes/diff-words';
import { toInstantDay, toInstantTime } from '../../protocols/notes/instant';
import type { Note, NoteRevision, NoteState } from '../../protocols/notes/note';
import { toVisibleText } from '../../protocols/notes/visible-text';
import { Button } from '../ui/button';
import { DiffSide } from './diff-side';
import { useNotes } from './notes-context';
import styles from './notes.module.css';
import { toLanguage } from './words';

/** Every saved state of a note, newest first; each can be compared with the present one and taken back into the editor. */
export function NoteHistory({ note }: { note: Note }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles['history']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <FormattedMessage id="notes.history" />
      </summary>
      {isOpen && <States note={note} />}
    </details>
  );
}

function States({ note }: { note: Note }): ReactElement | null {
  const { store } = useNotes();
  const [revisions, setRevisions] = useState<readonly NoteRevision[]>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    let ended = false;
    void store?.listRevisions(note.id).then(
      (found) => !ended && setRevisions(found.toReversed()),
      (error: unknown) => !ended && setFailed(String(error)),
    );
    return () => {
      ended = true;
    };
  }, [store, note]);
  if (failed !== undefined) {
    return (
      <p role="alert" className={styles['problem']}>
        <FormattedMessage id="notes.history.failed" values={{ message: failed }} />
      </p>
    );
  }
  if (revisions === undefined) return null;
  return (
    <ol className={styles['states']}>
      {revisions.map(({ revision, state }) => (
        <State key={revision} state={state} note={note} isPresent={revision === note.revision} />
      ))}
    </ol>
  );
}

function State({ state, note, isPresent }: { state: NoteState; note: Note; isPresent: boolean }): ReactElement {
  const language = toLanguage(useIntl().locale);
  const { canWrite, editNote } = useNotes();
  const [isCompared, setCompared] = useState(false);
  const tokens = useMemo(() => (isCompared ? diffWords(state.body, note.body) : []), [isCompared, state, note]);
  const when = `${toInstantDay(state.modified, language)} ${toInstantTime(state.modified)}`;
  return (
    <li data-revision-status={state.status}>
      <p>
        <FormattedMessage id={`notes.status.${state.status}`} /> · {toVisibleText(state.author)} · {when}
        {isPresent && (
          <>
            {' · '}
            <FormattedMessage id="notes.history.present" />
          </>
        )}
      </p>
      {state.approvedBy !== undefined && (
        <p className={styles['small']}>
          <FormattedMessage id="notes.card.approved" values={{ name: toVisibleText(state.approvedBy) }} />
        </p>
      )}
      <ReviewLine state={state} />
      {!isPresent && (
        <div className={styles['actions']}>
          <Button aria-expanded={isCompared} onClick={() => setCompared(!isCompared)}>
            <FormattedMessage id="notes.history.compare" />
          </Button>
          {canWrite && note.status !== 'retired' && (
            <Button onClick={() => editNote(note, { state })}>
              <FormattedMessage id="notes.history.restore" />
            </Button>
          )}
        </div>
      )}
      {isCompared && (
        <div className={styles['compare']}>
          <section>
            <p className={styles['then']}>
              <FormattedMessage id="notes.history.then" />
            </p>
            <p className={styles['asTyped']}>
              <DiffSide tokens={tokens} side="removed" />
            </p>
          </section>
          <section>
            <p className={styles['then']}>
              <FormattedMessage id="notes.history.now" />
            </p>
            <p className={styles['asTyped']}>
              <DiffSide tokens={tokens} side="added" />
            </p>
          </section>
        </div>
      )}
    </li>
  );
}

/** How a review ended: what was decided, by whom, from which version to which. */
export function ReviewLine({ state: { review } }: { state: Pick<NoteState, 'review'> }): ReactElement | null {
  if (review === undefined) return null;
  const { decision, by, from, to } = review;
  return (
    <p className={styles['small']}>
      <FormattedMessage
        id={`notes.reviewed.${decision}`}
        values={{ name: toVisibleText(by), from: from.version || '–', to: to.version || '–' }}
      />
    </p>
  );
}
