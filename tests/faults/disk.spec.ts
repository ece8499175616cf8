import { expect, go, test } from '../e2e/app';
import { type Started, openBlock, readNotes, sample, start, wordsOf, writeNote } from './driver';

/** Makes the next writes of main's journal fail as the disk does, in the real program. */
async function failWrites({ app }: Started, step: 'appendFile' | 'datasync', code: string): Promise<void> {
  await app.evaluate(
    async (_electron, given) => {
      const files = process.getBuiltinModule('node:fs/promises');
      const probe = await files.open(process.execPath, 'r');
      const handle = Object.getPrototypeOf(probe) as Record<string, unknown>;
      await probe.close();
      const kept = globalThis as unknown as { mend?: () => void };
      const whole = handle[given.step];
      handle[given.step] = () => Promise.reject(Object.assign(new Error(given.code), { code: given.code }));
      kept.mend = () => {
        handle[given.step] = whole;
      };
    },
    { step, code },
  );
}

async function mend({ app }: Started): Promise<void> {
  await app.evaluate(() => (globalThis as unknown as { mend?: () => void }).mend?.());
}

type Refusal = readonly ['appendFile' | 'datasync', string, RegExp];

for (const [step, code, says] of sample<Refusal>(
  [['appendFile', 'ENOSPC', /full|no space/i]],
  [['datasync', 'EIO', /not (saved|written)/i]],
)) {
  test(`S3, S12: ${code} when a note is saved: told, the words stay, a second try works`, async ({ folder }) => {
    const data = folder('full');
    const started = await start(data);
    const { page } = started;
    await openBlock(page);
    await writeNote(page, wordsOf(0));
    await failWrites(started, step, code);
    await page.locator('#dose-iv').focus();
    await page.keyboard.press('Control+Shift+M');
    const editor = page.getByRole('textbox', { name: 'Note', exact: true });
    await editor.fill(wordsOf(1));
    await editor.press('Control+Enter');
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expect(editor).toHaveValue(wordsOf(1));
    await go(page, '/p/monitoring-discharge');
    await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'monitoring-discharge');
    await openBlock(page);
    await mend(started);
    await page.getByRole('textbox', { name: 'Note', exact: true }).press('Control+Enter');
    await expect(page.locator('[data-save="saved"]')).toBeVisible();
    await started.app.close();
    const again = await start(data);
    expect(await readNotes(again.page)).toEqual([0, 1]);
    await again.app.close();
  });
}
