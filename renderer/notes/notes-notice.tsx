import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Banner } from '../ui/tone';
import { type NotesFailure, useNotes, useReading } from './notes-context';

/** Why there are no notes, where there are none. That a read-only folder takes no new ones, the shell says on every screen. */
export function NotesNotice(): ReactElement | null {
  const { state, readOnlyFolder } = useNotes();
  if (typeof state !== 'object') return <ReadNotice />;
  const { failure } = state;
  // Chromium opens no database where it cannot write: then the folder is what to mend, not the notes.
  const isFolder = readOnlyFolder !== undefined && failure.kind !== 'newer';
  const kind = isFolder ? 'readonly' : failure.kind;
  return (
    <Banner tone="caution" role="status" title={<FormattedMessage id={`notes.off.${kind}`} />}>
      <FormattedMessage id={`notes.off.${kind}.body`} values={{ ...toValues(failure), folder: readOnlyFolder }} />
    </Banner>
  );
}

/** Notes that could not be read must not look like a clinic without notes. */
function ReadNotice(): ReactElement | null {
  const { store } = useNotes();
  const reading = useReading(store?.unsaved);
  if (reading.state !== 'failed') return null;
  const { message } = reading;
  return (
    <Banner tone="caution" role="status" title={<FormattedMessage id="notes.off.unreadable" />}>
      <FormattedMessage id="notes.off.unreadable.body" values={{ message }} />
    </Banner>
  );
}

function toValues(failure: NotesFailure): Record<string, string | number> {
  return {
    found: failure.kind === 'newer' ? failure.found : 0,
    ours: failure.kind === 'newer' ? failure.ours : 0,
    seconds: failure.kind === 'no-answer' ? failure.seconds : 0,
    message: failure.kind === 'unreadable' ? failure.message : '',
  };
}
