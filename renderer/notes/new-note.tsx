import type { ReactElement } from 'react';
import { NoteEditor } from './note-editor';
import { useNotes, useUnsaved } from './notes-context';
import { SavedLine } from './saved-line';
import { UnsavedNoteOffer } from './unsaved-note';

/** What there is of a new note: its editor, that it was saved, or words left from before. */
export function NewNote({ noteKey, place }: { noteKey: string; place: string }): ReactElement | null {
  const entry = useNotes().editors.get(noteKey);
  const unsaved = useUnsaved(noteKey);
  if (entry?.kind === 'open') return <NoteEditor editor={entry} place={place} />;
  return (
    <>
      {entry !== undefined && <SavedLine entry={entry} />}
      {unsaved !== undefined && <UnsavedNoteOffer unsaved={unsaved} original="" />}
    </>
  );
}
