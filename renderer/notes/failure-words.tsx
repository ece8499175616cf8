import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SaveFailure } from '../store/failures';
import { Banner } from '../ui/tone';

/** That something was not saved, what is safe, and what to do. */
export function SaveFailureBanner({
  failure,
  what,
}: {
  failure: SaveFailure;
  what: 'words' | 'standing';
}): ReactElement {
  return (
    <Banner
      tone="stop"
      role="alert"
      title={<FormattedMessage id={what === 'words' ? 'notes.failed' : 'notes.unchanged'} />}
    >
      {what === 'words' ? (
        <FormattedMessage id={`notes.failed.${failure.kind}`} values={toValues(failure)} />
      ) : (
        <SaveReason failure={failure} />
      )}
    </Banner>
  );
}

export function SaveReason({ failure }: { failure: SaveFailure }): ReactElement {
  return <FormattedMessage id={`notes.reason.${failure.kind}`} values={toValues(failure)} />;
}

function toValues(failure: SaveFailure): Record<string, string | number> {
  return {
    seconds: failure.kind === 'no-answer' ? failure.seconds : 0,
    message: failure.kind === 'not-written' ? failure.message : '',
  };
}
