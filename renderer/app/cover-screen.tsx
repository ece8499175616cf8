import { type ReactElement, useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useModal } from '../ui/use-modal';
import styles from './shell.module.css';

/** Hides the screen, and whatever dialog stands on it, from whoever walks in; any key or click shows it again. */
export function CoverScreen({ onClose }: { onClose: () => void }): ReactElement {
  const words = useIntl().formatMessage({ id: 'app.cover' });
  const cover = useModal(onClose);
  useEffect(() => {
    const uncover = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      onClose();
    };
    // The keys that covered the screen are still coming up: listen from the next press.
    addEventListener('keydown', uncover, { capture: true });
    return () => removeEventListener('keydown', uncover, { capture: true });
  }, [onClose]);
  return (
    <dialog ref={cover} className={styles['cover']} aria-label={words}>
      <button type="button" onClick={onClose}>
        {words}
      </button>
    </dialog>
  );
}
