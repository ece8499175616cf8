import { type StandingNote, placeNotes } from '../../protocols/anchoring/place-notes';
import type { Note } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { findPresentEdition } from '../../protocols/text/editions';

/** A note away from its block, with the edition it is held against. */
export interface ListedNote extends StandingNote {
  readonly protocol: Protocol | undefined;
}

/** Every note with its number in its protocol, placed in the edition that counts today. */
export function listNotes(
  notes: readonly Note[],
  protocols: readonly Protocol[],
  today: string,
): readonly ListedNote[] {
  const byProtocol = new Map<string, Note[]>();
  for (const note of notes) {
    const { protocolId } = note.target;
    const group = byProtocol.get(protocolId);
    if (group === undefined) byProtocol.set(protocolId, [note]);
    else group.push(note);
  }
  return [...byProtocol].flatMap(([id, ofProtocol]) => {
    const protocol = findPresentEdition(protocols, id, today);
    return placeNotes(protocol, ofProtocol).map((standing) => ({ ...standing, protocol }));
  });
}

/** Where a listed note's block is, or its protocol where the block is gone. */
export function toLink({ note, placement, protocol }: ListedNote): { link?: string } {
  if (protocol === undefined) return {};
  const block = placement === 'orphan' ? '' : `/${note.target.blockId}`;
  return { link: `#/p/${protocol.id}@${protocol.version}${block}` };
}
