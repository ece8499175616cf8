import { execFileSync } from 'node:child_process';

const MM_PER_POINT = 25.4 / 72;

/** What a PDF says to whoever picks it up: the text of each page, its size, and whether it stands on its own fonts. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly info: { readonly width: number; readonly height: number; readonly tagged: boolean };
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
  return { pages, info: { width, height, tagged: /^Tagged:\s+yes$/m.test(info) }, unembedded };
}

function poppler(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
