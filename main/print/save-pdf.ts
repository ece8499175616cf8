import { join } from 'node:path';
import { type SaveDialogOptions, app, dialog } from 'electron';
import type { Calls, PrintJob } from '../../protocols/contract/calls';
import { fail, ok } from '../../protocols/schema/result';
import { toDay } from '../../protocols/text/in-force';
import { type PrintContext, findPrintable, withSheet } from './print-sheet';
import { replaceFile } from '../files/replace-file';

type Saved = ReturnType<Calls['print:save-pdf']>;

/** Asks where to, then makes the PDF and puts it there. */
export async function savePdf(job: PrintJob, context: PrintContext): Promise<Saved> {
  const printable = await findPrintable(job, context);
  if (!printable.ok) return printable;
  const { key, sheet } = job;
  const file = await askWhere(`${key.id}-${key.version}-${sheet}`, context);
  return file === undefined ? fail({ kind: 'cancelled' }) : writePdf(job, file, context);
}

/** Makes the PDF of a job that can be printed and puts it in place of the file, whole or not at all. */
export function writePdf(job: PrintJob, file: string, context: Pick<PrintContext, 'log' | 'pages'>): Promise<Saved> {
  return withSheet(job, 'pdf', context, async ({ pdf, keepTrack }): Promise<Saved> => {
    const written = await replaceFile(file, pdf);
    return written.ok ? ok({ file, ...(await keepTrack()) }) : written;
  });
}

/** Asks where a PDF goes, whose name begins with these words and ends with today; nothing when the dialog is closed. */
export async function askWhere(name: string, { window }: Pick<PrintContext, 'window'>): Promise<string | undefined> {
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath('documents'), `${name}-${toDay(new Date())}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const parent = window();
  const { canceled, filePath } = await (parent === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || filePath === '' ? undefined : filePath;
}
