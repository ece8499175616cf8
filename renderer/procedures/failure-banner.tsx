import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { SaveReason } from '../notes/failure-words';
import type { SaveFailure } from '../store/failures';
import { Banner } from '../ui/tone';

/** Says that something was not kept, and why; nothing while all is well. */
export function FailureBanner({
  failure,
  title,
}: {
  failure: SaveFailure | undefined;
  title: 'procedures.failed' | 'procedures.approve.failed' | 'procedures.retire.failed' | 'procedures.unkept';
}): ReactElement | null {
  if (failure === undefined) return null;
  return (
    <Banner tone="stop" role="alert" title={<FormattedMessage id={title} />}>
      <SaveReason failure={failure} />
    </Banner>
  );
}
