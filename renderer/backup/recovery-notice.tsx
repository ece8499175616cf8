import { type ReactElement, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BackupState } from '../../protocols/contract/backup';
import type { JournalRepair } from '../../protocols/contract/journal';
import { bridge } from '../bridge/bridge';
import { SaveReason } from '../notes/failure-words';
import { useNotes } from '../notes/notes-context';
import { Banner } from '../ui/tone';
import { BackupFailureWords } from './backup-failure';

/** Nothing is lost quietly: what had to be mended or brought back since the program started, and what could not be copied. */
export function RecoveryNotice(): ReactElement {
  const { store } = useNotes();
  const backup = useFailedBackup();
  const journal = store?.journal;
  const reconciled = store?.reconciled;
  const count = reconciled?.ok === true ? (reconciled.value?.restored ?? 0) : 0;
  const behind = reconciled?.ok === false ? reconciled.error : undefined;
  return (
    <>
      {journal !== undefined && !('sequence' in journal) && (
        <Banner tone="caution" role="alert" title={<FormattedMessage id={`backup.notice.${journal.kind}`} />}>
          <FormattedMessage id={`backup.notice.${journal.kind}.body`} values={{ ...journal }} />
        </Banner>
      )}
      {journal !== undefined &&
        'sequence' in journal &&
        journal.repairs.filter(isWorthTelling).map((repair) => <Repaired key={repair.file} repair={repair} />)}
      {count > 0 && (
        <Banner
          tone="caution"
          role="status"
          title={<FormattedMessage id="backup.notice.restored" values={{ count }} />}
        >
          <FormattedMessage id="backup.notice.restored.body" />
        </Banner>
      )}
      {behind !== undefined && (
        <Banner tone="caution" role="alert" title={<FormattedMessage id="backup.notice.behind" />}>
          <FormattedMessage id="backup.notice.behind.body" values={{ message: <SaveReason failure={behind} /> }} />
        </Banner>
      )}
      {backup?.failure !== undefined && (
        <Banner tone="caution" role="status" title={<FormattedMessage id="backup.notice.failed" />}>
          <BackupFailureWords failure={backup.failure} />
        </Banner>
      )}
    </>
  );
}

/** Half a line that a crash left was never acknowledged: nobody misses it. */
function isWorthTelling({ recovered, missing, skipped }: JournalRepair): boolean {
  return recovered + missing + skipped.length > 0;
}

function Repaired({ repair }: { repair: JournalRepair }): ReactElement {
  const { sequence, recovered, missing, file, skipped } = repair;
  return (
    <Banner tone="caution" role="status" title={<FormattedMessage id="backup.notice.repaired" />}>
      <FormattedMessage id="backup.notice.repaired.body" values={{ sequence, recovered, missing, file }} />
      {skipped.length > 0 && (
        <>
          {' '}
          <FormattedMessage id="backup.notice.skipped" values={{ names: skipped.join(', ') }} />
        </>
      )}
    </Banner>
  );
}

function useFailedBackup(): BackupState | undefined {
  const [state, setState] = useState<BackupState>();
  useEffect(() => bridge.on('backup:changed', setState), []);
  return state;
}
