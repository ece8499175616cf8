import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PrintPages } from '../../../main/print/print-pages';
import type { GivenTask, LaidOut, PrintTask } from '../../../protocols/contract/calls';
import { fail, ok } from '../../../protocols/schema/result';

// Windows that show nothing: what their pages would say, the tests say.
const electron = vi.hoisted(() => ({ windows: [] as FakeWindow[] }));
interface FakeWindow {
  readonly webContents: WebContents & EventEmitter;
  readonly parents: unknown[];
  destroyed: boolean;
}

vi.mock('electron', () => ({
  protocol: {},
  BrowserWindow: class implements FakeWindow {
    readonly webContents = new EventEmitter() as FakeWindow['webContents'];
    readonly parents: unknown[] = [];
    destroyed = false;
    constructor() {
      electron.windows.push(this);
    }
    loadURL = (): Promise<void> => Promise.resolve();
    isDestroyed = (): boolean => this.destroyed;
    setParentWindow = (parent: unknown): void => void this.parents.push(parent);
    destroy = (): void => {
      this.destroyed = true;
    };
  },
}));

const LAID_OUT: LaidOut = { pages: 3, local: [] };
let pages = new PrintPages();

beforeEach(() => {
  vi.useFakeTimers();
  electron.windows.length = 0;
  pages = new PrintPages();
});
afterEach(() => vi.useRealTimers());

function toTask(id: string): PrintTask {
  return { job: { sheet: 'checklist', key: { id, version: '1.0.0' }, paper: 'A4', language: 'en' } };
}

function windowAt(index: number): FakeWindow {
  const window = electron.windows[index];
  if (window === undefined) throw new Error(`there is no window ${index}`);
  return window;
}

function senderAt(index: number): WebContents {
  return windowAt(index).webContents;
}

async function ask(index: number): Promise<GivenTask> {
  const given = await pages.next(senderAt(index));
  if (given === undefined) throw new Error('the page was given nothing');
  return given;
}

/** Prints one sheet as a page would that works; says what main handed over. */
async function printOne(id: string, index: number): Promise<unknown> {
  const printed = pages.withPage(toTask(id), undefined, async (_browser, laidOut) => ok(laidOut));
  const { ticket, task } = await ask(index);
  expect(task).toEqual(toTask(id));
  void pages.stands(senderAt(index), ticket, LAID_OUT);
  return printed;
}

test('lays one sheet after the other out in the one window, each under a ticket of its own', async () => {
  pages.prepare();
  expect(await printOne('a', 0)).toEqual(ok(LAID_OUT));
  expect(await printOne('b', 0)).toEqual(ok(LAID_OUT));
  expect(electron.windows).toHaveLength(1);
});

test('the page keeps a sheet until main has it, and gets the next only when it asks', async () => {
  let finish = (): void => undefined;
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = pages.withPage(toTask('a'), undefined, () => work.then(() => ok('a')));
  const given = await ask(0);
  const gone = vi.fn<() => void>();
  void pages.stands(senderAt(0), given.ticket, LAID_OUT)?.then(gone);
  await vi.advanceTimersByTimeAsync(60_000); // a person looks at the printer's dialog
  expect(gone).not.toHaveBeenCalled();
  finish();
  expect(await first).toEqual(ok('a'));
  await vi.advanceTimersByTimeAsync(0);
  expect(gone).toHaveBeenCalledOnce();

  const worked = vi.fn<() => void>();
  const second = pages.withPage(toTask('b'), undefined, async () => {
    worked();
    return ok('b');
  });
  // What the page said of the sheet before says nothing of this one.
  void pages.stands(senderAt(0), given.ticket, LAID_OUT);
  await vi.advanceTimersByTimeAsync(0);
  expect(worked).not.toHaveBeenCalled();
  const next = await ask(0);
  expect(next.ticket).not.toBe(given.ticket);
  void pages.stands(senderAt(0), next.ticket, LAID_OUT);
  expect(await second).toEqual(ok('b'));
});

test('another page gets no sheet, and its word for one counts for nothing', async () => {
  const printed = pages.withPage(toTask('a'), undefined, async () => ok('a'));
  const { ticket } = await ask(0);
  const stranger = new EventEmitter() as unknown as WebContents;
  expect(pages.next(stranger)).toBeUndefined();
  expect(pages.stands(stranger, ticket, LAID_OUT)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await printed).toMatchObject({ error: { message: 'it took longer than 10 seconds' } });
});

