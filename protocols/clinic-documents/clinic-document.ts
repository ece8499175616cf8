import type { JournalEntry } from '../journal/entry';
import { type Result, fail, ok } from '../schema/result';
import { SEMVER, compareVersions } from '../schema/versions';
import { isOwnId } from './own-id';

/** One saved state of a procedure a clinic writes: an entry of the journal of the kind `clinic-document`. Kept for ever. */
export interface ClinicDocumentRecord {
  /** Of the procedure; it stays when the text names another. */
  readonly id: string;
  /** What the text says, or would say once it can be read. */
  readonly version: string;
  /** The authored form, letter for letter. */
  readonly text: string;
  /**
   * `approved`: released for use. Such a version is never edited; what is saved after it belongs to the next one.
   * `retired`: this version and all before it are taken out of use. Only a later version that is approved is in force again.
   */
  readonly state: 'draft' | 'approved' | 'retired';
  /** Who saved it; for an approval, who approved; for a retirement, who answers for it. */
  readonly author: string;
  /** Why it was retired; said of nothing else. */
  readonly reason?: string;
  /** Instant with its zone. */
  readonly at: string;
}

/** A record with where it was saved. */
export interface SavedDocument extends ClinicDocumentRecord {
  /** On another computer, whose backup brought it. */
  readonly isFromElsewhere?: boolean;
}

/** Longest text of a procedure, in UTF-16 units: with its escapes it must fit one message to main. */
export const LONGEST_TEXT = 300_000;

/** Longest reason of a retirement, in UTF-16 units. */
export const LONGEST_REASON = 2000;

/** A procedure as its records have it. */
export interface ClinicDocument {
  readonly id: string;
  /** Versions released, the oldest first. */
  readonly approved: readonly SavedDocument[];
  /** What was saved since the last approval: here, or where nothing was, elsewhere. */
  readonly draft: SavedDocument | undefined;
  /** What a backup brought of another computer beside the draft of this one; a person chooses. */
  readonly elsewhere: SavedDocument | undefined;
  /** The last retirement; what was released up to its version is out of use. */
  readonly retired: ClinicDocumentRecord | undefined;
}

/** Reads what the journal kept; the error names the part this program cannot read. */
export function parseClinicDocument(body: unknown): Result<ClinicDocumentRecord, string> {
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const { id, version, text, state, author, at, reason } = fields;
  if (typeof id !== 'string' || !isOwnId(id) || !/^[a-z][a-z0-9-]{0,63}$/.test(id)) return fail('id');
  if (typeof version !== 'string' || !SEMVER.test(version)) return fail('version');
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) return fail('text');
  if (state !== 'draft' && state !== 'approved' && state !== 'retired') return fail('state');
  if (typeof author !== 'string' || author.trim() === '') return fail('author');
  if (typeof at !== 'string') return fail('at');
  if (state !== 'retired') return ok({ id, version, text, state, author, at });
  // Nobody may take a procedure out of use without saying why.
  if (typeof reason !== 'string' || reason.trim() === '' || reason.length > LONGEST_REASON) return fail('reason');
  return ok({ id, version, text, state, author, at, reason });
}

/**
 * The same of an entry, with where it was saved. `here` are the names this journal was written under: a repair takes a new one,
 * and what it had to put at the end was saved here under an earlier.
 */
export function readSavedDocument(
  { body, origin }: Pick<JournalEntry, 'body' | 'origin'>,
  here: ReadonlySet<string>,
): Result<SavedDocument, string> {
  const read = parseClinicDocument(body);
  const isFromElsewhere = origin !== undefined && !here.has(origin.writer);
  return read.ok && isFromElsewhere ? ok({ ...read.value, isFromElsewhere }) : read;
}

/**
 * What the records come to, in the order of the journal, on top of what earlier ones came to. A record that would change a
 * released version changes nothing, and one from elsewhere takes the place of no draft that was saved here.
 */
export function toClinicDocuments(
  records: readonly SavedDocument[],
  before: readonly ClinicDocument[] = [],
): readonly ClinicDocument[] {
  const documents = new Map(before.map((document) => [document.id, document]));
  for (const record of records) {
    const { id } = record;
    documents.set(id, withRecord(documents.get(id) ?? { ...NOTHING, id }, record));
  }
  return [...documents.values()];
}

const NOTHING = { approved: [], draft: undefined, elsewhere: undefined, retired: undefined };

function withRecord(document: ClinicDocument, record: SavedDocument): ClinicDocument {
  const own = document.draft?.isFromElsewhere === true ? undefined : document.draft;
  if (record.state === 'draft') {
    if (record.isFromElsewhere === true && own !== undefined) return { ...document, elsewhere: record };
    // Whoever saves the other text as it stands has chosen it.
    const elsewhere = document.elsewhere?.text === record.text ? undefined : document.elsewhere;
    return { ...document, draft: record, elsewhere };
  }
  if (record.state === 'retired')
    return document.approved.some(({ version }) => version === record.version)
      ? { ...document, retired: record }
      : document;
  // Two computers may have released the same version before their journals met: the first one stays what it was.
  if (!isAfter(record.version, document)) return document;
  // What is being written here is not ended by what was released elsewhere.
  const draft = record.isFromElsewhere === true ? own : undefined;
  return { ...document, approved: [...document.approved, record], draft, elsewhere: undefined };
}

/** Whether a version is higher than all that were released. */
function isAfter(version: string, { approved }: Pick<ClinicDocument, 'approved'>): boolean {
  return approved.every((released) => compareVersions(version, released.version) > 0);
}

/** Whether a released version was taken out of use; what was released since is not. */
export function isRetired({ retired }: Pick<ClinicDocument, 'retired'>, version: string): boolean {
  return retired !== undefined && compareVersions(version, retired.version) <= 0;
}

/** Whether nothing of a procedure that was released may be followed any more. */
export function isOutOfForce(document: ClinicDocument): boolean {
  return document.approved.length > 0 && document.approved.every(({ version }) => isRetired(document, version));
}

/** The editions a reader may open: every released one, and the draft where its version is one that was never released. */
export function listEditionsOf(document: ClinicDocument): readonly ClinicDocumentRecord[] {
  const { draft } = document;
  const approved = document.approved.map((record) =>
    isRetired(document, record.version) ? { ...record, state: 'retired' as const } : record,
  );
  return draft !== undefined && isAfter(draft.version, document) ? [...approved, draft] : approved;
}
