import type { NoteRevision, NoteState } from '../notes/note';
import type { JournalEntry } from './entry';

/** What an entry of the kind `note` says: a revision without what the journal itself knows, its writer and its place. */
export interface NoteBody extends Pick<NoteRevision, 'revision' | 'noteId' | 'parents'> {
  readonly state: Omit<NoteState, 'order'>;
}

/** The revision an entry holds; undefined for other entries, and for a body of a form this program does not know. */
export function toRevision(entry: JournalEntry): NoteRevision | undefined {
  const { body, kind, sequence, writer, origin } = entry;
  if (kind !== 'note' || !isNoteBody(body)) return undefined;
  const { revision, noteId, parents, state } = body;
  // Order is by place in this journal; the first entry of a note gives the note its place.
  return {
    revision,
    noteId,
    parents,
    writer: origin?.writer ?? writer,
    sequence,
    state: { ...state, order: sequence },
  };
}

/** Half a character has no canonical form, and nobody can read it. */
export function toWholeText(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}');
}

const STATE_TEXTS = ['id', 'body', 'author', 'status', 'created', 'modified'];
const TARGET_TEXTS = ['protocolId', 'version', 'sectionId', 'blockId', 'blockHash', 'blockText', 'heading'];

// By hand and not by schema: the page must not load a schema library to show a note.
function isNoteBody(body: object): body is NoteBody {
  const { revision, noteId, parents, state } = body as Partial<Record<string, unknown>>;
  return (
    typeof revision === 'string' &&
    typeof noteId === 'string' &&
    Array.isArray(parents) &&
    parents.every((parent) => typeof parent === 'string') &&
    hasTexts(state, STATE_TEXTS) &&
    hasTexts(state['target'], TARGET_TEXTS)
  );
}

function hasTexts(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string')
  );
}
