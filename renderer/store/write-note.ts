import { type NoteBody, toWholeText } from '../../protocols/journal/note-body';
import { toInstant } from '../../protocols/notes/instant';
import type { Note, NoteTarget } from '../../protocols/notes/note';

/** What a person wrote, new or on top of earlier revisions. */
export interface NoteText {
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
}

/** A change of standing, of the revision that the person had in view. */
export type NoteChange = { readonly note: Note } & (
  | { readonly status: 'active'; readonly approvedBy: string }
  | { readonly status: 'retired' | 'draft' }
);

/** What the journal is to hold of a text; `present` is the note as it stands, if it does. */
export function toWritten(text: NoteText, present: Note | undefined, now: Date): NoteBody {
  const { noteId, revision, parents, target, body, author } = text;
  const modified = toInstant(now);
  // Whatever is changed waits again for a named person: approval was for the words before.
  return {
    revision,
    noteId,
    parents,
    state: {
      id: noteId,
      target: present?.target ?? target,
      body: toWholeText(body),
      author: toWholeText(author),
      status: 'draft',
      created: present?.created ?? modified,
      modified,
    },
  };
}

/** What the journal is to hold of a change of standing. */
export function toChanged(change: NoteChange, now: Date): NoteBody {
  const { note, status } = change;
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
  const state = { ...kept, status, ...approval, modified: toInstant(now) };
  return { revision: crypto.randomUUID(), noteId: note.id, parents: listHeads(note), state };
}

/** The revisions of a note that nothing was written on top of: one, unless two people wrote at once. */
export function listHeads(note: Note): readonly string[] {
  return [note.revision, ...note.rivals.map(({ revision }) => revision)];
}
