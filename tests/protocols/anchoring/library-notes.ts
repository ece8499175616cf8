import { toNoteTarget } from '../../../protocols/anchoring/note-target';
import type { NoteTarget } from '../../../protocols/notes/note';
import type { Protocol } from '../../../protocols/schema/protocol';
import { toSingleSpaced } from '../../../protocols/anchoring/find-quote';

/** A note written on the library for the generator, and what of its block it hangs on, told without the code under test. */
export interface WrittenNote {
  readonly target: NoteTarget;
  readonly sectionId: string;
  /** Path of the row inside the block; `''` where the note is on the whole block. */
  readonly row: string;
  /** In prose: the sentence as typed, and where it begins. */
  readonly sentence?: Piece;
}

/** A stretch of a text. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** Prose at every place where a sentence may end: finer than what the program takes for a sentence, never coarser. */
export function toPieces(md: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of md.matchAll(/(?<=[.!?]["”)*_]*)\s+(?=[\p{Lu}"“(])|\n+/gu)) {
    pieces.push({ start, text: md.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  pieces.push({ start, text: md.slice(start) });
  return pieces.filter(({ text }) => /\p{L}/u.test(text) && !/^[\s|:-]+$/.test(text));
}

/** Every record inside a block that stands in a list, with its path; the block itself has the path `''`. */
export function* rowsOf(node: object, path = ''): Generator<{ node: Record<string, unknown>; path: string }> {
  yield { node: node as Record<string, unknown>, path };
  for (const [name, field] of Object.entries(node)) {
    if (!Array.isArray(field)) continue;
    for (const [index, item] of field.entries()) {
      if (typeof item === 'object' && item !== null) yield* rowsOf(item as object, `${path}/${name}/${index}`);
    }
  }
}

/** A note on each block as a whole, and on some words of each of its sentences or rows. */
export function writeNotes(protocol: Protocol): WrittenNote[] {
  return protocol.sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      const on = (row: string, words?: string, sentence?: Piece): WrittenNote[] => {
        const shown =
          words === undefined
            ? undefined
            : ({ type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' } as const);
        const target = toNoteTarget(protocol, block.id, shown);
        if (target === undefined) throw new Error(`no block ${block.id}`);
        if (words !== undefined && target.quotedFrom !== 'text') return [];
        return [{ target, sectionId: section.id, row, ...(sentence === undefined ? {} : { sentence }) }];
      };
      if (block.type === 'narrative') {
        return [...on(''), ...toPieces(block.md).flatMap((piece) => on('', toWordsOf(piece.text), piece))];
      }
      return [...on(''), ...[...rowsOf(block)].slice(1).flatMap(({ node, path }) => on(path, toLabel(node)))];
    }),
  );
}

/** A few plain words of a piece of prose. */
function toWordsOf(md: string): string {
  const plain = md.split(/\{\{.*?\}\}|[*_`[\]|\\<>#]/s).toSorted((a, b) => b.length - a.length)[0] ?? '';
  const words = toSingleSpaced(plain).split(' ');
  const from = Math.floor(words.length / 3);
  return words.slice(from, from + 5).join(' ');
}

function toLabel(row: Record<string, unknown>): string {
  const texts = ['label', 'text', 'name', 'title', 'term', 'when', 'definition'].map((field) => row[field]);
  const text = texts.find((field): field is string => typeof field === 'string') ?? '';
  return toSingleSpaced(text).split(' ').slice(0, 6).join(' ');
}
