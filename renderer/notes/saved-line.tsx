import { type ReactElement, useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { toInstantTime } from '../../protocols/notes/instant';
import { Button } from '../ui/button';
import { Chip } from '../ui/tone';
import { type EditorEntry, useNotes } from './notes-context';
import styles from './notes.module.css';

/** Says "Saved" where the editor stood: the transaction is on the disk. It goes when it is closed or the page goes. */
export function SavedLine({ entry: { key, at } }: { entry: Extract<EditorEntry, { kind: 'saved' }> }): ReactElement {
  const { takeFocus, closeEditor, forgetSaved } = useNotes();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeFocus(key)) close.current?.focus();
  }, [key, takeFocus]);
  // Told once: coming back to the page later is not a save.
  useEffect(() => () => forgetSaved(key), [key, forgetSaved]);
  return (
    <div className={styles['saved']} data-save="saved" role="status">
      <Chip tone="done">
        <FormattedMessage id="notes.saved" />
      </Chip>
      <span className={styles['small']}>
        <FormattedMessage id="notes.saved.at" values={{ time: toInstantTime(at) }} />
      </span>
      <Button ref={close} onClick={() => closeEditor(key)}>
        <FormattedMessage id="notes.saved.close" />
      </Button>
    </div>
  );
}
