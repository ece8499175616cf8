import { type Word, readWords } from './analyser';
import type { Marks } from './answer';

/** A text with its words read. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
}

export interface ReadPiece extends ReadText {
  readonly blockId: string;
}

/** Whether a term is one of those asked for. */
export type IsAsked = (term: string) => boolean;

const LONGEST = 220; // characters of one result's text
const NOTHING: ReadonlySet<string> = new Set();

export function toReadText(text: string): ReadText {
  return { text, words: readWords(text) };
}

/** Where words of a text match one of the terms asked for; offsets are into the text as given. */
export function findMarks({ words }: ReadText, isAsked: IsAsked): Marks {
  return words
    .filter((word) => word.terms.some(isAsked))
    .map(({ start, end }) => [start, end] as const)
    .filter(([start], index, all) => index === 0 || start !== all[index - 1]?.[0]);
}

/** The pieces of an entry that say most of what was asked, whole where they fit, and the block the best one stands in. */
export function toSnippet(pieces: readonly ReadPiece[], isAsked: IsAsked): { text: string; blockId: string } {
  const counted = pieces.map((piece, index) => ({ piece, index, said: toSaid(piece, isAsked) }));
  const best = counted.toSorted((a, b) => b.said.size - a.said.size || a.index - b.index)[0];
  if (best === undefined) return { text: '', blockId: '' };
  if (best.said.size === 0) return { text: shorten(pieces[0], 0), blockId: '' };
  const second = counted.find(
    ({ piece, index, said }) =>
      index !== best.index &&
      piece.blockId === best.piece.blockId &&
      [...said].some((term) => !best.said.has(term)) &&
      piece.text.length + best.piece.text.length < LONGEST,
  );
  const shown = second === undefined ? [best] : [best, second].toSorted((a, b) => a.index - b.index);
  const text = shown.map(({ piece }) => shorten(piece, findMarks(piece, isAsked)[0]?.[0] ?? 0)).join(' … ');
  return { text, blockId: best.piece.blockId };
}

/** The terms of a text that were asked for; most texts hold none. */
function toSaid({ words }: ReadText, isAsked: IsAsked): ReadonlySet<string> {
  let said: Set<string> | undefined;
  for (const { terms } of words) {
    for (const term of terms) if (isAsked(term)) (said ??= new Set()).add(term);
  }
  return said ?? NOTHING;
}

/** A long piece is cut between words around the place asked for; a quantity is one word and is never cut. */
function shorten(piece: ReadText | undefined, around: number): string {
  const { text, words } = piece ?? { text: '', words: [] };
  if (text.length <= LONGEST) return text;
  const from = around < LONGEST / 2 ? 0 : (words.find((word) => word.start >= around - LONGEST / 3)?.start ?? 0);
  const to = words.findLast((word) => word.end <= from + LONGEST)?.end ?? text.length;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
