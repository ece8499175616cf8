import { type ReactElement, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../ui/button';
import type { Protocol } from '../../protocols/schema/protocol';
import { KnownCards } from './known-cards';
import type { KnownNote } from './known-notes';
import styles from './notes.module.css';
import { ReviewGroup } from './review-group';

/** Notes whose block changed or is gone, one at a time: there is no way to keep several at once. */
export function ReviewQueue({
  notes,
  toPresent,
}: {
  notes: readonly KnownNote[];
  toPresent: (protocolId: string) => Protocol | undefined;
}): ReactElement | null {
  const [at, setAt] = useState(0);
  const [current, setCurrent] = useState<string>();
  if (notes.length === 0) return null;
  // A note that was settled leaves the queue and the next one takes its place; one that stays keeps its place in view.
  const found = notes.findIndex(({ note }) => note.id === current);
  const index = found === -1 ? Math.min(at, notes.length - 1) : found;
  const item = notes[index];
  const go = (to: number): void => {
    setAt(to);
    setCurrent(notes[to]?.note.id);
  };
  return (
    <ReviewGroup id="notes-review-queue" title="notes.group.review">
      <div className={styles['actions']}>
        <Button disabled={index === 0} onClick={() => go(index - 1)}>
          <FormattedMessage id="notes.review.previous" />
        </Button>
        <span role="status">
          <FormattedMessage id="notes.review.at" values={{ at: index + 1, count: notes.length }} />
        </span>
        <Button disabled={index >= notes.length - 1} onClick={() => go(index + 1)}>
          <FormattedMessage id="notes.review.next" />
        </Button>
      </div>
      {item !== undefined && <KnownCards notes={[item]} toPresent={toPresent} />}
    </ReviewGroup>
  );
}
