import type { Measured, Space } from './paginate';
import type { Orientation } from './sheet-part';

// A sheet breaks at the same rows on A4 and Letter: it has the room of the shorter of them under its header and footer, and
// no more than this.
const TALLEST_BODY_MM = { portrait: 246, landscape: 178 } as const;
// Letter upright, A4 on its side; `styles/page.css` has the same.
const SHORTEST_PAGE_MM = { portrait: 278.9, landscape: 209.5 } as const;
const PX_PER_MM = 96 / 25.4;
// Rows of text round differently on paper than on screen by parts of a pixel.
const SLACK_PX = 3;

/** Reads the heights of an unpaged sheet: of its parts, and of the room a page has for them. */
export function measureParts(sheet: HTMLElement, orientation: Orientation): { parts: Measured[]; space: Space } {
  const body = sheet.querySelector('.measured');
  const gap = body === null ? 0 : Number.parseFloat(getComputedStyle(body).rowGap) || 0;
  const spare = Math.max(0, heightOf(sheet.querySelector('.page')) - SHORTEST_PAGE_MM[orientation] * PX_PER_MM);
  const tallest = TALLEST_BODY_MM[orientation] * PX_PER_MM;
  const room = Math.min(heightOf(find(sheet, 'room')) - spare, tallest) - SLACK_PX;
  const parts = [...sheet.querySelectorAll('[data-part]')].map((part): Measured => {
    const height = heightOf(part);
    const keep = part.hasAttribute('data-keep');
    if (!(part instanceof HTMLTableElement)) return { height, keep };
    const rows = [...(part.tBodies[0]?.rows ?? [])].map(heightOf);
    return { height, keep, table: { head: height - rows.reduce((sum, row) => sum + row, 0), rows } };
  });
  const space = {
    first: room - heightOf(find(sheet, 'first')) - gap,
    later: room - heightOf(find(sheet, 'later')) - gap,
    gap,
  };
  return { parts, space };
}

function find(sheet: HTMLElement, name: string): Element | null {
  return sheet.querySelector(`[data-measure="${name}"]`);
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}
