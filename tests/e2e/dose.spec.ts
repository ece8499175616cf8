import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { IV, expect, go, searchReady, test } from './app';

const DOSE = '/dose/iv-ketamine-depression';
const AT = '2026-11-22T08:00:00.000Z';

/** What a clinic would have set for the infusion, written down as its forms do. */
async function setUp(page: Page): Promise<void> {
  const edition = { protocolId: 'iv-ketamine-depression', version: '1.0.0', by: 'A. Prescriber', at: AT };
  const step = (value: string, unit: string) => ({ step: { value, unit }, mode: 'down' });
  const values = {
    maximum: { value: '60', unit: 'mg' },
    basis: 'actual-weight',
    madeUp: { value: '50', unit: 'mL' },
    roundAmount: step('1', 'mg'),
    roundVolume: step('0.1', 'mL'),
    roundRate: step('0.1', 'mL/h'),
  };
  const records = Object.entries(values).map(([setting, value]) => ({
    kind: 'clinic-value',
    body: { ...edition, blockId: 'dose-iv', setting, value },
  }));
  const written = await page.evaluate(
    (all) => window.bridge['journal:append'](all),
    [...records, { kind: 'calculator', body: { ...edition, on: true, statement: 'Read.' } }],
  );
  expect(written.ok).toBe(true);
  // As on the next start, when the page takes in what it has not seen.
  await page.reload();
  await searchReady(page);
}

/** Works the example out on the Dose screen of a clinic that has set what it needs. */
async function enterInfusion(page: Page): Promise<void> {
  await setUp(page);
  await go(page, DOSE);
  await enter(page, 'Weight in kilograms', '70');
  await enter(page, 'Amount in mg per kg', '0.5');
  await enter(page, 'Over, in minutes', '40');
  await enter(page, 'Vial strength in mg per mL', '50');
  expect(await readOutputs(page)).toEqual(INFUSION);
}

async function enter(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

async function readOutputs(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-output]')].map(({ dataset }) => [
        dataset['output'] ?? '',
        `${dataset['value']} ${dataset['unit']}`,
      ]),
    ),
  );
}

const INFUSION = { dose: '35 mg', volume: '0.7 mL', 'total-volume': '50 mL', rate: '75 mL/h', duration: '40 min' };

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('a clinic sets its values, turns the calculator on, and the dose is worked out by keyboard alone', async ({
  launch,
  folder,
}) => {
  const data = folder('data');
  const { page, close } = await launch({ data });
  await searchReady(page);
  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('#dose-iv')).toBeFocused();
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('alert')).toHaveAttribute('data-refusal', 'calculator-off');
  await expect(page.getByLabel('Weight in kilograms')).toBeFocused();

  const sign = async (setting: string, fill: () => Promise<void>): Promise<void> => {
    const row = page.locator(`[data-setting="${setting}"]`);
    await row.getByRole('button').first().press('Enter');
    await fill();
    await row.getByLabel('Your name').fill('A. Prescriber');
    await page.keyboard.press('Enter');
    await expect(row).toHaveAttribute('data-set', 'true');
    await expect(row.getByRole('button').first()).toBeFocused();
  };
  const number = (text: string) => () => page.keyboard.type(text);
  await sign('maximum', number('60'));
  await sign('basis', () => page.keyboard.press('1'));
  await sign('madeUp', number('50'));
  await sign('roundAmount', number('1'));
  await sign('roundVolume', number('0,1'));
  await sign('roundRate', number('0.1'));
  await sign('calculator', () => page.keyboard.press('Space'));

  await page.getByLabel('Weight in kilograms').focus();
  for (const text of ['70', '0,5', '40', '50']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  expect(await readOutputs(page)).toEqual(INFUSION);
  await expect(page.getByText('from a vial of')).toContainText('50 mg per mL');
  await close();

  // Kept over a restart, with who and when; what was entered for somebody is not.
  const again = await launch({ data });
  await searchReady(again.page);
  await go(again.page, `${IV}/dose-iv`);
  const cap = again.page.locator('[data-block-id="dose-iv"]').getByRole('row', { name: /^Absolute maximum/ });
  await expect(cap.locator('[data-clinic="set"]')).toHaveAttribute('data-value', '60');
  await expect(cap).toContainText('set by the clinic: A. Prescriber');
  // On the card above the text as in the block: never "Clinic sets this" for what the clinic has set.
  const card = again.page.locator('[data-cluster="contraindications"]');
  await expect(card.locator('[data-clinic="set"]')).toHaveAttribute('data-value', '60');
  await expect(card).not.toContainText('Clinic sets this');
  await go(again.page, DOSE);
  await expect(again.page.getByLabel('Weight in kilograms')).toHaveValue('');
  await expect(again.page.getByText('Finish entering')).toBeVisible();
});

