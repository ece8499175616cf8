import type { RootContent } from 'mdast';
import { parseMarkdown } from './markdown';

/** What stands in a text one after the other, each with its own place; places within them are not to be relied on. */
export type ReadMarkdown = (text: string) => readonly RootContent[];

/** Parses sections that one reading of a text has parsed already only once; hands on what it used, and no more, to the next. */
export class KnownMarkdown {
  readonly #before: ReadonlyMap<string, readonly RootContent[]>;
  readonly #used = new Map<string, readonly RootContent[]>();

  constructor(before?: KnownMarkdown) {
    this.#before = before === undefined ? new Map<string, readonly RootContent[]>() : before.#used;
  }

  readonly read: ReadMarkdown = (text) => {
    let offset = 0;
    let line = 0;
    return cutAtHeadings(text).flatMap((piece) => {
      const known = this.#used.get(piece) ?? this.#before.get(piece) ?? parseMarkdown(piece).children;
      this.#used.set(piece, known);
      const shifted = known.map((node) => shift(node, offset, line));
      offset += piece.length;
      line += piece.split('\n').length - 1;
      return shifted;
    });
  };
}

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})(?<info>[^`]*)$/;
// What reaches over headings, or makes it unsure where a fence ends: such a text is parsed as a whole.
const FAR = [
  /^ {0,3}\[[^\]\n]+\]:/m, // a definition is meant everywhere
  /^ {0,3}<[!?/A-Za-z]/m, // HTML may go on over blank lines
  /^[ \t]*(?:>|[-+*]|\d{1,9}[.)])[^\n]*(?:`{3}|~{3})/m, // a fence in a list ends where the list does
];

/**
 * The text in pieces that mean by themselves what they mean together: a heading behind a blank line, at the left edge and in
 * no fence, begins anew whatever stands before it.
 */
export function cutAtHeadings(text: string): readonly string[] {
  if (FAR.some((pattern) => pattern.test(text))) return [text];
  const pieces: string[] = [];
  let fence: string | undefined;
  let isBlank = false;
  let start = 0;
  let at = 0;
  for (const row of text.split('\n')) {
    const mark = FENCE.exec(row)?.groups;
    if (fence !== undefined) {
      if (mark?.['fence']?.startsWith(fence) === true && mark['info']?.trim() === '') fence = undefined;
    } else if (mark?.['fence'] !== undefined) fence = mark['fence'];
    else if (isBlank && HEADING.test(row)) {
      pieces.push(text.slice(start, at));
      start = at;
    }
    isBlank = row.trim() === '';
    at += row.length + 1;
  }
  return [...pieces, text.slice(start)];
}

function shift(node: RootContent, offset: number, line: number): RootContent {
  if (node.position === undefined || offset === 0) return node;
  const { start, end } = node.position;
  const moved = <P extends typeof start>(point: P): P => ({
    ...point,
    line: point.line + line,
    offset: (point.offset ?? 0) + offset,
  });
  return { ...node, position: { start: moved(start), end: moved(end) } };
}
