import { type ReactElement, Suspense, lazy, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DoseEntries, Language } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { isOutOfUse } from '../../protocols/text/in-force';
import { useStanding } from '../app/library-provider';
import { useSettings } from '../app/settings-provider';
import { bridge } from '../bridge/bridge';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';

import styles from './print-dialog.module.css';
import { askMain } from './dialog/ask-main';
import { type Outcome, PrintOutcome, toPrintReason } from './dialog/print-outcome';
import { type SheetChoice, SheetChooser, listChoices, toJob } from './dialog/sheet-choice';
import { StampLine } from './dialog/stamp-line';

const PAPERS = [
  { value: 'A4', label: 'A4' },
  { value: 'Letter', label: 'Letter' },
] as const;
// Each language is named in itself.
const LANGUAGES = [
  { value: 'en', label: <span lang="en">English</span> },
  { value: 'fr', label: <span lang="fr">Français</span> },
] as const;

// The sheets, their fonts and what they are made of are fetched when somebody prints.
const SheetPreview = lazy(async () => ({ default: (await import('./dialog/sheet-preview')).SheetPreview }));

/**
 * Asks what to print, on what and in which language, shows the pages, says what will stand on each and what is left out,
 * and tells in place what came of it.
 */
export function PrintDialog({
  protocol,
  dose,
  onClose,
}: {
  protocol: Protocol;
  /** Offers the sheet of one dose first, with what was typed for it. */
  dose?: { readonly block: string; readonly entered: DoseEntries };
  onClose: () => void;
}): ReactElement {
  const intl = useIntl();
  const { settings, change } = useSettings();
  const { standing } = useStanding(protocol);
  const [language, setLanguage] = useState<Language>(settings.language);
  const [outcome, setOutcome] = useState<Outcome>();
  const save = useRef<HTMLButtonElement>(null);
  const first: SheetChoice | undefined = dose && { sheet: 'dose', ...dose, copies: 1 };
  const choices = listChoices(protocol, standing).map((each) => (each.sheet === first?.sheet ? first : each));
  const [chosen, choose] = useState<SheetChoice | undefined>(first);
  // What is in the fields may change once the dialog stands: the one that was typed in is left only then.
  const choice = chosen?.sheet === 'dose' && dose !== undefined ? { ...chosen, ...dose } : (chosen ?? choices[0]);
  const busy = outcome?.kind === 'working';
  const job = choice && toJob(choice, protocol, settings.paper, language);

  const run = async (target: 'paper' | 'pdf'): Promise<void> => {
    // Not disabled: a disabled button would lose the focus.
    if (busy || job === undefined) return;
    setOutcome({ kind: 'working' });
    setOutcome(await askMain(target, () => bridge[target === 'pdf' ? 'print:save-pdf' : 'print:to-printer'](job)));
  };

  // While the choices are looked at, the page they will be laid out on gets ready.
  useEffect(() => void bridge['print:prepare'](), []);

  // Two presses make the PDF: the keys that open the dialog, and Enter.
  useEffect(() => save.current?.focus(), []);

  // Without a printer the PDF is what is left to do.
  const noPrinter = outcome?.kind === 'failed' && outcome.failure.kind === 'no-printer';
  useEffect(() => {
    if (noPrinter) save.current?.focus();
  }, [noPrinter]);

  return (
    <Dialog
      title={intl.formatMessage({ id: dose === undefined ? 'print.dialog.title' : 'print.dialog.title.dose' })}
      onClose={onClose}
      wide
    >
      <p>
        <FormattedMessage
          id={isOutOfUse(standing) ? 'print.dialog.outOfUse' : 'print.dialog.what'}
          values={{ title: <strong key="title">{protocol.title}</strong>, version: protocol.version }}
        />
      </p>
      {choice !== undefined && (
        <>
          <StampLine protocol={protocol} standing={standing} />
          <SheetChooser protocol={protocol} choices={choices} choice={choice} onChange={choose} />
          <div className={styles['choices']}>
            <Choice
              label={<FormattedMessage id="print.dialog.paper" />}
              options={PAPERS}
              value={settings.paper}
              onChange={(paper) => void change({ paper })}
            />
            <Choice
              label={<FormattedMessage id="print.dialog.language" />}
              options={LANGUAGES}
              value={language}
              onChange={setLanguage}
            />
          </div>
        </>
      )}
      <div className={styles['outcome']}>
        <PrintOutcome outcome={outcome} toReason={(failure) => toPrintReason(failure, protocol, intl)} />
      </div>
      <div className={styles['buttons']}>
        {job !== undefined && (
          <>
            <Button ref={save} look="primary" aria-disabled={busy} onClick={() => void run('pdf')}>
              <FormattedMessage id="print.dialog.save" />
            </Button>
            <Button aria-disabled={busy} onClick={() => void run('paper')}>
              <FormattedMessage id="print.dialog.print" />
            </Button>
          </>
        )}
        <Button look="quiet" onClick={onClose}>
          <FormattedMessage id="print.dialog.close" />
        </Button>
      </div>
      {job !== undefined && (
        <Suspense fallback={<div className={styles['preview']} />}>
          <SheetPreview job={job} />
        </Suspense>
      )}
    </Dialog>
  );
}
