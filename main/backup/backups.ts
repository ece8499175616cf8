import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { BackupFailure, BackupPreview, BackupState } from '../../protocols/contract/backup';
import type { ChainPoint, JournalEntry } from '../../protocols/journal/entry';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { replaceFile } from '../files/replace-file';
import type { Journal } from '../journal/journal';
import type { AutomaticBackup } from './automatic-backup';
import { LARGEST, type MakeKey, makeKey, newKey, openBackup, sealBackup } from './backup-file';
import { toMessage } from '../files/system-error';

/** Asks a person; undefined when they changed their mind. */
interface Dialogs {
  readonly askForTarget: () => Promise<string | undefined>;
  readonly askForBackup: () => Promise<string | undefined>;
  readonly askForFolder: () => Promise<string | undefined>;
}

/** Takes the notes to an encrypted file and back. */
export class Backups {
  readonly automatic: AutomaticBackup;
  readonly #journal: Journal;
  readonly #dialogs: Dialogs;
  readonly #toKey: MakeKey;
  /** The backup that was opened last, waiting for somebody to want it. */
  #opened: { readonly ticket: string; readonly entries: readonly JournalEntry[] } | undefined;

  constructor(parts: { journal: Journal; automatic: AutomaticBackup; dialogs: Dialogs; toKey?: MakeKey }) {
    this.#journal = parts.journal;
    this.#dialogs = parts.dialogs;
    this.automatic = parts.automatic;
    this.#toKey = parts.toKey ?? makeKey;
  }

  async save(passphrase: string): Promise<Result<{ readonly file: string; readonly entries: number }, BackupFailure>> {
    const file = await this.#dialogs.askForTarget();
    if (file === undefined) return fail({ kind: 'cancelled' });
    const copied = await this.#journal.copy();
    if (!copied.ok) return fail({ kind: 'journal', failure: copied.error });
    const written = await replaceFile(file, await sealBackup(copied.value.text, await newKey(passphrase, this.#toKey)));
    return written.ok ? ok({ file, entries: copied.value.sequence }) : written;
  }

  async preview(passphrase: string): Promise<Result<BackupPreview, BackupFailure>> {
    const file = await this.#dialogs.askForBackup();
    if (file === undefined) return fail({ kind: 'cancelled' });
    let bytes: Buffer;
    try {
      if ((await stat(file)).size > LARGEST) return fail({ kind: 'not-opened', file });
      bytes = await readFile(file);
    } catch (error) {
      return fail({ kind: 'unreadable', file, message: toMessage(error) });
    }
    const opened = await openBackup(bytes, passphrase, this.#toKey);
    if (!opened.ok) return fail({ kind: 'not-opened', file });
    const entries = opened.value;
    const standing = await this.#journal.state();
    if (!('sequence' in standing)) return fail({ kind: 'journal', failure: standing });
    const changes = await this.#journal.compare(entries);
    if (!changes.ok) return fail({ kind: 'journal', failure: changes.error });
    this.#opened = { ticket: randomUUID(), entries };
    const newest = entries.at(-1)?.at;
    return ok({
      ticket: this.#opened.ticket,
      file,
      entries: entries.length,
      ...changes.value,
      kept: standing.sequence - (entries.length - changes.value.added),
      ...(newest === undefined ? {} : { newest }),
    });
  }

  /** Adds what the backup has and this computer has not: all of it or nothing, and nothing of the present goes. */
  async restore(ticket: string): Promise<Result<{ readonly added: number } & ChainPoint, BackupFailure>> {
    if (this.#opened?.ticket !== ticket) return fail({ kind: 'not-begun' });
    const { entries } = this.#opened;
    const merged = await this.#journal.merge(entries);
    if (!merged.ok) return fail({ kind: 'journal', failure: merged.error });
    this.#opened = undefined;
    return merged;
  }

  async begin(passphrase: string): Promise<Result<BackupState, BackupFailure>> {
    const folder = await this.#dialogs.askForFolder();
    if (folder === undefined) return fail({ kind: 'cancelled' });
    return this.automatic.begin(folder, await newKey(passphrase, this.#toKey));
  }
}
