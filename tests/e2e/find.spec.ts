import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { IV, type PageBridge, expect, go, searchReady, test } from './app';

/** What is painted, as text, and whether the current match is in sight below header and bar. */
async function painted(page: Page): Promise<{ all: string[]; current: string; inSight: boolean }> {
  return page.evaluate(() => {
    const texts = (name: string): Range[] => [...(CSS.highlights.get(name) ?? [])] as Range[];
    const [current] = texts('find-current');
    const bar = document.querySelector('[data-find]')?.getBoundingClientRect().bottom ?? 0;
    const place = current?.getBoundingClientRect();
    return {
      all: texts('find').map((range) => range.toString()),
      current: current?.toString() ?? '',
      inSight: place !== undefined && place.height > 0 && place.top >= bar && place.bottom <= innerHeight,
    };
  });
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('words are found in the open protocol by keyboard alone, counted, painted and brought into sight', async ({
  launch,
}) => {
  const { page } = await launch();
  await searchReady(page);
  await go(page, IV);
  await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in this protocol' });
  await expect(field).toBeFocused();
  await page.keyboard.type('BLOOD pressure');
  const count = page.locator('[data-find-count]');
  await expect(count).toHaveText(/^1 of \d+$/);
  const total = Number(await count.getAttribute('data-find-count'));
  expect(total).toBeGreaterThan(4);

  const presses = 8;
  for (let press = 1; press <= presses; press++) {
    await expect(count).toHaveText(`${press} of ${total}`);
    const { all, current, inSight } = await painted(page);
    expect(all).toHaveLength(total - 1);
    expect(current.toLowerCase()).toMatch(/^blood\s+pressure$/);
    expect(inSight, `match ${press}`).toBe(true);
    await page.keyboard.press('Enter');
  }
  for (let press = 0; press < presses; press++) await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText(`1 of ${total}`);
  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText(`${total} of ${total}`);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(count).toHaveText(`${total - 1} of ${total}`);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(count).toHaveText(`${total} of ${total}`);
  expect(await violations(page)).toEqual([]);

  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^blood\s+pressure$/i);
  expect((await painted(page)).all).toEqual([]);

  // The words that were found are what is looked for next.
  await page.keyboard.press('Control+f');
  await expect(field).toHaveValue(/^blood\s+pressure$/i);
  await expect(count).toHaveText(`${total} of ${total}`);
});

test('numbers are never cut, and what is not there is said', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await go(page, IV);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Find in this protocol' });
  await field.fill('0.5 mg');
  await expect(page.locator('[data-find-count]')).toHaveText(/^1 of/);
  const around = await page.evaluate(() =>
    ([...(CSS.highlights.get('find') ?? []), ...(CSS.highlights.get('find-current') ?? [])] as Range[]).map((range) => {
      const { startContainer: node, startOffset } = range;
      return node.textContent?.slice(Math.max(0, startOffset - 1), startOffset) ?? '';
    }),
  );
  expect(around.filter((character) => /[\d.,]/.test(character))).toEqual([]);
  await field.fill('amethopterin');
  await expect(page.getByText('Not in this protocol or its notes')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next match' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Whole words' }).check();
  await field.fill('ketamin');
  await expect(page.locator('[data-find-count]')).toHaveAttribute('data-find-count', '0');
});

test('in French, at 200 % zoom, a note beside the text is found while it is there', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--lang=fr'] });
  await searchReady(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await page.evaluate(
    (zoom) => window.bridge['settings:write']({ zoom }),
    2 satisfies Parameters<PageBridge['settings:write']>[0]['zoom'],
  );
  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('[data-block-id="dose-iv"]')).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('pompe vérifiée à deux');
  await expect(page.getByText('Ni dans ce protocole ni dans ses notes')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('[data-block-id="dose-iv"]').focus();
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await page.keyboard.type('Ici, pompe vérifiée à deux.');
  await page.getByRole('textbox', { name: /nom ou.*initiales/i }).fill('L. Lead');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: 'pompe' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Chercher dans ce protocole' }).fill('POMPE verifiee');
  await expect(page.locator('[data-find-count]')).toHaveText('1 sur 1');
  expect(await painted(page)).toMatchObject({ current: 'pompe vérifiée', inSight: true });
  await page.getByRole('textbox', { name: 'Chercher dans ce protocole' }).fill('0,5 mg par kg');
  await expect(page.locator('[data-find-count]')).toHaveText(/^\d+ sur \d+$/);
  expect((await painted(page)).inSight).toBe(true);
  expect(await violations(page)).toEqual([]);
});
