import { randomUUID } from 'node:crypto';
import { BrowserWindow, type WebContents } from 'electron';
import type { LaidOut, PrintFailure, PrintJob, PrintTask, Printed } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { isOutOfUse, toDay, toStanding } from '../../protocols/text/in-force';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { hasContent, isForUse, isLandscape } from '../../protocols/sheets/printable';
import type { PrintRecord } from '../../protocols/print-identity/print-record';
import { PAGE_ORIGIN } from '../app/scheme';
import { pagePreferences } from '../app/window-preferences';
import type { Library } from '../library/library';
import { countPages } from './pdf-pages';
import type { PrintLog } from './print-log';

/** What printing needs to know of the rest of main. */
export interface PrintContext {
  /** The window whose dialogs these are; none when the program was started only to print. */
  readonly window: () => BrowserWindow | undefined;
  readonly library: Promise<Pick<Library, 'find'>>;
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

const DEADLINE_MS = 10_000;

const waiting = new Map<
  string,
  { readonly contents: WebContents; readonly task: PrintTask; readonly answer: (laidOut: LaidOut | undefined) => void }
>();

/** What a print page is to lay out; another page's ticket opens nothing. */
export function findTask(sender: WebContents, ticket: string): PrintTask | undefined {
  const page = waiting.get(ticket);
  return page?.contents === sender ? page.task : undefined;
}

/** Takes the word of a print page that its sheet stands; another page's word for it counts for nothing. */
export function noteLaidOut(sender: WebContents, ticket: string, laidOut: LaidOut | undefined): void {
  const page = waiting.get(ticket);
  if (page?.contents === sender) page.answer(laidOut);
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

/** Lays a sheet out in a hidden window and hands it over while it stands; the window is gone when this returns. */
export async function withSheet<T>(
  job: PrintJob,
  target: PrintRecord['target'],
  { log, parent }: Pick<PrintContext, 'log'> & { readonly parent?: BrowserWindow | undefined },
  work: (sheet: LaidOutSheet) => Promise<Result<T, PrintFailure>>,
): Promise<Result<T, PrintFailure>> {
  const moment = log?.begin();
  const task = { job, ...(moment === undefined ? {} : { moment }) };
  return withPage(task, parent, async (browser, laidOut) => {
    const { pages } = laidOut;
    const record = moment && (await log?.toRecord(job, moment, laidOut, target));
    if (log !== undefined && record === undefined) return notLaidOut('its code is not that of its content');
    const none = { top: 0, bottom: 0, left: 0, right: 0 };
    const options = { margins: none, printBackground: true, generateTaggedPDF: true, ...toPaper(job) };
    const pdf = await browser.webContents.printToPDF(options);
    // A page that ran over would carry no version and no stamp.
    const counted = countPages(pdf);
    if (counted !== pages) return notLaidOut(`${pages} pages were laid out and ${counted} came out`);
    const keepTrack = async (): Promise<Printed> =>
      log === undefined || record === undefined ? { pages } : log.write(record);
    return work({ contents: browser.webContents, pdf, keepTrack });
  });
}

/** Lays pages out in a hidden window and hands it over while they stand; the window is gone when this returns. */
export async function withPage<T>(
  task: PrintTask,
  parent: BrowserWindow | undefined,
  work: (browser: BrowserWindow, laidOut: LaidOut) => Promise<Result<T, PrintFailure>>,
): Promise<Result<T, PrintFailure>> {
  const browser = new BrowserWindow({
    show: false,
    ...(parent === undefined ? {} : { parent }),
    // A page nobody sees must not be slowed down.
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  });
  try {
    const laidOut = await layOut(browser, task);
    return laidOut.ok ? await work(browser, laidOut.value) : laidOut;
  } catch (error) {
    return notLaidOut(error instanceof Error ? error.message : String(error));
  } finally {
    browser.destroy();
  }
}

/** How the paper lies, as Chromium wants it told. */
export function toPaper({ paper, sheet }: PrintJob): { pageSize: PrintJob['paper']; landscape: boolean } {
  return { pageSize: paper, landscape: isLandscape(sheet) };
}

async function layOut(browser: BrowserWindow, task: PrintTask): Promise<Result<LaidOut, PrintFailure>> {
  const { webContents: contents } = browser;
  const ticket = randomUUID();
  let late: NodeJS.Timeout | undefined;
  const laidOut = new Promise<Result<LaidOut, PrintFailure>>((resolve) => {
    late = setTimeout(() => resolve(notLaidOut('it took longer than 10 seconds')), DEADLINE_MS);
    contents.on('render-process-gone', (_event, { reason }) =>
      resolve(notLaidOut(`the page stopped working: ${reason}`)),
    );
    contents.on('did-fail-load', (_event, _code, description) => resolve(notLaidOut(description)));
    waiting.set(ticket, {
      contents,
      task,
      answer: (told) => resolve(told === undefined ? notLaidOut('a part of it is longer than a page') : ok(told)),
    });
  });
  try {
    // A page that does not load is answered by did-fail-load, with its reason.
    browser.loadURL(`${PAGE_ORIGIN}/print.html?ticket=${ticket}`).catch(() => undefined);
    return await laidOut;
  } finally {
    clearTimeout(late);
    waiting.delete(ticket);
  }
}

export function notLaidOut(message: string): { readonly ok: false; readonly error: PrintFailure } {
  return fail({ kind: 'not-laid-out', message });
}
