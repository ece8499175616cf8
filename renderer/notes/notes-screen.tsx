import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { needsReview, toCounts } from '../../protocols/anchoring/place-notes';
import type { Note } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { findPresentEdition } from '../../protocols/text/editions';
import { useToday } from '../app/use-today';
import { Button, buttonClass } from '../ui/button';
import { Banner } from '../ui/tone';
import { ExchangePanel } from './exchange-panel';
import { type ListedNote, listNotes, toLink } from './listed-notes';
import { NewNote } from './new-note';
import { NoteCard } from './note-card';
import { useNotes, useReading } from './notes-context';
import styles from './notes.module.css';
import { NotesNotice } from './notes-notice';
import { ReviewQueue } from './review-queue';
import { toPlace } from './words';

/** All notes of the clinic: what needs a look first, then in force, drafts, retired. */
export function NotesScreen({ protocols }: { protocols: readonly Protocol[] }): ReactElement {
  const { store, state, editors, canWrite } = useNotes();
  const today = useToday();
  const reading = useReading(store?.notes);
  const unsaved = useReading(store?.unsaved);
  const notes = reading.state === 'ready' ? reading.value : undefined;
  const listed = useMemo(() => notes && listNotes(notes, protocols, today), [notes, protocols, today]);
  const open = [...editors.keys(), ...(unsaved.state === 'ready' ? unsaved.value.keys() : [])];
  const newKeys = [...new Set(open.filter((key) => key.startsWith('new/')))];
  const isEmpty = state === 'ready' && listed?.length === 0 && newKeys.length === 0;
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
            <NewNoteElsewhere key={key} noteKey={key} toPresent={(id) => findPresentEdition(protocols, id, today)} />
          ))}
        </Section>
      )}
      {listed !== undefined && listed.length > 0 && <CountsAndQueue listed={listed} />}
      {notes !== undefined && store !== undefined && state === 'ready' && (
        <ExchangePanel context={{ store, notes, protocols, today }} canWrite={canWrite} />
      )}
      {listed !== undefined && <Groups listed={listed} />}
    </main>
  );
}

function CountsAndQueue({ listed }: { listed: readonly ListedNote[] }): ReactElement {
  const counts = useMemo(() => toCounts(listed), [listed]);
  const queue = useMemo(() => listed.filter(needsReview), [listed]);
  return (
    <>
      <p role="status">
        <FormattedMessage id="notes.counts" values={{ ...counts }} />
        {counts.retired > 0 && <FormattedMessage id="notes.counts.retired" values={{ ...counts }} />}
      </p>
      <ReviewQueue notes={queue} />
    </>
  );
}

function Groups({ listed }: { listed: readonly ListedNote[] }): ReactElement {
  return (
    <>
      {(['active', 'draft', 'retired'] as const).map((status) => (
        <NoteGroup
          key={status}
          id={status}
          notes={listed.filter((item) => item.note.status === status && !needsReview(item))}
        />
      ))}
    </>
  );
}

// A clinic may have a hundred thousand notes; nobody reads them in one go.
const STEP = 50;

function NoteGroup({ id, notes }: { id: Note['status']; notes: readonly ListedNote[] }): ReactElement | null {
  const [shown, setShown] = useState(STEP);
  if (notes.length === 0) return null;
  const more = notes.length - shown;
  return (
    <Section title={<FormattedMessage id={`notes.group.${id}`} />}>
      {notes.slice(0, shown).map((item) => (
        <NoteCard key={item.note.id} standing={item} protocol={item.protocol} {...toLink(item)} />
      ))}
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
function NewNoteElsewhere({
  noteKey,
  toPresent,
}: {
  noteKey: string;
  toPresent: (protocolId: string) => Protocol | undefined;
}): ReactElement {
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
