import type { ReactElement } from 'react';
import type { Protocol } from '../../protocols/schema/protocol';
import { NoteEditor } from './note-editor';
import { useNotes, useUnsaved } from './notes-context';
import { SavedLine } from './saved-line';
import { UnsavedNoteOffer } from './unsaved-note';

/** What there is of a new note: its editor, that it was saved, or words left from before. */
export function NewNote({
  noteKey,
  place,
  protocol,
}: {
  noteKey: string;
  place: string;
  protocol: Protocol | undefined;
}): ReactElement | null {
  const entry = useNotes().editors.get(noteKey);
  const unsaved = useUnsaved(noteKey);
  if (entry?.kind === 'open') return <NoteEditor editor={entry} place={place} protocol={protocol} />;
  return (
    <>
      {entry !== undefined && <SavedLine entry={entry} />}
      {unsaved !== undefined && <UnsavedNoteOffer unsaved={unsaved} original="" />}
    </>
  );
}
