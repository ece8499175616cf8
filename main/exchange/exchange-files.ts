import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import type { Calls } from '../../protocols/contract/calls';
import type { ExchangeFormat } from '../../protocols/contract/exchange';
import { LARGEST_FILE } from '../../protocols/exchange/parse-annotations';
import type { TravellingRevision } from '../../protocols/exchange/to-annotations';
import { fail, ok } from '../../protocols/schema/result';
import { toDay } from '../../protocols/text/in-force';
import { replaceFile } from '../files/replace-file';
import type { Journal } from '../journal/journal';
import { readNotes } from './read-notes';

type Answer<Name extends keyof Calls> = ReturnType<Calls[Name]>;

const FILTERS = {
  annotations: { name: 'Web Annotation', extensions: ['jsonld', 'json'] },
  table: { name: 'CSV', extensions: ['csv'] },
} as const;

/** On its way to a file. */
interface Export {
  readonly ticket: string;
  readonly file: string;
  readonly parts: string[];
  length: number;
}

/** On its way into the journal. */
interface Import {
  readonly ticket: string;
  readonly revisions: TravellingRevision[];
}

/**
 * Notes on their way to a file or from one. The page brings them in parts, since none of its messages may be large; they go
 * whole or not at all. One export and one import at a time: a new one forgets what was gathered before.
 */
export class ExchangeFiles {
  readonly #window: () => BrowserWindow | undefined;
  readonly #journal: Pick<Journal, 'append'>;
  #export: Export | undefined;
  #import: Import | undefined;

  constructor(window: () => BrowserWindow | undefined, journal: Pick<Journal, 'append'>) {
    this.#window = window;
    this.#journal = journal;
  }

  async begin(format: ExchangeFormat): Promise<Answer<'exchange:begin'>> {
    const { name, extensions } = FILTERS[format];
    const options: Electron.SaveDialogOptions = {
      defaultPath: join(app.getPath('documents'), `handrail-notes-${toDay(new Date())}.${extensions[0]}`),
      filters: [{ name, extensions: [...extensions] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const parent = this.#window();
    const chosen = await (parent === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    if (chosen.canceled || chosen.filePath === '') return fail({ kind: 'cancelled' });
    this.#export = { ticket: randomUUID(), file: chosen.filePath, parts: [], length: 0 };
    return ok({ ticket: this.#export.ticket });
  }

  write(ticket: string, text: string): Answer<'exchange:write'> {
    const gathering = this.#export;
    if (gathering?.ticket !== ticket) return fail({ kind: 'not-begun' });
    gathering.length += Buffer.byteLength(text);
    if (gathering.length > LARGEST_FILE) {
      this.#export = undefined;
      return fail({ kind: 'too-large', found: gathering.length, most: LARGEST_FILE });
    }
    gathering.parts.push(text);
    return ok(undefined);
  }

  async finish(ticket: string): Promise<Answer<'exchange:finish'>> {
    const gathering = this.#export;
    if (gathering?.ticket !== ticket) return fail({ kind: 'not-begun' });
    this.#export = undefined;
    const written = await replaceFile(gathering.file, gathering.parts);
    return written.ok ? ok({ file: gathering.file }) : written;
  }

  async open(): Promise<Answer<'exchange:open'>> {
    const options: Electron.OpenDialogOptions = {
      filters: [{ name: FILTERS.annotations.name, extensions: [...FILTERS.annotations.extensions] }],
      properties: ['openFile'],
    };
    const parent = this.#window();
    const chosen = await (parent === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    const [file] = chosen.filePaths;
    if (chosen.canceled || file === undefined) return fail({ kind: 'cancelled' });
    const read = await readNotes(file);
    if (!read.ok) return read;
    this.#import = { ticket: randomUUID(), revisions: [] };
    return ok({ ticket: this.#import.ticket, file, notes: read.value });
  }

  gather(ticket: string, revisions: readonly TravellingRevision[]): Answer<'exchange:gather'> {
    const gathering = this.#import;
    if (gathering?.ticket !== ticket) return fail({ kind: 'not-begun' });
    gathering.revisions.push(...revisions);
    return ok(undefined);
  }

  /** One write for all of them, on the disk before it is answered; where that fails the journal is as it was. */
  async take(ticket: string): Promise<Answer<'exchange:take'>> {
    const gathering = this.#import;
    if (gathering?.ticket !== ticket) return fail({ kind: 'not-begun' });
    this.#import = undefined;
    const { revisions } = gathering;
    if (revisions.length === 0) return ok({ count: 0 });
    const appended = await this.#journal.append(revisions.map((body) => ({ kind: 'note', body })));
    return appended.ok ? ok({ count: revisions.length }) : fail({ kind: 'not-taken', failure: appended.error });
  }
}
