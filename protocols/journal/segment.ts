import { toCanonicalJson, toContentHash } from '../authoring/canonical-json';
import { type ChainPoint, type JournalEntry, type LineProblem, decodeEntry, hasHash } from './entry';

/** The form of the journal this program reads and writes. Raise it when an older program must keep its hands off. */
export const JOURNAL_FORMAT = 1;

/** The first line of each file of a journal: whose it is, and what stands before it. */
export interface SegmentHeader {
  readonly format: number;
  readonly writer: string;
  /** The sequence of its first entry. */
  readonly first: number;
  readonly previous: string;
}

/** The first entry that cannot be relied on, and why. */
export interface BadEntry {
  /** The sequence that should stand there. */
  readonly sequence: number;
  readonly problem: LineProblem | 'half-written';
}

/** One file of a journal, read as far as it can be relied on. */
export type Segment =
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'no-header' }
  | {
      readonly kind: 'read';
      readonly header: SegmentHeader;
      readonly entries: readonly JournalEntry[];
      readonly end: ChainPoint;
      readonly bad?: BadEntry;
    };

export function encodeHeader(header: SegmentHeader): string {
  return `${toCanonicalJson({ ...header, hash: toContentHash(header) })}\n`;
}

/** How many entries are read in one go where others are waiting. */
const STEP_ENTRIES = 100;

/** Some entries of a file that follow each other, and what it says of itself. */
export interface SegmentStep {
  readonly header: SegmentHeader;
  readonly entries: readonly JournalEntry[];
}

/** Reads a file of a journal up to the first entry that is damaged or does not follow the one before. */
export function decodeSegment(text: string): Segment {
  const steps = decodeSegmentInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same by some entries at a time, for whoever lets others have their turn in between: what was written at once is one file,
 * and may be very large.
 */
export function* decodeSegmentInSteps(text: string): Generator<SegmentStep, Segment> {
  const lines = text.split('\n');
  // What a line feed does not end was never acknowledged, or its end was lost.
  const rest = lines.pop() ?? '';
  const header = decodeHeader(lines.shift() ?? '');
  if (header === undefined) return { kind: 'no-header' };
  if (header.format > JOURNAL_FORMAT) return { kind: 'newer', format: header.format };
  const entries: JournalEntry[] = [];
  let told = 0;
  const tell = (): SegmentStep => {
    const step = { header, entries: entries.slice(told) };
    told = entries.length;
    return step;
  };
  let end: ChainPoint = { sequence: header.first - 1, hash: header.previous };
  for (const line of lines) {
    const entry = decodeEntry(line);
    const problem = entry.ok ? findMisplaced(entry.value, end) : entry.error;
    if (!entry.ok || problem !== undefined) {
      yield tell();
      return { kind: 'read', header, entries, end, bad: { sequence: end.sequence + 1, problem: problem ?? 'altered' } };
    }
    entries.push(entry.value);
    end = { sequence: entry.value.sequence, hash: entry.value.hash };
    if (entries.length - told === STEP_ENTRIES) yield tell();
  }
  yield tell();
  const half: { bad?: BadEntry } = rest === '' ? {} : { bad: { sequence: end.sequence + 1, problem: 'half-written' } };
  return { kind: 'read', header, entries, end, ...half };
}

function findMisplaced(entry: JournalEntry, after: ChainPoint): LineProblem | undefined {
  return entry.sequence === after.sequence + 1 && entry.previous === after.hash ? undefined : 'out-of-place';
}

/** A header of a newer form need not have our fields, only say its form. */
function decodeHeader(line: string): SegmentHeader | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined; // as unusable as a header of another shape
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) return undefined;
  const { hash, ...header } = value as SegmentHeader & { hash?: unknown };
  if (!Number.isSafeInteger(header.format)) return undefined;
  if (header.format > JOURNAL_FORMAT) return header;
  return hasHash(header, hash) ? header : undefined;
}
