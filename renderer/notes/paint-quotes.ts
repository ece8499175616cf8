import { findWhole, toSingleSpaced } from '../../protocols/anchoring/find-quote';
import { readShownText } from './shown-text';

/** Where quoted words stand in a block on the page, when they do so exactly once; which of several is not guessed. */
export function findRange(block: Element, exact: string): Range | undefined {
  const { text, spots } = readShownText(block);
  const quoted = toSingleSpaced(exact);
  const [start, ...others] = findWhole(text, quoted);
  if (start === undefined || others.length > 0) return undefined;
  const [from, to] = [spots[start], spots[start + quoted.length - 1]];
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + 1);
  return range;
}

const PAINT = 'handrail-note';

/** Paints ranges as quoted by notes, beside those painted already. Answers with what takes them off again. */
export function paint(ranges: readonly Range[]): () => void {
  if (ranges.length === 0) return () => undefined;
  const highlight = CSS.highlights.get(PAINT) ?? new Highlight();
  CSS.highlights.set(PAINT, highlight);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}
