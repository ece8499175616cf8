import { BrowserWindow, type WebContents } from 'electron';
import type { Calls, PrintFailure, PrintJob } from '../../protocols/contract/calls';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { toPrintFailure } from './print-failure';
import { type PaperPlace, type PrintContext, findPrintable, toPaper, withSheet } from './print-sheet';

type Printed = ReturnType<Calls['print:to-printer']>;

const ENUMERATION_MS = 5000;

/** Prints through the system's own dialog; a computer without a printer is told at once, before any dialog. */
export async function printOnPaper(job: PrintJob, context: PrintContext): Promise<Printed> {
  const printable = await findPrintable(job, context);
  if (!printable.ok) return printable;
  const parent = await findPrintingWindow(context);
  if (parent === undefined) return fail({ kind: 'no-printer' });
  return withSheet(job, 'paper', { ...context, parent }, async ({ contents, keepTrack }): Promise<Printed> => {
    const printed = await print(contents, toPaper(job));
    return printed.ok ? ok(await keepTrack()) : printed;
  });
}

/** The window whose dialogs printing opens; none when there is no printer to choose in them. */
export async function findPrintingWindow({ window }: Pick<PrintContext, 'window'>): Promise<BrowserWindow | undefined> {
  const parent = window() ?? BrowserWindow.getAllWindows()[0];
  return parent !== undefined && (await hasPrinter(parent.webContents)) ? parent : undefined;
}

/** A print service that does not answer in time is as good as none. */
async function hasPrinter(contents: WebContents): Promise<boolean> {
  let deadline: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    deadline = setTimeout(() => resolve(false), ENUMERATION_MS);
  });
  const asked = contents.getPrintersAsync().then(
    (printers) => printers.length > 0,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(deadline));
}

/** Prints what stands on a page through the system's own dialog. */
export function print(contents: WebContents, paper: PaperPlace): Promise<Result<undefined, PrintFailure>> {
  return new Promise((resolve) => {
    contents.print({ ...paper, margins: { marginType: 'none' }, printBackground: true }, (printed, reason) =>
      resolve(printed ? ok(undefined) : fail(toPrintFailure(reason))),
    );
  });
}
