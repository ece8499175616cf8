import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BackupState } from '../../protocols/contract/backup';
import { toInstant } from '../../protocols/notes/instant';
import { type Result, ok } from '../../protocols/schema/result';
import { replaceFile } from '../files/replace-file';
import type { Journal } from '../journal/journal';
import { type BackupKey, sealBackup } from './backup-file';

/** How many backups of this computer stay in the folder. */
const KEPT = 7;

const File = z.strictObject({
  folder: z.string(),
  /** Tells this computer's backups from those of others in the same folder. */
  name: z.uuid(),
  salt: z.base64(),
  key: z.base64(),
  sequence: z.int().min(0),
  last: z.strictObject({ file: z.string(), at: z.string(), entries: z.int() }).optional(),
});
type Chosen = z.infer<typeof File>;

/** Copies the notes, encrypted, to a folder the clinic chose, after they changed. What it needs stands in the data folder. */
export class AutomaticBackup {
  readonly #path: string;
  readonly #journal: Journal;
  readonly #tell: (state: BackupState) => void;
  #chosen: Promise<Chosen | undefined> | undefined;
  #failure: BackupState['failure'];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(dataFolder: string, journal: Journal, tell: (state: BackupState) => void) {
    this.#path = join(dataFolder, 'backup.json');
    this.#journal = journal;
    this.#tell = tell;
  }

  async state(): Promise<BackupState> {
    const chosen = await this.#read();
    if (chosen === undefined) return {};
    const { folder, last } = chosen;
    return { folder, ...(last && { last }), ...(this.#failure && { failure: this.#failure }) };
  }

  /** Begins to keep backups in a folder, with a first one at once. */
  begin(folder: string, { salt, key }: BackupKey): Promise<Result<BackupState, NonNullable<BackupState['failure']>>> {
    return this.#inTurn(async () => {
      const chosen = { folder, name: randomUUID(), salt: salt.toString('base64'), key: key.toString('base64') };
      const made = await this.#make({ ...chosen, sequence: 0 });
      if (made.ok) this.#failure = undefined;
      return made.ok ? ok(await this.state()) : made;
    });
  }

  /** Ends it; the backups that were made stay where they are. */
  end(): Promise<BackupState> {
    return this.#inTurn(async () => {
      await rm(this.#path, { force: true });
      this.#chosen = undefined;
      this.#failure = undefined;
      return {};
    });
  }

  /** Makes a backup if something was written since the last; otherwise does nothing. */
  run(): Promise<void> {
    return this.#inTurn(async () => {
      const chosen = await this.#read();
      if (chosen === undefined) return;
      const standing = await this.#journal.state();
      if ('sequence' in standing && standing.sequence === chosen.sequence) return;
      // A journal that was put together from less counts over numbers it had: its backups take no place of earlier ones.
      const isShorter = 'sequence' in standing && standing.sequence < chosen.sequence;
      const made = await this.#make(isShorter ? { ...chosen, name: randomUUID() } : chosen);
      this.#failure = made.ok ? undefined : made.error;
      this.#tell(await this.state());
    });
  }

  /** One thing at a time: one that is ended while it writes must not begin again with what it writes last. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #make(chosen: Chosen): Promise<Result<undefined, NonNullable<BackupState['failure']>>> {
    const copied = await this.#journal.copy();
    if (!copied.ok) return { ok: false, error: { kind: 'journal', failure: copied.error } };
    const { text, sequence } = copied.value;
    const mark = `handrail-${chosen.name.slice(0, 8)}-`;
    const file = join(chosen.folder, `${mark}${String(sequence).padStart(9, '0')}.handrail-backup`);
    await mkdir(chosen.folder, { recursive: true }).catch(() => undefined); // a stick that is not there is told below
    const written = await replaceFile(file, await sealBackup(text, toKey(chosen)));
    if (!written.ok) return written;
    await forgetOldest(chosen.folder, mark);
    const next = { ...chosen, sequence, last: { file, at: toInstant(new Date()), entries: sequence } };
    const kept = await replaceFile(this.#path, [JSON.stringify(next)]);
    if (!kept.ok) return kept;
    this.#chosen = Promise.resolve(next);
    return ok(undefined);
  }

  #read(): Promise<Chosen | undefined> {
    this.#chosen ??= readChosen(this.#path);
    return this.#chosen;
  }
}

function toKey({ salt, key }: Chosen): BackupKey {
  return { salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
}

/** By number, never by date: a wrong clock takes no backup away. */
async function forgetOldest(folder: string, mark: string): Promise<void> {
  const names = await readdir(folder).catch(() => []); // next time
  const own = names.filter((name) => name.startsWith(mark)).toSorted();
  for (const name of own.slice(0, -KEPT)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/** Nothing chosen, or a file somebody spoiled: then the screen says that there is no automatic backup. */
async function readChosen(path: string): Promise<Chosen | undefined> {
  try {
    return File.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}
