import type { JournalStanding } from '../../protocols/contract/journal';
import { toFittingPieces } from '../../protocols/contract/message-size';
import type { JournalEntry, NewRecord } from '../../protocols/journal/entry';
import { toIdentity } from '../../protocols/journal/entry';
import { toRevision } from '../../protocols/journal/note-body';
import type { NoteRevision } from '../../protocols/notes/note';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { NOTHING_APPLIED } from './apply-entries';
import type { HandrailDatabase } from './database';
import type { SaveFailure } from './failures';
import type { JournalPort } from './journal-port';
import type { Projection } from './projection';

/** How many records are lifted into the journal in one piece, at most. */
const BATCH = 200;

/** What putting tables and journal in step again brought back. */
export interface Reconciled {
  /** Notes in the tables that were not there before. */
  readonly restored: number;
  /** Entries that only the tables still had, now in the journal as well. */
  readonly lifted: number;
}

/**
 * Compares how far the tables are with how far the journal is, and where they disagree builds the tables again. What only the
 * tables have goes into the journal first, so that neither side loses anything. Killed at any step, it begins again.
 */
export async function reconcile(
  { database, journal, projection }: { database: HandrailDatabase; journal: JournalPort; projection: Projection },
  standing: JournalStanding,
): Promise<Result<Reconciled | undefined, SaveFailure>> {
  const applied = await projection.applied();
  const counts = await countRows(database);
  const isWhole =
    counts.notes === applied.notes && counts.revisions === applied.revisions && counts.records === applied.records;
  if (isWhole && applied.sequence === standing.sequence && applied.hash === standing.hash) return ok(undefined);
  if (isWhole && applied.sequence > 0 && applied.sequence < standing.sequence) {
    const next = await journal.read(applied.sequence);
    if (next.ok && next.value[0]?.previous === applied.hash) {
      const caught = await projection.catchUp(next.value);
      const all = caught.ok ? await projection.catchUpTo(undefined) : caught;
      return all.ok ? ok(undefined) : all;
    }
  }
  return rebuild({ database, journal, projection }, standing);
}

/** Builds the tables anew from the journal; drafts stay. */
export async function rebuild(
  { database, journal, projection }: { database: HandrailDatabase; journal: JournalPort; projection: Projection },
  standing: JournalStanding,
): Promise<Result<Reconciled, SaveFailure>> {
  const before = await database.notes.count();
  const lifted = standing.kind === 'open' ? await lift(database, journal) : ok(0);
  if (!lifted.ok) return lifted;
  const cleared = await projection.write(async () => {
    await Promise.all([database.notes.clear(), database.revisions.clear(), database.records.clear()]);
    await database.applied.put(NOTHING_APPLIED);
  });
  if (!cleared.ok) return cleared;
  const built = await projection.catchUpTo(undefined);
  if (!built.ok) return built;
  return ok({ restored: Math.max(0, built.value.notes - before), lifted: lifted.value });
}

async function countRows({
  notes,
  revisions,
  records,
}: HandrailDatabase): Promise<Record<'notes' | 'revisions' | 'records', number>> {
  const [a, b, c] = await Promise.all([notes.count(), revisions.count(), records.count()]);
  return { notes: a, revisions: b, records: c };
}

/** Adds to the journal what only the tables have: all notes of a time before the journal, or what a damaged journal lost. */
async function lift(database: HandrailDatabase, journal: JournalPort): Promise<Result<number, SaveFailure>> {
  const revisions = await database.revisions.toArray();
  const records = await database.records.toArray();
  if (revisions.length === 0 && records.length === 0) return ok(0);
  const known = await listKnown(journal);
  if (!known.ok) return known;
  const missing: NewRecord[] = [
    ...revisions
      .filter(({ revision }) => !known.value.has(revision))
      .toSorted((a, b) => a.sequence - b.sequence)
      .map(toRecord),
    ...records
      .filter((entry) => !known.value.has(toIdentity(entry)))
      .map(({ kind, body, at, origin, writer, sequence, hash }) => ({
        kind,
        body,
        at,
        origin: origin ?? { writer, sequence, hash },
      })),
  ];
  for (const piece of toFittingPieces(missing, BATCH)) {
    const appended = await journal.append(piece);
    if (!appended.ok) return fail(appended.error);
  }
  return ok(missing.length);
}

function toRecord({ revision, noteId, parents, state }: NoteRevision): NewRecord {
  const { order: _, ...rest } = state;
  return { kind: 'note', body: { revision, noteId, parents, state: rest }, at: state.modified };
}

/** Revisions and identities the journal holds. */
async function listKnown(journal: JournalPort): Promise<Result<ReadonlySet<string>, SaveFailure>> {
  const known = new Set<string>();
  let after = 0;
  for (;;) {
    const page = await journal.read(after);
    if (!page.ok) return fail(page.error);
    const last = page.value.at(-1);
    if (last === undefined) return ok(known);
    for (const entry of page.value) known.add(toName(entry));
    after = last.sequence;
  }
}

function toName(entry: JournalEntry): string {
  return toRevision(entry)?.revision ?? toIdentity(entry);
}
