import { toContentHash } from '../authoring/canonical-json';
import type { Block } from '../schema/blocks';
import type { Protocol } from '../schema/protocol';
import { findTextReferences, resolveTextReference } from '../text/text-references';

/**
 * SHA-256 in hex over what a block says. Prose may repeat a number that lives in another block, and a step may name a
 * dose given elsewhere: their present values are hashed too, or the number a note speaks of could change under an
 * unchanged block.
 */
export function toBlockHash(protocol: Protocol, block: Block): string {
  const borrowed = listBorrowed(protocol, block);
  return toContentHash(borrowed.length === 0 ? block : { block, borrowed });
}

function listBorrowed(protocol: Protocol, block: Block): readonly unknown[] {
  if (block.type === 'narrative') {
    return findTextReferences(block.md).map((reference) => [reference, resolveTextReference(protocol, reference)]);
  }
  if (block.type !== 'adverse-response') return [];
  return block.steps.flatMap(({ dose }) => (dose === undefined ? [] : [[dose, findReferencedBlock(protocol, dose)]]));
}

/** The block that `#block` or `#block/item` names. */
export function findReferencedBlock(protocol: Protocol, reference: string): Block | undefined {
  const [id] = reference.slice(1).split('/');
  return protocol.sections.flatMap((section) => section.blocks).find((block) => block.id === id);
}
