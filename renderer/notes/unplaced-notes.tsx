import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { needsReview } from '../../protocols/anchoring/place-notes';
import type { Protocol } from '../../protocols/schema/protocol';
import { NoteCard } from './note-card';
import styles from './notes.module.css';
import { NotesNotice } from './notes-notice';
import { useProtocolNotes } from './use-protocol-notes';

/** At the top of a protocol: its notes whose block changed or is gone, and why notes are off, where they are. */
export function UnplacedNotes({ protocol }: { protocol: Protocol }): ReactElement {
  const toReview = useProtocolNotes(protocol)?.filter(needsReview) ?? [];
  return (
    <div className={styles['notes']} data-notes="">
      <NotesNotice />
      {toReview.length > 0 && (
        <section className={styles['group']} aria-labelledby="notes-to-review">
          <h2 id="notes-to-review">
            <FormattedMessage id="notes.review" />
          </h2>
          <p className={styles['small']}>
            <FormattedMessage id="notes.review.body" />
          </p>
          {toReview.map((standing) => (
            <NoteCard key={standing.note.id} standing={standing} protocol={protocol} />
          ))}
        </section>
      )}
    </div>
  );
}
