import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, createGzip, gunzip } from 'node:zlib';
import type { ChainPoint, JournalEntry } from '../../protocols/journal/entry';
import { decodeSegment } from '../../protocols/journal/segment';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { makeFolder, syncFolder } from '../files/flushed';
import { toMessage } from '../files/system-error';
import { JournalText } from './journal-text';
import { listNames, toPartPath } from './segment-files';

const NAME = /^(\d{9})\.jsonl\.gz$/;
const unzip = promisify(gunzip);

/** How many snapshots are kept: should the newest be damaged, the one before is used. */
const KEPT = 3;

/** A whole copy of the journal as it stood at a sequence; named by that and never by a clock, so that a wrong date expires none. */
export interface SnapshotFile {
  readonly sequence: number;
  readonly path: string;
}

/** Newest first. */
export async function listSnapshots(folder: string): Promise<readonly SnapshotFile[]> {
  const home = join(folder, 'snapshots');
  return (await listNames(home))
    .flatMap((name) => {
      const sequence = NAME.exec(name)?.[1];
      return sequence === undefined ? [] : [{ sequence: Number.parseInt(sequence, 10), path: join(home, name) }];
    })
    .toSorted((a, b) => b.sequence - a.sequence);
}

/** All of its entries, or why it is of no use: a snapshot counts whole or not at all. */
export async function readSnapshot({ sequence, path }: SnapshotFile): Promise<Result<readonly JournalEntry[], string>> {
  try {
    const segment = decodeSegment((await unzip(await readFile(path))).toString('utf8'));
    if (segment.kind !== 'read' || segment.bad !== undefined || segment.end.sequence !== sequence)
      return fail(`${path} does not hold the ${sequence} entries it is named for`);
    return ok(segment.entries);
  } catch (error) {
    return fail(`${path}: ${toMessage(error)}`);
  }
}

/** Why no snapshot was taken; `damaged` names the first entry that cannot be relied on. */
export type SnapshotFailure =
  | { readonly kind: 'damaged'; readonly sequence: number }
  | { readonly kind: 'not-written'; readonly message: string };

/**
 * Copies the journal up to a point into one compressed file, checking every entry on the way and the file once it is on the
 * disk; only then is it named, and the oldest beyond three go. Between files of the journal others have their turn.
 */
export async function takeSnapshot(
  folder: string,
  { end, writer }: { end: ChainPoint; writer: string },
): Promise<Result<SnapshotFile, SnapshotFailure>> {
  const home = join(folder, 'snapshots');
  const path = join(home, `${String(end.sequence).padStart(9, '0')}.jsonl.gz`);
  const part = toPartPath(path);
  const written = createHash('sha256');
  const source = new JournalText(folder, { end, writer });
  try {
    await makeFolder(home);
    await pipeline(
      async function* () {
        for await (const text of source.read()) {
          written.update(text);
          yield text;
        }
      },
      createGzip({ level: 1 }),
      createWriteStream(part, { flags: 'wx' }),
    );
    if (source.bad !== undefined) {
      await rm(part, { force: true });
      return fail({ kind: 'damaged', sequence: source.bad });
    }
    await syncFile(part);
    if ((await hashUnzipped(part)) !== written.digest('hex')) throw new Error('the copy reads otherwise than written');
    await rename(part, path);
    await syncFolder(home);
    for (const old of (await listSnapshots(folder)).slice(KEPT)) await rm(old.path, { force: true });
    return ok({ sequence: end.sequence, path });
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return fail({ kind: 'not-written', message: toMessage(error) });
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function hashUnzipped(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), createGunzip(), hash);
  return hash.digest('hex');
}
