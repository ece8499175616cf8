import type { Heading, Root, RootContent } from 'mdast';
import { toString as toPlain } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const PARSER = unified().use(remarkParse).use(remarkGfm).freeze();
const ATTRIBUTES = /\s*\{#(?<id>[a-z][a-z0-9-]*)(?<evidence>(?: [A-Za-z0-9-]+)*)\}\s*$/;

/** CommonMark with tables, as positions in the text it was given. */
export function parseMarkdown(text: string): Root {
  return PARSER.parse(text);
}

/** What a paragraph or heading says about itself at its end: `{#id verified S16}`. */
export interface Attributes {
  /** The text before them. */
  readonly text: string;
  readonly id?: string;
  /** `verified S16`; absent when only an id is said. */
  readonly evidence?: string;
}

export function splitAttributes(source: string): Attributes {
  const match = ATTRIBUTES.exec(source);
  if (match?.groups === undefined) return { text: source };
  const { id = '', evidence = '' } = match.groups;
  return { text: source.slice(0, match.index), id, ...(evidence === '' ? {} : { evidence: evidence.trim() }) };
}

/** The words of a heading, and its id. */
export function readHeading(heading: Heading): Attributes {
  return splitAttributes(toPlain(heading));
}

/** A node exactly as it was typed. */
export function toSource(text: string, node: RootContent): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
