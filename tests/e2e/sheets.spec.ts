import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { Language, Paper, PrintJob } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { hasContent, isLandscape, listDoseBlocks, listEmergencies } from '../../protocols/sheets/printable';
import { ROOT, type Running, expect, go, test } from './app';
import { type Picture, drawPage, findWord, readDrawnWords, readPdf } from './pdf';

type Asked =
  | { readonly sheet: Exclude<PrintJob['sheet'], 'dose'> }
  | { readonly sheet: 'dose'; readonly block: string };

const PAPERS = { A4: [210, 297], Letter: [215.9, 279.4] } as const;
const STAMPS = { en: /DRAFT\s+—\s+NOT FOR PATIENT CARE/g, fr: /BROUILLON\s+—\s+NE PAS UTILISER POUR LES SOINS/g };

/** All of them by `npm run test:print`; here one of each kind, and the longest and oddest. */
const SOME: readonly [string, Asked, Paper, Language][] = [
  ['iv-ketamine-depression', { sheet: 'flowsheet' }, 'A4', 'en'],
  ['esketamine-nasal-spray', { sheet: 'flowsheet' }, 'Letter', 'fr'],
  ['esketamine-nasal-spray', { sheet: 'esketamine-monitoring' }, 'Letter', 'en'],
  ['adverse-event-response', { sheet: 'emergency' }, 'A4', 'fr'],
  ['adverse-event-response', { sheet: 'emergency' }, 'Letter', 'en'],
  ['iv-ketamine-depression', { sheet: 'dose', block: 'dose-iv' }, 'Letter', 'fr'],
  ['drug-interactions', { sheet: 'protocol' }, 'A4', 'en'],
  ['im-ketamine-session', { sheet: 'checklist' }, 'A4', 'fr'],
];

const ALL = process.env['HANDRAIL_PRINTS'] === 'all';

/** The protocols in full, as the page gets them. */
async function openAll({ page }: Running): Promise<Protocol[]> {
  return page.evaluate(async () => {
    const { protocols } = await window.bridge['library:list']();
    const opened = await Promise.all(
      protocols.map(({ id, version }) => window.bridge['library:open']({ id, version })),
    );
    return opened.flatMap((each) => (each.ok ? [each.value] : []));
  });
}

function listJobs(protocols: readonly Protocol[]): PrintJob[] {
  const jobs = protocols.flatMap((protocol) => {
    const whole = (['checklist', 'flowsheet', 'protocol', 'emergency', 'esketamine-monitoring'] as const)
      .filter((sheet) => hasContent(protocol, { sheet }))
      .map((sheet): Asked => ({ sheet }));
    const doses = listDoseBlocks(protocol).map(({ id }): Asked => ({ sheet: 'dose', block: id }));
    return [...whole, ...doses].flatMap((asked) =>
      (['A4', 'Letter'] as const).flatMap((paper) =>
        (['en', 'fr'] as const).map((language) => toJob(protocol, asked, paper, language)),
      ),
    );
  });
  if (ALL) return jobs;
  return SOME.map(([id, asked, paper, language]) => {
    const protocol = protocols.find((each) => each.id === id);
    if (protocol === undefined) throw new Error(`the library has no ${id}`);
    return toJob(protocol, asked, paper, language);
  });
}

function toJob({ id, version }: Protocol, asked: Asked, paper: Paper, language: Language): PrintJob {
  return { ...asked, key: { id, version }, paper, language };
}

async function save({ page }: Running, job: PrintJob): Promise<number> {
  const saved = await page.evaluate((asked) => window.bridge['print:save-pdf'](asked), job);
  expect(saved, JSON.stringify(job)).toMatchObject({ ok: true });
  return saved.ok ? saved.value.pages : 0;
}

async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}

