import { expect, test } from '../e2e/app';
import { type Started, kill, listTree, openBlock, start } from './driver';

const WAYS: readonly (readonly [string, (started: Started) => Promise<void>])[] = [
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
      app.process().kill('SIGTERM');
      await ended;
    },
  ],
  [
    'the person logs out and every process is ended',
    async ({ app }) => {
      for (const pid of listTree(app.process().pid ?? 0)) process.kill(pid, 'SIGTERM');
      // A system that shuts down does not wait for ever either.
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await kill({ app });
    },
  ],
];

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
