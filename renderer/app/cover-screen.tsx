import { type ReactElement, useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import styles from './shell.module.css';

/** Hides the screen from whoever walks in, an open dialog with it; any key or click shows it again as it was. */
export function CoverScreen({ onClose }: { onClose: () => void }): ReactElement {
  const intl = useIntl();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const cover = element.current;
    // Modal, since nothing else lies over a dialog that is.
    cover?.showModal();
    const uncover = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      onClose();
    };
    // The keys that covered the screen are still coming up: listen from the next press.
    addEventListener('keydown', uncover, { capture: true });
    return () => {
      removeEventListener('keydown', uncover, { capture: true });
      cover?.close();
    };
  }, [onClose]);
  return (
    <dialog
      ref={element}
      className={styles['cover']}
      aria-label={intl.formatMessage({ id: 'app.cover' })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <button type="button" onClick={onClose}>
        <FormattedMessage id="app.cover" />
      </button>
    </dialog>
  );
}
