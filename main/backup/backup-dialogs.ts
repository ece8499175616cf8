import { join } from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import { toDay } from '../../protocols/text/in-force';

const FILTERS = [{ name: 'Handrail', extensions: ['handrail-backup'] }];

/** Asks a person for a file or folder, over the program's window; undefined when they changed their mind. */
export class BackupDialogs {
  readonly #window: () => BrowserWindow | undefined;

  constructor(window: () => BrowserWindow | undefined) {
    this.#window = window;
  }

  async askForTarget(): Promise<string | undefined> {
    const options: Electron.SaveDialogOptions = {
      defaultPath: join(app.getPath('documents'), `handrail-${toDay(new Date())}.handrail-backup`),
      filters: FILTERS,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const parent = this.#window();
    const { filePath } = await (parent === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    return filePath === '' ? undefined : filePath;
  }

  askForBackup(): Promise<string | undefined> {
    return this.#ask({ filters: FILTERS, properties: ['openFile'] });
  }

  askForFolder(): Promise<string | undefined> {
    return this.#ask({ properties: ['openDirectory', 'createDirectory'] });
  }

  async #ask(options: Electron.OpenDialogOptions): Promise<string | undefined> {
    const parent = this.#window();
    const { filePaths } = await (parent === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(parent, options));
    return filePaths[0];
  }
}
