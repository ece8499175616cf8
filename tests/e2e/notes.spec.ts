import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { ROOT, expect, go, searchReady, test } from './app';

const EXAMPLE = readFileSync(join(ROOT, 'tests/fixtures/documents/exa-session/1.0.0.md'), 'utf8');

/** A folder with one edition of the example, pieces of its source replaced. */
function writeEdition(
  folder: string,
  version: string,
  changes: readonly (readonly [from: string, to: string])[] = [],
): string {
  const text = changes.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    EXAMPLE.replace('version: 1.0.0', `version: ${version}`),
  );
  mkdirSync(join(folder, 'exa-session'), { recursive: true });
  writeFileSync(join(folder, 'exa-session', `${version}.md`), text);
  return folder;
}

async function writeNote(page: Page, version: string, blockId: string, body: string): Promise<Locator> {
  await go(page, `/p/exa-session@${version}/${blockId}`);
  const block = page.locator(`[data-block-id="${blockId}"]`);
  await expect(block).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.fill(body);
  await page.getByRole('textbox', { name: /name or initials/i }).fill('AB');
  await editor.press('Control+Enter');
  const note = page.locator(`[data-notes-for="${blockId}"] article`);
  await expect(note).toContainText(body.replaceAll('**', ''));
  return note;
}

async function sign(page: Page, button: string): Promise<void> {
  await page.getByRole('textbox', { name: /kept with the decision/ }).fill('CD');
  await page.getByRole('button', { name: button, exact: true }).click();
}

async function answerDialogs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
}

test('notes go through a new version placed, changed and orphaned, and a person settles each', async ({
  launch,
  folder,
}) => {
  const data = folder('data');
  const first = await launch({ data, library: writeEdition(folder('one'), '1.0.0') });
  await searchReady(first.page);
  await writeNote(first.page, '1.0.0', 'contra-allergy', 'Ask twice.');
  await writeNote(first.page, '1.0.0', 'dose-iv', 'Two nurses.');
  await writeNote(first.page, '1.0.0', 'words', 'Call it EXA here.');
  await first.close();
  expect(readdirSync(join(first.data, 'journal'))).not.toContain('lock');

  const library = writeEdition(folder('two'), '2.0.0', [
    ['condition: Allergy to', 'condition:  allergy to'],
    ['usual: 8.5 mg/kg, max', 'usual: 8.6 mg/kg, max'],
    ['id: words', 'id: terms'],
  ]);
  const { page } = await launch({ data, library });
  await searchReady(page);
  await page.keyboard.press('Control+5');
  await expect(page.getByText('1 placed, 1 changed, 1 orphan')).toBeVisible();

  const review = page.getByRole('region', { name: 'To review' });
  await expect(review.getByText('1 of 2')).toBeVisible();
  await expect(review.getByRole('article')).toHaveAttribute('data-anchor', 'changed');
  await expect(review.locator('del')).toContainText('8.5 mg per kg');
  await expect(review.locator('ins')).toContainText('8.6 mg per kg');
  await review.getByRole('button', { name: 'Keep here' }).click();
  await sign(page, 'Keep here');
  await expect(page.getByText('2 placed, 0 changed, 1 orphan')).toBeVisible();

  await expect(review.getByRole('article')).toHaveAttribute('data-anchor', 'orphan');
  await expect(review).toContainText('An invented drug.');
  await review.getByRole('button', { name: 'Move' }).click();
  await review.getByRole('button', { name: /^Choose/ }).click();
  await sign(page, 'Move here');
  await expect(page.getByText('3 placed, 0 changed, 0 orphans')).toBeVisible();
  await expect(review).toHaveCount(0);

  await go(page, '/p/exa-session@2.0.0/terms');
  const moved = page.locator('[data-notes-for="terms"] article');
  await expect(moved).toHaveAttribute('data-anchor', 'placed');
  await expect(moved).toContainText('Moved by CD, from version 1.0.0 to 2.0.0');

  // From the text to the note and back; then note by note, by the keyboard alone.
  await page
    .locator('[data-block-id="terms"]')
    .getByRole('button', { name: /^Go to clinic note/ })
    .press('Enter');
  await expect(moved).toBeFocused();
  await moved.getByRole('button', { name: 'Back to the text' }).press('Enter');
  await expect(
    page.locator('[data-block-id="terms"]').getByRole('button', { name: /^Go to clinic note/ }),
  ).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('[data-notes-for="dose-iv"] article')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(moved).toBeFocused();
});

