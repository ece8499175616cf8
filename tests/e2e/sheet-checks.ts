import jsQR from 'jsqr';
import type { PrintJob } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { isLandscape, listEmergencies } from '../../protocols/sheets/printable';
import { expect } from './app';
import {
  type Picture,
  type PlacedWord,
  drawPage,
  drawPages,
  readDrawnWords,
  readPdf,
  readPlacedWords,
  readTaggedRows,
} from './pdf';

const PAPERS = { A4: [210, 297], Letter: [215.9, 279.4] } as const;
const STAMPS = { en: /DRAFT\s+—\s+NOT FOR PATIENT CARE/g, fr: /BROUILLON\s+—\s+NE PAS UTILISER POUR LES SOINS/g };
/** Every sheet of every protocol is asked for: `npm run test:print`. */
export const ALL = process.env['HANDRAIL_PRINTS'] === 'all';
/** No printer reaches nearer to the edge than this above and below; the sides are kept free for both papers. */
const FREE_MM = { end: 5, portrait: 11.5, landscape: 17 };

/** Looks a printed sheet of a draft protocol through, knowing of it only what the PDF says. */
export function requireSheet(job: PrintJob, protocol: Protocol, file: string, count: number): void {
  requirePages(job, count);
  requireIdentity(job, protocol, file, count);
  const drawn = readDrawnWords(file).map(toLetters);
  // The structure of a long document takes poppler some eight seconds.
  if (job.sheet !== 'protocol' || ALL) requireWholeRows(job, file, drawn);
  requireWholeSteps(job, protocol, drawn);
  for (const [index, words] of readPlacedWords(file).entries()) requirePlaces(job, words, index + 1);
  for (const [index, picture] of drawPages(file, 50).entries()) requireMargins(job, picture, index + 1);
}

/** How many pages each kind may take. */
function requirePages({ sheet }: PrintJob, pages: number): void {
  if (sheet === 'protocol' || sheet === 'checklist') expect(pages).toBeGreaterThan(0);
  else expect(pages).toBe(1);
}

function requireIdentity(job: PrintJob, protocol: Protocol, file: string, count: number): void {
  const { pages, info, unembedded } = readPdf(file);
  const [width, height] = toPaper(job);
  expect(pages).toHaveLength(count);
  expect(info.width).toBeCloseTo(width, 0);
  expect(info.height).toBeCloseTo(height, 0);
  expect(info.tagged).toBe(true);
  expect(info.title).toContain(protocol.title);
  expect(info.language).toBe(job.language);
  expect(unembedded).toEqual([]);
  const codes = pages.map(findCode);
  expect(new Set(codes).size, `one code on every page, not ${codes.join(', ')}`).toBe(1);
  for (const [index, text] of pages.entries()) {
    expect(text).toContain(`${protocol.id}, version ${protocol.version}`);
    expect(text.match(STAMPS[job.language])).toHaveLength(2);
    expect(text).toContain(job.language === 'en' ? `Page ${index + 1} of ${count}` : `Page ${index + 1} sur ${count}`);
    expect(text).toMatch(job.language === 'en' ? /Review\s+by\s+\d\d/ : /À\s+réviser\s+au\s+plus\s+tard\s+le\s+\d\d/);
  }
  if (job.sheet === 'protocol' && count > 4)
    expect(pages[0]).toMatch(job.language === 'en' ? /^\s*Contents$/m : /^\s*Sommaire$/m);
}

function toPaper({ paper, sheet }: PrintJob): readonly [width: number, height: number] {
  const [short, long] = PAPERS[paper];
  return isLandscape(sheet) ? [long, short] : [short, long];
}

/** The code in the text of a page; fails where there is none. */
export function findCode(text: string): string {
  const [code] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(text) ?? [];
  if (code === undefined) throw new Error('the page has no code');
  return code;
}

/** Each row of each table stands on one page: its runs of text follow one another there. */
function requireWholeRows({ sheet }: PrintJob, file: string, pages: readonly string[]): void {
  const rows = readTaggedRows(file).map((runs) => runs.map(toLetters).filter((run) => run !== ''));
  if (sheet !== 'emergency') expect(rows.length).toBeGreaterThan(0);
  const split = rows.filter((runs) => !pages.some((page) => hasInTurn(page, runs)));
  expect(split, 'rows that stand whole on no page').toEqual([]);
}

