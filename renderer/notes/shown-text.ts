// Notes and their controls are not the protocol's words; what is hidden from a screen reader is decoration.
export const APART = '[data-notes], [aria-hidden="true"]';

/** Where a character of a block's text stands on the page. */
export interface Spot {
  readonly node: Text;
  readonly offset: number;
}

/** A block's text as the screen shows it, in single spaces, with the place of every character; a space between has none. */
export interface ShownText {
  readonly text: string;
  readonly spots: readonly (Spot | undefined)[];
}

export function readShownText(block: Element): ShownText {
  let text = '';
  const spots: (Spot | undefined)[] = [];
  let space = false;
  let edge = false; // between two inline elements
  const take = (character: string, spot: Spot): void => {
    if (/\s/.test(character)) {
      space = true;
      return;
    }
    if ((space || (edge && wouldMerge(text.at(-1) ?? '', character))) && text !== '') {
      text += ' ';
      spots.push(undefined);
    }
    space = false;
    edge = false;
    text += character;
    spots.push(spot);
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      for (const [offset, character] of node.data.split('').entries()) take(character, { node, offset });
      return;
    }
    if (!(node instanceof Element) || node.matches(APART)) return;
    const inline = isInline(node);
    space ||= !inline;
    edge = true;
    for (const child of node.childNodes) visit(child);
    space ||= !inline;
    edge = true;
  };
  for (const child of block.childNodes) visit(child);
  return { text, spots };
}

/** Whether text on both sides of an element's edge would read as one number: a cell "5" beside a cell "10" is not 510. */
function wouldMerge(before: string, after: string): boolean {
  return /[\p{N}\p{L}.,]/u.test(before) && /[\p{N}\p{L}.,]/u.test(after) && /\p{N}/u.test(before + after);
}

function isInline(element: Element): boolean {
  return element.tagName !== 'BR' && ['inline', 'contents'].includes(getComputedStyle(element).display);
}
