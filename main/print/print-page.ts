import { randomUUID } from 'node:crypto';
import { BrowserWindow, type WebContents } from 'electron';
import type { GivenTask, LaidOut, PrintFailure, AnyPrintTask } from '../../protocols/contract/calls';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { PAGE_ORIGIN } from '../app/scheme';
import { pagePreferences } from '../app/window-preferences';

const DEADLINE_MS = 10_000;

interface Job {
  readonly ticket: string;
  readonly task: AnyPrintTask;
  readonly answer: (laidOut: Result<LaidOut, PrintFailure>) => void;
  /** Called when the sheet may go; until then the page keeps it as it stands. */
  letGo?: () => void;
}

/**
 * A hidden window that lays one sheet out at a time. Its page asks for a sheet only when it shows nothing, says under the
 * sheet's own ticket that it stands, and keeps it until `clear`.
 */
export class PrintPage {
  readonly browser: BrowserWindow;
  /** Known also after the window is gone. */
  readonly contents: WebContents;
  #job: Job | undefined;
  /** The page shows nothing and waits for a sheet. */
  #waiting: ((given: GivenTask) => void) | undefined;
  #fault: string | undefined;

  /** `onFault` is told once the page can lay nothing out any more. */
  constructor(onFault: (page: PrintPage) => void) {
    // A page nobody sees must not be slowed down.
    const webPreferences = { ...pagePreferences(), backgroundThrottling: false };
    this.browser = new BrowserWindow({ show: false, webPreferences });
    const fault = (reason: string): void => {
      this.#fault = reason;
      this.#job?.answer(notLaidOut(reason));
      onFault(this);
    };
    this.contents = this.browser.webContents;
    this.contents.on('render-process-gone', (_event, { reason }) => fault(`the page stopped working: ${reason}`));
    this.contents.on('did-fail-load', (_event, _code, description) => fault(description));
    // A page that does not load is answered by did-fail-load, with its reason.
    this.browser.loadURL(`${PAGE_ORIGIN}/print.html`).catch(() => undefined);
  }

  get isFaulty(): boolean {
    return this.#fault !== undefined;
  }

  /** What the page lays out next, once there is something. */
  next(): Promise<GivenTask> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#give();
    });
  }

  async layOut(task: AnyPrintTask): Promise<Result<LaidOut, PrintFailure>> {
    if (this.#fault !== undefined) return notLaidOut(this.#fault);
    let late: NodeJS.Timeout | undefined;
    try {
      return await new Promise((answer) => {
        late = setTimeout(() => answer(notLaidOut('it took longer than 10 seconds')), DEADLINE_MS);
        this.#job = { ticket: randomUUID(), task, answer };
        this.#give();
      });
    } finally {
      clearTimeout(late);
    }
  }

  /** Takes the page's word that its sheet stands, and answers once the sheet may go. Another ticket counts for nothing. */
  async stands(ticket: string, laidOut: LaidOut | undefined): Promise<void> {
    const job = this.#job;
    if (job?.ticket !== ticket || job.letGo !== undefined) return;
    const gone = new Promise<void>((resolve) => {
      job.letGo = resolve;
    });
    job.answer(laidOut === undefined ? notLaidOut('a part of it is longer than a page') : ok(laidOut));
    return gone;
  }

  /** Lets the sheet go: the page empties itself before it asks for another. */
  clear(): void {
    const job = this.#job;
    this.#job = undefined;
    job?.letGo?.();
  }

  destroy(): void {
    if (!this.browser.isDestroyed()) this.browser.destroy();
  }

  #give(): void {
    if (this.#job === undefined || this.#waiting === undefined) return;
    const { ticket, task } = this.#job;
    this.#waiting({ ticket, task });
    this.#waiting = undefined;
  }
}

export function notLaidOut(message: string): { readonly ok: false; readonly error: PrintFailure } {
  return fail({ kind: 'not-laid-out', message });
}
