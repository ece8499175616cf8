import { type ReactElement, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { findBlock, toReviewedTarget } from '../../protocols/anchoring/note-target';
import { type StandingNote, needsReview } from '../../protocols/anchoring/place-notes';
import { type Note, type NoteReview, type NoteTarget, toEditKey } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import type { SaveFailure } from '../store/failures';
import type { NoteChange } from '../store/write-note';
import { Button } from '../ui/button';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import { Ask, SignedAsk } from './ask';
import { SaveFailureBanner } from './failure-words';
import { MoveAsk } from './move-ask';
import { useNotes } from './notes-context';
import styles from './notes.module.css';

type Question = 'approve' | 'retire' | 'keep' | 'move';

/**
 * What may be done with a note: edit, put in force, retire; on one that fits its block no more keep here, edit, move, retire.
 * Each is asked for once more, in place, and one note at a time.
 */
export function NoteActions({
  standing,
  protocol,
  onLeft,
  onRetired,
}: {
  standing: StandingNote;
  protocol: Protocol | undefined;
  /** The question is gone; the focus needs a place. */
  onLeft: () => void;
  onRetired?: () => void;
}): ReactElement | null {
  const { store, canWrite, editNote, takeFocus, editors } = useNotes();
  const [asked, setAsked] = useState<Question>();
  const [failure, setFailure] = useState<SaveFailure>();
  const edit = useRef<HTMLButtonElement>(null);
  const once = useOneAtATime();
  const { note, placement } = standing;
  const key = toEditKey(note.id);
  useEffect(() => {
    if (!editors.has(key) && takeFocus(key)) edit.current?.focus();
  }, [editors, key, takeFocus]);
  if (!canWrite || store === undefined) return null;

  const isReview = needsReview(standing);
  const present = isReview && protocol ? findBlock(protocol, note.target.blockId) : undefined;
  const leave = (): void => {
    setAsked(undefined);
    onLeft();
  };
  // A second press would write beside the first, as if two people had decided.
  const change = (to: NoteChange): void =>
    once(async () => {
      setFailure(undefined);
      const result = await store.changeNote(to);
      if (!result.ok) return setFailure(result.error);
      leave();
      if (to.status === 'retired') onRetired?.();
    });
  /** What was decided stays as it stood: in force by whoever put it in force, or a draft. */
  const settle = (decision: 'kept' | 'moved', by: string, target: NoteTarget): void => {
    const standsAs =
      note.status === 'active'
        ? { status: 'active' as const, approvedBy: note.approvedBy ?? by }
        : { status: 'draft' as const };
    change({ note, ...standsAs, target, review: { ...toRecord(note, target, decision), by } });
  };
  const retire = (by?: string): void => {
    const review = by === undefined ? {} : { review: { ...toRecord(note, note.target, 'retired'), by } };
    change({ note, status: 'retired', ...review });
  };
  if (note.status === 'retired') {
    return (
      <div className={styles['actions']}>
        {failure !== undefined && <SaveFailureBanner failure={failure} what="standing" />}
        <Button onClick={() => change({ note, status: 'draft' })}>
          <FormattedMessage id="notes.unretire" />
        </Button>
      </div>
    );
  }
  return (
    <>
      {failure !== undefined && <SaveFailureBanner failure={failure} what="standing" />}
      {asked === 'approve' && (
        <ApproveAsk onSign={(approvedBy) => change({ note, status: 'active', approvedBy })} onLeave={leave} />
      )}
      {asked === 'retire' && <RetireAsk isReview={isReview} onRetire={retire} onLeave={leave} />}
      {asked === 'keep' && protocol !== undefined && (
        <KeepAsk
          onLeave={leave}
          onKeep={(by) => {
            const target = toReviewedTarget(protocol, note.target, note.target.blockId);
            if (target !== undefined) settle('kept', by, target);
          }}
        />
      )}
      {asked === 'move' && (
        <MoveAsk note={note} protocol={protocol} onMove={(by, target) => settle('moved', by, target)} onLeave={leave} />
      )}
      {asked === undefined && (
        <div className={styles['actions']}>
          {present !== undefined && (
            <Button onClick={() => setAsked('keep')}>
              <FormattedMessage id="notes.keep" />
            </Button>
          )}
          <Button
            ref={edit}
            onClick={() => {
              const target =
                present && protocol ? toReviewedTarget(protocol, note.target, note.target.blockId) : undefined;
              editNote(
                note,
                target === undefined ? {} : { review: { target, record: toRecord(note, target, 'edited') } },
              );
            }}
          >
            <FormattedMessage id="notes.edit" />
          </Button>
          {isReview && (
            <Button onClick={() => setAsked('move')}>
              <FormattedMessage id="notes.move" />
            </Button>
          )}
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

function toRecord(note: Note, to: NoteTarget, decision: NoteReview['decision']): Omit<NoteReview, 'by'> {
  const { version, blockId } = note.target;
  return { decision, from: { version, blockId }, to: { version: to.version, blockId: to.blockId } };
}

function ApproveAsk({ onSign, onLeave }: { onSign: (name: string) => void; onLeave: () => void }): ReactElement {
  return (
    <SignedAsk
      name="" // never filled in: whoever answers for it types the name
      label={<FormattedMessage id="notes.approve.name" />}
      missing={<FormattedMessage id="notes.approve.missing" />}
      doLabel={<FormattedMessage id="notes.approve" />}
      leaveLabel={<FormattedMessage id="notes.approve.cancel" />}
      onSign={onSign}
      onLeave={onLeave}
    >
      <p className={styles['small']}>
        <FormattedMessage id="notes.approve.hint" />
      </p>
    </SignedAsk>
  );
}

function KeepAsk({ onKeep, onLeave }: { onKeep: (by: string) => void; onLeave: () => void }): ReactElement {
  const { author } = useNotes();
  return (
    <SignedAsk
      name={author}
      label={<FormattedMessage id="notes.review.name" />}
      missing={<FormattedMessage id="notes.problem.author" />}
      doLabel={<FormattedMessage id="notes.keep" />}
      leaveLabel={<FormattedMessage id="notes.review.cancel" />}
      onSign={onKeep}
      onLeave={onLeave}
    >
      <p>
        <FormattedMessage id="notes.keep.ask" />
      </p>
    </SignedAsk>
  );
}

function RetireAsk({
  isReview,
  onRetire,
  onLeave,
}: {
  isReview: boolean;
  onRetire: (by?: string) => void;
  onLeave: () => void;
}): ReactElement {
  const { author } = useNotes();
  if (isReview) {
    return (
      <SignedAsk
        name={author}
        label={<FormattedMessage id="notes.review.name" />}
        missing={<FormattedMessage id="notes.problem.author" />}
        doLabel={<FormattedMessage id="notes.retire.do" />}
        leaveLabel={<FormattedMessage id="notes.review.cancel" />}
        stop
        onSign={onRetire}
        onLeave={onLeave}
      >
        <p>
          <FormattedMessage id="notes.retire.review" />
        </p>
      </SignedAsk>
    );
  }
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
