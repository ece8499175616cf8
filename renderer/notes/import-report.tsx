import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { toVisibleText } from '../../protocols/notes/visible-text';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import type { ImportPreview } from './exchange-notes';
import styles from './notes.module.css';

const MOST_LINES = 20;

/** What a file would bring, what of it could not be placed or kept, and the choice to take it in. */
export function ImportReport({
  preview: { opened, plan },
  onTake,
  onLeave,
}: {
  preview: ImportPreview;
  onTake: () => void;
  onLeave: () => void;
}): ReactElement {
  const { added, changed, known, foreign, unread, revisions } = plan;
  const lost = foreign.filter((note) => note.lost.length > 0 || !note.isPlaced);
  const inForce = new Set(revisions.filter(({ state }) => state.status === 'active').map(({ noteId }) => noteId)).size;
  const more = Math.max(0, lost.length - MOST_LINES) + Math.max(0, unread.length - MOST_LINES);
  const placed = foreign.filter(({ isPlaced }) => isPlaced).length;
  return (
    <Banner
      tone="info"
      role="status"
      title={<FormattedMessage id={revisions.length === 0 ? 'notes.import.nothing' : 'notes.import.would'} />}
    >
      <p className={styles['small']}>{toVisibleText(opened.file)}</p>
      <ul className={styles['findings']}>
        {(added + changed + known > 0 || foreign.length === 0) && (
          <li>
            <FormattedMessage id="notes.import.own" values={{ added, changed, known }} />
          </li>
        )}
        {inForce > 0 && (
          <li>
            <FormattedMessage id="notes.import.inforce" values={{ count: inForce }} />
          </li>
        )}
        {foreign.length > 0 && (
          <li>
            <FormattedMessage
              id="notes.import.foreign"
              values={{ count: foreign.length, placed, waiting: foreign.length - placed }}
            />
          </li>
        )}
        {lost.slice(0, MOST_LINES).map(({ place, source, isPlaced, lost: names }) => (
          <li key={`kept ${place}`}>
            <FormattedMessage
              id={isPlaced ? 'notes.import.lost' : 'notes.import.waiting'}
              values={{ place, source: toVisibleText(source), names: names.join(', '), count: names.length }}
            />
          </li>
        ))}
        {unread.slice(0, MOST_LINES).map(({ place, reason }) => (
          <li key={`unread ${place}`}>
            <FormattedMessage id={`notes.import.unread.${reason}`} values={{ place }} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <FormattedMessage id="notes.import.more" values={{ count: more }} />
          </li>
        )}
      </ul>
      <div className={styles['actions']}>
        {revisions.length > 0 && (
          <Button look="primary" onClick={onTake}>
            <FormattedMessage id="notes.import.take" />
          </Button>
        )}
        <Button onClick={onLeave}>
          <FormattedMessage id={revisions.length > 0 ? 'notes.import.leave' : 'notes.saved.close'} />
        </Button>
      </div>
    </Banner>
  );
}
