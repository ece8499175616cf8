import { randomUUID } from 'node:crypto';
import { BrowserWindow, type WebContents } from 'electron';
import type { PrintFailure, PrintJob } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { isOutOfUse, toDay, toStanding } from '../../protocols/text/in-force';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { hasContent, isForUse, isLandscape } from '../../protocols/sheets/printable';
import { PAGE_ORIGIN } from '../app/scheme';
import { pagePreferences } from '../app/window-preferences';
import type { Library } from '../library/library';
import { countPages } from './pdf-pages';

/** What printing needs to know of the rest of main. */
export interface PrintContext {
  /** The window whose dialogs these are; none when the program was started only to print. */
  readonly window: () => BrowserWindow | undefined;
  readonly library: Promise<Pick<Library, 'find'>>;
}

/** A sheet that stands in a hidden window, with the PDF of it. */
export interface LaidOutSheet {
  readonly contents: WebContents;
  readonly pages: number;
  readonly pdf: Uint8Array;
}

const DEADLINE_MS = 10_000;

const waiting = new Map<
  string,
  { readonly contents: WebContents; readonly job: PrintJob; readonly answer: (pages: number | undefined) => void }
>();

/** What a print page is to lay out; another page's ticket opens nothing. */
export function findJob(sender: WebContents, ticket: string): PrintJob | undefined {
  const page = waiting.get(ticket);
  return page?.contents === sender ? page.job : undefined;
}

/** Takes the word of a print page that its sheet stands; another page's word for it counts for nothing. */
export function noteLaidOut(sender: WebContents, ticket: string, pages: number | undefined): void {
  const page = waiting.get(ticket);
  if (page?.contents === sender) page.answer(pages);
}

/** The edition a job is about, when it is here and has what the sheet shows. */
export async function findPrintable(job: PrintJob, { library }: PrintContext): Promise<Result<Protocol, PrintFailure>> {
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
  parent: BrowserWindow | undefined,
  work: (sheet: LaidOutSheet) => Promise<Result<T, PrintFailure>>,
): Promise<Result<T, PrintFailure>> {
  const browser = new BrowserWindow({
    show: false,
    ...(parent === undefined ? {} : { parent }),
    // A page nobody sees must not be slowed down.
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  });
  try {
    const laidOut = await layOut(browser, job);
    if (!laidOut.ok) return laidOut;
    const pages = laidOut.value;
    const none = { top: 0, bottom: 0, left: 0, right: 0 };
    const options = { margins: none, printBackground: true, generateTaggedPDF: true, ...toPaper(job) };
    const pdf = await browser.webContents.printToPDF(options);
    // A page that ran over would carry no version and no stamp.
    const counted = countPages(pdf);
    if (counted !== pages) return notLaidOut(`${pages} pages were laid out and ${counted} came out`);
    return await work({ contents: browser.webContents, pages, pdf });
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

async function layOut(browser: BrowserWindow, job: PrintJob): Promise<Result<number, PrintFailure>> {
  const { webContents: contents } = browser;
  const ticket = randomUUID();
  let late: NodeJS.Timeout | undefined;
  const laidOut = new Promise<Result<number, PrintFailure>>((resolve) => {
    late = setTimeout(() => resolve(notLaidOut('it took longer than 10 seconds')), DEADLINE_MS);
    contents.on('render-process-gone', (_event, { reason }) =>
      resolve(notLaidOut(`the page stopped working: ${reason}`)),
    );
    contents.on('did-fail-load', (_event, _code, description) => resolve(notLaidOut(description)));
    waiting.set(ticket, {
      contents,
      job,
      answer: (pages) => resolve(pages === undefined ? notLaidOut('a part of it is longer than a page') : ok(pages)),
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

function notLaidOut(message: string): { readonly ok: false; readonly error: PrintFailure } {
  return fail({ kind: 'not-laid-out', message });
}
