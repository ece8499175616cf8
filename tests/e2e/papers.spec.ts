import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { ROOT, type Running, expect, go, test } from './app';
import { readPdf } from './pdf';

const SIGNED = readFileSync(join(ROOT, 'tests/fixtures/documents/exa-session/1.0.0.md'), 'utf8').replace(
  'status: draft',
  'status: active\napprovalDate: 2019-12-01\nreviewers: [{ name: B. Reviewer, role: pharmacist, date: 2019-12-01 }]',
);
const FIRST = SIGNED.replace('start: 2026-01-01', 'start: 2020-01-01');
const NEXT = SIGNED.replace('version: 1.0.0', 'version: 2.0.0')
  .replace('start: 2026-01-01', 'start: 2021-06-01')
  .replace('max: 9.75 mg/kg', 'max: 9.25 mg/kg');

async function answerSaveDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

async function print({ app, page }: Running, file: string): Promise<void> {
  await go(page, '/p/exa-session@1.0.0');
  await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'exa-session');
  await answerSaveDialog(app, file);
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved: \d+ pages?, / })).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press('Escape');
}

async function check(page: Page, code: string): Promise<void> {
  await go(page, '/library');
  await page.getByRole('textbox', { name: /^Code on the sheet/ }).fill(code);
  await page.keyboard.press('Enter');
}

test('a printed sheet is known by its code, and is called back when a newer edition comes into force', async ({
  launch,
  folder,
}) => {
  const [data, library, paper] = [folder('data'), folder('library'), folder('paper')];
  mkdirSync(join(library, 'exa-session'));
  writeFileSync(join(library, 'exa-session/1.0.0.md'), FIRST);
  const file = join(paper, 'sheet.pdf');
  const running = await launch({ data, library });
  await print(running, file);

  const codes = readPdf(file).pages.map((text) => /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(text)?.[0]);
  const code = codes[0] ?? '';
  expect(new Set(codes)).toEqual(new Set([code])); // the same on every page
  expect(code).not.toBe('');

  const { page } = running;
  await check(page, code.toLowerCase().replaceAll('-', ' '));
  await expect(page.locator('[data-check=current]')).toContainText(code);
  await expect(page.locator(`[data-print="${code}"]`)).toBeVisible();
  await expect(page.locator('[data-recall]')).toHaveCount(0);
  const mistyped = (code.startsWith('0') ? '1' : '0') + code.slice(1);
  await check(page, mistyped);
  await expect(page.locator('[data-check=mistyped]')).toContainText('At least one character is mistyped');
  await check(page, '0000-0000-000');
  await expect(page.locator('[data-check=not-from-here]')).toContainText('was not printed by this clinic');
  await running.close();

  writeFileSync(join(library, 'exa-session/2.0.0.md'), NEXT);
  const again = await launch({ data, library });
  await again.page.getByRole('link', { name: 'See which, and why' }).click();
  await expect(again.page.locator(`[data-recall="${code}"]`)).toContainText(
    'Replaced on 01 Jun 2021 by version 2.0.0.',
  );
  await again.page.getByRole('button', { name: `Show what changed on ${code}` }).click();
  const answer = again.page.locator('[data-check=replaced]');
  await expect(answer).toContainText('Replaced. Take this sheet out of use.');
  const changed = answer.locator('[data-changed-block=dose-iv]');
  await expect(changed.locator('del')).toContainText('9.75');
  await expect(changed.locator('ins')).toContainText('9.25');

  // What the list says can be pasted elsewhere.
  await again.page.getByRole('button', { name: 'Copy the list' }).click();
  await expect(again.page.getByText('Copied.', { exact: true })).toBeVisible();
  const copied = await again.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(code);
  expect(copied).toContain('Replaced on');

  // Or taken along on paper.
  await answerSaveDialog(again.app, join(paper, 'list.pdf'));
  await again.page.getByRole('button', { name: 'Save the list as PDF…' }).click();
  await expect(again.page.getByText(/^Saved: 1 page, /)).toBeVisible({ timeout: 15_000 });
  const { pages, info, unembedded } = readPdf(join(paper, 'list.pdf'));
  expect(info).toMatchObject({ tagged: true, title: 'Sheets to take out of use', language: 'en' });
  expect(unembedded).toEqual([]);
  expect(pages[0]).toContain(code);
  expect(pages[0]).toContain('Session checklist');
  expect(pages[0]).toMatch(/Replaced on 01 Jun 2021/);
  expect(pages[0]).toContain('Page 1 of 1');
});
