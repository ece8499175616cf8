import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { IV, expect, go, searchReady, test } from './app';

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

const options = (page: Page): Locator => page.getByRole('option');

test('typed at twelve keys a second nothing is dropped, reordered or opened, and the answer is for the last text', async ({
  launch,
}) => {
  const { page } = await launch();
  await searchReady(page);
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Search' });
  const query = 'max esketamine dose in older adults';
  // What stands in the box after each key, as the page sees it.
  await box.evaluate((input: HTMLInputElement) => {
    const seen: string[] = [];
    input.addEventListener('input', () => seen.push(input.value));
    Object.assign(globalThis, { seen });
  });
  await page.keyboard.type(query, { delay: 83 });
  await expect(box).toHaveValue(query);
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(
    Array.from(query, (_, index) => query.slice(0, index + 1)),
  );
  await expect(options(page).first()).toHaveAttribute('data-protocol-id', 'esketamine-nasal-spray');
  await expect
    .poll(() =>
      page.evaluate(() => (performance.getEntriesByName('handrail:results').at(-1) as PerformanceMark).detail),
    )
    .toMatchObject({ query });
  await expect(page.getByRole('main')).not.toHaveAttribute('data-protocol-id', /./);
});

test('by keyboard alone: filtered and widened again, a command run, and what was opened before found again', async ({
  launch,
  folder,
}) => {
  const data = folder('data');
  const { page, close } = await launch({ data });
  await searchReady(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ketamine');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /^oral \d/ }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Remove the filter Route: oral' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of \d+ results$/ })).toBeAttached();
  expect(await violations(page), 'filters').toEqual([]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('esketamine spray');
  await expect(page.getByText(/The filters leave 0 of \d+ results/)).toBeVisible();
  expect(await violations(page), 'all filtered').toEqual([]);
  await page.getByText('Remove the filter Route: oral', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(options(page).first()).toHaveAttribute('data-protocol-id', 'esketamine-nasal-spray');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('colours dark');
  await expect(options(page).last()).toHaveAttribute('data-kind', 'command');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await go(page, IV);
  await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  await go(page, '/');
  await close();
  const again = await launch({ data });
  await searchReady(again.page);
  await again.page.keyboard.press('Control+k');
  const recent = again.page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await expect(recent).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  await expect(recent).toContainText('Opened before on this computer');
  expect(await violations(again.page), 'suggestions').toEqual([]);
  await again.page.keyboard.press('ArrowDown');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('main')).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  // What is done is done in the open protocol, by the keys it has.
  await again.page.keyboard.press('Control+k');
  await again.page.keyboard.type('chercher dans');
  await expect(options(again.page).last()).toHaveAttribute('data-kind', 'command'); // never run by an Enter before it
  await again.page.keyboard.press('End');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('textbox', { name: 'Find in this protocol' })).toBeFocused();
});

test('in French at 200 % zoom every state of the search fits, can be read aloud, and leads on', async ({ launch }) => {
  const { app, page } = await launch({ args: ['--lang=fr'] });
  await searchReady(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await page.evaluate(() => window.bridge['settings:write']({ zoom: 2 }));
  await page.keyboard.press('Control+k');
  const fits = async (state: string): Promise<void> => {
    const box = await page.evaluate(() => {
      const list = document.querySelector('search [role=presentation] > :last-child')?.getBoundingClientRect();
      return { right: list?.right ?? 0, bottom: list?.bottom ?? 0, width: innerWidth, height: innerHeight };
    });
    expect(box.right, state).toBeLessThanOrEqual(box.width);
    expect(box.bottom, state).toBeLessThanOrEqual(box.height);
    expect(await violations(page), state).toEqual([]);
  };
  await page.keyboard.type('tension arterielle');
  await expect(options(page).first()).toBeVisible();
  await fits('résultats');
  await page.getByRole('button', { name: /^Afficher les \d+ résultats$/ }).click();
  await expect(page.getByText(/^1 à 50 sur \d+$/)).toBeVisible();
  await expect(options(page)).toHaveCount(50);
  await fits('pages');
  await page.getByRole('combobox', { name: 'Rechercher' }).fill('zzqxv');
  await expect(page.getByText(/Rien ne correspond à/)).toBeVisible();
  await fits('rien trouvé');
  await page.getByRole('combobox', { name: 'Rechercher' }).fill('ketamine intravneuse');
  await expect(page.getByText('Rien pour « intravneuse ».')).toBeVisible();
  await fits('mot corrigé');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('langue english');
  await expect(options(page).last()).toHaveAttribute('data-kind', 'command');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a note written now and a setting are found and open in their place', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('[data-block-id="dose-iv"]')).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await page.keyboard.type('Quokkavine pump checked by two nurses.');
  await page.getByRole('textbox', { name: /name or initials/i }).fill('L. Lead');
  await page.getByRole('textbox', { name: 'Note', exact: true }).press('Control+Enter');
  const note = page.getByRole('article', { name: /^Clinic note/ });
  await expect(note).toContainText('Quokkavine');
  await go(page, '/');
  await expect(page.getByRole('heading', { level: 1, name: 'What are you looking for?' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Search' }).fill('quokkavine');
  await expect(options(page).first()).toHaveAttribute('data-kind', 'note');
  await expect(options(page).first()).toHaveAttribute('data-block-id', 'dose-iv');
  await page.keyboard.press('Enter');
  await expect(note).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('clinic name');
  const setting = page.locator('[role=option][data-kind="setting"]').first();
  await expect(setting).toBeVisible();
  await setting.click();
  await expect(page.getByRole('textbox', { name: /^Clinic name/ })).toBeFocused();
});
