import { Search } from 'lucide-react';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { bindKeys } from '../../ui/bind-keys';
import { Button } from '../../ui/button';
import { FindBar } from './find-bar';

/** Ctrl+F and its button, within the page that is searched. It keeps to itself whether it is open: the page stays as it is. */
export function FindInProtocol(): ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  const [root, setRoot] = useState<HTMLElement>();
  const open = useCallback(() => setRoot(button.current?.closest('main') ?? undefined), []);
  useEffect(
    () =>
      bindKeys({
        '$mod+KeyF': (event) => {
          // What covers the page is not searched through it.
          if (document.querySelector('dialog[open]') !== null) return;
          event.preventDefault();
          open();
        },
      }),
    [open],
  );
  return (
    <>
      <Button ref={button} onClick={open} aria-keyshortcuts="Control+F">
        <Search size={18} aria-hidden="true" />
        <FormattedMessage id="reader.find" />
      </Button>
      {root !== undefined && <FindBar root={root} onClose={() => setRoot(undefined)} />}
    </>
  );
}
