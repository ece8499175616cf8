import { type StandingNote, placeNotes } from '../../protocols/anchoring/place-notes';
import type { Note } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';

// Every block of a page asks for the same notes: placed once for each edition and each answer of the store.
const known = new WeakMap<readonly Note[], Map<Protocol, readonly StandingNote[]>>();

/** All notes of one protocol, as they stand in an edition. */
export function toStandingNotes(protocol: Protocol, notes: readonly Note[]): readonly StandingNote[] {
  const ofNotes = known.get(notes) ?? new Map<Protocol, readonly StandingNote[]>();
  known.set(notes, ofNotes);
  const standing = ofNotes.get(protocol) ?? placeNotes(protocol, notes);
  ofNotes.set(protocol, standing);
  return standing;
}
