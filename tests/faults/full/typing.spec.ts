import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../../e2e/app';
import { type Started, openBlock, start, wordsOf, writeNote } from '../driver';

test('S19: ten million characters pasted into a note are refused with the limit named, and the program answers on', async ({
  folder,
}) => {
  const { app, page } = await start(folder('paste'));
  await openBlock(page);
  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.fill('Words before');
  await app.evaluate(({ clipboard }) => clipboard.writeText('x'.repeat(10_000_000)));
  await page.evaluate(() => {
    const kept = window as unknown as { longest: number };
    let last = performance.now();
    kept.longest = 0;
    const look = (now: number): void => {
      kept.longest = Math.max(kept.longest, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await editor.press('Control+V');
  await expect(page.getByText('A note holds at most 20,000 characters.')).toBeVisible();
  await expect(editor).toHaveValue('Words before');
  await editor.press('End');
  await editor.pressSequentially(' and after');
  await expect(editor).toHaveValue('Words before and after');
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  test.info().annotations.push({ type: 'figures', description: `longest time without a frame ${longest} ms` });
  expect(longest).toBeLessThan(1000);
  await app.evaluate(({ clipboard }) => clipboard.clear());
  await app.close();
});

test('B4: a record number in a note is told at the field, hinders nothing, and leaves no trace of the telling', async ({
  folder,
}) => {
  const data = folder('traces');
  const { app, page } = await start(data);
  await openBlock(page);
  await writeNote(page, 'MRN 4471923 did well');
  await page.locator('#dose-iv').focus();
  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.fill('MRN 4471924');
  const caution = page.getByText('This looks like a patient’s record number');
  await expect(caution).toBeVisible();
  await editor.press('End');
  await editor.pressSequentially(' did well too');
  await editor.press('Control+Enter');
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await app.close();
  const journal = readFileSync(join(data, 'journal/000000001.jsonl'), 'utf8');
  expect(journal).toContain('MRN 4471924 did well too');
  const kept = [journal, ...listTexts(data)].join('\n');
  expect(kept).not.toMatch(/record number|record-number|looks like|trace|caution/i);
});

/** What the program wrote about itself: settings and log. */
function listTexts(data: string): readonly string[] {
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(json|log)$/.test(entry.name) && /data|logs?$/.test(entry.parentPath))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

test('S16: with the clock set back 400 days the newest edit still counts, also after a restart', async ({ folder }) => {
  const data = folder('clock');
  const first = await start(data);
  await openBlock(first.page);
  await writeNote(first.page, wordsOf(1));
  await setClockBack(first);
  const card = first.page.getByRole('article', { name: /^Clinic note/ });
  await card.getByRole('button', { name: 'Edit' }).click();
  const editor = first.page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.fill(wordsOf(2));
  await editor.press('Control+Enter');
  await expect(card).toContainText(wordsOf(2));
  await first.app.close();
  const second = await start(data);
  await openBlock(second.page);
  await expect(second.page.getByRole('article', { name: /^Clinic note/ })).toContainText(wordsOf(2));
  await second.app.close();
});

async function setClockBack({ app, page }: Started): Promise<void> {
  const setBack = (): void => {
    const [ThisDate, back] = [Date, 400 * 86_400_000];
    class Earlier extends ThisDate {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(ThisDate.now() - back);
        else super(...(given as [number]));
      }
      static override now(): number {
        return ThisDate.now() - back;
      }
    }
    Object.assign(globalThis, { Date: Earlier });
  };
  await app.evaluate(setBack);
  await page.evaluate(setBack);
}
