import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import type { Hint } from './notes-context';
import styles from './notes.module.css';

/** Why the note key did nothing. It stays until it is closed or a note is begun; it takes no focus. */
export function ShortcutHint({ hint, onClose }: { hint: Hint; onClose: () => void }): ReactElement {
  return (
    <div className={styles['hint']}>
      <Banner tone="info" role="status" title={<FormattedMessage id={`notes.hint.${hint}`} />}>
        <Button onClick={onClose}>
          <FormattedMessage id="notes.hint.close" />
        </Button>
      </Banner>
    </div>
  );
}
