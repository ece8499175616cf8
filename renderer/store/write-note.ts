import { type NoteBody, toWholeText } from '../../protocols/journal/note-body';
import { toInstant } from '../../protocols/notes/instant';
import { type Note, type NoteExtras, type NoteReview, type NoteTarget, toExtras } from '../../protocols/notes/note';

/** What a person wrote, new or on top of earlier revisions. */
export interface NoteText extends NoteExtras {
  readonly noteId: string;
  /** Chosen once per text: saving the same text again after a doubtful answer changes nothing. */
  readonly revision: string;
  /** The revisions the writer had in view; none for a new note. */
  readonly parents: readonly string[];
  /** Key of the unsaved copy that this save makes needless. */
  readonly unsavedKey: string;
  readonly target: NoteTarget;
  readonly body: string;
  readonly author: string;
  /** Set where the edit is a review: then `target` is where the note stands from now on. */
  readonly review?: Omit<NoteReview, 'by'>;
}

/** A change of standing or place, of the revision that the person had in view. */
export type NoteChange = {
  readonly note: Note;
  /** Where a review puts the note; where it was, if absent. */
  readonly target?: NoteTarget;
  readonly review?: NoteReview;
} & ({ readonly status: 'active'; readonly approvedBy: string } | { readonly status: 'retired' | 'draft' });

/** What the journal is to hold of a text; `present` is the note as it stands, if it does. */
export function toWritten(text: NoteText, present: Note | undefined, now: Date): NoteBody {
  const { noteId, revision, parents, target, body, author, review } = text;
  const modified = toInstant(now);
  // Whatever is changed waits again for a named person: approval was for the words before.
  return {
    revision,
    noteId,
    parents,
    state: {
      id: noteId,
      // A note moves only when a person says so.
      target: review === undefined ? (present?.target ?? target) : target,
      body: toWholeText(body),
      author: toWholeText(author),
      ...toExtras(text),
      status: 'draft',
      ...(review === undefined ? {} : { review: { ...review, by: toWholeText(author) } }),
      created: present?.created ?? modified,
      modified,
    },
  };
}

/** What the journal is to hold of a change of standing. */
export function toChanged(change: NoteChange, now: Date): NoteBody {
  const { note, status, review, target = note.target } = change;
  // What was decided about the words before does not go on to the new state; everything else of them does.
  const {
    revision: _revision,
    writer: _writer,
    rivals: _rivals,
    order: _order,
    approvedBy: _by,
    review: _review,
    ...kept
  } = note;
  const approval = status === 'active' ? { approvedBy: toWholeText(change.approvedBy) } : {};
  const decision = review === undefined ? {} : { review: { ...review, by: toWholeText(review.by) } };
  const state = { ...kept, target, status, ...approval, ...decision, modified: toInstant(now) };
  return { revision: crypto.randomUUID(), noteId: note.id, parents: listHeads(note), state };
}

/** The revisions of a note that nothing was written on top of: one, unless two people wrote at once. */
export function listHeads(note: Note): readonly string[] {
  return [note.revision, ...note.rivals.map(({ revision }) => revision)];
}
