import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
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
import {
  type SegmentFile,
  listNames,
  listSegments,
  readSegment,
  replaceDurably,
  setAside,
  syncFolder,
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

/** Whether a repair was begun and did not end. */
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
  const { from, damaged, entries, identities } = held;
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
  await replaceDurably(join(folder, MARKER), aside);
  const written = await writeSegments(folder, { from, entries: [...kept, ...salvaged], writer, segmentBytes });
  for (const { path } of damaged) if (!written.has(path)) await rm(path, { force: true });
  await syncFolder(folder);
  await rm(join(folder, MARKER), { force: true });

  const highest = entries.reduce((most, { sequence }) => Math.max(most, sequence), end.sequence);
  const repair = {
    file: join('set-aside', basename(aside)),
    sequence: from.sequence + 1,
    recovered: kept.length + salvaged.length,
    missing: Math.max(0, highest - end.sequence - salvaged.length),
  };
  return { kind: 'repaired', repair, end: salvaged.at(-1) ?? end, writer };
}

/** What is still there: sound files as they stand, and every entry beyond them that any copy still holds whole. */
type Held =
  | { readonly kind: 'newer'; readonly format: number }
  | {
      readonly kind: 'held';
      /** Where the sound files end. */
      readonly from: ChainPoint;
      readonly damaged: readonly SegmentFile[];
      readonly entries: readonly JournalEntry[];
      /** Of everything in the sound files. */
      readonly identities: Set<string>;
    };

async function readHeld(folder: string): Promise<Held> {
  const identities = new Set<string>();
  const damaged: SegmentFile[] = [];
  const lines: string[] = [];
  let from: ChainPoint = CHAIN_START;
  for (const file of await listSegments(folder)) {
    const text = await readOrEmpty(file);
    const segment = decodeSegment(text);
    if (segment.kind === 'newer') return segment;
    const isSound =
      damaged.length === 0 &&
      segment.kind === 'read' &&
      segment.bad === undefined &&
      segment.header.first === from.sequence + 1 &&
      segment.header.previous === from.hash;
    if (isSound) {
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
    if (read.ok) entries.push(...read.value);
  }
  return {
    kind: 'held',
    from,
    damaged,
    entries: entries.filter(({ sequence }) => sequence > from.sequence),
    identities,
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
  return listSegments((await readFile(join(folder, MARKER), 'utf8')).trim());
}

/** What cannot be read holds nothing for us; the file itself is set aside for someone who can read more of it. */
async function readOrEmpty(file: SegmentFile): Promise<string> {
  try {
    return await readSegment(file);
  } catch {
    return '';
  }
}
