import type { BlockOf } from '../schema/blocks';
import { parseMarkdown, readHeading, splitAttributes, toSource } from './markdown';
import { type FullEvidence, writeEvidence } from './write-values';

type Narrative = BlockOf<'narrative'>;

/** `## Dose {#dose}`; signs that Markdown would take for its own are escaped. */
export function writeHeading(depth: number, title: string, id: string): string {
  const asTyped = toHeading(depth, title, id);
  return isRead(asTyped, depth, title, id) ? asTyped : toHeading(depth, escapeAll(title), id);
}

function toHeading(depth: number, title: string, id: string): string {
  return `${'#'.repeat(depth)} ${title} {#${id}}`;
}

function isRead(heading: string, depth: number, title: string, id: string): boolean {
  const [node, ...more] = parseMarkdown(heading).children;
  if (node?.type !== 'heading' || more.length > 0 || node.depth !== depth) return false;
  const read = readHeading(node);
  return read.text === title && read.id === id && read.evidence === undefined;
}

function escapeAll(title: string): string {
  return title
    .replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`)
    .replaceAll(/[^\S ]/gu, (space) => `&#${space.codePointAt(0)};`);
}

/** A narrative as plain Markdown, its id and evidence after it; undefined where only a fence can hold it whole. */
export function writeNarrative(block: Narrative): string | undefined {
  const { md, id, mark, sources, type: _type, ...more } = block;
  if (Object.values(more).some((field) => field !== undefined)) return undefined;
  if ((mark === undefined) !== (sources === undefined)) return undefined;
  return writeProse(id, md, mark === undefined || sources === undefined ? undefined : { mark, sources });
}

/** The same of its parts. */
export function writeProse(id: string, md: string, about: FullEvidence | undefined): string | undefined {
  const attributes = `{#${id}${about === undefined ? '' : ` ${writeEvidence(about)}`}}`;
  // What the Markdown parser makes of it decides: prose must come back as one block, to the letter.
  const inline = `${md} ${attributes}`;
  const [paragraph, ...rest] = parseMarkdown(inline).children;
  if (paragraph?.type === 'paragraph' && rest.length === 0 && toSource(inline, paragraph) === inline) {
    return splitAttributes(inline).text === md && !cannotStand(md) ? inline : undefined;
  }
  const below = `${md}\n\n${attributes}`;
  const [node, last, ...others] = parseMarkdown(below).children;
  const isWhole = node !== undefined && toSource(below, node) === md && last?.type === 'paragraph';
  if (!isWhole || others.length > 0 || splitAttributes(md).id !== undefined || cannotStand(md)) return undefined;
  return ['list', 'table', 'blockquote'].includes(node.type) ? below : undefined;
}

/** Images are refused in prose, and line ends of another system would become ours. */
function cannotStand(md: string): boolean {
  return md.includes('![') || md.includes('\r');
}
