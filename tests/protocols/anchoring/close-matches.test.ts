import { expect, test } from 'vitest';
import { findCloseMatches } from '../../../protocols/anchoring/close-matches';
import { toNoteTarget } from '../../../protocols/anchoring/note-target';
import type { NoteTarget } from '../../../protocols/notes/note';
import type { Protocol } from '../../../protocols/schema/protocol';
import { invent } from '../search/invented-documents';

const before = invent({
  title: 'Before',
  body: '# A {#a}\n\nWeigh the patient on the day and write it down. {#weigh verified s1}\n\nRing the bell. {#ring verified s1}',
});

function after(...paragraphs: readonly string[]): Protocol {
  return invent({
    title: 'Before',
    version: '2.0.0',
    body: `# A {#a}\n\n${paragraphs.map((text, index) => `${text} {#p-${index} verified s1}`).join('\n\n')}`,
  });
}

function target(blockId: string): NoteTarget {
  const found = toNoteTarget(before, blockId);
  if (found === undefined) throw new Error(blockId);
  return found;
}

test('offers what says something alike, likest first, three at most', () => {
  const next = after(
    'Ring the bell.',
    'Weigh the patient on the day.',
    'Weigh the patient on the day and write it up.',
    'Weigh the patient and write it down.',
    'On the day, weigh the patient and write it down twice.',
  );
  const matches = findCloseMatches(target('weigh'), next);
  expect(matches.map(({ blockId }) => blockId)).toEqual(['p-4', 'p-2', 'p-3']);
  expect(matches[1]).toEqual({ blockId: 'p-2', text: 'Weigh the patient on the day and write it up.', likeness: 0.9 });
});

test('offers nothing where more than half is something else', () => {
  expect(findCloseMatches(target('ring'), after('Ring the nurse and wait outside.'))).toEqual([]);
  expect(findCloseMatches(target('ring'), after('Ring the nurse and wait.'))).toMatchObject([{ likeness: 0.5 }]);
  expect(findCloseMatches(target('ring'), after('Ring the bell and wait outside.'))).toHaveLength(1);
  expect(findCloseMatches(target('ring'), after('Ring ring ring ring.'))).toEqual([]); // a word said once counts once
});
