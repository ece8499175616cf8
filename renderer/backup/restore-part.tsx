import { type ReactElement, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type BackupFailure, type BackupPreview, SHORTEST_PASSPHRASE } from '../../protocols/contract/backup';
import { bridge } from '../bridge/bridge';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import { toBackupFailure } from './backup-failure';
import { FailureBanner } from './failure-banner';
import styles from './backup.module.css';
import { PassphraseField } from './passphrase-field';

type Step =
  | { readonly kind: 'none' }
  | { readonly kind: 'short' }
  | { readonly kind: 'failed'; readonly failure: BackupFailure }
  | { readonly kind: 'preview'; readonly preview: BackupPreview }
  | { readonly kind: 'done'; readonly count: number };

/** Opens a backup, says what it would add, and adds it when somebody wants that. */
export function RestorePart(): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'none' });
  const once = useOneAtATime();
  const run = (work: () => Promise<Step>): void =>
    once(async () =>
      setStep(await work().catch((error: unknown) => ({ kind: 'failed' as const, failure: toBackupFailure(error) }))),
    );
  const open = async (): Promise<Step> => {
    if (passphrase.length < SHORTEST_PASSPHRASE) return { kind: 'short' };
    const opened = await bridge['backup:preview'](passphrase);
    return opened.ok ? { kind: 'preview', preview: opened.value } : { kind: 'failed', failure: opened.error };
  };
  return (
    <div className={styles['part']} role="group" aria-labelledby="restore">
      <h3 id="restore">
        <FormattedMessage id="backup.restore.title" />
      </h3>
      <p className={styles['about']}>
        <FormattedMessage id="backup.restore.about" />
      </p>
      <PassphraseField
        label={<FormattedMessage id="backup.restore.passphrase" />}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className={styles['actions']}>
        <Button onClick={() => run(open)}>
          <FormattedMessage id="backup.restore.open" />
        </Button>
      </div>
      <div role="status" className={styles['outcome']}>
        {step.kind === 'short' && (
          <span className={styles['problem']}>
            <FormattedMessage id="backup.passphrase.short" values={{ count: SHORTEST_PASSPHRASE }} />
          </span>
        )}
        {step.kind === 'failed' && <FailureBanner failure={step.failure} />}
        {step.kind === 'done' && (
          <Banner tone="done" title={<FormattedMessage id="backup.restore.done" values={{ count: step.count }} />} />
        )}
        {step.kind === 'preview' && (
          <Preview
            preview={step.preview}
            onAdd={() => run(() => add(step.preview))}
            onLeave={() => setStep({ kind: 'none' })}
          />
        )}
      </div>
    </div>
  );
}

async function add({ ticket }: BackupPreview): Promise<Step> {
  const restored = await bridge['backup:restore'](ticket);
  return restored.ok ? { kind: 'done', count: restored.value.added } : { kind: 'failed', failure: restored.error };
}

function Preview({
  preview,
  onAdd,
  onLeave,
}: {
  preview: BackupPreview;
  onAdd: () => void;
  onLeave: () => void;
}): ReactElement {
  const { file, entries, added, kept } = preview;
  return (
    <Banner
      tone="info"
      title={<FormattedMessage id="backup.restore.preview" values={{ file, entries, added, kept }} />}
    >
      {added === 0 ? <FormattedMessage id="backup.restore.nothing" /> : <Changes preview={preview} />}
      <div className={styles['actions']}>
        {added > 0 && (
          <Button look="primary" onClick={onAdd}>
            <FormattedMessage id="backup.restore.add" values={{ count: added }} />
          </Button>
        )}
        <Button onClick={onLeave}>
          <FormattedMessage id="backup.restore.leave" />
        </Button>
      </div>
    </Banner>
  );
}

const CHANGES = ['settings', 'besideNotes', 'laterNotes', 'newNotes', 'procedures'] as const;

/** What will read otherwise afterwards, what wants a look first. */
function Changes({ preview }: { preview: BackupPreview }): ReactElement {
  const changes = CHANGES.filter((change) => preview[change] > 0);
  if (changes.length === 0) return <FormattedMessage id="backup.restore.history" />;
  return (
    <ul className={styles['changes']}>
      {changes.map((change) => (
        <li key={change}>
          <FormattedMessage id={`backup.restore.${change}`} values={{ count: preview[change] }} />
        </li>
      ))}
    </ul>
  );
}
