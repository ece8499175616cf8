import type { NoteTarget } from '../notes/note';
import type { Protocol } from '../schema/protocol';
import { toBlockHash } from './block-hash';
import { countQuote } from './find-quote';
import { findBlock, toHeading, toQuotedText } from './note-target';

/** Where a note stands in an edition: beside its block as before, in need of a look, or without its block. */
export type Placement = 'placed' | 'changed' | 'orphan';

/**
 * The strict rule. Placed only when everything the block says, the section it stands in and that section's titles are as
 * they were, and quoted words are found once; so a changed digit, unit, route, comparison or negation is never passed
 * over, however alike the words are. Nothing is moved by guess.
 */
export function placeNote(target: NoteTarget, protocol: Protocol | undefined): Placement {
  if (protocol === undefined || protocol.id !== target.protocolId) return 'orphan';
  const place = findBlock(protocol, target.blockId);
  if (place === undefined) return 'orphan';
  const { section, block } = place;
  const same =
    section.id === target.sectionId &&
    toHeading(protocol, section.id) === target.heading &&
    toBlockHash(protocol, block) === target.blockHash;
  if (!same) return 'changed';
  const { selector, quotedFrom } = target;
  if (selector === undefined || quotedFrom === 'screen') return 'placed';
  return countQuote(toQuotedText(protocol, block), selector) === 1 ? 'placed' : 'changed';
}
