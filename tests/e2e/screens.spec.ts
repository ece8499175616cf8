import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { IV, type PageBridge, expect, go, searchReady, test } from './app';

const SCREENS = [
  ['home', '/'],
  ['protocols', '/protocols'],
  ['IV ketamine', IV],
  ['esketamine', '/p/esketamine-nasal-spray@1.0.0'],
  ['monitoring', '/p/monitoring-discharge@1.0.0'],
  ['dose', '/dose'],
  ['dose of IV ketamine', '/dose/iv-ketamine-depression'],
  ['dose of esketamine', '/dose/esketamine-nasal-spray/dose-trd-induction/calculator'],
  ['notes', '/notes'],
  ['library', '/library'],
  ['settings', '/settings'],
  ['help', '/help'],
] as const;

const THEMES = ['light', 'dark', 'dim', 'contrast'] as const;

/** What a theme can break: the light one is scanned by every rule. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What size can break; every other rule is asked of the same page in French, so of every word of both. */
const SIZE_RULES = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'meta-viewport'];

async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const scan = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (rules === undefined ? scan : scan.withRules([...rules])).analyze();
  return found.flatMap(
    ({ id, nodes }) =>
      nodes
        .map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')} ${failureSummary}`)
        .filter((line) => !/because it is partially obscured/.test(line)), // scrolled half under a bar, and out again
  );
}

async function set(page: Page, change: Parameters<PageBridge['settings:write']>[0]): Promise<void> {
  await page.evaluate((next) => window.bridge['settings:write'](next), change);
}

test('the scan sees a planted fault', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    document.querySelector('main')?.append(image);
  });
  expect((await violations(page)).join('\n')).toMatch(/image-alt/);
});

for (const theme of THEMES) {
  test(`every screen is accessible in the ${theme} theme`, async ({ launch }) => {
    test.slow();
    const { page } = await launch();
    await searchReady(page);
    await set(page, { theme });
    for (const [name, path] of SCREENS) {
      await go(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violations(page, theme === 'light' ? undefined : COLOUR_RULES), `${name} in ${theme}`).toEqual([]);
    }
  });
}

test('search results, emergencies, the note editor and the print dialog are accessible', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('blood pressure');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await violations(page), 'search results').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Emergencies' })).toBeVisible();
  expect(await violations(page), 'emergencies').toEqual([]);
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'All emergencies' })).toBeVisible();
  expect(await violations(page), 'emergency page').toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();

  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('#dose-iv')).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeVisible();
  expect(await violations(page), 'note editor').toEqual([]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations(page), 'print dialog').toEqual([]);
});

for (const language of ['en', 'fr'] as const) {
  test(`at 200 % zoom every screen fits without sideways scrolling, in ${language}`, async ({ launch }) => {
    test.slow();
    const { app, page } = await launch();
    await searchReady(page);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
    await set(page, { zoom: 2, language });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(640);
    for (const [name, path] of SCREENS) {
      await go(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, name).toBeLessThanOrEqual(0);
      expect(await violations(page, language === 'en' ? SIZE_RULES : undefined), `${name} at 200 %`).toEqual([]);
    }
  });
}

test('language, theme, zoom and the window’s size are there again after a restart', async ({ launch, folder }) => {
  const data = folder('data');
  const first = await launch({ data, args: ['--lang=en'] });
  await searchReady(first.page);
  await set(first.page, { theme: 'dark', zoom: 1.25, clinicName: 'Harbour Clinic' });
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1000, 700));
  await first.close();
  const second = await launch({ data });
  await searchReady(second.page);
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await second.page.evaluate(() => window.bridge['settings:read']())).toMatchObject({
    theme: 'dark',
    zoom: 1.25,
    clinicName: 'Harbour Clinic',
  });
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([
    1000, 700,
  ]);
  expect(
    await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()),
  ).toBeCloseTo(1.25);
});

test('everything is reached by the keyboard alone', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  for (const [digit, heading] of [
    [2, 'Protocols'],
    [3, 'Dose'],
    [5, 'Notes'],
    [6, 'Library'],
    [7, 'Settings'],
  ] as const) {
    await page.keyboard.press(`Control+${digit}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { level: 1, name: 'Help and shortcuts' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();

  await go(page, IV);
  await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  for (const [digit, cluster] of [
    [1, 'contraindications'],
    [2, 'doses'],
    [3, 'monitoring'],
    [4, 'emergency'],
  ] as const) {
    await page.keyboard.press(`Alt+${digit}`);
    await expect(page.locator(`#cluster-${cluster}`)).toBeFocused();
  }

  // From the first control to the last, nothing traps the focus and nothing takes it unseen.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const seen = new Set<number>();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const { top, width, height } = element.getBoundingClientRect();
      const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
      return {
        name: element.outerHTML.slice(0, 120),
        place: [...document.querySelectorAll('*')].indexOf(element),
        hidden: width === 0 || height === 0 || (element.closest('header') === null && top + height <= header),
      };
    });
    if (at === undefined) continue;
    expect(at.hidden, at.name).toBe(false);
    seen.add(at.place);
  }
  expect(seen.size).toBeGreaterThan(40);
});

test('the screen is covered at once and any key shows it again', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await go(page, IV);
  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByRole('button', { name: /Covered/ })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: /Covered/ })).toHaveCount(0);

  // A dialog is covered too, and stands as it stood.
  await page.keyboard.press('Control+e');
  const emergencies = page.getByRole('dialog', { name: 'Emergencies' });
  await expect(emergencies).toBeVisible();
  await page.keyboard.press('Control+Shift+B');
  const cover = page.getByRole('button', { name: /Covered/ });
  await expect(cover).toBeFocused();
  const seen = await page.evaluate(() =>
    [0.1, 0.3, 0.5, 0.7, 0.9].map((at) =>
      document
        .elementFromPoint(innerWidth * at, innerHeight * at)
        ?.closest('dialog')
        ?.getAttribute('aria-label'),
    ),
  );
  expect(seen).toEqual(Array(5).fill(expect.stringMatching(/^Covered/)));
  await page.keyboard.press('Escape');
  await expect(cover).toHaveCount(0);
  await expect(emergencies).toBeVisible();
});

test('every layer gives the focus back', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await go(page, IV);
  const print = page.getByRole('button', { name: 'Print', exact: true });
  await print.click();
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close' });
  await close.focus();
  await page.keyboard.press('Control+Shift+B');
  await expect(page.getByRole('button', { name: /Covered/ })).toBeFocused();
  await page.keyboard.press('x');
  await expect(close).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(print).toBeFocused();
});

test('a link to where one is already leads there again', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await go(page, IV);
  const contents = page.getByRole('navigation', { name: 'In this protocol' });
  const link = contents.getByRole('link').nth(4);
  await link.click();
  const title = page.locator('section[aria-current="location"] > :is(h2, h3)');
  await expect(title).toBeFocused();
  await expect(title).toBeInViewport();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(title).not.toBeInViewport();
  await link.click();
  await expect(title).toBeInViewport();
  await expect(title).toBeFocused();
});
