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
  const [width = 0, height = 0] = field(/^Page size:\s+([\d.]+ x [\d.]+) pts/m)
    .split(' x ')
    .map((points) => Number(points) * MM_PER_POINT);
  const pages = poppler('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
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

/** Draws the pages from one to another, or all, as a printer without colours would, at so many dots an inch. */
export function drawPages(file: string, dots: number, range?: readonly [from: number, to: number]): Picture[] {
  const only = range === undefined ? [] : ['-f', String(range[0]), '-l', String(range[1])];
  let rest: Buffer = execFileSync('pdftoppm', ['-r', String(dots), '-gray', ...only, file], {
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pictures: Picture[] = [];
  while (rest.length > 0) {
    const [head = '', width = '0', height = '0'] =
      /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(rest.toString('latin1', 0, 64)) ?? [];
    const end = head.length + Number(width) * Number(height);
    if (head === '') throw new Error('this is no picture');
    pictures.push({ width: Number(width), height: Number(height), greys: rest.subarray(head.length, end) });
    rest = rest.subarray(end);
  }
  return pictures;
}

/** One page, drawn. */
export function drawPage(file: string, page: number, dots: number): Picture {
  const [picture] = drawPages(file, dots, [page, page]);
  if (picture === undefined) throw new Error(`there is no page ${page}`);
  return picture;
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
