import { toNoteTarget } from '../../../protocols/anchoring/note-target';
import type { NoteWithHistory } from '../../../protocols/exchange/to-annotations';
import type { NoteRevision, NoteState, NoteTarget } from '../../../protocols/notes/note';
import { compiled } from '../../fixtures/change';
import { EXAMPLE } from '../../fixtures/texts';

export const example = compiled(EXAMPLE);

export function targetOf(blockId: string, exact?: string): NoteTarget {
  const shown =
    exact === undefined ? undefined : ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } as const);
  const target = toNoteTarget(example, blockId, shown);
  if (target === undefined) throw new Error(`no block ${blockId}`);
  return target;
}

/** A note of two states: written, then put in force, with everything a note can hold. */
export function fullNote(id: string, change: Partial<NoteState> = {}): NoteWithHistory {
  const first: NoteState = {
    id,
    target: targetOf('dose-intro', 'never above 9.75 mg per kg.'),
    body: '=1+1\n**Here** 𝟗 “quoted”, with a\ttab',
    author: 'Ä. B.',
    status: 'draft',
    kind: 'step',
    tags: ['pump', 'room 2'],
    links: [{ protocolId: 'exa-session', blockId: 'dose-iv' }],
    created: '2026-11-22T14:02:05+01:00',
    modified: '2026-11-22T14:02:05+01:00',
    order: 7,
    ...change,
  };
  const second: NoteState = {
    ...first,
    status: 'active',
    approvedBy: 'Dr. C',
    review: {
      decision: 'kept',
      by: 'Dr. C',
      from: { version: '0.9.0', blockId: 'dose-intro' },
      to: { version: '1.0.0', blockId: 'dose-intro' },
    },
  };
  const toRevision = (
    state: NoteState,
    revision: string,
    parents: readonly string[],
    sequence: number,
  ): NoteRevision => ({
    revision,
    noteId: id,
    parents,
    writer: 'w',
    sequence,
    state,
  });
  const revisions = [toRevision(first, `${id}-1`, [], 7), toRevision(second, `${id}-2`, [`${id}-1`], 8)];
  return { note: { ...second, revision: `${id}-2`, writer: 'w', rivals: [] }, revisions };
}
