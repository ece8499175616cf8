import { type JournalEntry, toIdentity } from './entry';
import { toRevision } from './note-body';
import { toSpokenOrder } from './spoken-order';

/** What taking over the entries of another journal would change on this computer. Nothing of the present goes. */
export interface MergeChanges {
  /** Entries that are not here yet, of any kind. */
  readonly added: number;
  /** Notes that are not here at all yet. */
  readonly newNotes: number;
  /** Notes here that somebody wrote on elsewhere: the later text is shown, the present one stays in the history. */
  readonly laterNotes: number;
  /** Notes here that were changed on both sides: both texts are shown until a person settles them. */
  readonly besideNotes: number;
  /** Settings of the dose calculator that nobody set on this computer, and that would count from then on. */
  readonly settings: number;
  /** Procedures that are new or get further versions. */
  readonly procedures: number;
}

/** Compares before anything is written: `here` is the whole journal, `missing` what of the other is not in it. */
export function toMergeChanges(here: readonly JournalEntry[], missing: readonly JournalEntry[]): MergeChanges {
  const notes = countNotes(here, missing);
  return {
    added: missing.length,
    newNotes: notes.filter((each) => each === 'new').length,
    laterNotes: notes.filter((each) => each === 'later').length,
    besideNotes: notes.filter((each) => each === 'beside').length,
    settings: countSettings(here, missing),
    procedures: new Set(missing.flatMap((entry) => (entry.kind === 'clinic-document' ? [idOf(entry.body, 'id')] : [])))
      .size,
  };
}

type NoteChange = 'new' | 'later' | 'beside' | 'history';

/** For every note of which something is missing: what its latest revisions come to. */
function countNotes(here: readonly JournalEntry[], missing: readonly JournalEntry[]): readonly NoteChange[] {
  const coming = toNotes(missing);
  const present = toNotes(here);
  return [...coming].map(([noteId, added]) => {
    const own = present.get(noteId);
    if (own === undefined) return 'new';
    const before = toHeads(own);
    const after = toHeads(new Map([...own, ...added]));
    if (after.every((head) => before.includes(head))) return 'history';
    return after.length > before.length ? 'beside' : 'later';
  });
}

/** Revisions with their parents, note by note. */
type Parents = Map<string, readonly string[]>;

function toNotes(entries: readonly JournalEntry[]): ReadonlyMap<string, Parents> {
  const notes = new Map<string, Parents>();
  for (const entry of entries) {
    const found = toRevision(entry);
    if (found === undefined) continue;
    const revisions = notes.get(found.noteId) ?? new Map<string, readonly string[]>();
    notes.set(found.noteId, revisions.set(found.revision, found.parents));
  }
  return notes;
}

/** The revisions that nothing was written on top of. */
function toHeads(revisions: Parents): readonly string[] {
  const parents = new Set([...revisions.values()].flat());
  return [...revisions.keys()].filter((revision) => !parents.has(revision));
}

function countSettings(here: readonly JournalEntry[], missing: readonly JournalEntry[]): number {
  // As they would stand here: what was said elsewhere says where.
  const writer = here.at(-1)?.writer ?? '';
  const coming = missing.map((entry) => ({
    ...entry,
    writer,
    origin: entry.origin ?? { writer: entry.writer, sequence: entry.sequence, hash: entry.hash },
  }));
  const before = toLastWords(here);
  return [...toLastWords([...here, ...coming])].filter(([name, identity]) => before.get(name) !== identity).length;
}

/** Which entry has the last word on each setting. */
function toLastWords(entries: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const words = (kind: string, ...names: readonly string[]): [string, string][] =>
    toSpokenOrder(entries.filter((entry) => entry.kind === kind)).map((entry) => [
      [kind, ...names.map((name) => idOf(entry.body, name))].join('/'),
      toIdentity(entry),
    ]);
  return new Map([
    ...words('clinic-value', 'protocolId', 'blockId', 'setting'),
    ...words('calculator', 'protocolId', 'version'),
  ]);
}

function idOf(body: object, name: string): string {
  return String((body as Readonly<Record<string, unknown>>)[name]);
}
