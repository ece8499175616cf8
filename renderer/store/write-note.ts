import { toInstant } from '../../protocols/notes/instant';
import type { Note, NoteRevision, NoteState, NoteTarget } from '../../protocols/notes/note';
import type { HandrailDatabase, WriterRow } from './database';

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

/** Runs inside a transaction over all tables. */
export async function writeNote(database: HandrailDatabase, text: NoteText, now: Date): Promise<Note> {
  const { noteId, revision, parents, target, body, author, unsavedKey } = text;
  const present = await database.notes.get(noteId);
  await database.drafts.delete(unsavedKey);
  // The first try was told as late and reached the disk all the same.
  if (present?.revision === revision) return present;
  const modified = toInstant(now);
  // Whatever is changed waits again for a named person: approval was for the words before.
  return append(database, present, { revision, parents }, (order) => ({
    id: noteId,
    target: present?.target ?? target,
    body,
    author,
    status: 'draft',
    created: present?.created ?? modified,
    modified,
    order: present?.order ?? order,
  }));
}

/** Runs inside a transaction over all tables. */
export async function changeNote(database: HandrailDatabase, change: NoteChange, now: Date): Promise<Note> {
  const { note } = change;
  const present = (await database.notes.get(note.id)) ?? note;
  const { id, target, body, author, created, order } = note;
  return append(database, present, { revision: crypto.randomUUID(), parents: listHeads(note) }, () => ({
    id,
    target,
    body,
    author,
    status: change.status,
    ...(change.status === 'active' ? { approvedBy: change.approvedBy } : {}),
    created,
    modified: toInstant(now),
    order,
  }));
}

/** The revisions of a note that nothing was written on top of: one, unless two people wrote at once. */
export function listHeads(note: Note): readonly string[] {
  return [note.revision, ...note.rivals.map(({ revision }) => revision)];
}

async function append(
  database: HandrailDatabase,
  present: Note | undefined,
  { revision, parents }: Pick<NoteRevision, 'revision' | 'parents'>,
  toState: (sequence: number) => NoteState,
): Promise<Note> {
  const self = await findSelf(database);
  const sequence = self.sequence + 1;
  const state = toState(sequence);
  const entry: NoteRevision = { revision, noteId: state.id, parents, writer: self.writer, sequence, state };
  await database.revisions.add(entry);
  const rivals =
    present === undefined
      ? []
      : (await listHeadRevisions(database, present)).filter((head) => !parents.includes(head.revision));
  const note: Note = { ...state, revision, writer: self.writer, rivals };
  await database.notes.put(note);
  await database.writers.put({ ...self, sequence, notes: self.notes + (present === undefined ? 1 : 0) });
  return note;
}

async function listHeadRevisions(database: HandrailDatabase, note: Note): Promise<readonly NoteRevision[]> {
  const own = await database.revisions.get(note.revision);
  return own === undefined ? note.rivals : [own, ...note.rivals];
}

async function findSelf(database: HandrailDatabase): Promise<WriterRow> {
  const known = await database.writers.where('self').equals(1).first();
  return known ?? { writer: crypto.randomUUID(), sequence: 0, notes: 0, self: 1 };
}
