import { randomUUID } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JournalRepair } from '../../protocols/contract/journal';
import {
  CHAIN_START,
  type ChainPoint,
  type JournalEntry,
  decodeEntry,
  encodeEntry,
  sealEntry,
  toIdentity,
} from '../../protocols/journal/entry';
import { JOURNAL_FORMAT, decodeSegment, encodeHeader } from '../../protocols/journal/segment';
import { toInstant } from '../../protocols/notes/instant';
import { syncFolder } from '../files/flushed';
import {
  type SegmentFile,
  listNames,
  listSegments,
  readSegment,
  replaceDurably,
  setAside,
  toSegmentPath,
} from './segment-files';
import { listSnapshots, readSnapshot } from './snapshots';

const MARKER = 'repairing';

export type Repaired =
  | { readonly kind: 'newer'; readonly format: number }
  | {
      readonly kind: 'repaired';
      readonly repair: JournalRepair;
      readonly end: ChainPoint;
      /** A new name: a backup may hold what was lost here, and the two must not be taken for the same. */
      readonly writer: string;
    };

/** Asks for a repair at the next start: what is found damaged while the program runs is mended before anything relies on it. */
export async function askForRepair(folder: string): Promise<void> {
  if (!(await needsRepair(folder))) await replaceDurably(join(folder, MARKER), '');
}

/** Whether a repair was asked for, or was begun and did not end. */
export async function needsRepair(folder: string): Promise<boolean> {
  return (await listNames(folder)).includes(MARKER);
}

/**
 * Puts together again what the files, their snapshots and an unfinished repair still hold. Damaged files are kept as they
 * are in `set-aside`. What lost its place in the chain is added at its end and says where it stood.
 */
export async function repairJournal(folder: string, now: Date, segmentBytes: number): Promise<Repaired> {
  const held = await readHeld(folder);
  if (held.kind === 'newer') return held;
  const { from, bad, damaged, entries, identities, skipped } = held;
  const kept = followChain(entries, from);
  for (const entry of kept) identities.add(toIdentity(entry));
  const end = kept.at(-1) ?? from;
  const writer = randomUUID();
  const salvaged: JournalEntry[] = [];
  for (const entry of entries.toSorted((a, b) => a.sequence - b.sequence)) {
    const identity = toIdentity(entry);
    if (identities.has(identity)) continue;
    identities.add(identity);
    const origin = entry.origin ?? { writer: entry.writer, sequence: entry.sequence, hash: entry.hash };
    const { kind, body, at } = entry;
    salvaged.push(sealEntry({ kind, body, at, origin }, { after: salvaged.at(-1) ?? end, writer, at }));
  }

  const day = toInstant(now).slice(0, 10);
  const aside = await setAside(
    folder,
    damaged.map(({ path }) => path),
    day,
  );
  for (const path of skipped) await rename(path, join(aside, basename(path)));
  await replaceDurably(join(folder, MARKER), basename(aside));
  const written = await writeSegments(folder, { from, entries: [...kept, ...salvaged], writer, segmentBytes });
  for (const { path } of damaged) if (!written.has(path)) await rm(path, { force: true });
  await syncFolder(folder);
  await rm(join(folder, MARKER), { force: true });

  const highest = entries.reduce((most, { sequence }) => Math.max(most, sequence), end.sequence);
  const repair = {
    file: join('set-aside', basename(aside)),
    sequence: bad,
    recovered: kept.filter(({ sequence }) => sequence >= bad).length + salvaged.length,
    missing: Math.max(0, highest - end.sequence - salvaged.length),
    skipped: skipped.map((path) => basename(path)),
  };
  const { sequence, hash } = salvaged.at(-1) ?? end;
  return { kind: 'repaired', repair, end: { sequence, hash }, writer };
}

