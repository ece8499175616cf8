import { findBlock } from '../../protocols/anchoring/note-target';
import { toBlockWords } from '../../protocols/anchoring/passages';
import type { BlockLink } from '../../protocols/notes/note';
import type { Block } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';
import { toNumbers } from '../../protocols/text/numbering';

const LONGEST_NAME = 60;

/** What a block is called in a list: its number, and its title or first words. A block that is gone has only its id left. */
export function toBlockName(protocol: Protocol | undefined, { protocolId, blockId }: BlockLink): string {
  const place = protocol && findBlock(protocol, blockId);
  if (protocol === undefined || place === undefined) return `${protocolId} ${blockId}`;
  return nameBlock(protocol, place.block, toNumbers(protocol.sections));
}

/** Every section of a protocol with its blocks by name, in reading order. */
export function listBlockNames(
  protocol: Protocol,
): readonly { readonly title: string; readonly blocks: readonly { readonly id: string; readonly name: string }[] }[] {
  const numbers = toNumbers(protocol.sections);
  return protocol.sections.map(({ title, blocks }) => ({
    title,
    blocks: blocks.map((block) => ({ id: block.id, name: nameBlock(protocol, block, numbers) })),
  }));
}

function nameBlock(protocol: Protocol, block: Block, numbers: ReadonlyMap<string, string>): string {
  const words = block.title ?? toBlockWords(protocol, block).text;
  const short = words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME).replace(/\s\S*$/, '')} …`;
  return `${numbers.get(block.id) ?? ''} ${short}`.trim();
}
