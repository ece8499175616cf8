import { expect, test } from 'vitest';
import { toNoteTarget } from '../../../protocols/anchoring/note-target';
import { needsReview, placeNotes, toCounts } from '../../../protocols/anchoring/place-notes';
import type { Note, NoteTarget } from '../../../protocols/notes/note';
import { invent } from '../search/invented-documents';

const before = invent({
  title: 'Before',
  body: '# A {#a}\n\nWeigh the patient on the day. {#weigh verified s1}\n\nRing the bell. {#ring verified s1}',
});

const targets = new Map<string, NoteTarget | undefined>(
  ['weigh', 'ring', 'basis-text'].map((blockId) => [blockId, toNoteTarget(before, blockId)]),
);

function target(blockId: string): NoteTarget {
  const found = targets.get(blockId);
  if (found === undefined) throw new Error(blockId);
  return found;
}

function note(id: string, status: Note['status'], blockId: string): Note {
  const state = { id, status, target: target(blockId), body: '', author: '', created: '', modified: '', order: 1 };
  return { ...state, revision: id, writer: 'w', rivals: [] };
}

test('counts every note once, numbers them as they were begun, and asks about none that is retired', () => {
  const next = {
    ...before,
    sections: before.sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter(({ id }) => id !== 'weigh'),
    })),
  };
  const notes = [
    note('a', 'retired', 'weigh'),
    note('b', 'draft', 'weigh'),
    note('c', 'active', 'ring'),
    note('d', 'retired', 'ring'),
  ];
  const standing = placeNotes(next, notes);
  expect(standing.map(({ number, placement }) => `${number} ${placement}`)).toEqual([
    '1 orphan',
    '2 orphan',
    '3 placed',
    '4 placed',
  ]);
  expect(toCounts(standing)).toEqual({ placed: 1, changed: 0, orphans: 1, retired: 2 });
  expect(standing.filter(needsReview).map(({ note: { id } }) => id)).toEqual(['b']);
  const changed = { ...next, title: 'After' };
  expect(toCounts(placeNotes(changed, notes))).toEqual({ placed: 0, changed: 1, orphans: 1, retired: 2 });
});

test('accounts for a hundred thousand notes, none lost and none counted twice', () => {
  const next = { ...before, title: 'After', sections: before.sections.slice(0, 1) };
  const notes = Array.from({ length: 100_000 }, (_, index) =>
    note(String(index), index % 7 === 0 ? 'retired' : 'active', ['weigh', 'ring', 'basis-text'][index % 3] ?? ''),
  );
  const { placed, changed, orphans, retired } = toCounts(placeNotes(next, notes));
  expect({ placed, total: placed + changed + orphans + retired }).toEqual({ placed: 0, total: 100_000 });
  expect([changed, orphans].every((count) => count > 28_000)).toBe(true);
});
