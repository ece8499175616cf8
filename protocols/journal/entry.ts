import { toCanonicalJson, toContentHash } from '../authoring/canonical-json';
import { type Result, fail, ok } from '../schema/result';

/** What this program writes down. A journal may hold other kinds, of a later program: they are kept and copied, never dropped. */
export const JOURNAL_KINDS = ['note', 'review', 'clinic-value', 'calculator', 'clinic-document', 'print'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** Where an entry stood before it was taken over from a backup or a damaged journal. */
export interface EntryOrigin {
  readonly writer: string;
  readonly sequence: number;
  readonly hash: string;
}

/** Something to be written down. The body is plain data: text, whole numbers, lists, objects; decimals as text. */
export interface NewRecord {
  readonly kind: string;
  readonly body: object;
  readonly at?: string;
  readonly origin?: EntryOrigin;
}

/** One thing the clinic added, for ever. The hash covers all other fields, and by `previous` everything before. */
export interface JournalEntry {
  /** Counts the entries of this journal from 1, without gaps. Order is by it, never by a clock. */
  readonly sequence: number;
  /** The data folder that wrote it. */
  readonly writer: string;
  /** Instant with its zone, for people to read. */
  readonly at: string;
  readonly kind: string;
  readonly body: object;
  readonly origin?: EntryOrigin;
  /** Hash of the entry before; `NO_HASH` for the first. */
  readonly previous: string;
  readonly hash: string;
}

const NO_HASH = '0'.repeat(64);

/** Where a chain has got to: its last entry, or `CHAIN_START`. */
export type ChainPoint = Pick<JournalEntry, 'sequence' | 'hash'>;

export const CHAIN_START: ChainPoint = { sequence: 0, hash: NO_HASH };

/** What can be wrong with one line of a journal. */
export type LineProblem = 'not-json' | 'not-an-entry' | 'altered' | 'out-of-place';

/** Chains a record to what stands before it. Throws a TypeError for a body that has no canonical form. */
export function sealEntry(
  record: NewRecord,
  { after, writer, at }: { after: ChainPoint; writer: string; at: string },
): JournalEntry {
  const entry = {
    sequence: after.sequence + 1,
    writer,
    at: record.at ?? at,
    kind: record.kind,
    body: record.body,
    ...(record.origin === undefined ? {} : { origin: record.origin }),
    previous: after.hash,
  };
  return { ...entry, hash: toContentHash(entry) };
}

/** The entry as one line of RFC 8785 JSON, with its line feed. */
export function encodeEntry(entry: JournalEntry): string {
  return `${toCanonicalJson(entry)}\n`;
}

/** Reads one line; what comes back has the hash it says. */
export function decodeEntry(line: string): Result<JournalEntry, LineProblem> {
  const value = parseJson(line);
  if (value === undefined) return fail('not-json');
  if (!isEntry(value)) return fail('not-an-entry');
  const { hash, ...rest } = value;
  return hasHash(rest, hash) ? ok(value) : fail('altered');
}

/** Whether this is what was hashed. What has no canonical form, such as half a character or a fraction, never was. */
export function hasHash(sealed: object, hash: unknown): boolean {
  try {
    return toContentHash(sealed) === hash;
  } catch {
    return false;
  }
}

/** Entries that have the same identity say the same thing, however often they were copied between journals. */
export function toIdentity(entry: JournalEntry): string {
  return entry.origin?.hash ?? entry.hash;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined; // told by the caller as what it is
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { sequence, writer, at, kind, body, origin, previous, hash } = value as Partial<Record<string, unknown>>;
  return (
    Number.isSafeInteger(sequence) &&
    [writer, at, kind, previous, hash].every((field) => typeof field === 'string') &&
    typeof body === 'object' &&
    body !== null &&
    (origin === undefined || isOrigin(origin))
  );
}

function isOrigin(value: unknown): value is EntryOrigin {
  if (typeof value !== 'object' || value === null) return false;
  const { writer, sequence, hash } = value as Partial<Record<string, unknown>>;
  return typeof writer === 'string' && Number.isSafeInteger(sequence) && typeof hash === 'string';
}
