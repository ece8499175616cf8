import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { JournalEntry } from '../../protocols/journal/entry';
import { decodeSegment } from '../../protocols/journal/segment';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { toMessage } from './failures';
import { listNames } from './segment-files';

const NAME = /^(\d{9})\.jsonl\.gz$/;
const unzip = promisify(gunzip);

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
