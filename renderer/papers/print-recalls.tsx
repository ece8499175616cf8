import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RecallList } from '../../protocols/contract/calls';
import { useSettings } from '../app/settings-provider';
import { bridge } from '../bridge/bridge';
import { askMain } from '../print/dialog/ask-main';
import { type Outcome, PrintOutcome, type PrintingFailure } from '../print/dialog/print-outcome';
import { Button } from '../ui/button';
import styles from './papers.module.css';

/** Puts the list on paper, to be taken along while the sheets are gathered. `readRows` gives it in the words of the screen. */
export function PrintRecalls({ readRows }: { readRows: () => RecallList['rows'] }): ReactElement {
  const intl = useIntl();
  const { settings } = useSettings();
  const [outcome, setOutcome] = useState<Outcome>();
  const busy = outcome?.kind === 'working';

  const run = async (target: 'paper' | 'pdf'): Promise<void> => {
    // Not disabled: a disabled button would lose the focus.
    if (busy) return;
    setOutcome({ kind: 'working' });
    const { paper, language } = settings;
    setOutcome(await askMain(target, () => bridge['print:recalls']({ paper, language, rows: readRows() }, target)));
  };
  const toReason = (failure: PrintingFailure): string => {
    if (failure.kind === 'no-printer') return intl.formatMessage({ id: 'print.failure.no-printer' });
    if (failure.kind === 'not-written')
      return intl.formatMessage({ id: 'papers.recalls.unwritten' }, { file: failure.file, message: failure.message });
    return intl.formatMessage(
      { id: 'papers.recalls.unprinted' },
      { message: 'message' in failure ? failure.message : failure.kind },
    );
  };

  return (
    <>
      <Button className={styles['notCopied']} aria-disabled={busy} onClick={() => void run('paper')}>
        <FormattedMessage id="papers.recalls.print" />
      </Button>
      <Button className={styles['notCopied']} aria-disabled={busy} onClick={() => void run('pdf')}>
        <FormattedMessage id="papers.recalls.save" />
      </Button>
      <PrintOutcome outcome={outcome} toReason={toReason} />
    </>
  );
}
