import type { RootContent, Table } from 'mdast';
import { toString as toPlain } from 'mdast-util-to-string';
import { parseMarkdown } from '../authoring/markdown';
import { toSingleSpaced } from './find-quote';

/** A sentence of prose, and what it cannot be read without: the line above its list, the head of its table. */
export interface Sentence {
  readonly text: string;
  readonly under: readonly string[];
}

/** Every sentence of a piece of Markdown in reading order; a row of a table is one. */
export function listSentences(md: string): readonly Sentence[] {
  return walk(parseMarkdown(md).children, []);
}

function walk(nodes: readonly RootContent[], under: readonly string[]): Sentence[] {
  let before: readonly string[] = [];
  return nodes.flatMap((node) => {
    const sentences = toSentences(node, under, before);
    before = sentences.slice(-1).map(({ text }) => text);
    return sentences;
  });
}

function toSentences(node: RootContent, under: readonly string[], above: readonly string[]): Sentence[] {
  if (node.type === 'list') return node.children.flatMap((item) => walk(item.children, [...under, ...above]));
  if (node.type === 'table') return toRows(node, [...under, ...above]);
  // A paragraph is read by itself, also after another.
  return splitSentences(toWords(node)).map((text) => ({ text, under }));
}

function toRows({ children }: Table, under: readonly string[]): Sentence[] {
  const [head = '', ...rows] = children.map((row) =>
    row.children.map((cell) => toSingleSpaced(toPlain(cell))).join(' · '),
  );
  return rows.map((text) => ({ text, under: [...under, head] }));
}

function toWords(node: RootContent): string {
  if (!('children' in node)) return toPlain(node);
  return node.children.map((child) => (child.type === 'break' ? ' ' : toPlain(child))).join('');
}

// Cut late rather than early: a sentence too long asks once too often, half a sentence might lose its "not".
const SHORTENED =
  '[Vv]s|[Nn]os?|Dr|Mrs?|Ms|St|[Ff]ig|[Aa]pprox|[Ii]ncl|[Ee]xcl|[Mm]ax|[Mm]in|[Rr]esp|[Ee]tc|al|ca|cf|nr|[Ee]nv|Mme|[Vv]ol|[Cc]onc|[Tt]emp|sec|hrs?';
const END = new RegExp(
  String.raw`(?<=(?:\p{L}{2}|\d|\d\s?%)[.!?]["”»)]*)(?<!(?<!\p{L})(?:${SHORTENED})[.]["”»)]*)\s+(?=["“«(]*\p{Lu})`,
  'u',
);

/** A text at the ends of its sentences, as far as they are certain. The same on every runtime, which no segmenter promises. */
export function splitSentences(text: string): readonly string[] {
  return toSingleSpaced(text).split(END).filter(Boolean);
}
