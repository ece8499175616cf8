import { toSingleSpaced } from '../anchoring/find-quote';
import { findOnce, toNoteTarget } from '../anchoring/note-target';
import { toBlockWords } from '../anchoring/passages';
import { toContentHash } from '../authoring/canonical-json';
import type { NoteTarget } from '../notes/note';
import type { Protocol } from '../schema/protocol';
import type { ForeignNote } from './foreign-annotation';
import type { ParsedAnnotations } from './parse-annotations';
import { type TravellingRevision, toSource } from './to-annotations';

/** What an import would do, before anything is done: shown first, then taken whole or not at all. */
export interface ImportPlan {
  /** What would be written, in the order of the file: states of ours, and one first draft for each foreign note. */
  readonly revisions: readonly TravellingRevision[];
  /** Notes this computer does not have yet. */
  readonly added: number;
  /** Notes it has, of which the file holds states it has not. */
  readonly changed: number;
  /** Notes of which every state is here already. */
  readonly known: number;
  readonly foreign: readonly ForeignOutcome[];
  readonly unread: ParsedAnnotations['unread'];
}

/** What becomes of one foreign annotation: a draft in its place, or a draft that waits for one. */
export interface ForeignOutcome {
  readonly place: number;
  readonly isPlaced: boolean;
  readonly source: string;
  readonly lost: readonly string[];
}

export interface Present {
  /** The edition of a protocol that counts today. */
  readonly findProtocol: (id: string) => Protocol | undefined;
  readonly protocolIds: readonly string[];
  /** Every state on this computer, by id, and every note. */
  readonly revisions: ReadonlySet<string>;
  readonly noteIds: ReadonlySet<string>;
  /** The instant of the import. */
  readonly now: string;
}

export function planImport(parsed: ParsedAnnotations, present: Present): ImportPlan {
  const fresh = parsed.revisions.filter(({ revision }) => !present.revisions.has(revision));
  const freshNotes = new Set(fresh.map(({ noteId }) => noteId));
  const notes = new Set(parsed.revisions.map(({ noteId }) => noteId));
  const added = [...freshNotes].filter((id) => !present.noteIds.has(id)).length;
  const drafts = parsed.foreign.map((note) => ({ note, draft: toDraft(note, present) }));
  return {
    // The same annotation taken in a second time is the same note, and nothing happens.
    revisions: [...fresh, ...drafts.flatMap(({ draft }) => (present.revisions.has(draft.revision) ? [] : [draft]))],
    added,
    changed: freshNotes.size - added,
    known: notes.size - freshNotes.size,
    foreign: drafts.map(({ note, draft }) => ({
      place: note.place,
      isPlaced: draft.state.target.blockId !== '',
      source: note.source,
      lost: note.lost,
    })),
    unread: parsed.unread,
  };
}

function toDraft(note: ForeignNote, present: Present): TravellingRevision {
  const { place: _, lost: _lost, ...said } = note;
  // Named by what it says: taken in twice it is one note.
  const id = `annotation-${toContentHash(said).slice(0, 32)}`;
  return {
    revision: `${id}-1`,
    noteId: id,
    parents: [],
    state: {
      id,
      target: findTarget(note, present),
      body: note.body,
      author: note.author,
      status: 'draft',
      ...(note.tags.length > 0 && { tags: note.tags }),
      created: present.now,
      modified: present.now,
    },
  };
}

/** Where a foreign annotation says it stands, if such a block is here. Its words found once in the protocol will do too: it is a draft. */
function findTarget({ source, blockId, exact }: ForeignNote, present: Present): NoteTarget {
  const protocolId = present.protocolIds.find((id) => namesProtocol(source, id));
  const protocol = protocolId === undefined ? undefined : present.findProtocol(protocolId);
  const quoted = exact === undefined ? undefined : toSingleSpaced(exact);
  const shown =
    quoted === undefined ? undefined : ({ type: 'TextQuoteSelector', exact: quoted, prefix: '', suffix: '' } as const);
  const block = protocol && (blockId ?? findQuoted(protocol, quoted));
  const target = protocol && block !== undefined ? toNoteTarget(protocol, block, shown) : undefined;
  return (
    target ?? {
      protocolId: protocolId ?? source,
      version: '',
      sectionId: '',
      blockId: '',
      blockHash: '',
      blockText: quoted ?? '',
      heading: '',
    }
  );
}

function namesProtocol(source: string, id: string): boolean {
  return (
    source.startsWith(`${toSource(id)}@`) ||
    source === toSource(id) ||
    source.split(/[/:]/).at(-1)?.split(/[@.?]/)[0] === id
  );
}

/** The one block that holds the words, if exactly one does. */
function findQuoted(protocol: Protocol, quoted: string | undefined): string | undefined {
  if (quoted === undefined) return undefined;
  const blocks = protocol.sections.flatMap((section) => section.blocks);
  const [found, ...others] = blocks.filter((block) => findOnce(toBlockWords(protocol, block), quoted) !== undefined);
  return others.length === 0 ? found?.id : undefined;
}
