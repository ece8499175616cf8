import { z } from 'zod';
import {
  LONGEST_AUTHOR,
  LONGEST_NOTE,
  LONGEST_TAG,
  MOST_LINKS,
  MOST_TAGS,
  NOTE_KINDS,
  NOTE_STATUSES,
} from '../notes/note';
import { type Result, fail, ok } from '../schema/result';
import { type ForeignNote, readForeign } from './foreign-annotation';
import { EXCHANGE_FORM, type TravellingRevision } from './to-annotations';

/** Limits of a file that is taken in. */
export const LARGEST_FILE = 256_000_000; // bytes
const MOST_ANNOTATIONS = 200_000;
const MOST_REVISIONS = 10_000; // of one note

z.config({ jitless: true });

const text = (longest: number) => z.string().max(longest);
const name = text(400);
const Selector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: text(LONGEST_NOTE),
  prefix: name,
  suffix: name,
});
const Target = z.strictObject({
  protocolId: name,
  version: name,
  sectionId: name,
  blockId: name,
  blockHash: name,
  blockText: text(1_000_000),
  heading: text(4000),
  sentences: z.array(name).max(10_000).optional(),
  title: text(4000).optional(),
  route: name.optional(),
  selector: Selector.optional(),
  quotedFrom: z.enum(['text', 'screen']).optional(),
});
const Place = z.strictObject({ version: name, blockId: name });
const State = z.strictObject({
  id: name,
  target: Target,
  body: text(4 * LONGEST_NOTE),
  author: text(4 * LONGEST_AUTHOR),
  status: z.enum(NOTE_STATUSES),
  approvedBy: text(4 * LONGEST_AUTHOR).optional(),
  kind: z.enum(NOTE_KINDS).optional(),
  tags: z
    .array(text(4 * LONGEST_TAG))
    .max(MOST_TAGS)
    .optional(),
  links: z
    .array(z.strictObject({ protocolId: name, blockId: name }))
    .max(MOST_LINKS)
    .optional(),
  review: z
    .strictObject({
      decision: z.enum(['kept', 'edited', 'moved', 'retired']),
      by: text(4 * LONGEST_AUTHOR),
      from: Place,
      to: Place,
    })
    .optional(),
  created: name,
  modified: name,
});
/** A state of a note from outside: a file, or the page. */
export const Revision = z.strictObject({
  revision: name,
  noteId: name,
  parents: z.array(name).max(100),
  state: State,
}) as unknown as z.ZodType<TravellingRevision>;
// Absent and undefined are the same in a file.
const Revisions = z.array(Revision).min(1).max(MOST_REVISIONS);

export interface ParsedAnnotations {
  /** Every state of every note that comes from Handrail, whole. */
  readonly revisions: readonly TravellingRevision[];
  readonly foreign: readonly ForeignNote[];
  /** Annotations that hold nothing a note could keep, by their place in the file from 1. */
  readonly unread: readonly {
    readonly place: number;
    readonly reason: 'no-words' | 'too-long' | 'not-an-annotation' | 'damaged';
  }[];
}

export type AnnotationFailure =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-annotations' }
  | { readonly kind: 'newer'; readonly found: number; readonly ours: number }
  | { readonly kind: 'too-many'; readonly found: number; readonly most: number };

/** Reads a W3C annotation page, collection or single annotation that nobody has checked. Nothing of it is run or fetched. */
export function parseAnnotations(content: string): Result<ParsedAnnotations, AnnotationFailure> {
  const read = readJson(content);
  if (!isFields(read)) return fail({ kind: read === NOT_JSON ? 'not-json' : 'not-annotations' });
  const form = read['handrail:form'];
  if (typeof form === 'number' && form > EXCHANGE_FORM)
    return fail({ kind: 'newer', found: form, ours: EXCHANGE_FORM });
  const items = listItems(read);
  if (items === undefined) return fail({ kind: 'not-annotations' });
  if (items.length > MOST_ANNOTATIONS) return fail({ kind: 'too-many', found: items.length, most: MOST_ANNOTATIONS });
  const revisions: TravellingRevision[] = [];
  const foreign: ForeignNote[] = [];
  const unread: ParsedAnnotations['unread'][number][] = [];
  for (const [index, item] of items.entries()) {
    const place = index + 1;
    if (isFields(item) && Object.hasOwn(item, 'handrail:revisions')) {
      const own = Revisions.safeParse(item['handrail:revisions']);
      // All states of one note, and of one only: a file may not slip another note's state in.
      if (own.success && own.data.every(({ noteId, state }) => noteId === own.data[0]?.noteId && state.id === noteId)) {
        revisions.push(...own.data);
      } else unread.push({ place, reason: 'damaged' });
      continue;
    }
    const note = isFields(item) ? readForeign(item, place) : fail('not-an-annotation' as const);
    if (note.ok) foreign.push(note.value);
    else unread.push({ place, reason: note.error });
  }
  return ok({ revisions, foreign, unread });
}

const NOT_JSON = Symbol('not JSON');

function readJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return NOT_JSON;
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listItems(read: Record<string, unknown>): readonly unknown[] | undefined {
  const { type, items, first } = read;
  if (Array.isArray(items)) return items;
  if (isFields(first)) return listItems(first); // a collection with its first page inside
  return [type].flat().includes('Annotation') ? [read] : undefined;
}
