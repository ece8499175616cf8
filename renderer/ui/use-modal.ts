import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react';

/**
 * Keeps a `dialog` open over everything for as long as it is on the page, and gives the focus back to where it was. Closing
 * is told, not done: whoever shows it takes it away, or leaves it standing.
 */
export function useModal(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null);
  const closed = useEffectEvent(onClose);
  useLayoutEffect(() => {
    const dialog = element.current;
    const cancel = (event: Event): void => {
      event.preventDefault();
      closed();
    };
    // A second Escape with nothing in between closes it without asking: Chromium lets no page hold anybody.
    const close = (): void => {
      closed();
      requestAnimationFrame(() => dialog?.isConnected === true && !dialog.open && dialog.showModal());
    };
    dialog?.showModal();
    dialog?.addEventListener('cancel', cancel);
    dialog?.addEventListener('close', close);
    return () => {
      dialog?.removeEventListener('cancel', cancel);
      dialog?.removeEventListener('close', close);
      // While it is still on the page: once it is gone, closing it gives the focus to nobody.
      dialog?.close();
    };
  }, []);
  return element;
}
