import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toInstant } from '../../protocols/notes/instant';

/** Where the program keeps what it adds, and whether it can. */
export interface DataFolder {
  readonly state: 'writable' | 'read-only';
  /** The folder the clinic knows. */
  readonly folder: string;
  /** The folder Chromium works in: the same, or a copy that is thrown away when the program ends. */
  readonly working: string;
}

/**
 * Looks whether the data folder can be written, by writing. When it cannot, the program works on a copy of what it
 * can read there, so that protocols and notes still open: Chromium does not start on a folder it cannot write.
 */
export function prepareDataFolder(folder: string): DataFolder {
  if (canWrite(folder)) return { state: 'writable', folder, working: folder };
  const working = mkdtempSync(join(tmpdir(), 'handrail-read-only-'));
  for (const part of ['IndexedDB', 'settings.json']) {
    if (!existsSync(join(folder, part))) continue;
    try {
      cpSync(join(folder, part), join(working, part), { recursive: true });
    } catch {
      rmSync(join(working, part), { recursive: true, force: true }); // half a copy would look like lost notes
    }
  }
  return { state: 'read-only', folder, working };
}

/** Throws the working copy away; nothing to do where the folder itself was in use. */
export function releaseDataFolder({ state, working }: DataFolder): void {
  if (state === 'read-only') rmSync(working, { recursive: true, force: true });
}

/** Moves Chromium's databases to a folder of that day; nothing of them is deleted. Answers whether there is room for new ones. */
export function setDatabaseAside({ state, working }: DataFolder, now: Date): boolean {
  const databases = join(working, 'IndexedDB');
  if (state === 'read-only' || !existsSync(databases)) return false;
  const aside = join(working, 'set-aside', `${toInstant(now).slice(0, 10)}-${randomUUID().slice(0, 8)}`);
  try {
    mkdirSync(aside, { recursive: true });
    for (const name of readdirSync(databases)) renameSync(join(databases, name), join(aside, name));
    return true;
  } catch {
    return false; // the page says that the notes cannot be opened, as it would have
  }
}

function canWrite(folder: string): boolean {
  const probe = join(folder, `.write-probe-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false; // why it failed changes nothing: nothing can be kept there
  }
}
