const ALL = 'find';
const CURRENT = 'find-current';

/** Paints matches over the page without touching its elements: notes keep their anchors, scripts their text. */
export function paintMatches(ranges: readonly Range[], current: Range | undefined): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
    return;
  }
  CSS.highlights.set(ALL, new Highlight(...ranges.filter((range) => range !== current)));
  const one = new Highlight(...(current === undefined ? [] : [current]));
  one.priority = 1;
  CSS.highlights.set(CURRENT, one);
}

/** Brings a match into sight, below `visibleFrom` pixels of header and bar; what is folded around it is opened. */
export function revealMatch(match: Range, visibleFrom: number): void {
  const element = elementOf(match);
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  const inSight = ({ top, bottom }: DOMRect): boolean => top >= visibleFrom && bottom <= innerHeight;
  // A wide table scrolls by itself, sideways.
  if (!isShownWhole(match, element)) element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const place = match.getBoundingClientRect();
  if (!inSight(place)) scrollBy(0, place.top - visibleFrom - (innerHeight - visibleFrom) / 3);
}

function isShownWhole(match: Range, element: Element | undefined): boolean {
  const { left, right } = match.getBoundingClientRect();
  for (let around = element; around !== undefined; around = around.parentElement ?? undefined) {
    const box = around.getBoundingClientRect();
    if (around.scrollWidth > around.clientWidth && (left < box.left || right > box.right)) return false;
  }
  return true;
}

/** The element whose words a range begins with. */
export function elementOf(range: Range): Element | undefined {
  const { startContainer } = range;
  return (startContainer instanceof Element ? startContainer : startContainer.parentElement) ?? undefined;
}
