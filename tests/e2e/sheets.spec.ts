import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { Language, Paper, PrintJob } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { hasContent, listDoseBlocks } from '../../protocols/sheets/printable';
import { ROOT, type Running, expect, go, test } from './app';
import { type Picture, type PlacedWord, drawPage, readDrawnWords, readPdf, readPlacedWords } from './pdf';
import { ALL, findCode, readSymbol, requireSheet } from './sheet-checks';

type Asked =
  | { readonly sheet: Exclude<PrintJob['sheet'], 'dose'> }
  | { readonly sheet: 'dose'; readonly block: string };

/** All of them by `npm run test:print`; here one of each kind, the flowsheet with both kinds of bands first. */
const SOME: readonly [string, Asked, Paper, Language][] = [
  ['esketamine-nasal-spray', { sheet: 'flowsheet' }, 'A4', 'en'],
  ['esketamine-nasal-spray', { sheet: 'esketamine-monitoring' }, 'Letter', 'en'],
  ['adverse-event-response', { sheet: 'emergency' }, 'A4', 'fr'],
  ['iv-ketamine-depression', { sheet: 'dose', block: 'dose-iv' }, 'Letter', 'fr'],
  ['drug-interactions', { sheet: 'protocol' }, 'A4', 'en'],
  ['im-ketamine-session', { sheet: 'checklist' }, 'A4', 'fr'],
];

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

/** The protocols of the library, known before the program runs. */
function listDocumentFolders(): string[] {
  const documents = join(ROOT, 'protocols/documents');
  return readdirSync(documents).filter((name) => existsSync(join(documents, name, '1.0.0.md')));
}

function listJobs(protocols: readonly Protocol[]): PrintJob[] {
  return protocols.flatMap((protocol) => {
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
}

function listSome(protocols: readonly Protocol[]): PrintJob[] {
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

/** Prints every job into the one file and looks each through; the last one stays. */
async function printAll(running: Running, jobs: readonly PrintJob[], file: string): Promise<void> {
  const protocols = await openAll(running);
  const counts = new Map<string, number>();
  for (const job of jobs) {
    const protocol = protocols.find(({ id }) => id === job.key.id);
    if (protocol === undefined) throw new Error('a job is about a protocol of the library');
    await test.step(`${toName(job)}, ${job.paper}`, async () => {
      const pages = await save(running, job);
      requireSheet(job, protocol, file, pages);
      // Both papers have the same pages.
      expect(pages).toBe(counts.get(toName(job)) ?? pages);
      counts.set(toName(job), pages);
    });
  }
}

function toName(job: PrintJob): string {
  return `${job.sheet}${job.sheet === 'dose' ? ` ${job.block}` : ''} of ${job.key.id}, ${job.language}`;
}

if (ALL)
  for (const id of listDocumentFolders())
    test(`every sheet of ${id} is whole, inside the margins, and says what it is`, async ({ launch, folder }) => {
      test.setTimeout(1_200_000);
      const running = await launch();
      const file = join(folder('sheets'), 'sheet.pdf');
      await answerSaveDialog(running.app, file);
      const jobs = listJobs((await openAll(running)).filter((protocol) => protocol.id === id));
      expect(jobs.length).toBeGreaterThan(0);
      await printAll(running, jobs, file);
    });

test('a sheet of each kind is whole, inside the margins, and says what it is; its symbol and its greys can be read', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const running = await launch();
  const file = join(folder('sheets'), 'sheet.pdf');
  await answerSaveDialog(running.app, file);
  const jobs = listSome(await openAll(running));
  const [flowsheet, ...others] = jobs;
  if (flowsheet === undefined) throw new Error('there is a flowsheet among them');
  await printAll(running, others, file);
  await printAll(running, [flowsheet], file);
  expect(readSymbol(file, 1)).toBe(findCode(readPdf(file).pages[0] ?? ''));
  // Greys keep apart the bands to tell somebody and the bands to stop: one even grey; lines of dark and light.
  const picture = drawPage(file, 1, 150);
  const [words = []] = readPlacedWords(file);
  const swatch = (word: string): { least: number; most: number } =>
    toSpread(
      picture,
      words.findLast(({ text }) => text === word),
    );
  const plain = swatch('repeat');
  expect(plain.most - plain.least).toBeLessThan(12);
  expect(plain.most).toBeLessThan(235);
  const hatched = swatch('hold,');
  expect(hatched.most - hatched.least).toBeGreaterThan(80);
});

/** Darkest and lightest of a little field left of a word, where its swatch stands. */
function toSpread({ width, greys }: Picture, place: PlacedWord | undefined): { least: number; most: number } {
  if (place === undefined) throw new Error('the key names no such band');
  const perMm = 150 / 25.4;
  const seen: number[] = [];
  for (let y = Math.round((place.top + 0.9) * perMm); y < (place.top + 2) * perMm; y++) {
    for (let x = Math.round((place.left - 5) * perMm); x < (place.left - 3) * perMm; x++)
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
  for (const [zoom, names] of [
    [1, ['Monitoring flowsheet']],
    [2, ['Session checklist', 'Monitoring flowsheet']],
  ] as const) {
    await page.evaluate((to) => window.bridge['settings:write']({ zoom: to }), zoom);
    for (const name of names) {
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
