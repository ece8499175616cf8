import { type Result, fail, ok } from '../../../protocols/schema/result';

/** A part of the sheet with its height. One with rows may go on over the next page, its head repeated; the rest stays whole. */
export interface Measured {
  readonly height: number;
  /** Stays on the page of what follows. */
  readonly keep?: boolean;
  readonly table?: { readonly head: number; readonly rows: readonly number[] };
}

/** A part on a page: whole, or some of its rows. */
export interface Slice {
  readonly part: number;
  /** Rows from, and up to but not with; absent when the part is whole. */
  readonly rows?: readonly [from: number, to: number];
}

export interface Space {
  /** Height for parts on the first page, and on each later one. */
  readonly first: number;
  readonly later: number;
  readonly gap: number;
}

/**
 * Lays parts out on pages in order. A table moves to the next page whole when that lets it stay whole; only one longer
 * than a page is cut, between rows. Fails when a row or a whole part is longer than a page.
 */
export function paginate(parts: readonly Measured[], { first, later, gap }: Space): Result<Slice[][], 'too-long'> {
  const pages: Slice[][] = [[]];
  let free = first;
  const turn = (): void => {
    pages.push([]);
    free = later;
  };
  const put = (slice: Slice, height: number): void => {
    const page = pages.at(-1) ?? [];
    free -= height + (page.length > 0 ? gap : 0);
    page.push(slice);
  };
  const isFresh = (): boolean => pages.at(-1)?.length === 0;
  const room = (): number => free - (isFresh() ? 0 : gap);

  for (const [part, { height, table }] of parts.entries()) {
    const needed = countNeeded(parts, part, later, gap);
    // A table whose heading stands on this page already is cut here rather than leave it alone.
    const glued = table !== undefined && !isFresh() && parts[part - 1]?.keep === true;
    if (needed > room() && needed <= later && !glued) turn();
    if (height <= room()) {
      put({ part }, height);
      continue;
    }
    if (table === undefined) return fail('too-long');
    let from = 0;
    while (from < table.rows.length) {
      const fitting = countFitting(table.rows.slice(from), room() - table.head);
      if (fitting === 0 && pages.length > 1 && isFresh()) return fail('too-long');
      if (fitting > 0) {
        const to = from + fitting;
        put({ part, rows: [from, to] }, table.head + table.rows.slice(from, to).reduce((sum, row) => sum + row, 0));
        from = to;
      }
      if (from < table.rows.length) turn();
    }
  }
  return ok(pages);
}

/** The height that has to be free where a part begins: its own, and for a heading that of what it stands over. */
function countNeeded(parts: readonly Measured[], at: number, most: number, gap: number): number {
  let needed = 0;
  for (let index = at; index < parts.length; index++) {
    const { height, keep, table } = parts[index] ?? { height: 0 };
    const whole = needed + height;
    if (keep === true) needed = whole + gap;
    // Too long to stay whole under its heading: the first row is enough.
    else
      return table === undefined || index === at || whole <= most ? whole : needed + table.head + (table.rows[0] ?? 0);
  }
  return needed;
}

function countFitting(rows: readonly number[], room: number): number {
  let used = 0;
  for (const [count, row] of rows.entries()) {
    used += row;
    if (used > room) return count;
  }
  return rows.length;
}