test('quoted words are painted, and a long or unclear note is told while it is written', async ({ launch, folder }) => {
  const { page } = await launch({ data: folder('data'), library: writeEdition(folder('one'), '1.0.0') });
  await searchReady(page);
  await go(page, '/p/exa-session@1.0.0/dose-intro');
  await expect(page.locator('[data-block-id="dose-intro"]')).toBeFocused();
  await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-block-id="dose-intro"]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('Weigh the patient') ?? -1;
      if (at !== -1) getSelection()?.setBaseAndExtent(node, at, node, at + 'Weigh the patient'.length);
    }
  });
  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.pressSequentially('Give .5 mg QD here ');
  await expect(page.locator('[data-rule="bare-decimal"]')).toContainText('.5');
  await expect(page.locator('[data-rule="frequency-abbreviation"]')).toContainText('QD');

  // Ten million characters are refused at the field, and the page answers at once.
  await page.evaluate(() => {
    const text = new DataTransfer();
    text.setData('text/plain', 'x'.repeat(10_000_000));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: text, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole('alert').filter({ hasText: 'at most 20,000 characters' })).toBeVisible();
  await expect(editor).toHaveValue('Give .5 mg QD here ');

  await page.getByRole('textbox', { name: /name or initials/i }).fill('AB');
  await editor.press('Control+Enter');
  await expect(page.locator('[data-notes-for="dose-intro"] article')).toBeVisible();
  const painted = await page.evaluate(() => [...(CSS.highlights.get('handrail-note') ?? [])].map(String));
  expect(painted).toEqual(['Weigh the patient']);
});

test('notes go to a file and into another data folder without loss, and a table opens as text', async ({
  launch,
  folder,
}) => {
  const library = writeEdition(folder('one'), '1.0.0');
  const file = join(folder('files'), 'notes.jsonld');
  const first = await launch({ data: folder('data'), library });
  await searchReady(first.page);
  const note = await writeNote(first.page, '1.0.0', 'dose-intro', '=1+1 **bold**');
  const id = await note.getAttribute('data-note-id');
  await answerDialogs(first.app, file);
  await first.page.keyboard.press('Control+5');
  await first.page.getByRole('button', { name: 'Export all notes' }).click();
  await expect(first.page.getByRole('status').filter({ hasText: '1 note exported' })).toBeVisible();
  const written = JSON.parse(readFileSync(file, 'utf8')) as { readonly items: readonly object[] };
  expect(written.items).toMatchObject([{ id: `urn:uuid:${id}`, type: 'Annotation' }]);
  const table = file.replace('.jsonld', '.csv');
  await answerDialogs(first.app, table);
  await first.page.getByRole('button', { name: 'Export a table' }).click();
  await expect(first.page.getByText(table)).toBeVisible();
  expect(readFileSync(table, 'utf8')).toContain(`"'=1+1 **bold**"`);
  expect(readdirSync(join(file, '..')).toSorted()).toEqual(['notes.csv', 'notes.jsonld']);
  await first.close();

  const foreign = {
    type: 'Annotation',
    bodyValue: 'From elsewhere.',
    stylesheet: 'x',
    target: 'https://example.org/nowhere',
  };
  writeFileSync(file, JSON.stringify({ ...written, items: [...written.items, foreign] }));
  const { app, page } = await launch({ data: folder('other'), library });
  await searchReady(page);
  await answerDialogs(app, file);
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'Import notes' }).click();
  await expect(page.getByText('What this file would bring')).toBeVisible();
  await expect(page.getByText('From Handrail: 1 new note')).toBeVisible();
  await expect(
    page.getByText(/https:\/\/example\.org\/nowhere; no such place is here\. A note cannot hold its stylesheet/),
  ).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0); // nothing is taken in before it is said so
  await page.getByRole('button', { name: 'Take these in' }).click();
  await expect(page.getByText('2 states of notes taken in')).toBeVisible();
  await expect(page.getByText('1 placed, 0 changed, 1 orphan')).toBeVisible();
  await expect(page.locator(`[data-note-id="${id}"]`)).toContainText('=1+1 bold');
  await page.getByRole('button', { name: 'Import notes' }).click();
  await expect(page.getByText('This file brings nothing new')).toBeVisible();

  writeFileSync(file, '{');
  await page.getByRole('button', { name: 'Import notes' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'It is no JSON file' })).toBeVisible();
});
