import { type FoldedText, findMatches, foldQuery, foldText } from './find-matches';

/** Text that reads as one: the words of a paragraph or a cell, through the bold and the links inside it. */
interface Passage {
  readonly text: FoldedText;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

// Controls are not the protocol's words, and what a screen reader does not say is decoration.
const APART =
  'button, input, textarea, select, kbd, script, style, [aria-hidden="true"], [data-find], .visually-hidden';

/** The text of part of a page, in reading order, folded parts included; read once, then found in at every key. */
export function readPageText(root: Element): readonly Passage[] {
  const passages: Passage[] = [];
  let nodes: { node: Text; start: number }[] = [];
  let text = '';
  const end = (): void => {
    if (text.trim() !== '') passages.push({ text: foldText(text), nodes });
    nodes = [];
    text = '';
  };
  const walk = (element: Element): void => {
    if (element.matches(APART)) return;
    const { display } = getComputedStyle(element);
    if (display === 'none') return;
    const apart = !display.startsWith('inline') || element.tagName === 'BR';
    if (apart) end();
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        nodes.push({ node: child, start: text.length });
        text += child.data;
      } else if (child instanceof Element) walk(child);
    }
    if (apart) end();
  };
  walk(root);
  end();
  return passages;
}

/** Where a query stands on the page; not in what has left it since it was read. */
export function findOnPage(passages: readonly Passage[], query: string, wholeWords: boolean): readonly Range[] {
  const wanted = foldQuery(query);
  return passages.flatMap((passage) => {
    const matches = findMatches(passage.text, wanted, wholeWords);
    const isThere = matches.length > 0 && passage.nodes.every(({ node }) => node.isConnected);
    return isThere ? matches.map(([start, end]) => toRange(passage, start, end)) : [];
  });
}

function toRange({ nodes }: Passage, start: number, end: number): Range {
  const range = new Range();
  // The end of one node is the start of the next: a match begins in the next and ends in the one before.
  const first = nodes.findLast((place) => place.start <= start);
  const last = nodes.findLast((place) => place.start < end);
  if (first !== undefined) range.setStart(first.node, start - first.start);
  if (last !== undefined) range.setEnd(last.node, end - last.start);
  return range;
}
