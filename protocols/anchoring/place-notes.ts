import type { Note } from '../notes/note';
import type { Protocol } from '../schema/protocol';
import { type Placement, placeNote } from './place-note';

/** A note with its number in its protocol and where it stands in an edition of it. */
export interface StandingNote {
  readonly note: Note;
  readonly number: number;
  readonly placement: Placement;
}

/** All notes of one protocol in the order they were begun, each in exactly one state. A number stays with its note: retired ones count on. */
export function placeNotes(protocol: Protocol | undefined, notes: readonly Note[]): readonly StandingNote[] {
  return notes.map((note, index) => ({ note, number: index + 1, placement: placeNote(note.target, protocol) }));
}

/** Changed and orphaned notes that somebody still has to look at. */
export function needsReview({ note, placement }: JudgedNote): boolean {
  return placement !== 'placed' && note.status !== 'retired';
}

/** How a note stands; of the note, nothing but what that takes. */
export interface JudgedNote {
  readonly note: Pick<Note, 'status'>;
  readonly placement: Placement;
}

export interface Counts {
  readonly placed: number;
  readonly changed: number;
  readonly orphans: number;
  readonly retired: number;
}

/** Every note is counted once, so the counts sum to the total. */
export function toCounts(notes: readonly JudgedNote[]): Counts {
  const count = (placement: Placement): number =>
    notes.filter((each) => each.note.status !== 'retired' && each.placement === placement).length;
  return {
    placed: count('placed'),
    changed: count('changed'),
    orphans: count('orphan'),
    retired: notes.filter(({ note }) => note.status === 'retired').length,
  };
}
