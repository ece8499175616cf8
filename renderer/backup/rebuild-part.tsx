import { type ReactElement, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { SaveReason } from '../notes/failure-words';
import { useNotes } from '../notes/notes-context';
import type { SaveFailure } from '../store/failures';
import type { Reconciled } from '../store/reconcile';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import styles from './backup.module.css';

/** Builds what is on screen again from the journal, for whoever thinks that a note is missing. */
export function RebuildPart(): ReactElement | null {
  const { store } = useNotes();
  const [done, setDone] = useState<Reconciled>();
  const [failure, setFailure] = useState<SaveFailure>();
  const once = useOneAtATime();
  if (store === undefined) return null;
  const rebuild = async (): Promise<void> => {
    const result = await store.rebuild();
    setDone(result.ok ? result.value : undefined);
    setFailure(result.ok ? undefined : result.error);
  };
  return (
    <div className={styles['part']} role="group" aria-labelledby="rebuild">
      <h3 id="rebuild">
        <FormattedMessage id="backup.rebuild.title" />
      </h3>
      <p className={styles['about']}>
        <FormattedMessage id="backup.rebuild.about" />
      </p>
      <div className={styles['actions']}>
        <Button onClick={() => once(rebuild)}>
          <FormattedMessage id="backup.rebuild" />
        </Button>
      </div>
      <div role="status">
        {done !== undefined && (
          <Banner tone="done" title={<FormattedMessage id="backup.rebuild.done" values={{ ...done }} />} />
        )}
        {failure !== undefined && (
          <Banner tone="stop" title={<FormattedMessage id="backup.failed" />}>
            <SaveReason failure={failure} />
          </Banner>
        )}
      </div>
    </div>
  );
}
