import { type ReactElement, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type BackupFailure, type BackupState, SHORTEST_PASSPHRASE } from '../../protocols/contract/backup';
import { bridge } from '../bridge/bridge';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import { toBackupFailure } from './backup-failure';
import { FailureBanner } from './failure-banner';
import styles from './backup.module.css';
import { PassphraseField } from './passphrase-field';
import { RebuildPart } from './rebuild-part';
import { RestorePart } from './restore-part';

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly file: string; readonly entries: number }
  | { readonly kind: 'problem'; readonly problem: 'short' | 'differs' }
  | { readonly kind: 'failed'; readonly failure: BackupFailure };

/** Saving the clinic's notes to an encrypted file, by hand and by itself, and taking them back. */
export function BackupSection(): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const state = useBackupState();
  const once = useOneAtATime();

  const withPassphrase = async (work: () => Promise<Outcome>): Promise<void> => {
    if (passphrase.length < SHORTEST_PASSPHRASE) return setOutcome({ kind: 'problem', problem: 'short' });
    if (passphrase !== again) return setOutcome({ kind: 'problem', problem: 'differs' });
    setOutcome(await work().catch((error: unknown) => ({ kind: 'failed' as const, failure: toBackupFailure(error) })));
  };
  const save = async (): Promise<Outcome> => {
    const saved = await bridge['backup:save'](passphrase);
    return saved.ok ? { kind: 'saved', ...saved.value } : { kind: 'failed', failure: saved.error };
  };
  const begin = async (): Promise<Outcome> => {
    const begun = await bridge['backup:begin'](passphrase);
    if (begun.ok) state.set(begun.value);
    return begun.ok ? { kind: 'none' } : { kind: 'failed', failure: begun.error };
  };
  return (
    <section className={styles['part']} aria-labelledby="backup">
      <h2 id="backup">
        <FormattedMessage id="backup.title" />
      </h2>
      <p className={styles['about']}>
        <FormattedMessage id="backup.about" />
      </p>
      <PassphraseField
        label={<FormattedMessage id="backup.passphrase" values={{ count: SHORTEST_PASSPHRASE }} />}
        value={passphrase}
        onChange={setPassphrase}
      />
      <PassphraseField label={<FormattedMessage id="backup.repeat" />} value={again} onChange={setAgain} />
      <div className={styles['actions']}>
        <Button onClick={() => once(() => withPassphrase(save))}>
          <FormattedMessage id="backup.save" />
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
      <AutomaticPart state={state.value} onBegin={() => once(() => withPassphrase(begin))} onEnd={state.end} />
      <RestorePart />
      <RebuildPart />
    </section>
  );
}

function useBackupState(): { value: BackupState; set: (state: BackupState) => void; end: () => void } {
  const [value, set] = useState<BackupState>({});
  useEffect(() => {
    void bridge['backup:state']().then(set, () => undefined); // without it the part says that there is none
    return bridge.on('backup:changed', set);
  }, []);
  return { value, set, end: () => void bridge['backup:end']().then(set, () => undefined) };
}

function OutcomeLine({ outcome }: { outcome: Outcome }): ReactElement {
  return (
    <div role="status" className={styles['outcome']}>
      {outcome.kind === 'saved' && (
        <Banner tone="done" title={<FormattedMessage id="backup.saved" values={{ ...outcome }} />} />
      )}
      {outcome.kind === 'problem' && (
        <span className={styles['problem']}>
          <FormattedMessage id={`backup.passphrase.${outcome.problem}`} values={{ count: SHORTEST_PASSPHRASE }} />
        </span>
      )}
      {outcome.kind === 'failed' && <FailureBanner failure={outcome.failure} />}
    </div>
  );
}

function AutomaticPart({
  state,
  onBegin,
  onEnd,
}: {
  state: BackupState;
  onBegin: () => void;
  onEnd: () => void;
}): ReactElement {
  const { folder, last, failure } = state;
  return (
    <div className={styles['part']} role="group" aria-labelledby="automatic">
      <h3 id="automatic">
        <FormattedMessage id="backup.automatic.title" />
      </h3>
      <p className={styles['outcome']}>
        {folder === undefined ? (
          <FormattedMessage id="backup.automatic.off" />
        ) : (
          <FormattedMessage id="backup.automatic.on" values={{ folder }} />
        )}
      </p>
      {last !== undefined && (
        <p className={styles['outcome']}>
          <FormattedMessage id="backup.automatic.last" values={{ ...last }} />
        </p>
      )}
      {failure !== undefined && <FailureBanner failure={failure} />}
      <div className={styles['actions']}>
        <Button onClick={folder === undefined ? onBegin : onEnd}>
          <FormattedMessage id={folder === undefined ? 'backup.automatic.begin' : 'backup.automatic.end'} />
        </Button>
      </div>
    </div>
  );
}
