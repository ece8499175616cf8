import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { IV, ROOT, expect, go, searchReady, test } from './app';

const DOCUMENTS = join(ROOT, 'protocols/documents');
const BUILT = join(ROOT, 'out/library');

test('a truncated document is withheld whole, with the reason, and the others stay', async ({ launch, folder }) => {
  const library = folder('library');
  cpSync(join(DOCUMENTS, 'monitoring-discharge'), join(library, 'monitoring-discharge'), { recursive: true });
  const whole = readFileSync(join(BUILT, 'iv-ketamine-depression/1.0.0.json'), 'utf8');
  mkdirSync(join(library, 'iv-ketamine-depression'));
  writeFileSync(join(library, 'iv-ketamine-depression/1.0.0.json'), whole.slice(0, whole.length / 2));

  const { page } = await launch({ library });
  await searchReady(page);
  await page.getByRole('link', { name: '1 document is withheld' }).first().click();
  await expect(page.getByText('Withheld: iv-ketamine-depression/1.0.0.json')).toBeVisible();
  await expect(page.getByText(/is not whole/)).toBeVisible();
  await go(page, IV);
  await expect(page.getByRole('alert')).toContainText('iv-ketamine-depression 1.0.0 is withheld');
  await expect(page.locator('[data-value]')).toHaveCount(0);
  await go(page, '/p/monitoring-discharge');
  await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'monitoring-discharge');
});

test('an invalid authored document is withheld with path and line', async ({ launch, folder }) => {
  const library = folder('library');
  const text = readFileSync(join(DOCUMENTS, 'iv-ketamine-depression/1.0.0.md'), 'utf8');
  mkdirSync(join(library, 'iv-ketamine-depression'));
  writeFileSync(join(library, 'iv-ketamine-depression/1.0.0.md'), text.replace('route: intravenous', 'route: IV'));
  const { page } = await launch({ library });
  await go(page, '/library');
  await expect(page.getByText(/must be a route in full/)).toBeVisible();
  await expect(page.getByText(/\(line \d+\)/).first()).toBeVisible();
});

test('a documents folder that is not there is said to be so, and nothing is shown', async ({ launch, folder }) => {
  const { page } = await launch({ library: join(folder('library'), 'gone') });
  await expect(page.getByRole('alert')).toContainText('Protocols could not be read');
  await expect(page.getByRole('alert')).toContainText('gone');
  await expect(page.getByText('0 protocols')).toBeVisible();
});

test('a documents folder that may not be read is said to be so', async ({ launch, folder }) => {
  test.skip(process.getuid?.() === 0, 'root may read everything');
  const library = folder('library');
  chmodSync(library, 0o000);
  const { page } = await launch({ library });
  await expect(page.getByRole('alert')).toContainText('Protocols could not be read');
  chmodSync(library, 0o700);
});

test('on a data folder that cannot be written, reading works and writing is visibly off', async ({
  launch,
  folder,
}) => {
  test.skip(process.getuid?.() === 0, 'root may write everything');
  const data = folder('data');
  const first = await launch({ data });
  await searchReady(first.page);
  await writeNote(first.page, 'Keep the crash trolley in room two.');
  await first.close();
  const before = readdirSync(data).toSorted();
  chmodSync(data, 0o500);

  const second = await launch({ data });
  await searchReady(second.page);
  await expect(second.page.getByText('Notes cannot be written')).toBeVisible();
  await expect(second.page.getByText(data, { exact: false }).first()).toBeVisible();
  await go(second.page, IV);
  await expect(second.page.getByRole('article', { name: /^Clinic note/ })).toContainText('Keep the crash trolley');
  await expect(second.page.getByRole('button', { name: 'Add note', disabled: false })).toHaveCount(0);
  await second.close();
  chmodSync(data, 0o700);
  expect(readdirSync(data).toSorted()).toEqual(before);
});

test('a second start brings the first window forward and ends within three seconds', async ({ launch }) => {
  const { app, data } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const started = Date.now();
  const isRoot = process.getuid?.() === 0;
  const second = spawn(
    process.env['HANDRAIL_ELECTRON'] ?? '',
    [ROOT, '--disable-gpu', `--user-data-dir=${data}`, ...(isRoot ? ['--no-sandbox'] : [])],
    { stdio: 'ignore' },
  );
  const code = await new Promise((done) => second.on('exit', done));
  expect(code).toBe(0);
  expect(Date.now() - started).toBeLessThan(3000);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('notes written by a newer version are not touched, and the reader is told', async ({ launch, folder }) => {
  const data = folder('data');
  const first = await launch({ data });
  await searchReady(first.page);
  await writeNote(first.page, 'Ring pharmacy first.');
  // What a program from next year would have left behind.
  await first.page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open('handrail', 9990);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('fromTheFuture'));
        request.addEventListener('success', () => {
          request.result.close();
          done();
        });
        request.addEventListener('error', () => fail(new Error('not upgraded')));
        request.addEventListener('blocked', () => fail(new Error('blocked')));
      }),
  );
  await first.close();

  const second = await launch({ data });
  await searchReady(second.page);
  await go(second.page, IV);
  await expect(second.page.getByText('Notes were last used by a newer Handrail').first()).toBeVisible();
  await expect(second.page.getByRole('button', { name: 'Add note', disabled: false })).toHaveCount(0);
  const version = await second.page.evaluate(
    async () => (await indexedDB.databases()).find(({ name }) => name === 'handrail')?.version,
  );
  expect(version).toBe(9990);
  await go(second.page, '/p/monitoring-discharge');
  await expect(second.page.getByRole('main')).toHaveAttribute('data-version', '1.0.0');
});

test('when the page dies while a note is being typed, the window comes back with the words', async ({ launch }) => {
  const { app, page } = await launch({ expects: /crash|Target/i });
  await searchReady(page);
  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('#dose-iv')).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Half-finished thought about room three');
  await page.waitForTimeout(700); // the draft is kept within 300 ms of the last key
  const crashed = Date.now();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect
    .poll(() => readPage(app), { timeout: 10_000, intervals: [100] })
    .toContain('The page stopped working and was brought back');
  expect(Date.now() - crashed).toBeLessThan(3000);
  await expect.poll(() => readPage(app), { timeout: 10_000, intervals: [100] }).toContain(IV);
  await expect
    .poll(() => readPage(app), { timeout: 10_000, intervals: [100] })
    .toContain('Half-finished thought about room three');
});

/** Place, text and typed words of the page, asked of main: the driver's own page went with the process that died. */
function readPage(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => {
    const asked = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "[location.hash, document.body.innerText, ...[...document.querySelectorAll('textarea')].map(({ value }) => value)].join('\\n')",
    ) as Promise<string>;
    // Asked while the page is between two processes, the question is never answered.
    return Promise.race([asked, new Promise<string>((done) => setTimeout(() => done(''), 300))]);
  });
}

async function writeNote(page: Page, words: string): Promise<void> {
  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('#dose-iv')).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill(words);
  await page.getByRole('textbox', { name: /name or initials/i }).fill('L. Lead');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /^Clinic note/ })).toContainText(words);
}
