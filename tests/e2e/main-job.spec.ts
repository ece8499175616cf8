import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, searchReady, test } from './app';

// The whole of what Handrail is for, as one person does it with the keyboard alone.
test('finds ketamine IV, reads the maximum, notes how this clinic does it, and prints the checklist', async ({
  launch,
  folder,
}) => {
  const data = folder('data');
  const pdf = join(folder('paper'), 'checklist.pdf');
  const { page, close } = await launch({ data });
  await searchReady(page);

  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search' });
  await expect(search).toBeFocused();
  await page.keyboard.type('ketamine IV');
  const first = page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first();
  await expect(first).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  await expect(first).toHaveAttribute('data-block-id', 'dose-iv');
  await page.keyboard.press('Enter');

  const reader = page.getByRole('main');
  await expect(reader).toHaveAttribute('data-protocol-id', 'iv-ketamine-depression');
  await expect(reader).toHaveAttribute('data-version', '1.0.0');
  await expect(reader).toHaveAttribute('data-state', 'draft');
  const dose = page.locator('[data-block-id="dose-iv"]');
  await expect(dose).toHaveAttribute('aria-current', 'location');
  await expect(dose).toBeInViewport();

  // The maximum, as the reader and as a script reads it; the absolute maximum is the clinic's to set and says so.
  const highest = dose.getByRole('row', { name: /^Highest/ }).locator('[data-value]');
  await expect(highest).toHaveAttribute('data-value', '1');
  await expect(highest).toHaveAttribute('data-unit', 'mg/kg');
  await expect(highest).toHaveAttribute('data-mark', 'verified');
  await expect(highest).toContainText('1 mg per kg');
  await expect(dose.getByRole('row', { name: /^Absolute maximum/ })).toContainText('Clinic sets this');

  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(editor).toBeFocused();
  await page.keyboard.type('Here two nurses check the pump rate.');
  await page.getByRole('textbox', { name: /name or initials/i }).fill('L. Lead');
  await editor.press('Control+Enter');
  const note = page.getByRole('article', { name: /^Clinic note/ });
  await expect(note).toContainText('Here two nurses check the pump rate.');
  await expect(note).toHaveAttribute('data-anchor', 'placed');
  const noteId = await note.getAttribute('data-note-id');
  await close();

  const again = await launch({ data });
  await searchReady(again.page);
  await again.page.keyboard.press('Control+k');
  await again.page.keyboard.type('ket iv');
  await expect(again.page.getByRole('option').first()).toHaveAttribute('data-block-id', 'dose-iv');
  await again.page.keyboard.press('Enter');
  const kept = again.page.getByRole('article', { name: /^Clinic note/ });
  await expect(kept).toContainText('Here two nurses check the pump rate.');
  await expect(kept).toHaveAttribute('data-note-id', noteId ?? '');
  const [besideBox, blockBox] = await Promise.all([
    kept.boundingBox(),
    again.page.locator('[data-block-id="dose-iv"]').boundingBox(),
  ]);
  expect(besideBox?.x ?? 0).toBeGreaterThan((blockBox?.x ?? 0) + (blockBox?.width ?? 0) - 1);

  await again.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  await again.page.keyboard.press('Control+p');
  await again.page.getByRole('button', { name: /Save as PDF/ }).click();
  await expect(again.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible({ timeout: 15_000 });

  const pages = Number(/^Pages:\s+(\d+)$/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1]);
  expect(pages).toBeGreaterThan(0);
  for (let number = 1; number <= pages; number++) {
    const text = execFileSync('pdftotext', ['-layout', '-f', String(number), '-l', String(number), pdf, '-'], {
      encoding: 'utf8',
    });
    expect(text).toContain('IV ketamine infusion for treatment-resistant depression');
    expect(text).toContain('1.0.0');
    expect(text).toMatch(/DRAFT\s+—\s+NOT FOR PATIENT CARE/);
    expect(text).toMatch(new RegExp(`Page ${number} of ${pages}`));
  }
});
