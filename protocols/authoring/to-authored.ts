import type { Block } from '../schema/blocks';
import { type Protocol, ProtocolDocument, type Section } from '../schema/protocol';
import { LISTS_LEFT_OUT } from './front-matter';
import { raiseBlock } from './raise-block';
import { writeHeading, writeNarrative } from './write-prose';
import { writeYaml } from './write-yaml';

/** Blocks that are read one after the other stand in one fence as a list. */
const LISTED = new Set<Block['type']>(['contraindication', 'interaction']);

/** Writes a protocol as its author would: the inverse of `compileProtocol`, which gives back every field of it. */
export function toAuthored(protocol: Protocol): string {
  // The schema gives fields the order they are read in, whatever order they came in.
  const { schemaVersion: _version, sections, ...header } = ProtocolDocument.parse(protocol);
  const parts = sections.flatMap((section) => [
    writeHeading(section.depth, section.title, section.id),
    ...writeBlocks(section),
  ]);
  return `${writeFrontMatter(header)}\n${parts.join('\n\n')}\n`;
}

function writeFrontMatter(header: Omit<Protocol, 'schemaVersion' | 'sections'>): string {
  const { start, end } = header.effectivePeriod;
  const authored = { ...header, effectivePeriod: { start, end: end ?? 'open' } };
  const said = Object.entries(authored).filter(
    ([key, field]) =>
      field !== undefined && !(LISTS_LEFT_OUT.includes(key) && Array.isArray(field) && field.length === 0),
  );
  return `---\n${writeYaml(Object.fromEntries(said))}---\n`;
}

function writeBlocks({ blocks }: Section): string[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const open = groups.at(-1);
    if (open?.[0]?.type === block.type && LISTED.has(block.type)) open.push(block);
    else groups.push([block]);
  }
  return groups.map(([first, ...more]) => {
    if (first === undefined) return '';
    const prose = first.type === 'narrative' ? writeNarrative(first) : undefined;
    if (prose !== undefined) return prose;
    return writeFence(first.type, more.length === 0 ? raiseBlock(first) : [first, ...more].map(raiseBlock));
  });
}

/** A typed fence, longer than any run of its own sign inside it. */
export function toFence(type: string, yaml: string): string {
  const longest = Math.max(2, ...[...yaml.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml ${type}\n${yaml.endsWith('\n') ? yaml : `${yaml}\n`}${fence}`;
}

function writeFence(type: string, authored: unknown): string {
  return toFence(type, writeYaml(authored));
}
