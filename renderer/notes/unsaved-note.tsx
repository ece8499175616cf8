import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { useState } from 'react';
import { toInstantTime } from '../../protocols/notes/instant';
import { type UnsavedNote, countCharacters } from '../../protocols/notes/note';
import type { SaveFailure } from '../store/failures';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import { SaveFailureBanner } from './failure-words';
import { NoteText } from './note-text';
import { useNotes } from './notes-context';
import styles from './notes.module.css';

/** Words that were typed and never saved, offered again after a crash, a restart or a walk elsewhere. */
export function UnsavedNoteOffer({ unsaved, original }: { unsaved: UnsavedNote; original: string }): ReactElement {
  const { canWrite, resume, store } = useNotes();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<SaveFailure>();
  const time = toInstantTime(unsaved.modified);
  const discard = (): void => {
    void store?.discardUnsaved(unsaved.key).then((result) => setFailure(result.ok ? undefined : result.error));
  };
  return (
    <Banner tone="draft" role="status" title={<FormattedMessage id="notes.unsaved.title" values={{ time }} />}>
      <p className={styles['small']}>
        <FormattedMessage id={canWrite ? 'notes.unsaved.body' : 'notes.unsaved.off'} />
      </p>
      <NoteText body={unsaved.body} />
      {failure !== undefined && <SaveFailureBanner failure={failure} what="standing" />}
      {isAsking && (
        <p>
          <FormattedMessage id="notes.discard.ask" values={{ count: countCharacters(unsaved.body) }} />
        </p>
      )}
      {canWrite && (
        <div className={styles['actions']}>
          <Button onClick={() => resume(unsaved, original)}>
            <FormattedMessage id="notes.keepWriting" />
          </Button>
          <Button look={isAsking ? 'stop' : 'plain'} onClick={() => (isAsking ? discard() : setAsking(true))}>
            <FormattedMessage id="notes.discard" />
          </Button>
        </div>
      )}
    </Banner>
  );
}
