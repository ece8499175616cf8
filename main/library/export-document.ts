import { join } from 'node:path';
import { type BrowserWindow, type SaveDialogOptions, app, dialog } from 'electron';
import type { Calls } from '../../protocols/contract/calls';
import type { ProtocolKey } from '../../protocols/schema/protocol';
import { fail, ok } from '../../protocols/schema/result';
import { replaceFile } from '../files/replace-file';

/** Asks where, and puts the authored text of a procedure there, whole or not at all. */
export async function exportDocument(
  { id, version }: ProtocolKey,
  text: string,
  parent: BrowserWindow | undefined,
): Promise<ReturnType<Calls['library:export']>> {
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath('documents'), `${id}-${version}.md`),
    filters: [{ name: 'Markdown', extensions: ['md'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const { canceled, filePath } = await (parent === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  if (canceled || filePath === '') return fail({ kind: 'cancelled' });
  const written = await replaceFile(filePath, [text]);
  return written.ok ? ok({ file: filePath }) : written;
}
