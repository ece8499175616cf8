import { CHAIN_START, type JournalEntry } from '../../protocols/journal/entry';
import { toRevision } from '../../protocols/journal/note-body';
import { type Note, type NoteExtras, type NoteRevision, type UnsavedNote, toExtras } from '../../protocols/notes/note';
import type { AppliedRow, HandrailDatabase } from './database';
import { listHeads } from './write-note';

export const NOTHING_APPLIED: AppliedRow = { key: 'journal', ...CHAIN_START, notes: 0, revisions: 0, records: 0 };

/**
 * Brings entries of the journal into the tables; runs inside a transaction over all of them. Entries already there are
 * passed over. Answers how far the tables are now; that is before the first entry when others are missing in between.
 */
export async function applyEntries(database: HandrailDatabase, entries: readonly JournalEntry[]): Promise<AppliedRow> {
  const before = (await database.applied.get('journal')) ?? NOTHING_APPLIED;
  const fresh = entries.filter(({ sequence }) => sequence > before.sequence);
  const [first] = fresh;
  const last = fresh.at(-1);
  if (first === undefined || last === undefined || first.previous !== before.hash) return before;
  const revisions: NoteRevision[] = [];
  const records: JournalEntry[] = [];
  for (const entry of fresh) {
    const revision = toRevision(entry);
    if (revision === undefined) records.push(entry);
    else revisions.push(revision);
  }
  await database.records.bulkPut(records);
  const added = await addRevisions(database, revisions);
  const { sequence, hash } = last;
  const after: AppliedRow = {
    key: 'journal',
    sequence,
    hash,
    notes: before.notes + added.notes,
    revisions: before.revisions + added.revisions,
    records: before.records + records.length,
  };
  await database.applied.put(after);
  return after;
}

async function addRevisions(
  database: HandrailDatabase,
  revisions: readonly NoteRevision[],
): Promise<{ notes: number; revisions: number }> {
  if (revisions.length === 0) return { notes: 0, revisions: 0 };
  const ids = [...new Set(revisions.map(({ noteId }) => noteId))];
  const notes = new Map((await database.notes.bulkGet(ids)).flatMap((note) => (note ? [[note.id, note]] : [])));
  const present = [...notes.values()].map(({ revision }) => revision);
  const asked = [...new Set([...present, ...revisions.map(({ revision }) => revision)])];
  const known = new Map(
    (await database.revisions.bulkGet(asked)).flatMap((found) => (found ? [[found.revision, found]] : [])),
  );
  const children = new Set(await listWrittenOn(database, revisions));
  const notesBefore = notes.size;
  const fresh: NoteRevision[] = [];
  for (const revision of revisions) {
    // Saved twice after a doubtful answer, or brought by a backup as well.
    if (known.has(revision.revision)) continue;
    const note = notes.get(revision.noteId);
    const added = { ...revision, state: { ...revision.state, order: note?.order ?? revision.sequence } };
    known.set(added.revision, added);
    fresh.push(added);
    notes.set(added.noteId, joinRevision(note, added, known, children));
    for (const parent of added.parents) children.add(parent);
  }
  await database.revisions.bulkPut(fresh);
  const changed = new Set(fresh.map(({ noteId }) => noteId));
  await database.notes.bulkPut([...notes.values()].filter(({ id }) => changed.has(id)));
  await forgetSavedWords(database, fresh);
  return { notes: notes.size - notesBefore, revisions: fresh.length };
}

/** Which of these revisions something was already written on top of: they came late and are not the present state. */
async function listWrittenOn(
  database: HandrailDatabase,
  revisions: readonly NoteRevision[],
): Promise<readonly string[]> {
  const ids = revisions.map(({ revision }) => revision);
  return (await database.revisions.where('parents').anyOf(ids).toArray()).flatMap(({ parents }) => parents);
}

/** The note once a revision has come: it is the present state, beside every other that nobody has written on top of. */
function joinRevision(
  note: Note | undefined,
  revision: NoteRevision,
  known: ReadonlyMap<string, NoteRevision>,
  children: ReadonlySet<string>,
): Note {
  if (note !== undefined && children.has(revision.revision)) return note;
  const others = note === undefined ? [] : listHeads(note).filter((head) => !revision.parents.includes(head));
  const rivals = others.flatMap(
    (head) => note?.rivals.find((rival) => rival.revision === head) ?? known.get(head) ?? [],
  );
  return { ...revision.state, revision: revision.revision, writer: revision.writer, rivals };
}

/** Words that a save was told to have failed on, and that reached the journal all the same, are no longer unsaved. */
async function forgetSavedWords(database: HandrailDatabase, revisions: readonly NoteRevision[]): Promise<void> {
  const drafts = await database.drafts.toArray();
  const saved = drafts.filter((draft) => revisions.some((revision) => holdsWords(revision, draft)));
  await database.drafts.bulkDelete(saved.map(({ key }) => key));
}

/** Keeps words that are not saved yet; words a save told as failed has saved after all are not kept beside themselves. */
export async function keepUnlessSaved(database: HandrailDatabase, draft: UnsavedNote): Promise<void> {
  const revisions = await database.revisions.where('noteId').equals(draft.noteId).toArray();
  if (revisions.some((revision) => holdsWords(revision, draft))) await database.drafts.delete(draft.key);
  else await database.drafts.put(draft);
}

function holdsWords({ noteId, state, parents }: NoteRevision, draft: UnsavedNote): boolean {
  const isSame = state.body === draft.body && listExtras(state) === listExtras(draft);
  return noteId === draft.noteId && isSame && parents.join() === draft.parents.join();
}

function listExtras(note: NoteExtras): string {
  return JSON.stringify(toExtras(note));
}
