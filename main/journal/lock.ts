import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { toCode } from '../files/system-error';
import { isWithoutLinks } from './segment-files';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it: a number of a process is used again after a restart. */
  readonly began: string;
}

/** Held while this process may write; `release` gives it back before it returns, as a program that ends waits for nothing. */
export interface JournalLock {
  readonly release: () => void;
}

/**
 * Makes this process the one that writes, or says who is. What a killed process left behind is taken over; a lock
 * of another computer is not, since nobody can tell from here whether that one still runs.
 */
export async function takeLock(folder: string): Promise<Result<JournalLock, { readonly owner: string }>> {
  const path = join(folder, 'lock');
  const own = join(folder, `lock-${randomUUID()}.part`);
  const content = JSON.stringify(await toOwner(process.pid));
  await writeFile(own, content, { flag: 'wx' });
  try {
    for (;;) {
      try {
        await claim(path, own, content);
        return ok({ release: () => rmSync(path, { force: true }) });
      } catch (error) {
        if (toCode(error) !== 'EEXIST') throw error;
      }
      const owner = await readOwner(path);
      if (owner !== undefined && (await isAlive(owner))) return fail({ owner: `${owner.host}, ${owner.pid}` });
      await rm(path, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** A lock appears with its content or not at all. Where the disk knows no second names, a moment lies between the two. */
async function claim(path: string, own: string, content: string): Promise<void> {
  try {
    await link(own, path);
  } catch (error) {
    if (!isWithoutLinks(error)) throw error;
    await writeFile(path, content, { flag: 'wx' });
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isOwner(value) ? value : undefined;
  } catch {
    return undefined; // gone meanwhile, or half written by a power cut: nobody's
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, began } = value as Partial<Record<string, unknown>>;
  return Number.isSafeInteger(pid) && typeof host === 'string' && typeof began === 'string';
}

async function isAlive(owner: Owner): Promise<boolean> {
  if (owner.host !== hostname()) return true;
  if (owner.pid === process.pid) return (await toOwner(owner.pid)).began === owner.began;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return toCode(error) === 'EPERM'; // somebody else's process, but a process
  }
  return (await toOwner(owner.pid)).began === owner.began;
}

async function toOwner(pid: number): Promise<Owner> {
  return { pid, host: hostname(), began: await readBegan(pid) };
}

/** Empty where the system does not say it as a file; then the number of the process alone decides. */
async function readBegan(pid: number): Promise<string> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name of the program stands in brackets and may hold spaces; the start time is the 20th field after it.
    return `${boot.trim()} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}
