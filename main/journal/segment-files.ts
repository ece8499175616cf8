import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder, syncFolder, writeFlushed } from '../files/flushed';
import { toCode } from '../files/system-error';

const NAME = /^(\d{9})\.jsonl$/;

/** One file of the journal on the disk, named for its first entry. */
export interface SegmentFile {
  readonly first: number;
  readonly path: string;
}

export function toSegmentPath(folder: string, first: number): string {
  return join(folder, `${String(first).padStart(9, '0')}.jsonl`);
}

/** The files of a journal in order; none where there is no journal yet. */
export async function listSegments(folder: string): Promise<readonly SegmentFile[]> {
  const names = await listNames(folder);
  return names
    .flatMap((name) => {
      const first = NAME.exec(name)?.[1];
      return first === undefined ? [] : [{ first: Number.parseInt(first, 10), path: join(folder, name) }];
    })
    .toSorted((a, b) => a.first - b.first);
}

export async function readSegment({ path }: SegmentFile): Promise<string> {
  return readFile(path, 'utf8');
}

/** The names in a folder; none where there is no such folder. */
export async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (toCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The old file or the new one, never half of either, and whichever it is stays after a power cut. */
export async function replaceDurably(path: string, content: string | Uint8Array): Promise<void> {
  const part = toPartPath(path);
  try {
    await writeFlushed(part, content);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined); // where the disk refuses this too, the next start tidies
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A name that no reader takes for the real thing; what a crash leaves behind under it is tidied at the next start. */
export function toPartPath(path: string): string {
  return `${path}.${randomUUID()}.part`;
}

/** Takes away what a crash left half written. */
export async function tidyParts(folder: string): Promise<void> {
  for (const name of await listNames(folder)) {
    if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
  }
}

/** Keeps files as they are now in a folder of that day, under a second name where the disk knows such, else as a copy; none is changed. */
export async function setAside(folder: string, paths: readonly string[], day: string): Promise<string> {
  const aside = join(folder, 'set-aside', `${day}-${randomUUID().slice(0, 8)}`);
  await makeFolder(join(folder, 'set-aside'));
  await makeFolder(aside);
  for (const path of paths) await keep(path, join(aside, basename(path)));
  await syncFolder(aside);
  return aside;
}

async function keep(path: string, as: string): Promise<void> {
  try {
    await link(path, as);
  } catch (error) {
    if (!isWithoutLinks(error)) throw error;
    await writeFlushed(as, await readFile(path));
  }
}

/** Whether a second name was refused because the disk knows none: sticks are often formatted so, and Windows says EISDIR of them. */
export function isWithoutLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR'].includes(toCode(error) ?? '');
}
