import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SavedDocument } from '../../protocols/clinic-documents/clinic-document';
import { toInstantDay, toInstantTime } from '../../protocols/notes/instant';
import { toLanguage } from '../notes/words';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import styles from './procedures.module.css';

/** A draft of another computer that a backup brought, beside the one on the desk: to be read, and taken by a press only. */
export function DraftElsewhere({
  other: { text, author, at },
  typed,
  isUnsaved,
  canWrite,
  onTake,
  onBack,
}: {
  other: SavedDocument;
  /** What is on the desk. */
  typed: string;
  /** Not all of that is in the journal: taken now, it would be lost. */
  isUnsaved: boolean;
  canWrite: boolean;
  onTake: (text: string) => void;
  onBack: (() => void) | undefined;
}): ReactElement {
  const language = toLanguage(useIntl().locale);
  const isTaken = typed === text;
  return (
    <Banner
      tone="info"
      role="status"
      title={
        <FormattedMessage
          id="procedures.elsewhere"
          values={{ name: author, day: toInstantDay(at, language), time: toInstantTime(at) }}
        />
      }
    >
      <p>
        <FormattedMessage id={isTaken ? 'procedures.elsewhere.taken' : 'procedures.elsewhere.body'} />
      </p>
      {!isTaken && (
        <details>
          <summary>
            <FormattedMessage id="procedures.elsewhere.read" />
          </summary>
          <pre className={styles['other']}>{text}</pre>
        </details>
      )}
      {canWrite && isTaken && onBack !== undefined && (
        <Button onClick={onBack}>
          <FormattedMessage id="procedures.discard" />
        </Button>
      )}
      {canWrite && !isTaken && isUnsaved && <FormattedMessage id="procedures.elsewhere.first" />}
      {canWrite && !isTaken && !isUnsaved && (
        <Button onClick={() => onTake(text)}>
          <FormattedMessage id="procedures.elsewhere.take" />
        </Button>
      )}
    </Banner>
  );
}
