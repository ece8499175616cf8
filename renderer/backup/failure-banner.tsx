import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BackupFailure } from '../../protocols/contract/backup';
import { Banner } from '../ui/tone';
import { BackupFailureWords } from './backup-failure';

export function FailureBanner({ failure }: { failure: BackupFailure }): ReactElement | null {
  if (failure.kind === 'cancelled') return null;
  return (
    <Banner tone="stop" title={<FormattedMessage id="backup.failed" />}>
      <BackupFailureWords failure={failure} />
    </Banner>
  );
}
