import type { BrowserWindow, WebContents } from 'electron';
import type { GivenTask, LaidOut, PrintFailure, AnyPrintTask } from '../../protocols/contract/calls';
import type { Result } from '../../protocols/schema/result';
import { PrintPage, notLaidOut } from './print-page';
import { toMessage } from '../files/system-error';

/** How long an unused page is kept: printing again comes soon or not at all, and its process takes memory. */
const IDLE_MS = 30_000;

/** The hidden pages sheets are laid out on. One stays ready for a while, so that the next sheet need not wait for it. */
export class PrintPages {
  readonly #all = new Map<WebContents, PrintPage>();
  #ready: PrintPage | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** Makes a page ready before there is a sheet for it. */
  prepare(): void {
    this.#keep(this.#take());
  }

  /**
   * Lays a task out on a page of its own and hands the window over while it stands; `parent` is whose dialogs these are.
   * After any fault the page is gone; else it is emptied and kept for the next.
   */
  async withPage<T>(
    task: AnyPrintTask,
    parent: BrowserWindow | undefined,
    work: (browser: BrowserWindow, laidOut: LaidOut) => Promise<Result<T, PrintFailure>>,
  ): Promise<Result<T, PrintFailure>> {
    const page = this.#take();
    try {
      if (parent !== undefined) page.browser.setParentWindow(parent);
      const laidOut = await page.layOut(task);
      if (!laidOut.ok) {
        this.#drop(page);
        return laidOut;
      }
      const done = await work(page.browser, laidOut.value);
      if (parent !== undefined) page.browser.setParentWindow(null);
      page.clear();
      this.#keep(page);
      return done;
    } catch (error) {
      this.#drop(page);
      return notLaidOut(toMessage(error));
    }
  }

  /** What a print page is to lay out next, once there is something; another page is told nothing. */
  next(sender: WebContents): Promise<GivenTask> | undefined {
    return this.#all.get(sender)?.next();
  }

  /** Takes the word of a print page that its sheet stands; answers once it may go. Another page's word counts for nothing. */
  stands(sender: WebContents, ticket: string, laidOut: LaidOut | undefined): Promise<void> | undefined {
    return this.#all.get(sender)?.stands(ticket, laidOut);
  }

  /** Keeps no page from now on: one that nobody sees would keep the program running without a window. */
  close(): void {
    this.#isClosed = true;
    if (this.#ready !== undefined) this.#drop(this.#ready);
  }

  #take(): PrintPage {
    clearTimeout(this.#idle);
    const ready = this.#ready;
    this.#ready = undefined;
    if (ready !== undefined) return ready;
    const page = new PrintPage((faulty) => {
      if (faulty === this.#ready) this.#drop(faulty);
    });
    this.#all.set(page.contents, page);
    return page;
  }

  /** One page is enough: what a second sheet at the same time had is not kept. */
  #keep(page: PrintPage): void {
    if (this.#isClosed || page.isFaulty || this.#ready !== undefined) return this.#drop(page);
    this.#ready = page;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#drop(page), IDLE_MS);
  }

  #drop(page: PrintPage): void {
    if (page === this.#ready) {
      this.#ready = undefined;
      clearTimeout(this.#idle);
    }
    this.#all.delete(page.contents);
    page.destroy();
  }
}
