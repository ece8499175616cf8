import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { IV, type Running, expect, go, test } from './app';
import { readPdf } from './pdf';

const TITLE = 'IV ketamine infusion for treatment-resistant depression';

/** Opens the dialog over the IV protocol. */
async function openDialog({ page }: Running): Promise<void> {
  await go(page, IV);
  await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: 'Print a sheet' })).toBeVisible();
}

/** The system's own dialog cannot be driven: it answers with this file, or with Cancel. */
async function answerSaveDialog(app: ElectronApplication, filePath: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
  }, filePath);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved: \d+ pages?, / })).toBeVisible({ timeout: 15_000 });
}

const PAPERS = [
  { paper: 'A4', width: 210, height: 297 },
  { paper: 'Letter', width: 215.9, height: 279.4 },
];

test('the checklist says on every page what it is and whether it may be used, alike on both papers and at any zoom', async ({
  launch,
  folder,
}) => {
  test.setTimeout(90_000);
  const file = join(folder('paper'), 'checklist.pdf');
  const running = await launch();
  const { page, app } = running;
  await answerSaveDialog(app, file);
  await openDialog(running);
  await expect(page.getByText('Every page is stamped “DRAFT — NOT FOR PATIENT CARE”')).toBeVisible();
  // Words of each page: where two stand side by side, the reader of the PDF may take either first.
  const readWords = (): string[] =>
    toTimeless(readPdf(file).pages).map((text) => text.split(/\s+/).toSorted().join(' '));
  let words: string[] | undefined;
  for (const { paper, width, height } of PAPERS) {
    await page.getByRole('radio', { name: paper }).check();
    await save(page);
    const { pages, info, unembedded } = readPdf(file);
    expect(info.width).toBeCloseTo(width, 0);
    expect(info.height).toBeCloseTo(height, 0);
    expect(info.tagged).toBe(true);
    expect(unembedded).toEqual([]);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(TITLE);
      expect(text).toContain('iv-ketamine-depression, version 1.0.0');
      expect(text.match(/DRAFT\s+—\s+NOT FOR PATIENT CARE/g)).toHaveLength(2);
      expect(text.replaceAll(/\s+/g, ' ')).toMatch(
        /Dated 22 Nov 2026 · Review by 22 Nov 2027 · Text in English · Printed \d\d \w+ \d{4} at \d\d:\d\d/,
      );
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(text).toContain('Name or label');
    }
    expect(pages.at(-1)).toContain('END OF CHECKLIST');
    expect(readdirSync(join(file, '..'))).toEqual(['checklist.pdf']);
    // Both papers break at the same rows.
    words ??= readWords();
    expect(readWords()).toEqual(words);
  }
  await page.evaluate(() => window.bridge['settings:write']({ zoom: 2 }));
  await save(page);
  expect(readWords()).toEqual(words);

  await page.evaluate(() => window.bridge['settings:write']({ zoom: 1 }));
  // Headings in French on demand, whatever the program speaks.
  await page.getByRole('radio', { name: 'Français' }).check();
  await save(page);
  const { pages } = readPdf(file);
  for (const [index, text] of pages.entries()) {
    expect(text).toMatch(/BROUILLON\s+—\s+NE PAS UTILISER POUR LES SOINS/);
    expect(text).toContain(`Page ${index + 1} sur ${pages.length}`);
  }
});

