import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { needsReview, toCounts } from '../../protocols/anchoring/place-notes';
import type { NoteStatus } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { findPresentEdition } from '../../protocols/text/editions';
import { useToday } from '../app/use-today';
import { Button, buttonClass } from '../ui/button';
import { Banner } from '../ui/tone';
import { ExchangePanel } from './exchange-panel';
import { KnownCards } from './known-cards';
import { type KnownNote, type KnownNotes, useKnownNotes } from './known-notes';
import { NewNote } from './new-note';
import { useNotes, useReading } from './notes-context';
import styles from './notes.module.css';
import { NotesNotice } from './notes-notice';
import { ReviewQueue } from './review-queue';
import { toPlace } from './words';

/** All notes of the clinic: what needs a look first, then in force, drafts, retired. */
export function NotesScreen({ protocols }: { protocols: readonly Protocol[] }): ReactElement {
  const { store, state, editors, canWrite } = useNotes();
  const today = useToday();
  const unsaved = useReading(store?.unsaved);
  const known = useKnownNotes(store, protocols, today);
  const open = [...editors.keys(), ...(unsaved.state === 'ready' ? unsaved.value.keys() : [])];
  const newKeys = [...new Set(open.filter((key) => key.startsWith('new/')))];
  const isEmpty = state === 'ready' && known?.count === 0 && newKeys.length === 0;
  const toPresent = (id: string): Protocol | undefined => findPresentEdition(protocols, id, today);
  return (
    <main className={styles['screen']} data-notes="">
      <h1>
        <FormattedMessage id="notes.title" />
      </h1>
      <NotesNotice />
      {isEmpty && <EmptyNotes />}
      {newKeys.length > 0 && (
        <Section title={<FormattedMessage id="notes.group.unsaved" />}>
          {newKeys.map((key) => (
            <NewNoteElsewhere key={key} noteKey={key} toPresent={toPresent} />
          ))}
        </Section>
      )}
      {known !== undefined && known.count > 0 && <CountsAndQueue known={known} toPresent={toPresent} />}
      {known !== undefined && store !== undefined && state === 'ready' && (
        <ExchangePanel context={{ store, protocols, today }} hasNotes={known.count > 0} canWrite={canWrite} />
      )}
      {known !== undefined && <Groups notes={known.notes} toPresent={toPresent} />}
    </main>
  );
}

type ToPresent = (protocolId: string) => Protocol | undefined;

function CountsAndQueue({
  known: { notes, count },
  toPresent,
}: {
  known: KnownNotes;
  toPresent: ToPresent;
}): ReactElement {
  const counts = useMemo(() => toCounts(notes), [notes]);
  const queue = useMemo(() => notes.filter(needsReview), [notes]);
  return (
    <>
      <p role="status">
        {notes.length < count ? (
          // A part of the counts would be taken for all of them.
          <FormattedMessage id="notes.counting" values={{ known: notes.length, count }} />
        ) : (
          <>
            <FormattedMessage id="notes.counts" values={{ ...counts }} />
            {counts.retired > 0 && <FormattedMessage id="notes.counts.retired" values={{ ...counts }} />}
          </>
        )}
      </p>
      <ReviewQueue notes={queue} toPresent={toPresent} />
    </>
  );
}

function Groups({ notes, toPresent }: { notes: readonly KnownNote[]; toPresent: ToPresent }): ReactElement {
  return (
    <>
      {(['active', 'draft', 'retired'] as const).map((status) => (
        <NoteGroup
          key={status}
          id={status}
          notes={notes.filter((each) => each.note.status === status && !needsReview(each))}
          toPresent={toPresent}
        />
      ))}
    </>
  );
}

// A clinic may have a hundred thousand notes; nobody reads them in one go.
const STEP = 50;

function NoteGroup({
  id,
  notes,
  toPresent,
}: {
  id: NoteStatus;
  notes: readonly KnownNote[];
  toPresent: ToPresent;
}): ReactElement | null {
  const [shown, setShown] = useState(STEP);
  if (notes.length === 0) return null;
  const more = notes.length - shown;
  return (
    <Section title={<FormattedMessage id={`notes.group.${id}`} />}>
      <KnownCards notes={notes.slice(0, shown)} toPresent={toPresent} />
      {more > 0 && (
        <Button onClick={() => setShown(shown + STEP)}>
          <FormattedMessage id="notes.more" values={{ count: Math.min(more, STEP) }} />
        </Button>
      )}
    </Section>
  );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }): ReactElement {
  return (
    <section className={styles['group']}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A new note that belongs beside its block, written on from here. */
function NewNoteElsewhere({ noteKey, toPresent }: { noteKey: string; toPresent: ToPresent }): ReactElement {
  const { editors, store } = useNotes();
  const unsaved = useReading(store?.unsaved);
  const entry = editors.get(noteKey);
  const target =
    entry?.kind === 'open' ? entry.target : unsaved.state === 'ready' ? unsaved.value.get(noteKey)?.target : undefined;
  const protocol = target && toPresent(target.protocolId);
  const place = target === undefined ? '' : toPlace(target, protocol);
  return (
    <div className={styles['notes']}>
      <p className={styles['label']}>{place}</p>
      <NewNote noteKey={noteKey} place={place} protocol={protocol} />
    </div>
  );
}

function EmptyNotes(): ReactElement {
  return (
    <Banner tone="note" title={<FormattedMessage id="notes.empty" />}>
      <p>
        <FormattedMessage id="notes.empty.body" />
      </p>
      <a className={buttonClass('primary')} href="#/protocols">
        <FormattedMessage id="notes.empty.open" />
      </a>
    </Banner>
  );
}