/** What is still there: sound files as they stand, and every entry beyond them that any copy still holds whole. */
type Held =
  | { readonly kind: 'newer'; readonly format: number }
  | {
      readonly kind: 'held';
      /** Where the sound files end. */
      readonly from: ChainPoint;
      /** The first entry that cannot be relied on. */
      readonly bad: number;
      readonly damaged: readonly SegmentFile[];
      readonly entries: readonly JournalEntry[];
      /** Of everything in the sound files. */
      readonly identities: Set<string>;
      /** Snapshots that are damaged themselves. */
      readonly skipped: readonly string[];
    };

async function readHeld(folder: string): Promise<Held> {
  const identities = new Set<string>();
  const damaged: SegmentFile[] = [];
  const lines: string[] = [];
  const skipped: string[] = [];
  let from: ChainPoint = CHAIN_START;
  let bad = 1;
  for (const file of await listSegments(folder)) {
    const text = await readOrEmpty(file);
    const segment = decodeSegment(text);
    if (segment.kind === 'newer') return segment;
    const follows = damaged.length === 0 && segment.kind === 'read' && segment.header.previous === from.hash;
    if (follows) bad = segment.end.sequence + 1;
    if (follows && segment.bad === undefined) {
      from = segment.end;
      for (const entry of segment.entries) identities.add(toIdentity(entry));
    } else {
      damaged.push(file);
      lines.push(...text.split('\n'));
    }
  }
  for (const file of await listUnfinished(folder)) lines.push(...(await readOrEmpty(file)).split('\n'));
  const entries = lines.flatMap((line) => {
    const entry = decodeEntry(line);
    return entry.ok ? [entry.value] : [];
  });
  for (const snapshot of await listSnapshots(folder)) {
    if (snapshot.sequence <= from.sequence) continue;
    const read = await readSnapshot(snapshot);
    if (!read.ok) skipped.push(snapshot.path);
    else {
      entries.push(...read.value);
      break; // older ones hold less of the same
    }
  }
  return {
    kind: 'held',
    from,
    bad,
    damaged,
    entries: entries.filter(({ sequence }) => sequence > from.sequence),
    identities,
    skipped,
  };
}

function followChain(entries: readonly JournalEntry[], from: ChainPoint): readonly JournalEntry[] {
  const byPrevious = new Map(entries.map((entry) => [entry.previous, entry]));
  const chain: JournalEntry[] = [];
  for (let at = from; ; ) {
    const next = byPrevious.get(at.hash);
    if (next?.sequence !== at.sequence + 1) return chain;
    chain.push(next);
    at = next;
  }
}

/** Answers with the paths written. */
async function writeSegments(
  folder: string,
  content: { from: ChainPoint; entries: readonly JournalEntry[]; writer: string; segmentBytes: number },
): Promise<ReadonlySet<string>> {
  const { entries, writer, segmentBytes } = content;
  const written = new Set<string>();
  let at = content.from;
  let text = '';
  let first = at;
  const write = async (): Promise<void> => {
    const path = toSegmentPath(folder, first.sequence + 1);
    const header = { format: JOURNAL_FORMAT, writer, first: first.sequence + 1, previous: first.hash };
    await replaceDurably(path, encodeHeader(header) + text);
    written.add(path);
    text = '';
    first = at;
  };
  for (const entry of entries) {
    text += encodeEntry(entry);
    at = entry;
    if (text.length >= segmentBytes) await write();
  }
  // At least one file, or the new writer would be forgotten.
  if (text !== '' || written.size === 0) await write();
  return written;
}

async function listUnfinished(folder: string): Promise<readonly SegmentFile[]> {
  if (!(await needsRepair(folder))) return [];
  const aside = await readFile(join(folder, MARKER), 'utf8');
  // By its name alone: the data folder may lie elsewhere by now, as on a stick in another computer.
  return aside === '' ? [] : listSegments(join(folder, 'set-aside', basename(aside)));
}

/** What cannot be read holds nothing for us; the file itself is set aside for someone who can read more of it. */
async function readOrEmpty(file: SegmentFile): Promise<string> {
  try {
    return await readSegment(file);
  } catch {
    return '';
  }
}
