import type { StandingNote } from '../../protocols/anchoring/place-notes';
import type { Protocol } from '../../protocols/schema/protocol';
import { useNotes, useReading } from './notes-context';
import { toStandingNotes } from './standing-notes';

/** All notes of a protocol as they stand in this edition; undefined while they are not known. */
export function useProtocolNotes(protocol: Protocol): readonly StandingNote[] | undefined {
  const { store } = useNotes();
  const reading = useReading(store?.notesOf(protocol.id));
  return reading.state === 'ready' ? toStandingNotes(protocol, reading.value) : undefined;
}
