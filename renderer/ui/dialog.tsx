import type { ReactElement, ReactNode } from 'react';
import styles from './dialog.module.css';
import { useModal } from './use-modal';

/** A modal on the platform's own `dialog`: it keeps the focus inside, gives it back, and closes on Escape. */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}): ReactElement {
  return (
    <dialog ref={useModal(onClose)} className={wide ? styles['wide'] : styles['dialog']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
