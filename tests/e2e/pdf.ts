import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MM_PER_POINT = 25.4 / 72;

/** What a PDF says to whoever picks it up: the text of each page, its size, and whether it stands on its own fonts. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly info: {
    readonly width: number;
    readonly height: number;
    readonly tagged: boolean;
    readonly title: string;
    /** Of the document as a whole, which a screen reader goes by. */
    readonly language: string;
  };
  /** Fonts the reader would have to have. */
  readonly unembedded: readonly string[];
}

/** Reads a PDF with poppler, which knows nothing of how it was made. */
export function readPdf(file: string): ReadPdf {
  const info = poppler('pdfinfo', file);
  const field = (pattern: RegExp): string => pattern.exec(info)?.[1] ?? '';
  const count = Number(field(/^Pages:\s+(\d+)$/m));
  const [width = 0, height = 0] = field(/^Page size:\s+([\d.]+ x [\d.]+) pts/m)
    .split(' x ')
    .map((points) => Number(points) * MM_PER_POINT);
  const pages = Array.from({ length: count }, (_, index) => {
    const page = String(index + 1);
    return poppler('pdftotext', '-layout', '-f', page, '-l', page, file, '-');
  });
  // Name and type may hold spaces; the columns after them are emb, sub, uni and the object's two numbers.
  const fonts = poppler('pdffonts', file).split('\n').slice(2).filter(Boolean);
  const unembedded = fonts.filter((line) => !/\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.test(line));
  const [, language = ''] = /\/Type\s*\/Catalog[^]*?\/Lang \(([^)]*)\)/.exec(readFileSync(file, 'latin1')) ?? [];
  const said = { tagged: /^Tagged:\s+yes$/m.test(info), title: field(/^Title:\s+(.*)$/m), language };
  return { pages, info: { width, height, ...said }, unembedded };
}

/** The words of each page in the order in which they were drawn, a cell at a time; lines and spaces count as one space. */
export function readDrawnWords(file: string): string[] {
  const text = poppler('pdftotext', '-raw', file, '-');
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s+/g, ' '));
}

/** One page as a picture in greys, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly greys: Uint8Array;
}

/** Draws a page as a printer without colours would, at so many dots an inch. */
export function drawPage(file: string, page: number, dots: number): Picture {
  const pgm = execFileSync('pdftoppm', ['-r', String(dots), '-gray', '-f', String(page), '-l', String(page), file], {
    maxBuffer: 2 ** 27,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [head = '', width = '0', height = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 64)) ?? [];
  return { width: Number(width), height: Number(height), greys: pgm.subarray(head.length) };
}

/** A word where it stands on its page, in millimetres from the upper left corner. */
export interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The words of each page with their places. */
export function readPlacedWords(file: string): PlacedWord[][] {
  const [, ...pages] = poppler('pdftotext', '-bbox', file, '-').split('<page ');
  return pages.map((page) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g)].map(
      ([, left, top, right, bottom, text = '']) => ({
        text,
        left: Number(left) * MM_PER_POINT,
        top: Number(top) * MM_PER_POINT,
        right: Number(right) * MM_PER_POINT,
        bottom: Number(bottom) * MM_PER_POINT,
      }),
    ),
  );
}

/**
 * The rows of all tables as a screen reader is told them, each as the runs of text in it. Runs with ligatures are
 * left out by poppler, so what stands between two runs may be missing.
 */
export function readTaggedRows(file: string): string[][] {
  const rows: string[][] = [];
  let within: { readonly depth: number; readonly runs: string[] } | undefined;
  for (const line of poppler('pdfinfo', '-struct-text', file).split('\n')) {
    const depth = line.search(/\S/);
    if (within !== undefined && depth >= 0 && depth <= within.depth) within = undefined;
    if (/^\s*TR\b/.test(line)) {
      within = { depth, runs: [] };
      rows.push(within.runs);
    }
    const [, run] = /^\s*"(.*)"$/.exec(line) ?? [];
    if (run !== undefined) within?.runs.push(run);
  }
  return rows;
}

function poppler(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
