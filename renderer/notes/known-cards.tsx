import { type ReactElement, useMemo, useState } from 'react';
import { placeNote } from '../../protocols/anchoring/place-note';
import type { Note } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import type { KnownNote } from './known-notes';
import { toLink } from './listed-notes';
import { NoteCard } from './note-card';
import { useNotes, useReading } from './notes-context';

/** The cards of some notes; their words are read only now. */
export function KnownCards({
  notes,
  toPresent,
}: {
  notes: readonly KnownNote[];
  toPresent: (protocolId: string) => Protocol | undefined;
}): ReactElement {
  const { store } = useNotes();
  const ids = notes.map(({ note }) => note.id).join(' ');
  const reading = useReading(useMemo(() => store?.notesNamed(ids.split(' ')), [store, ids]));
  const numbers = new Map(notes.map(({ note, number }) => [note.id, number]));
  const [last, setLast] = useState<readonly Note[]>([]);
  const read = reading.state === 'ready' ? reading.value : undefined;
  if (read !== undefined && read !== last) setLast(read);
  // While others are read, those that stay keep their place, and what is being asked or written in them.
  const shown = read ?? last.filter(({ id }) => numbers.has(id));
  return (
    <>
      {shown.map((note) => {
        const protocol = toPresent(note.target.protocolId);
        const standing = {
          note,
          number: numbers.get(note.id) ?? 0,
          placement: placeNote(note.target, protocol),
          protocol,
        };
        return <NoteCard key={note.id} standing={standing} protocol={protocol} {...toLink(standing)} />;
      })}
    </>
  );
}
