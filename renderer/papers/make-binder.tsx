import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BinderFailure, MadeBinder } from '../../protocols/contract/calls';
import type { Result } from '../../protocols/schema/result';
import { useSettings } from '../app/settings-provider';
import { bridge } from '../bridge/bridge';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import styles from './papers.module.css';

type Outcome = Result<MadeBinder, BinderFailure> | 'working';

/** Makes the downtime binder: the library as plain pages, for when no computer runs Handrail. */
export function MakeBinder(): ReactElement {
  const { language } = useSettings().settings;
  const [outcome, setOutcome] = useState<Outcome>();
  const make = async (): Promise<void> => {
    // Not disabled: a disabled button would lose the focus.
    if (outcome === 'working') return;
    setOutcome('working');
    try {
      setOutcome(await bridge['binder:make'](language));
    } catch (error) {
      // A fault in main must not leave the screen waiting.
      const message = error instanceof Error ? error.message : String(error);
      setOutcome({ ok: false, error: { kind: 'not-written', file: '', reason: 'other', message } });
    }
  };
  return (
    <section className={styles['stack']} aria-labelledby="binder">
      <h2 id="binder">
        <FormattedMessage id="papers.binder" />
      </h2>
      <p>
        <FormattedMessage id="papers.binder.what" />
      </p>
      <div>
        <Button aria-disabled={outcome === 'working'} onClick={() => void make()}>
          <FormattedMessage id="papers.binder.make" />
        </Button>
      </div>
      <div role="status">
        {outcome === 'working' ? (
          <FormattedMessage id="papers.binder.working" />
        ) : (
          outcome !== undefined && <BinderOutcome outcome={outcome} />
        )}
      </div>
    </section>
  );
}

function BinderOutcome({ outcome }: { outcome: Result<MadeBinder, BinderFailure> }): ReactElement {
  const intl = useIntl();
  if (outcome.ok)
    return (
      <Banner tone="done" title={<FormattedMessage id="papers.binder.made" values={{ ...outcome.value }} />}>
        <FormattedMessage id="papers.binder.made.body" />
      </Banner>
    );
  if (outcome.error.kind === 'cancelled') return <FormattedMessage id="papers.binder.cancelled" />;
  return (
    <Banner tone="caution" title={<FormattedMessage id="papers.binder.failed" />}>
      {toSentence(outcome.error, intl)}
    </Banner>
  );
}

function toSentence(failure: Exclude<BinderFailure, { kind: 'cancelled' }>, intl: ReturnType<typeof useIntl>): string {
  switch (failure.kind) {
    case 'exists':
      return intl.formatMessage({ id: 'papers.binder.exists' }, { folder: failure.folder });
    case 'no-protocols':
      return intl.formatMessage({ id: 'papers.binder.no-protocols' });
    case 'not-written':
      return intl.formatMessage(
        { id: `papers.binder.not-written.${failure.reason}` },
        { folder: failure.file, message: failure.message },
      );
    case 'page':
      return intl.formatMessage({ id: 'papers.binder.page' }, { id: failure.key.id, version: failure.key.version });
    default:
      return failure satisfies never;
  }
}
