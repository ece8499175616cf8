import { expect, test } from '../e2e/app';
import { type Started, listTree, openBlock, sample, start } from './driver';

type Way = readonly [string, (started: Started) => Promise<void>];

const LOGOUT: Way = [
  'the person logs out and every process is ended',
  async ({ app }) => {
    const main = app.process();
    const ended = new Promise((resolve) => main.once('exit', resolve));
    const began = Date.now();
    for (const pid of listTree(main.pid ?? 0)) endPolitely(pid);
    await ended;
    expect(Date.now() - began, 'a system that shuts down kills what takes longer').toBeLessThan(5000);
  },
];

const WAYS: readonly Way[] = sample(
  [LOGOUT],
  [
    [
      'the window is closed',
      async ({ app }) => {
        const ended = app.waitForEvent('close');
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
        await ended;
      },
    ],
    [
      'the system ends the program',
      async ({ app }) => {
        const ended = app.waitForEvent('close');
        endPolitely(app.process().pid ?? 0);
        await ended;
      },
    ],
  ],
);

/** Asks a process to end, as a system does; one that has ended since it was listed is none to ask. */
function endPolitely(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

for (const [what, end] of WAYS) {
  test(`S18: ${what} over unsaved words: they are kept and offered at the next start`, async ({ folder }) => {
    const data = folder('draft');
    const first = await start(data);
    await openBlock(first.page);
    await first.page.keyboard.press('Control+Shift+M');
    await first.page.getByRole('textbox', { name: 'Note', exact: true }).fill('Half a thought about room three');
    await first.page.waitForTimeout(600); // words are in memory alone for a quarter of a second at most
    await end(first);
    const second = await start(data);
    await openBlock(second.page);
    await expect(second.page.getByText('Half a thought about room three')).toBeVisible();
    await second.app.close();
  });
}