/** What poppler leaves out between two runs is a word with a ligature and what follows it in its line. */
const LONGEST_GAP = 120;

function hasInTurn(page: string, [first = '', ...others]: readonly string[]): boolean {
  for (let start = page.indexOf(first); start >= 0; start = page.indexOf(first, start + 1)) {
    let end = start + first.length;
    const stands = others.every((run) => {
      const at = page.indexOf(run, end);
      if (at < 0 || at - end > LONGEST_GAP) return false;
      end = at + run.length;
      return true;
    });
    if (stands) return true;
  }
  return false;
}

// A word may be broken at its own hyphen, so spaces do not count.
function toLetters(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** Items, steps and cards stand whole on one page. */
function requireWholeSteps(job: PrintJob, protocol: Protocol, pages: readonly string[]): void {
  const blocks = protocol.sections.flatMap((section) => section.blocks);
  if (job.sheet === 'checklist') {
    const items = blocks.flatMap((block) => (block.type === 'checklist' ? block.phases : [])).flatMap((p) => p.items);
    for (const { text } of items)
      expect(
        pages.some((page) => page.includes(toLetters(text))),
        text,
      ).toBe(true);
  }
  if (job.sheet !== 'emergency') return;
  for (const card of listEmergencies(protocol)) {
    const whole = pages.some((page) => card.steps.every(({ text }) => page.includes(toLetters(text))));
    expect(whole, `all steps of ${card.id} on one page`).toBe(true);
  }
}

/** No word stands outside the printable box, and none over another. */
function requirePlaces(job: PrintJob, words: readonly PlacedWord[], page: number): void {
  const [width, height] = toPaper(job);
  const side = isLandscape(job.sheet) ? FREE_MM.landscape : FREE_MM.portrait;
  expect(words.length).toBeGreaterThan(0);
  // One claim for all: thousands of claims take the test runner longer than the sheets take the program.
  const outside = words.filter(
    ({ left, top, right, bottom }) =>
      left < side || right > width - side + 0.1 || top < FREE_MM.end - 0.8 || bottom > height - FREE_MM.end + 0.8,
  );
  expect(outside, `words outside the printable box of page ${page}`).toEqual([]);
  const cores = words.map(toCore);
  const covered = cores.filter((one, index) => cores.some((other, at) => at > index && isOver(one, other)));
  expect(covered, `words of page ${page} with another over them`).toEqual([]);
}

/** The middle of a word's letters: lines set close touch with what rises above and hangs below. */
function toCore({ text, left, top, right, bottom }: PlacedWord): PlacedWord {
  const rest = (bottom - top) * 0.35;
  return { text, left: left + 0.2, right: right - 0.2, top: top + rest, bottom: bottom - rest };
}

function isOver(a: PlacedWord, b: PlacedWord): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** No line or ground reaches nearer to the edge than a printer does. */
function requireMargins(job: PrintJob, { width, height, greys }: Picture, page: number): void {
  const perMm = 50 / 25.4;
  const side = Math.floor((isLandscape(job.sheet) ? FREE_MM.landscape : FREE_MM.portrait) * perMm);
  const end = Math.floor(FREE_MM.end * perMm);
  let marks = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = y >= end && y < height - end && x >= side && x < width - side;
      if (!inside && (greys[y * width + x] ?? 255) < 250) marks += 1;
    }
  }
  expect(marks, `marks in the margin of page ${page}`).toBe(0);
}

/** What a reader of QR symbols that is not ours finds at the foot of a page, drawn as an office printer would. */
export function readSymbol(file: string, page: number): string | undefined {
  const { width, height, greys } = drawPage(file, page, 300);
  // The symbol stands in the lower right corner; a whole page takes the reader long.
  const side = Math.round((45 / 25.4) * 300);
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const grey = greys[(height - side + y) * width + (width - side + x)] ?? 255;
      pixels.fill(grey, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}
