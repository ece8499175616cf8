import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, go, searchReady, test } from './app';
import { readPdf } from './pdf';

test('a clinic writes a procedure, has it approved, finds, reads and prints it, and it is there after a restart', async ({
  launch,
  folder,
}) => {
  const data = folder('data');
  const { app, page, close } = await launch({ data });
  await searchReady(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('link', { name: 'Write a procedure' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Recovery armchair');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('checklist-set');
  await page.getByRole('textbox', { name: 'Your name' }).fill('A. Writer');
  await page.getByRole('textbox', { name: 'Your role' }).fill('nurse');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { name: 'Recovery armchair', level: 1 })).toBeVisible();

  // Words through a form, and a block put in and taken out again; the text has the one and nothing of the other.
  await page.getByRole('button', { name: 'Text: Say the answer first, in one sentence.' }).click();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('The quokka armchair stands by the door.');
  await page.getByRole('combobox', { name: 'Add to this section' }).first().selectOption('contraindication');
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  await expect(page.getByRole('combobox', { name: 'Level' })).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: /^Delete: Contraindication/ }).click();

  // A problem is told while it is written, with its line; mended, it goes.
  await page.getByText('As text').click();
  const field = page.getByRole('textbox', { name: 'Text of the procedure' });
  const sound = await field.inputValue();
  expect(sound).toContain('The quokka armchair stands by the door.');
  expect(sound).not.toContain('contraindication');
  await field.fill(sound.replace('status: draft', 'status: drafty'));
  const checker = page.getByRole('region', { name: 'What the checker says' });
  await expect(checker.getByText('1 problem keeps this from being shown')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await checker
    .getByRole('button', { name: /^Line \d+$/ })
    .first()
    .click();
  await expect(field).toBeFocused();
  await field.fill(sound);
  await expect(checker.getByText('No problem found.', { exact: false })).toBeVisible();

  await field.press('Control+Enter');
  await expect(page.locator('form[data-save="saved"]')).toBeVisible();
  await page.getByRole('link', { name: 'Open in the reader' }).click();
  await expect(page.locator('main[data-protocol-id="own-recovery-armchair"]')).toHaveAttribute('data-state', 'draft');
  await page.goBack();

  // The only author cannot approve; another person can.
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name of who approves' }).fill('A. Writer');
  await page.getByRole('textbox', { name: 'Role, for example medical director' }).fill('nurse');
  await page.getByRole('button', { name: 'Approve version 1.0.0' }).click();
  await expect(page.getByText('is the only author, so nothing was approved', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of who approves' }).fill('B. Chief');
  await page.getByRole('button', { name: 'Approve version 1.0.0' }).click();
  await expect(page.getByText('Version 1.0.0 is approved')).toBeVisible();

  const file = join(folder('out'), 'procedure.md');
  const pdf = join(folder('pdf'), 'procedure.pdf');
  const answerWith = (filePath: string): Promise<void> =>
    app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, filePath);
  await answerWith(file);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText(`Written to ${file}`)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('status: active');
  expect(readFileSync(file, 'utf8')).toContain('The quokka armchair stands by the door.');

  // Found by a word only it has, marked as the clinic's own.
  await page.keyboard.press('Control+K');
  await page.keyboard.type('quokka');
  const hit = page.getByRole('option').first();
  await expect(hit).toHaveAttribute('data-protocol-id', 'own-recovery-armchair');
  await expect(hit).toContainText('Clinic’s own procedure');
  await hit.click();
  const reader = page.locator('main[data-protocol-id="own-recovery-armchair"]');
  await expect(reader).toHaveAttribute('data-state', 'in-force');
  await expect(reader.getByText('Clinic’s own procedure')).toBeVisible();

  await answerWith(pdf);
  await page.keyboard.press('Control+P');
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByText(pdf)).toBeVisible();
  expect(readPdf(pdf).pages.join('\n')).toContain('CLINIC’S OWN PROCEDURE');
  await close();

  const again = await launch({ data });
  await searchReady(again.page);
  await again.page.keyboard.press('Control+2');
  const row = again.page.getByRole('listitem').filter({ hasText: 'Recovery armchair' });
  await expect(row).toContainText('Clinic’s own procedure');
  await again.page.keyboard.press('Control+K');
  await again.page.keyboard.type('quokka');
  await expect(again.page.getByRole('option').first()).toHaveAttribute('data-protocol-id', 'own-recovery-armchair');

  // Taken out of use it says so, and is found no more.
  await go(again.page, '/write/own-recovery-armchair');
  await again.page.getByRole('button', { name: 'Take out of use' }).click();
  const retire = again.page.getByRole('form', { name: 'Take version 1.0.0 out of use' });
  await retire.getByRole('textbox', { name: 'Name of who answers for it' }).fill('B. Chief');
  await retire.getByRole('textbox', { name: 'Reason' }).fill('The armchair is gone.');
  await retire.getByRole('button', { name: 'Take out of use' }).click();
  await again.page.getByRole('link', { name: 'Open in the reader' }).click();
  const retired = again.page.locator('main[data-protocol-id="own-recovery-armchair"]');
  await expect(retired).toHaveAttribute('data-state', 'retired');
  await expect(retired.getByText('The armchair is gone.', { exact: false })).toBeVisible();
  await again.page.keyboard.press('Control+K');
  await again.page.keyboard.type('quokka');
  await expect(again.page.getByRole('option', { name: /armchair/ })).toHaveCount(0);
});

test('words of a procedure that were typed and not saved survive the page’s end', async ({ launch, folder }) => {
  const data = folder('data');
  const { app, page, close } = await launch({ data });
  await searchReady(page);
  await go(page, '/write');
  await page.getByRole('textbox', { name: 'Title' }).fill('Door');
  await page.getByRole('textbox', { name: 'Your name' }).fill('A. Writer');
  await page.getByRole('textbox', { name: 'Your role' }).fill('nurse');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('As text').click();
  const field = page.getByRole('textbox', { name: 'Text of the procedure' });
  const text = `${await field.inputValue()}\nStill typing.`;
  await field.fill(text);
  await expect(page.getByText('Not saved yet', { exact: false })).toBeVisible();
  // Longer than words are only in memory.
  await page.waitForTimeout(600);
  await app.evaluate(({ app: program }) => program.exit(1)).catch(() => undefined);
  await close().catch(() => undefined);

  const again = await launch({ data });
  await searchReady(again.page);
  await go(again.page, '/write/own-door');
  await again.page.getByText('As text').click();
  await expect(again.page.getByRole('textbox', { name: 'Text of the procedure' })).toHaveValue(text);
  await expect(again.page.getByText(/^These words were typed/)).toBeVisible();
  await again.page.getByRole('button', { name: 'Go back to what was saved' }).click();
  await expect(again.page.getByRole('textbox', { name: 'Text of the procedure' })).not.toHaveValue(/Still typing/);
});