test('every sheet says what it is on each page, splits nothing, and keeps to the printable box', async ({
  launch,
  folder,
}) => {
  test.setTimeout(ALL ? 3_600_000 : 120_000);
  const running = await launch();
  const protocols = await openAll(running);
  const file = join(folder('sheets'), 'sheet.pdf');
  await answerSaveDialog(running.app, file);
  for (const job of listJobs(protocols)) {
    const protocol = protocols.find(({ id }) => id === job.key.id);
    if (protocol === undefined) throw new Error('a job is about a protocol of the library');
    await test.step(`${job.sheet} of ${job.key.id}, ${job.paper}, ${job.language}`, async () => {
      const pages = await save(running, job);
      requirePages(job, pages);
      requireIdentity(job, protocol, file, pages);
      requireWhole(job, protocol, file);
      for (let page = 1; page <= pages; page++) requireMargins(job, drawPage(file, page, 50), page);
    });
  }
});

/** How many pages each kind may take. */
function requirePages({ sheet }: PrintJob, pages: number): void {
  if (sheet === 'protocol' || sheet === 'checklist') expect(pages).toBeGreaterThan(0);
  else expect(pages).toBe(1);
}

function requireIdentity(job: PrintJob, protocol: Protocol, file: string, count: number): void {
  const { pages, info, unembedded } = readPdf(file);
  const [short, long] = PAPERS[job.paper];
  const [width, height] = isLandscape(job.sheet) ? [long, short] : [short, long];
  expect(pages).toHaveLength(count);
  expect(info.width).toBeCloseTo(width, 0);
  expect(info.height).toBeCloseTo(height, 0);
  expect(info.tagged).toBe(true);
  expect(info.title).toContain(protocol.title);
  expect(info.language).toBe(job.language);
  expect(unembedded).toEqual([]);
  for (const [index, text] of pages.entries()) {
    expect(text).toContain(`${protocol.id}, version ${protocol.version}`);
    expect(text.match(STAMPS[job.language])).toHaveLength(2);
    expect(text).toContain(job.language === 'en' ? `Page ${index + 1} of ${count}` : `Page ${index + 1} sur ${count}`);
    expect(text).toMatch(job.language === 'en' ? /Review\s+by\s+\d\d/ : /À\s+réviser\s+au\s+plus\s+tard\s+le\s+\d\d/);
  }
}

/** Items, steps and cards stand whole on one page. */
function requireWhole(job: PrintJob, protocol: Protocol, file: string): void {
  const pages = readDrawnWords(file);
  // A word may be broken at its own hyphen, so spaces do not count.
  const stands = (text: string, page: string): boolean =>
    page.replaceAll(/\s/g, '').includes(text.replaceAll(/\s/g, ''));
  const blocks = protocol.sections.flatMap((section) => section.blocks);
  if (job.sheet === 'checklist') {
    const items = blocks.flatMap((block) => (block.type === 'checklist' ? block.phases : [])).flatMap((p) => p.items);
    for (const { text } of items) expect(pages.filter((page) => stands(text, page)).length, text).toBeGreaterThan(0);
  }
  if (job.sheet !== 'emergency' && job.sheet !== 'protocol') return;
  for (const card of job.sheet === 'emergency' ? listEmergencies(protocol) : []) {
    const whole = pages.filter((page) => card.steps.every(({ text }) => stands(text, page)));
    expect(whole.length, `all steps of ${card.id} on one page`).toBeGreaterThan(0);
  }
}

/** Nothing stands nearer to the edge than a printer reaches: 5 mm above and below, and the sides kept free. */
function requireMargins(job: PrintJob, { width, height, greys }: Picture, page: number): void {
  const perMm = 50 / 25.4;
  const side = isLandscape(job.sheet) ? 17 : 11.5;
  const free = { top: Math.floor(5 * perMm), side: Math.floor(side * perMm) };
  let marks = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = y >= free.top && y < height - free.top && x >= free.side && x < width - free.side;
      if (!inside && (greys[y * width + x] ?? 255) < 250) marks += 1;
    }
  }
  expect(marks, `marks in the margin of page ${page}`).toBe(0);
}

