import type { NoteTarget } from '../notes/note';
import type { Block } from '../schema/blocks';
import type { Protocol } from '../schema/protocol';
import { toBlockHash } from './block-hash';
import { toMeant } from './meaning';
import { type BlockPlace, toHeading, toRoute } from './note-target';
import { countQuote, toBlockWords } from './passages';

/** Where a note stands in an edition: beside its block as before, in need of a look, or without its block. */
export type Placement = 'placed' | 'changed' | 'orphan';

/**
 * The rule of the sentence. Placed only when every sentence or row the note speaks of says the same, once, under the same
 * titles and routes, and the quoted words are found once. So a changed number, unit, route, comparison, interval or negation
 * is never passed over, however alike the words are. Nothing is moved by guess.
 */
export function placeNote(target: NoteTarget, protocol: Protocol | undefined): Placement {
  if (protocol === undefined || protocol.id !== target.protocolId) return 'orphan';
  const ground = toGrounds(protocol).get(target.blockId);
  if (ground === undefined) return 'orphan';
  return standsUnderSame(target, ground) && saysSame(target, protocol, ground.place.block) ? 'placed' : 'changed';
}

/** A block with what it stands under. */
interface Ground {
  readonly place: BlockPlace;
  readonly heading: string;
  readonly title: string;
  readonly route: string;
  /** What notes say they stood under, and whether that is the same: most notes of a block say it alike. */
  readonly judged: Map<string, boolean>;
}

const known = new WeakMap<Protocol, ReadonlyMap<string, Ground>>();

/** Every block of an edition by its id, worked out once: a hundred thousand notes ask for the same few. */
function toGrounds(protocol: Protocol): ReadonlyMap<string, Ground> {
  const grounds = known.get(protocol) ?? new Map(listGrounds(protocol));
  known.set(protocol, grounds);
  return grounds;
}

function listGrounds(protocol: Protocol): [string, Ground][] {
  return protocol.sections.flatMap((section) => {
    const heading = toHeading(protocol, section.id);
    return section.blocks.map((block): [string, Ground] => {
      const place = { section, block };
      return [block.id, { place, heading, title: protocol.title, route: toRoute(place), judged: new Map() }];
    });
  });
}

function standsUnderSame({ sectionId, heading, title, route }: NoteTarget, ground: Ground): boolean {
  const key = JSON.stringify([sectionId, heading, title, route]);
  const isSame =
    ground.judged.get(key) ??
    (ground.place.section.id === sectionId &&
      toMeant(ground.heading) === toMeant(heading) &&
      toMeant(ground.title) === toMeant(title ?? ground.title) &&
      ground.route === (route ?? ground.route));
  ground.judged.set(key, isSame);
  return isSame;
}

function saysSame(target: NoteTarget, protocol: Protocol, block: Block): boolean {
  const { sentences, selector, quotedFrom, blockHash } = target;
  if (sentences === undefined) return toBlockHash(protocol, block) === blockHash;
  const words = toBlockWords(protocol, block);
  const { passages, whole } = words;
  if (selector === undefined || quotedFrom === 'screen') return whole.join() === sentences.join();
  const isOnce = (sentence: string): boolean => passages.filter(({ hash }) => hash === sentence).length === 1;
  return sentences.every(isOnce) && countQuote(words, selector.exact) === 1;
}
