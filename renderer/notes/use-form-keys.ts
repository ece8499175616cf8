import { type RefObject, useEffect } from 'react';

/** Escape and Ctrl+Enter anywhere in a form, told to nobody else: the layer above would close too. */
export function useFormKeys(
  form: RefObject<HTMLFormElement | null>,
  { onEscape, onConfirm }: { onEscape: () => void; onConfirm?: () => void },
): void {
  useEffect(() => {
    const element = form.current;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onEscape();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onConfirm !== undefined) onConfirm();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  });
}