test('greys keep what the flowsheet tells apart: bands to tell somebody, bands to stop', async ({ launch, folder }) => {
  const running = await launch();
  const file = join(folder('sheets'), 'flow.pdf');
  const job: PrintJob = {
    sheet: 'flowsheet',
    key: { id: 'esketamine-nasal-spray', version: '1.0.0' },
    paper: 'A4',
    language: 'en',
  };
  await answerSaveDialog(running.app, file);
  await save(running, job);
  const picture = drawPage(file, 1, 150);
  const plain = toSpread(picture, findWord(file, 1, 'repeat'));
  const hatched = toSpread(picture, findWord(file, 1, 'hold,'));
  // One even grey; lines of dark and light.
  expect(plain.most - plain.least).toBeLessThan(12);
  expect(plain.most).toBeLessThan(235);
  expect(hatched.most - hatched.least).toBeGreaterThan(80);
});

/** Darkest and lightest of a little field left of a word, where its swatch stands. */
function toSpread(
  { width, greys }: Picture,
  place: { x: number; y: number } | undefined,
): { least: number; most: number } {
  if (place === undefined) throw new Error('the key names no such band');
  const perMm = 150 / 25.4;
  const seen: number[] = [];
  for (let y = Math.round((place.y + 0.9) * perMm); y < (place.y + 2) * perMm; y++) {
    for (let x = Math.round((place.x - 5) * perMm); x < (place.x - 3) * perMm; x++)
      seen.push(greys[y * width + x] ?? 255);
  }
  return { least: Math.min(...seen), most: Math.max(...seen) };
}

test('the preview shows the very pages that are printed, at any size of the window', async ({ launch, folder }) => {
  const running = await launch();
  const { page, app } = running;
  const file = join(folder('sheets'), 'sheet.pdf');
  await answerSaveDialog(app, file);
  await go(page, '/p/esketamine-nasal-spray@1.0.0');
  await expect(page.getByRole('main')).toHaveAttribute('data-protocol-id', 'esketamine-nasal-spray');
  await page.keyboard.press('Control+p');
  for (const zoom of [1, 2]) {
    await page.evaluate((to) => window.bridge['settings:write']({ zoom: to }), zoom);
    for (const name of ['Monitoring flowsheet', 'Session checklist']) {
      // The driver's mouse does not know the zoom of the window.
      await page.getByRole('radio', { name }).dispatchEvent('click');
      const preview = page.getByRole('region', { name: 'Preview of the pages' });
      await expect(page.getByText(/^\d+ pages?, as (it|they) will be printed\.$/)).toBeVisible({ timeout: 15_000 });
      const shown = await preview.locator('.page').allInnerTexts();
      await page.getByRole('button', { name: 'Save as PDF…' }).dispatchEvent('click');
      await expect(page.getByText(/^Saved: \d+ pages?, /)).toBeVisible({ timeout: 15_000 });
      const printed = readDrawnWords(file);
      expect(shown.map(toLetters)).toEqual(printed.map(toLetters));
    }
  }
});

/**
 * The letters of a page whatever their order: side by side, either may be read first. Time and code of printing are
 * others each time, and the preview has no code yet.
 */
function toLetters(text: string): string {
  const same = text.replaceAll(/\s+/g, ' ').replaceAll(/at \d\d:\d\d|Print code[^·]*·/g, '');
  return Array.from(same.replaceAll(' ', '')).toSorted().join('');
}

test('four invented protocols print every sheet they have, as the shipped ones do', async ({ launch, folder }) => {
  const running = await launch({ library: join(ROOT, 'tests/fixtures/packs') });
  const file = join(folder('sheets'), 'sheet.pdf');
  await answerSaveDialog(running.app, file);
  const protocols = await openAll(running);
  expect(protocols).toHaveLength(4);
  for (const protocol of protocols) {
    const language = protocol.language === 'fr' ? 'fr' : 'en';
    for (const sheet of ['flowsheet', 'protocol', 'emergency'] as const) {
      if (!hasContent(protocol, { sheet })) continue;
      const pages = await save(running, toJob(protocol, { sheet }, 'A4', language));
      if (sheet !== 'protocol') expect(pages).toBe(1);
      expect(readPdf(file).pages.join('\n')).toContain(protocol.safetyLine?.split(' ')[0] ?? '');
    }
  }
});
