import type { NoteTarget } from '../notes/note';
import type { Protocol } from '../schema/protocol';
import { toMeaning } from './meaning';
import { toBlockWords } from './passages';

/** A block of the present edition that says something like what a note was written about. */
export interface CloseMatch {
  readonly blockId: string;
  readonly text: string;
  /** Share of pieces both hold, 0 to 1. */
  readonly likeness: number;
}

const LEAST = 0.5;
const MOST = 3;

/** Where a note whose block is gone might belong, likest first. Offered to a person, never taken: "0.5 mg" is like "1.5 mg". */
export function findCloseMatches(target: NoteTarget, protocol: Protocol): readonly CloseMatch[] {
  const old = toMeaning(target.blockText);
  return protocol.sections
    .flatMap((section) => section.blocks)
    .map((block): CloseMatch => {
      const { text, pieces } = toBlockWords(protocol, block);
      return { blockId: block.id, text, likeness: toLikeness(old, pieces) };
    })
    .filter(({ likeness }) => likeness >= LEAST)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST);
}

/** Twice what both hold over all they hold; a piece said twice counts twice. */
function toLikeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const piece of a) left.set(piece, (left.get(piece) ?? 0) + 1);
  let shared = 0;
  for (const piece of b) {
    const count = left.get(piece) ?? 0;
    if (count === 0) continue;
    left.set(piece, count - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
