import { type ReactElement, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ProtocolKey } from '../../protocols/schema/protocol';
import { bridge } from '../bridge/bridge';
import { Button } from '../ui/button';
import styles from './procedures.module.css';

type Outcome = { readonly file: string } | { readonly message: string };

/** Takes the authored text of an edition to a file a person chooses, and says where it went. */
export function ExportButton({ edition }: { edition: ProtocolKey & { readonly text: string } }): ReactElement {
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async (): Promise<void> => {
    const { id, version, text } = edition;
    const written = await bridge['library:export']({ id, version }, text);
    if (written.ok) setOutcome(written.value);
    else setOutcome(written.error.kind === 'cancelled' ? undefined : { message: written.error.message });
  };
  return (
    <>
      <Button onClick={() => void run()}>
        <FormattedMessage id="procedures.export" />
      </Button>
      <span role="status" className={styles['told']}>
        {outcome !== undefined &&
          ('file' in outcome ? (
            <FormattedMessage id="procedures.exported" values={{ file: outcome.file }} />
          ) : (
            <FormattedMessage id="procedures.export.failed" values={{ message: outcome.message }} />
          ))}
      </span>
    </>
  );
}
