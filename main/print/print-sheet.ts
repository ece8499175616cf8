import type { BrowserWindow, WebContents } from 'electron';
import type { Paper, PrintFailure, PrintJob, Printed } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { isOutOfUse, toDay, toStanding } from '../../protocols/text/in-force';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { hasContent, isForUse, isLandscape } from '../../protocols/sheets/printable';
import type { PrintRecord } from '../../protocols/print-identity/print-record';
import type { Library } from '../library/library';
import { countPages } from './pdf-pages';
import type { PrintLog } from './print-log';
import { notLaidOut } from './print-page';
import type { PrintPages } from './print-pages';

/** What printing needs to know of the rest of main. */
export interface PrintContext {
  /** The window whose dialogs these are; none when the program was started only to print. */
  readonly window: () => BrowserWindow | undefined;
  readonly library: Promise<Pick<Library, 'find'>>;
  readonly pages: PrintPages;
  /** None for a print that is not kept track of: its pages carry no code. */
  readonly log: PrintLog | undefined;
}

/** A sheet that stands in a hidden window, with the PDF of it. */
export interface LaidOutSheet {
  readonly contents: WebContents;
  readonly pdf: Uint8Array;
  /** To be called once it came out: writes it into the log, where there is one. */
  readonly keepTrack: () => Promise<Printed>;
}

/** The edition a job is about, when it is here and has what the sheet shows. */
export async function findPrintable(
  job: PrintJob,
  { library }: Pick<PrintContext, 'library'>,
): Promise<Result<Protocol, PrintFailure>> {
  const { key } = job;
  const protocol = await (await library).find(key.id, key.version);
  if (protocol === undefined) return fail({ kind: 'not-found', key });
  const standing = toStanding(protocol, toDay(new Date()));
  if (isForUse(job.sheet) && isOutOfUse(standing)) return fail({ kind: 'out-of-use', key });
  return hasContent(protocol, job) ? ok(protocol) : fail({ kind: 'nothing-to-print', key, sheet: job.sheet });
}

/** Lays a sheet out in a hidden window and hands it over while it stands; it stands no more when this returns. */
export async function withSheet<T>(
  job: PrintJob,
  target: PrintRecord['target'],
  { log, pages: hidden, parent }: Pick<PrintContext, 'log' | 'pages'> & { readonly parent?: BrowserWindow | undefined },
  work: (sheet: LaidOutSheet) => Promise<Result<T, PrintFailure>>,
): Promise<Result<T, PrintFailure>> {
  const moment = log?.begin();
  const task = { job, ...(moment === undefined ? {} : { moment }) };
  return hidden.withPage(task, parent, async (browser, laidOut) => {
    const { pages } = laidOut;
    const record = moment && (await log?.toRecord(job, moment, laidOut, target));
    if (log !== undefined && record === undefined) return notLaidOut('its code is not that of its content');
    const pdf = await toPdf(browser.webContents, toPaper(job), pages);
    if (!pdf.ok) return pdf;
    const keepTrack = async (): Promise<Printed> =>
      log === undefined || record === undefined ? { pages } : log.write(record);
    return work({ contents: browser.webContents, pdf: pdf.value, keepTrack });
  });
}

/** The PDF of what stands on a page; fails when it has another number of pages than were laid out. */
export async function toPdf(
  contents: WebContents,
  paper: PaperPlace,
  pages: number,
): Promise<Result<Uint8Array, PrintFailure>> {
  const margins = { top: 0, bottom: 0, left: 0, right: 0 };
  const pdf = await contents.printToPDF({ margins, printBackground: true, generateTaggedPDF: true, ...paper });
  // A page that ran over would carry no version and no stamp.
  const counted = countPages(pdf);
  return counted === pages ? ok(pdf) : notLaidOut(`${pages} pages were laid out and ${counted} came out`);
}

/** How the paper lies, as Chromium wants it told. */
export interface PaperPlace {
  readonly pageSize: Paper;
  readonly landscape: boolean;
}

export function toPaper({ paper, sheet }: PrintJob): PaperPlace {
  return { pageSize: paper, landscape: isLandscape(sheet) };
}