test('two presses make the PDF, and what could not be saved is said, an earlier file kept whole', async ({
  launch,
  folder,
}) => {
  const closed = folder('paper');
  const file = join(closed, 'checklist.pdf');
  writeFileSync(file, 'an earlier sheet');
  const running = await launch();
  const { page, app } = running;
  await openDialog(running);
  await answerSaveDialog(app, undefined);
  // One press opened the dialog, the other saves.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Not saved. You closed the dialog.' })).toBeVisible();
  await answerSaveDialog(app, file);
  // Root may write anywhere.
  if (process.getuid?.() !== 0) {
    chmodSync(closed, 0o555);
    try {
      await page.keyboard.press('Enter');
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(`You may not write ${file}.`);
      await expect(alert).toContainText('an earlier file of that name is unchanged');
      expect(readdirSync(closed)).toEqual(['checklist.pdf']);
      expect(readFileSync(file, 'utf8')).toBe('an earlier sheet');
    } finally {
      chmodSync(closed, 0o755);
    }
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `, ${file}` })).toBeVisible({ timeout: 15_000 });
  expect(readPdf(file).pages[0]).toContain(TITLE);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('without a printer says so at once and offers the PDF; a print service that never answers is waited for 5 s', async ({
  launch,
}) => {
  const running = await launch();
  const { page, app } = running;
  await openDialog(running);
  const alert = page.getByRole('alert');
  for (const answers of [true, false]) {
    await app.evaluate(({ BrowserWindow }, none) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.getPrintersAsync = () => (none ? Promise.resolve([]) : new Promise(() => undefined));
    }, answers);
    await page.getByRole('button', { name: 'Print…' }).click();
    if (!answers) await expect(alert).toHaveCount(0);
    await expect(alert).toContainText('No printer was found on this computer.', { timeout: answers ? 1000 : 6000 });
    await expect(page.getByRole('button', { name: 'Save as PDF…' })).toBeFocused();
  }
});

/** A printer that keeps what it is given as PDF, or one whose dialog is cancelled. */
async function installPrinter(app: ElectronApplication, file: string): Promise<{ cancel: () => Promise<void> }> {
  await app.evaluate(({ BrowserWindow, app: program }, path) => {
    const printer = { name: 'Paper', displayName: 'Paper', description: '', options: {} };
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = () => Promise.resolve([printer]);
    program.on('web-contents-created', (_event, contents) => {
      const keep = async (pageSize: 'A4' | 'Letter'): Promise<readonly [boolean, string]> => {
        if (process.env['HANDRAIL_TEST_CANCELS'] !== undefined) return [false, 'Print job canceled'];
        const pdf = await contents.printToPDF({ pageSize, margins: { top: 0, bottom: 0, left: 0, right: 0 } });
        process.getBuiltinModule('node:fs').writeFileSync(path, pdf);
        return [true, ''];
      };
      contents.print = (options, done) => {
        const answer = async (): Promise<void> => {
          const [printed, reason] = await keep(options?.pageSize === 'Letter' ? 'Letter' : 'A4');
          done?.(printed, reason);
        };
        void answer();
      };
    });
  }, file);
  return {
    cancel: () =>
      app.evaluate(() => {
        process.env['HANDRAIL_TEST_CANCELS'] = 'yes';
      }),
  };
}

/** The text of pages but for the time and the code of printing, which are others each time. */
function toTimeless(pages: readonly string[]): string[] {
  return pages.map((text) =>
    text.replaceAll(/\s+/g, ' ').replaceAll(/Printed \d\d \S+ \d{4} at \d\d:\d\d|Print code \S+/g, ''),
  );
}

test('a printer gets the very sheet the PDF has; the page behind it shows nothing afterwards, and goes with the window', async ({
  launch,
  folder,
}) => {
  const paper = folder('paper');
  const running = await launch();
  const { page, app } = running;
  const printer = await installPrinter(app, join(paper, 'printed.pdf'));
  await openDialog(running);
  await page.getByRole('radio', { name: 'Letter' }).check();
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Sent to the printer: \d+ pages\./ })).toBeVisible({
    timeout: 15_000,
  });
  await answerSaveDialog(app, join(paper, 'saved.pdf'));
  await save(page);
  const printed = readPdf(join(paper, 'printed.pdf'));
  const saved = readPdf(join(paper, 'saved.pdf'));
  expect(printed.info).toMatchObject({ width: saved.info.width, height: saved.info.height });
  expect(toTimeless(printed.pages)).toEqual(toTimeless(saved.pages));

  await printer.cancel();
  await page.getByRole('button', { name: 'Print…' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Not printed. You closed the dialog.' })).toBeVisible({
    timeout: 15_000,
  });
  // One page stays ready for the next sheet, with nothing of the last.
  const hidden = app.windows().filter((window) => window !== page);
  expect(hidden).toHaveLength(1);
  await expect.poll(() => hidden[0]?.evaluate(() => document.body.textContent + document.title)).toBe('');
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.isVisible()) window.close();
  });
  await ended;
});