test('two sheets at the same time have a window each, and one of them stays', async () => {
  const [first, second] = ['a', 'b'].map((id) => pages.withPage(toTask(id), undefined, async () => ok(id)));
  for (const index of [0, 1]) void pages.stands(senderAt(index), (await ask(index)).ticket, LAID_OUT);
  expect(await Promise.all([first, second])).toEqual([ok('a'), ok('b')]);
  expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([false, true]);
});

test.each([
  ['a sheet longer than its page', undefined],
  ['a page that stopped working', 'render-process-gone'],
  ['a page that does not load', 'did-fail-load'],
])('after %s the window is gone, and the next sheet has a new one', async (_name, event) => {
  const printed = pages.withPage(toTask('a'), undefined, async () => ok('a'));
  const { ticket } = await ask(0);
  if (event === undefined) void pages.stands(senderAt(0), ticket, undefined);
  else windowAt(0).webContents.emit(event, {}, { reason: 'crashed' }, 'ERR_FAILED');
  expect(await printed).toMatchObject({ ok: false, error: { kind: 'not-laid-out' } });
  expect(windowAt(0).destroyed).toBe(true);
  expect(await printOne('b', 1)).toEqual(ok(LAID_OUT));
});

test('a page that stops working while its PDF is written is not used again', async () => {
  const printed = pages.withPage(toTask('a'), undefined, async () => {
    windowAt(0).webContents.emit('render-process-gone', {}, { reason: 'oom' });
    return ok('a');
  });
  void pages.stands(senderAt(0), (await ask(0)).ticket, LAID_OUT);
  expect(await printed).toEqual(ok('a'));
  expect(windowAt(0).destroyed).toBe(true);
});

test('a page that stops working while it waits is replaced before it is needed', async () => {
  pages.prepare();
  windowAt(0).webContents.emit('render-process-gone', {}, { reason: 'killed' });
  expect(windowAt(0).destroyed).toBe(true);
  expect(await printOne('a', 1)).toEqual(ok(LAID_OUT));
});

test('what goes wrong with the file leaves the page to be used again; what throws does not', async () => {
  const unwritten = pages.withPage(toTask('a'), undefined, async () => fail({ kind: 'cancelled' as const }));
  void pages.stands(senderAt(0), (await ask(0)).ticket, LAID_OUT);
  expect(await unwritten).toEqual(fail({ kind: 'cancelled' }));
  expect(windowAt(0).destroyed).toBe(false);
  const broken = pages.withPage(toTask('b'), undefined, () => Promise.reject(new Error('no PDF')));
  void pages.stands(senderAt(0), (await ask(0)).ticket, LAID_OUT);
  expect(await broken).toEqual(fail({ kind: 'not-laid-out', message: 'no PDF' }));
  expect(windowAt(0).destroyed).toBe(true);
});

test('an unused page is kept for half a minute from its last use', async () => {
  pages.prepare();
  await vi.advanceTimersByTimeAsync(29_000);
  await printOne('a', 0);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(windowAt(0).destroyed).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(windowAt(0).destroyed).toBe(true);
});

test('a page that is used is not taken away under the sheet', async () => {
  pages.prepare();
  const printed = pages.withPage(toTask('a'), undefined, async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    return ok(windowAt(0).destroyed);
  });
  void pages.stands(senderAt(0), (await ask(0)).ticket, LAID_OUT);
  expect(await printed).toEqual(ok(false));
});

test('once the window of the program is closed no page stays behind', async () => {
  pages.prepare();
  pages.close();
  expect(windowAt(0).destroyed).toBe(true);
  expect(await printOne('a', 1)).toEqual(ok(LAID_OUT));
  expect(windowAt(1).destroyed).toBe(true);
});

test('dialogs of the printer belong to the window that asked, and to none afterwards', async () => {
  const parent = {} as never;
  const printed = pages.withPage(toTask('a'), parent, async () => ok([...windowAt(0).parents]));
  void pages.stands(senderAt(0), (await ask(0)).ticket, LAID_OUT);
  expect(await printed).toEqual(ok([parent]));
  expect(windowAt(0).parents).toEqual([parent, null]);
});
