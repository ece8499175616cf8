import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Protocol } from '../../protocols/schema/protocol';
import { walkObjects } from '../../protocols/schema/walk-blocks';
import { ROOT, expect, go, searchReady, test } from './app';

const EDITIONS = ['iv-ketamine-depression', 'esketamine-nasal-spray', 'monitoring-discharge'];

function readBuilt(id: string): Protocol {
  return JSON.parse(readFileSync(join(ROOT, `out/library/${id}/1.0.0.json`), 'utf8')) as Protocol;
}

test('every section and block is in the page under its id, and its address leads to it', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  for (const id of EDITIONS) {
    const protocol = readBuilt(id);
    await go(page, `/p/${id}@1.0.0`);
    await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', id);
    const shown = await page.evaluate(() => ({
      sections: [...document.querySelectorAll<HTMLElement>('[data-section-id]')].map(
        (element) => element.dataset['sectionId'],
      ),
      blocks: [...document.querySelectorAll<HTMLElement>('[data-block-id]')].map(
        (element) => element.dataset['blockId'],
      ),
    }));
    expect(shown.sections).toEqual(protocol.sections.map((section) => section.id));
    expect(new Set(shown.blocks)).toEqual(
      new Set(protocol.sections.flatMap(({ blocks }) => blocks.map((block) => block.id))),
    );
  }
  await go(page, '/p/esketamine-nasal-spray@1.0.0/rems');
  await expect(page.locator('[data-section-id="rems"]')).toHaveAttribute('aria-current', 'location');
  await expect(page.locator('[data-section-id="rems"]')).toBeInViewport();
});

test('every value of a document is on screen with its canonical text, unit and mark', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  for (const id of EDITIONS) {
    const protocol = readBuilt(id);
    await go(page, `/p/${id}@1.0.0`);
    await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', id);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-block-id] [data-value]')].map(
        ({ dataset }) => `${dataset['value']} ${dataset['unit']} ${dataset['mark']}`,
      ),
    );
    const counted = new Map<string, number>();
    for (const value of shown) counted.set(value, (counted.get(value) ?? 0) + 1);
    const missing: string[] = [];
    const wanted = new Map<string, number>();
    for (const { node } of walkObjects(protocol.sections, '')) {
      if (typeof node['value'] !== 'string' || typeof node['mark'] !== 'string') continue;
      const key = `${node['value']} ${String(node['unit'])} ${node['mark']}`;
      wanted.set(key, (wanted.get(key) ?? 0) + 1);
    }
    for (const [key, count] of wanted)
      if ((counted.get(key) ?? 0) < count) missing.push(`${key}: ${counted.get(key) ?? 0} of ${count}`);
    expect(wanted.size, id).toBeGreaterThan(5);
    expect(missing, id).toEqual([]);
  }
});

test('search answers by role, name and data, and marks when its results are painted', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await page.getByRole('combobox', { name: 'Search' }).fill('max esketamine dose');
  const options = page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
  await expect(options.first()).toHaveAttribute('data-protocol-id', 'esketamine-nasal-spray');
  for (const name of ['data-version', 'data-section-id', 'data-block-id', 'data-kind']) {
    expect(await options.first().getAttribute(name), name).not.toBeNull();
  }
  expect(await options.count()).toBeLessThanOrEqual(12);
  const marks = await page.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name));
  expect(marks).toContain('handrail:shell');
  expect(marks).toContain('handrail:search-ready');
  expect(marks).toContain('handrail:results');
  await options.first().click();
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('handrail:protocol-open').length))
    .toBeGreaterThan(0);
});

test('search never ends nowhere and never opens by itself', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  const before = page.url();
  await page.getByRole('combobox', { name: 'Search' }).fill('zzqxv');
  await expect(page.getByText(/Nothing matches/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
});

test('in French the same roles carry French names, and numbers their comma', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=fr'] });
  await searchReady(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.getByRole('combobox', { name: 'Rechercher' }).fill('kétamine intraveineuse');
  await expect(
    page.getByRole('listbox', { name: 'Résultats de la recherche' }).getByRole('option').first(),
  ).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  await go(page, '/p/iv-ketamine-depression@1.0.0/dose-iv');
  const usual = page.locator('[data-block-id="dose-iv"] [data-value="0.5"]').first();
  await expect(usual).toContainText('0,5\u00A0mg\u00A0par\u00A0kg');
});

test('the executable is printed alone on one line', () => {
  const out = execFileSync(process.execPath, [join(ROOT, 'build/setup/electron-path.mjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(out.trim()).toMatch(/electron(\.exe)?$|Electron$/);
});
