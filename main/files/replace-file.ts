import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { access, constants, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NotWritten } from '../../protocols/contract/calls';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { syncFolder, writeFlushed } from './flushed';
import { toCode, toMessage } from './system-error';

/**
 * Puts bytes, or texts one after the other, in place of a file whole or not at all: an earlier file of that name stays until
 * the new one is safe on disk, and so is its name when this answers, or a stick pulled out then would not have it.
 */
export async function replaceFile(
  file: string,
  bytes: Uint8Array | readonly string[],
): Promise<Result<string, NotWritten>> {
  const part = toPart(file);
  try {
    await requireReplaceable(file);
    await writeFlushed(part, bytes);
    await rename(part, file);
    // Where the folder cannot be flushed the file is there all the same, and as safe as the disk keeps its names.
    await syncFolder(dirname(file)).catch(() => undefined);
    return ok(file);
  } catch (error) {
    // Where no part could be made there is none to remove.
    await rm(part, { force: true }).catch(() => undefined);
    return fail(toNotWritten(file, error));
  }
}

/** The same before it returns, for what is written while the program ends; throws what went wrong. */
export function replaceFileNow(file: string, text: string): void {
  const part = toPart(file);
  try {
    const descriptor = openSync(part, 'wx');
    try {
      writeFileSync(descriptor, text); // unlike one write, which a full disk may cut short without a word
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Beside the file, so that a rename puts it there. */
function toPart(file: string): string {
  return join(dirname(file), `.handrail-${randomUUID()}.part`);
}

/** Says in our words why a file could not be written. */
export function toNotWritten(file: string, error: unknown): NotWritten {
  const code = toCode(error);
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return { kind: 'not-written', file, reason: full ? 'full' : denied ? 'denied' : 'other', message: toMessage(error) };
}

// A rename replaces a write-protected file without a word, which is not what its owner asked for.
async function requireReplaceable(file: string): Promise<void> {
  try {
    await access(file, constants.W_OK);
  } catch (error) {
    if (toCode(error) !== 'ENOENT') throw error;
  }
}
