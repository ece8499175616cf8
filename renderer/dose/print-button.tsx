import { Printer } from 'lucide-react';
import { type ReactElement, Suspense, lazy, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DoseEntries } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { bindKeys } from '../ui/bind-keys';
import { Button } from '../ui/button';

const PrintDialog = lazy(async () => ({ default: (await import('../print/print-dialog')).PrintDialog }));

/** Asks for the dose sheet with what stands in the fields; the sheet works the dose out once more. */
export function PrintButton({
  protocol,
  blockId,
  entered,
}: {
  protocol: Protocol;
  blockId: string;
  entered: DoseEntries;
}): ReactElement {
  const [asked, setAsked] = useState(false);
  useEffect(
    () =>
      bindKeys({
        '$mod+KeyP': (event) => {
          event.preventDefault();
          setAsked(true);
        },
      }),
    [],
  );
  return (
    <>
      <Button onClick={() => setAsked(true)} aria-keyshortcuts="Control+P">
        <Printer size={18} aria-hidden="true" />
        <FormattedMessage id="dose.print" />
      </Button>
      {asked && (
        <Suspense>
          <PrintDialog protocol={protocol} dose={{ block: blockId, entered }} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  );
}
