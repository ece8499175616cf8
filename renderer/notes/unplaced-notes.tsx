import { type ReactElement, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { needsReview } from '../../protocols/anchoring/place-notes';
import type { Protocol } from '../../protocols/schema/protocol';
import { Button } from '../ui/button';
import { NoteCard } from './note-card';
import styles from './notes.module.css';
import { NotesNotice } from './notes-notice';
import { ReviewGroup } from './review-group';
import { useProtocolNotes } from './use-protocol-notes';

// An edition that renamed its blocks leaves every note of a clinic here; each stands beside two texts.
const STEP = 50;

/** At the top of a protocol: its notes whose block changed or is gone, and why notes are off, where they are. */
export function UnplacedNotes({ protocol }: { protocol: Protocol }): ReactElement {
  const toReview = useProtocolNotes(protocol)?.filter(needsReview) ?? [];
  const [shown, setShown] = useState(STEP);
  const more = toReview.length - shown;
  return (
    <div className={styles['notes']} data-notes="">
      <NotesNotice />
      {toReview.length > 0 && (
        <ReviewGroup id="notes-to-review" title="notes.review">
          {toReview.slice(0, shown).map((standing) => (
            <NoteCard key={standing.note.id} standing={standing} protocol={protocol} />
          ))}
          {more > 0 && (
            <Button onClick={() => setShown(shown + STEP)}>
              <FormattedMessage id="notes.more" values={{ count: Math.min(more, STEP) }} />
            </Button>
          )}
        </ReviewGroup>
      )}
    </div>
  );
}
