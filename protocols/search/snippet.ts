import { readWords } from './analyser';
import type { Marks } from './answer';

interface Piece {
  readonly text: string;
  readonly blockId: string;
}

const LONGEST = 220; // characters of one result's text

/** Where words of a text match one of the terms; offsets are into the text as given. */
export function findMarks(text: string, terms: ReadonlySet<string>): Marks {
  return readWords(text)
    .filter((word) => word.terms.some((term) => terms.has(term)))
    .map(({ start, end }) => [start, end] as const)
    .filter(([start], index, all) => index === 0 || start !== all[index - 1]?.[0]);
}

/** The pieces of an entry that say most of what was asked, whole where they fit, and the block the best one stands in. */
export function toSnippet(pieces: readonly Piece[], terms: ReadonlySet<string>): { text: string; blockId: string } {
  const counted = pieces.map((piece, index) => ({ piece, index, said: toTermSet([piece.text], terms) }));
  const best = counted.toSorted((a, b) => b.said.size - a.said.size || a.index - b.index)[0];
  if (best === undefined) return { text: '', blockId: '' };
  if (best.said.size === 0) return { text: shorten(pieces[0]?.text ?? '', 0), blockId: '' };
  const second = counted.find(
    ({ piece, index, said }) =>
      index !== best.index &&
      piece.blockId === best.piece.blockId &&
      [...said].some((term) => !best.said.has(term)) &&
      piece.text.length + best.piece.text.length < LONGEST,
  );
  const shown = second === undefined ? [best] : [best, second].toSorted((a, b) => a.index - b.index);
  const text = shown.map(({ piece }) => shorten(piece.text, findMarks(piece.text, terms)[0]?.[0] ?? 0)).join(' … ');
  return { text, blockId: best.piece.blockId };
}

/** Every term of some texts; of those named only, if some are. */
export function toTermSet(texts: readonly string[], only?: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const { terms } of readWords(text)) {
      for (const term of terms) if (only === undefined || only.has(term)) found.add(term);
    }
  }
  return found;
}

/** A long piece is cut between words around the place asked for; a quantity is one word and is never cut. */
function shorten(text: string, around: number): string {
  if (text.length <= LONGEST) return text;
  const words = readWords(text);
  const from = around < LONGEST / 2 ? 0 : (words.find((word) => word.start >= around - LONGEST / 3)?.start ?? 0);
  const to = words.findLast((word) => word.end <= from + LONGEST)?.end ?? text.length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