test('the result is gone in the same frame as any edit: no frame shows a stale one', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await enterInfusion(page);

  await page.evaluate(() => {
    const seen = { frames: 0, stale: 0, edits: 0, shown: 0 };
    let typing = false;
    addEventListener(
      'input',
      () => {
        typing = true;
        seen.edits += 1;
      },
      { capture: true },
    );
    addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Enter') typing = false;
      },
      { capture: true },
    );
    addEventListener('focusout', () => (typing = false), { capture: true });
    const sample = (): void => {
      const shown = document.querySelector('[data-output]') !== null;
      seen.frames += 1;
      if (shown) seen.shown += 1;
      if (shown && typing) seen.stale += 1;
      requestAnimationFrame(sample);
    };
    requestAnimationFrame(sample);
    Object.assign(window, { seenFrames: seen });
  });
  const labels = ['Weight in kilograms', 'Amount in mg per kg', 'Over, in minutes', 'Vial strength in mg per mL'];
  for (let round = 0; round < 40; round += 1) {
    const field = page.getByLabel(labels[round % labels.length] ?? '', { exact: true });
    await field.press('End');
    await page.keyboard.press('0');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
  }
  const seen = await page.evaluate(() => (window as unknown as { seenFrames: Record<string, number> }).seenFrames);
  expect(seen).toMatchObject({ edits: 80, stale: 0 });
  // The sampler did see frames, and results come back after each Enter.
  expect(seen['frames']).toBeGreaterThan(40);
  expect(seen['shown']).toBeGreaterThan(20);
  expect(await readOutputs(page)).toEqual(INFUSION);
});

test('everything through the buttons is seen at 1280 × 800, and the answer at 200 % zoom, in both languages', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await searchReady(page);
  await setUp(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  const set = (change: object): Promise<unknown> =>
    page.evaluate((next) => window.bridge['settings:write'](next), change);
  const bottom = (selector: string): Promise<number> =>
    page.evaluate(
      (which) => Math.max(...[...document.querySelectorAll(which)].map((each) => each.getBoundingClientRect().bottom)),
      selector,
    );
  for (const [language, labels] of [
    ['en', ['Weight in kilograms', 'Amount in mg per kg', 'Over, in minutes', 'Vial strength in mg per mL']],
    [
      'fr',
      ['Poids en kilogrammes', 'Quantité en mg par kg', 'Durée, en minutes', 'Concentration du flacon en mg par mL'],
    ],
  ] as const) {
    await set({ language, zoom: 1 });
    await go(page, '/dose');
    await go(page, DOSE);
    await expect(page.getByLabel(labels[0], { exact: true })).toBeFocused();
    for (const [index, text] of ['70', '0.5', '40', '50'].entries()) await enter(page, labels[index] ?? '', text);
    expect(await readOutputs(page)).toEqual(INFUSION);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await bottom('[data-dose-buttons] button'), `buttons, ${language}`).toBeLessThanOrEqual(620);
    expect(await violations(page), `a result, ${language}`).toEqual([]);
    await set({ zoom: 2 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(640);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await bottom('[data-output="dose"], [data-output="volume"]'), `answer, ${language}`).toBeLessThanOrEqual(
      340,
    );
    const sideBySide = await page.evaluate(() =>
      ['dose', 'volume'].map((name) => document.querySelector(`[data-output="${name}"]`)?.getBoundingClientRect().top),
    );
    expect(sideBySide[0]).toBe(sideBySide[1]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `sideways, ${language}`).toBeLessThanOrEqual(0);
    expect(await violations(page), `a result at 200 %, ${language}`).toEqual([]);
  }
});

test('a second person’s entry is blind, and one that differs opens a dialog', async ({ launch }) => {
  const { page } = await launch();
  await searchReady(page);
  await enterInfusion(page);
  await page.getByRole('button', { name: 'Second person checks' }).press('Enter');
  await expect(page.locator('[data-output]')).toHaveCount(0);
  await expect(page.getByLabel('Weight in kilograms')).toBeFocused();
  for (const text of ['71', '50', '']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  const dialog = page.getByRole('dialog', { name: 'The two entries do not match' });
  await expect(dialog.locator('[data-compared="differs"]')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Weight in kilograms')).toBeFocused();
  for (const text of ['70', '50', '']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Both entries match')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Checked by a second entry: match')).toBeVisible();
  expect(await readOutputs(page)).toEqual(INFUSION);
});
