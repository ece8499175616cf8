/** The quoted words with a little text on each side, in the words of the W3C Web Annotation model. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  /** Up to 32 characters, counted in code points. */
  readonly prefix: string;
  readonly suffix: string;
}

/** What a note speaks of, as it was when the note was written. Never rewritten by a guess. */
export interface NoteTarget {
  readonly protocolId: string;
  readonly version: string;
  readonly sectionId: string;
  readonly blockId: string;
  /** SHA-256 in hex over everything the block says, the values it repeats from elsewhere included. */
  readonly blockHash: string;
  /** Plain text of the block, so that a note whose block is gone still shows what it spoke of. */
  readonly blockText: string;
  /** Titles of the enclosing sections, outermost first. */
  readonly heading: string;
  /**
   * SHA-256 in hex of each sentence or row the quoted words lie in, or of the whole block where none are quoted. Absent in
   * notes of before: those are held to the whole block's hash.
   */
  readonly sentences?: readonly string[];
  /** The title of the protocol, and the route of the dose or of the doses in the same section; empty for none. */
  readonly title?: string;
  readonly route?: string;
  readonly selector?: TextQuoteSelector;
  /**
   * `text`: the quoted words stand once in the plain text of the block. `screen`: they are as the screen showed them, in a
   * table or in another language, and serve the reader only; the hash alone then decides where the note stands.
   */
  readonly quotedFrom?: 'text' | 'screen';
}

export const NOTE_STATUSES = ['draft', 'active', 'retired'] as const;
export type NoteStatus = (typeof NOTE_STATUSES)[number];

/** What a note is for: words beside the text, a warning, a step this clinic does, what it stocks and where. */
export const NOTE_KINDS = ['note', 'warning', 'step', 'stock'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A block a note points to, in whatever edition counts on the day. */
export interface BlockLink {
  readonly protocolId: string;
  readonly blockId: string;
}

/** What a person decided about a note whose block changed or is gone: who and, in the state around it, when. */
export interface NoteReview {
  readonly decision: 'kept' | 'edited' | 'moved' | 'retired';
  readonly by: string;
  readonly from: { readonly version: string; readonly blockId: string };
  readonly to: { readonly version: string; readonly blockId: string };
}

/** What a note holds beside its words. Each may be absent: notes of before have none. */
export interface NoteExtras {
  readonly kind?: NoteKind;
  readonly tags?: readonly string[];
  readonly links?: readonly BlockLink[];
}

/** What a note holds beside its words, and nothing else of what it is read from. */
export function toExtras({ kind, tags, links }: NoteExtras): NoteExtras {
  return {
    ...(kind !== undefined && { kind }),
    ...(tags !== undefined && tags.length > 0 && { tags }),
    ...(links !== undefined && links.length > 0 && { links }),
  };
}

/** One state of a note. `order` counts notes as they were begun; a clock never decides what comes first. */
export interface NoteState extends NoteExtras {
  readonly id: string;
  readonly target: NoteTarget;
  /** Plain text; of Markdown only bold and lists have a meaning. */
  readonly body: string;
  readonly author: string;
  readonly status: NoteStatus;
  /** Who put it in force; only then. */
  readonly approvedBy?: string;
  /** Set where this state is the outcome of a review. */
  readonly review?: NoteReview;
  /** Instants with their zone, for people to read. */
  readonly created: string;
  readonly modified: string;
  readonly order: number;
}

/** A saved state, kept for ever. Two revisions with the same parent were written without knowing of each other. */
export interface NoteRevision {
  readonly revision: string;
  readonly noteId: string;
  /** The revisions this one was written on top of: none for the first, several where a person settled two texts. */
  readonly parents: readonly string[];
  readonly writer: string;
  /** Counts this writer's revisions, without gaps. */
  readonly sequence: number;
  readonly state: NoteState;
}

/** The present state of a note. */
export interface Note extends NoteState {
  readonly revision: string;
  readonly writer: string;
  /** Other latest revisions of the same note, written side by side; shown until a person settles them. */
  readonly rivals: readonly NoteRevision[];
}

/** Text being typed and not yet saved. */
export interface UnsavedNote extends NoteExtras {
  /** One to a block for new notes, one to a note for edits. */
  readonly key: string;
  readonly noteId: string;
  readonly parents: readonly string[];
  readonly target: NoteTarget;
  readonly body: string;
  readonly author: string;
  /** The edit is a review: `target` is where the note shall stand from now on. */
  readonly review?: Omit<NoteReview, 'by'>;
  readonly started: string;
  readonly modified: string;
}

export function toNewNoteKey({ protocolId, blockId }: Pick<NoteTarget, 'protocolId' | 'blockId'>): string {
  // Without the version: words begun on one edition are offered again beside the same block of the next.
  return `new/${protocolId}/${blockId}`;
}

export function toEditKey(noteId: string): string {
  return `edit/${noteId}`;
}

export const LONGEST_NOTE = 20_000;
export const LONGEST_AUTHOR = 80;
export const LONGEST_TAG = 40;
export const MOST_TAGS = 12;
export const MOST_LINKS = 20;

/** Tags as typed, parted by commas: each once, without spaces at its ends. */
export function toTags(typed: string): readonly string[] {
  const tags = typed.split(',').map((tag) => Array.from(tag.trim()).slice(0, LONGEST_TAG).join(''));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}

/** Length as people count it: an accented letter outside the basic plane is one character. */
export function countCharacters(text: string): number {
  // Beyond twice the limit there is nothing to count exactly, and ten million characters would take a while.
  if (text.length > 4 * LONGEST_NOTE) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
