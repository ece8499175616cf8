import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import type { Calls } from '../../protocols/contract/calls';
import type { ExchangeFormat } from '../../protocols/contract/exchange';
import { LARGEST_FILE } from '../../protocols/exchange/parse-annotations';
import { fail, ok } from '../../protocols/schema/result';
import { toDay } from '../../protocols/text/in-force';
import { replaceFile } from '../files/replace-file';
import { readNotes } from './read-notes';

type Answer<Name extends keyof Calls> = ReturnType<Calls[Name]>;

const FILTERS = {
  annotations: { name: 'Web Annotation', extensions: ['jsonld', 'json'] },
  table: { name: 'CSV', extensions: ['csv'] },
} as const;

interface Gathering {
  readonly ticket: string;
  readonly file: string;
  readonly parts: string[];
  length: number;
}

/** Notes on their way to a file or from one. One export at a time; a new one forgets what was gathered before. */
export class ExchangeFiles {
  readonly #window: () => BrowserWindow | undefined;
  #gathering: Gathering | undefined;

  constructor(window: () => BrowserWindow | undefined) {
    this.#window = window;
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
    this.#gathering = { ticket: randomUUID(), file: chosen.filePath, parts: [], length: 0 };
    return ok({ ticket: this.#gathering.ticket });
  }

  write(ticket: string, text: string): Answer<'exchange:write'> {
    const gathering = this.#gathering;
    if (gathering?.ticket !== ticket) return fail({ kind: 'not-begun' });
    gathering.length += Buffer.byteLength(text);
    if (gathering.length > LARGEST_FILE) {
      this.#gathering = undefined;
      return fail({ kind: 'too-large', found: gathering.length, most: LARGEST_FILE });
    }
    gathering.parts.push(text);
    return ok(undefined);
  }

  async finish(ticket: string): Promise<Answer<'exchange:finish'>> {
    const gathering = this.#gathering;
    if (gathering?.ticket !== ticket) return fail({ kind: 'not-begun' });
    this.#gathering = undefined;
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
    return chosen.canceled || file === undefined ? fail({ kind: 'cancelled' }) : readNotes(file);
  }
}
