import { useEffect, useState } from 'react';
import { type Placement, placeNote } from '../../protocols/anchoring/place-note';
import type { Note } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { findPresentEdition } from '../../protocols/text/editions';
import type { Store } from '../store/store';

/** What the screen keeps of every note: how it stands, and none of its words. */
export interface KnownNote {
  readonly note: Pick<Note, 'id' | 'status' | 'order'> & { readonly protocolId: string };
  readonly placement: Placement;
  /** Its number in its protocol. */
  readonly number: number;
}

export interface KnownNotes {
  /** In the order they were begun. */
  readonly notes: readonly KnownNote[];
  /** How many there are in all; while `notes` has fewer, the rest is being looked through. */
  readonly count: number;
}

type Judged = Omit<KnownNote, 'number'>;

/** How every note stands today, looked through by pages and followed from then on; undefined until the first page is known. */
export function useKnownNotes(
  store: Store | undefined,
  protocols: readonly Protocol[],
  today: string,
): KnownNotes | undefined {
  const [known, setKnown] = useState<KnownNotes>();
  useEffect(() => {
    if (store === undefined) return undefined;
    const judged = new Map<string, Judged>();
    const editions = new Map<string, Protocol | undefined>();
    const judge = ({ id, status, order, target }: Note): Judged => {
      const { protocolId } = target;
      if (!editions.has(protocolId)) editions.set(protocolId, findPresentEdition(protocols, protocolId, today));
      return { note: { id, status, order, protocolId }, placement: placeNote(target, editions.get(protocolId)) };
    };
    let shown = 0;
    let ended = false;
    const show = (count: number): void => {
      shown = judged.size;
      if (!ended) setKnown({ notes: toNumbered([...judged.values()]), count });
    };
    // Nothing is handed over where there are none.
    const counted = store.countNotes();
    void counted.then((count) => count === 0 && judged.size === 0 && show(0));
    const end = store.followNotes(async (notes) => {
      for (const note of notes) judged.set(note.id, judge(note));
      const count = Math.max(judged.size, await counted);
      // Shown at once, then each time they are twice as many: a hundred thousand are not sorted two hundred times.
      if (judged.size >= count || judged.size >= shown * 2) show(count);
      // Typing goes first.
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
    return () => {
      ended = true;
      end();
    };
  }, [store, protocols, today]);
  return known;
}

/** Each with its number in its protocol: by the order in which they were begun, retired ones count on. */
function toNumbered(judged: Judged[]): readonly KnownNote[] {
  const counts = new Map<string, number>();
  return judged
    .toSorted((a, b) => a.note.order - b.note.order)
    .map((known) => {
      const { protocolId } = known.note;
      const number = (counts.get(protocolId) ?? 0) + 1;
      counts.set(protocolId, number);
      return { ...known, number };
    });
}
