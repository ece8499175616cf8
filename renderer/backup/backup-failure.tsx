import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BackupFailure } from '../../protocols/contract/backup';
import { SaveReason } from '../notes/failure-words';
import { toMessage } from '../store/failures';

/** What was not done, to which file, and what to do next; nothing for a person who changed their mind. */
export function BackupFailureWords({ failure }: { failure: BackupFailure }): ReactElement | null {
  if (failure.kind === 'cancelled') return null;
  if (failure.kind === 'not-written')
    return <FormattedMessage id={`backup.failed.${failure.reason}`} values={{ ...failure }} />;
  if (failure.kind === 'journal')
    return (
      <FormattedMessage id="backup.failed.journal" values={{ message: <SaveReason failure={failure.failure} /> }} />
    );
  return <FormattedMessage id={`backup.failed.${failure.kind}`} values={{ ...failure }} />;
}

/** A call that main refused or that never came back, in the words of a journal that cannot be used. */
export function toBackupFailure(error: unknown): BackupFailure {
  return { kind: 'journal', failure: { kind: 'unreadable', message: toMessage(error) } };
}
