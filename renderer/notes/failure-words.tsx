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
      {what === 'words' ? <WordsKept failure={failure} /> : <SaveReason failure={failure} />}
    </Banner>
  );
}

/** That the words are still there, and what to do so that they are saved. */
function WordsKept({ failure }: { failure: SaveFailure }): ReactElement {
  if (failure.kind === 'no-answer' || failure.kind === 'full')
    return <FormattedMessage id={`notes.failed.${failure.kind}`} values={{ ...failure }} />;
  return <FormattedMessage id="notes.failed.not-written" values={{ message: <SaveReason failure={failure} /> }} />;
}

/** Why it was not saved. */
export function SaveReason({ failure }: { failure: SaveFailure }): ReactElement {
  return <FormattedMessage id={`notes.reason.${failure.kind}`} values={{ ...failure }} />;
}
