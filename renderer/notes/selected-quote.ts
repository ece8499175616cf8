import { toSelector } from '../../protocols/anchoring/find-quote';
import type { TextQuoteSelector } from '../../protocols/notes/note';
import { APART, type Spot, readShownText } from './shown-text';

export type Selected =
  | { readonly kind: 'nothing' }
  /** Words of several blocks, or of none. */
  | { readonly kind: 'across' }
  | { readonly kind: 'quote'; readonly blockId: string; readonly selector: TextQuoteSelector };

const BLOCK = '[data-block-id]';

/** The selected words, when they lie within one block: as the screen shows them, in single spaces, never half a word. */
export function readSelection(selection: Selection | null): Selected {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return { kind: 'nothing' };
  const range = selection.getRangeAt(0);
  // By its words, not its ends: a triple click ends at the start of the next block.
  const nodes = listSelectedTexts(range);
  if (nodes.length === 0) return { kind: 'nothing' };
  const blocks = new Set(nodes.map((node) => node.parentElement?.closest<HTMLElement>(BLOCK)));
  const [block] = blocks;
  const blockId = block?.dataset['blockId'];
  if (block === undefined || block === null || blocks.size > 1 || blockId === undefined) return { kind: 'across' };
  const { text, start, end } = readBlockText(block, range);
  return { kind: 'quote', blockId, selector: toSelector(text, ...toWholeWords(text, start, end)) };
}

function listSelectedTexts(range: Range): Text[] {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (
    let node: Node | null = root instanceof Text ? root : walker.nextNode();
    node !== null;
    node = walker.nextNode()
  ) {
    if (!(node instanceof Text) || node.parentElement?.closest(APART)) continue;
    const [from, to] = toSelectedPart(node, range);
    if (node.data.slice(from, to).trim() !== '') texts.push(node);
  }
  return texts;
}

function toSelectedPart(node: Text, range: Range): readonly [number, number] {
  if (!range.intersectsNode(node)) return [0, 0];
  return [
    node === range.startContainer ? range.startOffset : 0,
    node === range.endContainer ? range.endOffset : node.length,
  ];
}

/** The text of a block in single spaces, and where in it the selection begins and ends. */
function readBlockText(
  block: Element,
  range: Range,
): { readonly text: string; readonly start: number; readonly end: number } {
  const { text, spots } = readShownText(block);
  const isSelected = (spot: Spot | undefined): boolean => {
    if (spot === undefined) return false;
    const [from, to] = toSelectedPart(spot.node, range);
    return spot.offset >= from && spot.offset < to;
  };
  return { text, start: Math.max(0, spots.findIndex(isSelected)), end: spots.findLastIndex(isSelected) + 1 };
}

/** Widened to whole words: "5 mg" taken out of "0.5 mg" would say something else. */
function toWholeWords(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from > 0 && text[from - 1] !== ' ') from -= 1;
  while (to < text.length && text[to] !== ' ') to += 1;
  return [from, to];
}
