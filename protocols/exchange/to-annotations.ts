import type { Note, NoteRevision, NoteState, NoteTarget } from '../notes/note';

/** The form of our own part of an annotation file. Raise it with every change of what is in it. */
export const EXCHANGE_FORM = 1;

/** A note with every state it ever had, as it leaves this computer. */
export interface NoteWithHistory {
  readonly note: Note;
  readonly revisions: readonly NoteRevision[];
}

/** A state of a note as it travels: without the writer and place that only a journal gives it. */
export interface TravellingRevision extends Pick<NoteRevision, 'revision' | 'noteId' | 'parents'> {
  readonly state: Omit<NoteState, 'order'>;
}

/**
 * The clinic's notes as one W3C Web Annotation page, piece by piece: a hundred thousand notes never stand in memory as one
 * text. Any reader of annotations finds words, place and quote; `handrail:revisions` holds all the rest without loss.
 */
export function* toAnnotationPage(notes: Iterable<NoteWithHistory>): Generator<string> {
  yield `{
  "@context": ["http://www.w3.org/ns/anno.jsonld", { "handrail": "urn:handrail:" }],
  "type": "AnnotationPage",
  "handrail:form": ${EXCHANGE_FORM},
  "items": [`;
  let separator = '\n';
  for (const note of notes) {
    yield separator + JSON.stringify(toAnnotation(note));
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}

function toAnnotation({ note, revisions }: NoteWithHistory): object {
  return {
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: note.created,
    modified: note.modified,
    creator: { type: 'Person', name: note.author },
    body: [
      { type: 'TextualBody', value: note.body, format: 'text/markdown', purpose: 'commenting' },
      ...(note.tags ?? []).map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
      ...(note.links ?? []).map(({ protocolId, blockId }) => ({
        type: 'SpecificResource',
        source: toSource(protocolId),
        selector: { type: 'FragmentSelector', value: blockId },
        purpose: 'linking',
      })),
    ],
    target: toTarget(note.target),
    'handrail:revisions': revisions.map(({ revision, noteId, parents, state }) => ({
      revision,
      noteId,
      parents,
      state: withoutOrder(state),
    })),
  };
}

/** The name of an edition in a file, or of a protocol whatever its edition. */
export function toSource(protocolId: string, version?: string): string {
  return `urn:handrail:protocol:${protocolId}${version === undefined ? '' : `@${version}`}`;
}

function toTarget({ protocolId, version, blockId, blockText, selector }: NoteTarget): object {
  const refined = selector === undefined ? {} : { refinedBy: [selector, ...toPosition(blockText, selector.exact)] };
  return {
    type: 'SpecificResource',
    source: toSource(protocolId, version),
    selector: { type: 'FragmentSelector', value: blockId, ...refined },
  };
}

/** In code points, not UTF-16 units. Words as a screen showed them stand nowhere in the text, and have no position. */
function toPosition(text: string, exact: string): object[] {
  const at = text.indexOf(exact);
  if (at === -1) return [];
  const start = Array.from(text.slice(0, at)).length;
  return [{ type: 'TextPositionSelector', start, end: start + Array.from(exact).length }];
}

/** Order is by place in one computer's journal; another gives its own. */
function withoutOrder(state: NoteState): Omit<NoteState, 'order'> {
  const { order: _, ...rest } = state;
  return rest;
}
