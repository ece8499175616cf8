import type { NoteTarget } from '../notes/note';
import type { Protocol } from '../schema/protocol';
import { toBlockHash } from './block-hash';
import { countRun, toMeaning, toMeant } from './meaning';
import { type BlockPlace, findBlock, toHeading, toRoute } from './note-target';
import { toBlockWords } from './passages';

/** Where a note stands in an edition: beside its block as before, in need of a look, or without its block. */
export type Placement = 'placed' | 'changed' | 'orphan';

/**
 * The rule of the sentence. Placed only when every sentence or row the note speaks of says the same, once, under the same
 * titles and routes, and the quoted words are found once. So a changed number, unit, route, comparison, interval or negation
 * is never passed over, however alike the words are. Nothing is moved by guess.
 */
export function placeNote(target: NoteTarget, protocol: Protocol | undefined): Placement {
  if (protocol === undefined || protocol.id !== target.protocolId) return 'orphan';
  const place = findBlock(protocol, target.blockId);
  if (place === undefined) return 'orphan';
  return standsUnderSame(target, protocol, place) && saysSame(target, protocol, place) ? 'placed' : 'changed';
}

function standsUnderSame(target: NoteTarget, protocol: Protocol, place: BlockPlace): boolean {
  const { title = protocol.title, route = toRoute(place) } = target;
  return (
    place.section.id === target.sectionId &&
    toMeant(toHeading(protocol, place.section.id)) === toMeant(target.heading) &&
    toMeant(protocol.title) === toMeant(title) &&
    toRoute(place) === route
  );
}

function saysSame(target: NoteTarget, protocol: Protocol, { block }: BlockPlace): boolean {
  const { sentences, selector, quotedFrom, blockHash } = target;
  if (sentences === undefined) return toBlockHash(protocol, block) === blockHash;
  const { passages, pieces, whole } = toBlockWords(protocol, block);
  if (selector === undefined || quotedFrom === 'screen') return whole.join() === sentences.join();
  const isOnce = (sentence: string): boolean => passages.filter(({ hash }) => hash === sentence).length === 1;
  return sentences.every(isOnce) && countRun(pieces, toMeaning(selector.exact)) === 1;
}
