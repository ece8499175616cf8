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
for (const { paper, width, height } of PAPERS) {
  test(`saves the checklist on ${paper}, every page saying what it is and whether it may be used`, async ({
    launch,
    folder,
  }) => {
    const file = join(folder('paper'), 'checklist.pdf');
    const running = await launch();
    await openDialog(running);
    await expect(running.page.getByText('Every page is stamped “DRAFT — NOT FOR PATIENT CARE”')).toBeVisible();
    await running.page.getByRole('radio', { name: paper }).check();
    await answerSaveDialog(running.app, file);
    await save(running.page);

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
  });
}

test('two presses make the PDF: one opens the dialog, one saves', async ({ launch, folder }) => {
  const file = join(folder('paper'), 'checklist.pdf');
  const running = await launch();
  await answerSaveDialog(running.app, file);
  await openDialog(running);
  await running.page.keyboard.press('Enter');
  await expect(running.page.getByRole('status').filter({ hasText: `, ${file}` })).toBeVisible({ timeout: 15_000 });
  await running.page.keyboard.press('Escape');
  await expect(running.page.getByRole('dialog')).toHaveCount(0);
});

test('A4 and Letter break at the same rows, and the zoom of the window changes neither', async ({ launch, folder }) => {
  const paper = folder('paper');
  const running = await launch();
  await openDialog(running);
  const printed = async (name: string): Promise<string[]> => {
    const file = join(paper, name);
    await answerSaveDialog(running.app, file);
    await save(running.page);
    // As words of each page: where two stand side by side, the reader of the PDF may take either first.
    return toTimeless(readPdf(file).pages).map((page) => page.split(/\s+/).toSorted().join(' '));
  };
  const a4 = await printed('a4.pdf');
  await running.page.getByRole('radio', { name: 'Letter' }).check();
  expect(await printed('letter.pdf')).toEqual(a4);
  await running.page.evaluate(() => window.bridge['settings:write']({ zoom: 2 }));
  expect(await printed('zoomed.pdf')).toEqual(a4);
});

test('prints the headings in French on demand, whatever the program speaks', async ({ launch, folder }) => {
  const file = join(folder('paper'), 'checklist.pdf');
  const running = await launch();
  await openDialog(running);
  await running.page.getByRole('radio', { name: 'Français' }).check();
  await answerSaveDialog(running.app, file);
  await save(running.page);
  const { pages } = readPdf(file);
  for (const [index, text] of pages.entries()) {
    expect(text).toMatch(/BROUILLON\s+—\s+NE PAS UTILISER POUR LES SOINS/);
    expect(text).toContain(`Page ${index + 1} sur ${pages.length}`);
  }
});

test('a cancelled save says what was not done and writes nothing', async ({ launch }) => {
  const running = await launch();
  await openDialog(running);
  await answerSaveDialog(running.app, undefined);
  await running.page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(running.page.getByRole('status').filter({ hasText: 'Not saved. You closed the dialog.' })).toBeVisible();
});

test('a folder that may not be written keeps its earlier file whole, and the sentence says so', async ({
  launch,
  folder,
}) => {
  test.skip(process.getuid?.() === 0, 'root may write anywhere');
  const closed = folder('closed');
  const file = join(closed, 'checklist.pdf');
  writeFileSync(file, 'an earlier sheet');
  const running = await launch();
  await openDialog(running);
  await answerSaveDialog(running.app, file);
  chmodSync(closed, 0o555);
  try {
    await running.page.getByRole('button', { name: 'Save as PDF…' }).click();
    const alert = running.page.getByRole('alert');
    await expect(alert).toContainText(`You may not write ${file}.`);
    await expect(alert).toContainText('an earlier file of that name is unchanged');
    expect(readdirSync(closed)).toEqual(['checklist.pdf']);
    expect(readFileSync(file, 'utf8')).toBe('an earlier sheet');
  } finally {
    chmodSync(closed, 0o755);
  }
  await save(running.page);
  expect(readPdf(file).pages[0]).toContain(TITLE);
});

test('without a printer says so at once and offers the PDF', async ({ launch }) => {
  const running = await launch();
  await running.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = () => Promise.resolve([]);
  });
  await openDialog(running);
  await running.page.getByRole('button', { name: 'Print…' }).click();
  await expect(running.page.getByRole('alert')).toContainText('No printer was found on this computer.', {
    timeout: 1000,
  });
  await expect(running.page.getByRole('button', { name: 'Save as PDF…' })).toBeFocused();
});

test('a print service that never answers counts as no printer after five seconds', async ({ launch }) => {
  const running = await launch();
  await running.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = () => new Promise(() => undefined);
  });
  await openDialog(running);
  await running.page.getByRole('button', { name: 'Print…' }).click();
  await expect(running.page.getByRole('alert')).toContainText('No printer was found', { timeout: 6000 });
});

/** A printer that keeps what it is given as PDF, or one whose dialog is cancelled. */
async function installPrinter(app: ElectronApplication, file: string | undefined): Promise<void> {
  await app.evaluate(({ BrowserWindow, app: program }, path) => {
    const printer = { name: 'Paper', displayName: 'Paper', description: '', options: {} };
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = () => Promise.resolve([printer]);
    program.on('web-contents-created', (_event, contents) => {
      const keep = async (pageSize: 'A4' | 'Letter'): Promise<readonly [boolean, string]> => {
        if (path === undefined) return [false, 'Print job canceled'];
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
}

/** The text of pages but for the time and the code of printing, which are others each time. */
function toTimeless(pages: readonly string[]): string[] {
  return pages.map((text) =>
    text.replaceAll(/\s+/g, ' ').replaceAll(/Printed \d\d \S+ \d{4} at \d\d:\d\d|Print code \S+/g, ''),
  );
}

test('a printer gets the very sheet the PDF has, stamp and page numbers with it', async ({ launch, folder }) => {
  const paper = folder('paper');
  const running = await launch();
  await installPrinter(running.app, join(paper, 'printed.pdf'));
  await openDialog(running);
  await running.page.getByRole('radio', { name: 'Letter' }).check();
  await running.page.getByRole('button', { name: 'Print…' }).click();
  await expect(running.page.getByRole('status').filter({ hasText: /^Sent to the printer: \d+ pages\./ })).toBeVisible({
    timeout: 15_000,
  });
  await answerSaveDialog(running.app, join(paper, 'saved.pdf'));
  await save(running.page);
  const printed = readPdf(join(paper, 'printed.pdf'));
  const saved = readPdf(join(paper, 'saved.pdf'));
  expect(printed.info).toMatchObject({ width: saved.info.width, height: saved.info.height });
  expect(toTimeless(printed.pages)).toEqual(toTimeless(saved.pages));
});

test('a cancelled print says what was not done, and no hidden window stays', async ({ launch }) => {
  const running = await launch();
  await installPrinter(running.app, undefined);
  await openDialog(running);
  await running.page.getByRole('button', { name: 'Print…' }).click();
  await expect(running.page.getByRole('status').filter({ hasText: 'Not printed. You closed the dialog.' })).toBeVisible(
    {
      timeout: 15_000,
    },
  );
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
