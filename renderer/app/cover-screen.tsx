import { type ReactElement, useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import styles from './shell.module.css';

/** Hides the screen from whoever walks in; any key or click shows it again. */
export function CoverScreen({ onClose }: { onClose: () => void }): ReactElement {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    element.current?.focus();
    const uncover = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    // The keys that covered the screen are still coming up: listen from the next press.
    addEventListener('keydown', uncover, { capture: true });
    return () => removeEventListener('keydown', uncover, { capture: true });
  }, [onClose]);
  return (
    <button ref={element} type="button" className={styles['cover']} onClick={onClose}>
      <FormattedMessage id="app.cover" />
    </button>
  );
}
