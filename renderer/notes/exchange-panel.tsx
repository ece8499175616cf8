import { type ReactElement, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ExchangeFormat } from '../../protocols/contract/exchange';
import { toMessage } from '../store/failures';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import {
  type ExchangeContext,
  type ImportFailure,
  type ImportPreview,
  exportNotes,
  previewImport,
  takeIn,
} from './exchange-notes';
import { SaveReason } from './failure-words';
import { ImportReport } from './import-report';
import styles from './notes.module.css';

type Outcome =
  | { readonly kind: 'exported'; readonly file: string; readonly count: number }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'failed'; readonly failure: ImportFailure };

/** Notes to a file and from one. What a file would bring is shown before anything is taken in. */
export function ExchangePanel({
  context,
  hasNotes,
  canWrite,
}: {
  context: ExchangeContext;
  hasNotes: boolean;
  canWrite: boolean;
}): ReactElement {
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  const run = async (work: () => Promise<Outcome | undefined>): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    setOutcome(await work().catch(toUnread));
    setBusy(false);
    heading.current?.focus();
  };
  const write = (format: ExchangeFormat): void =>
    void run(async () => {
      const result = await exportNotes(format, context);
      return result.ok ? { kind: 'exported', ...result.value } : toOutcome(result.error);
    });
  const open = (): void =>
    void run(async () => {
      const result = await previewImport(context);
      return result.ok ? { kind: 'preview', preview: result.value } : toOutcome(result.error);
    });
  const take = (preview: ImportPreview): void =>
    void run(async () => {
      const result = await takeIn(context.store, preview);
      return result.ok ? { kind: 'taken', count: result.value } : toOutcome(result.error);
    });
  return (
    <section className={styles['group']} aria-labelledby="notes-exchange">
      <h2 id="notes-exchange">
        <FormattedMessage id="notes.exchange" />
      </h2>
      <div className={styles['actions']}>
        <Button disabled={isBusy || !hasNotes} onClick={() => write('annotations')}>
          <FormattedMessage id="notes.export.annotations" />
        </Button>
        <Button disabled={isBusy || !hasNotes} onClick={() => write('table')}>
          <FormattedMessage id="notes.export.table" />
        </Button>
        <Button disabled={isBusy || !canWrite} onClick={open}>
          <FormattedMessage id="notes.import" />
        </Button>
      </div>
      <div ref={heading} tabIndex={-1} className={styles['outcome']}>
        {outcome?.kind === 'exported' && (
          <Banner
            tone="done"
            role="status"
            title={<FormattedMessage id="notes.exported" values={{ count: outcome.count }} />}
          >
            {outcome.file}
          </Banner>
        )}
        {outcome?.kind === 'taken' && (
          <Banner
            tone="done"
            role="status"
            title={<FormattedMessage id="notes.imported" values={{ count: outcome.count }} />}
          />
        )}
        {outcome?.kind === 'failed' && <FailureBanner failure={outcome.failure} />}
        {outcome?.kind === 'preview' && (
          <ImportReport
            preview={outcome.preview}
            onTake={() => take(outcome.preview)}
            onLeave={() => setOutcome(undefined)}
          />
        )}
      </div>
    </section>
  );
}

/** Notes that cannot be read throw: without this the panel would stay busy and say nothing. */
function toUnread(error: unknown): Outcome {
  return { kind: 'failed', failure: { kind: 'unread', message: toMessage(error) } };
}

/** Nobody needs to be told that they chose no file. */
function toOutcome(failure: ImportFailure): Outcome | undefined {
  return failure.kind === 'cancelled' ? undefined : { kind: 'failed', failure };
}

function FailureBanner({ failure }: { failure: ImportFailure }): ReactElement {
  const values = {
    file: 'file' in failure ? failure.file : '',
    message: 'message' in failure ? failure.message : '',
    found: failure.kind === 'too-large' ? toMegabytes(failure.found) : 0,
    most: failure.kind === 'too-large' ? toMegabytes(failure.most) : 0,
    reason:
      failure.kind === 'not-taken' || failure.kind === 'not-shown' ? <SaveReason failure={failure.failure} /> : '',
  };
  return (
    <Banner
      tone="stop"
      role="alert"
      title={<FormattedMessage id={`notes.exchange.failed.${failure.kind}`} values={values} />}
    >
      {failure.kind === 'refused' ? (
        <FormattedMessage id={`notes.exchange.refused.${failure.failure.kind}`} values={{ ...failure.failure }} />
      ) : (
        <FormattedMessage id={`notes.exchange.failed.${failure.kind}.body`} values={values} />
      )}
    </Banner>
  );
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
