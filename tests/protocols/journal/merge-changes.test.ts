import { expect, test } from 'vitest';
import type { JournalEntry, NewRecord } from '../../../protocols/journal/entry';
import { toMergeChanges } from '../../../protocols/journal/merge-changes';
import { takenOver, toJournal } from './journals';

const NOTHING = { added: 0, newNotes: 0, laterNotes: 0, besideNotes: 0, settings: 0, procedures: 0 };

const TARGET = {
  protocolId: 'exa-session',
  version: '1.0.0',
  sectionId: 'dose',
  blockId: 'dose-iv',
  blockHash: 'a'.repeat(64),
  blockText: 'words',
  heading: 'Dose',
};

function note(noteId: string, revision: string, ...parents: readonly string[]): NewRecord {
  const at = '2026-11-22T14:02:00+01:00';
  const state = {
    id: noteId,
    target: TARGET,
    body: revision,
    author: 'AB',
    status: 'draft',
    created: at,
    modified: at,
  };
  return { kind: 'note', body: { revision, noteId, parents, state } };
}

const value = (setting: string, amount: string): NewRecord => ({
  kind: 'clinic-value',
  body: { protocolId: 'exa-session', blockId: 'dose-iv', setting, value: { value: amount, unit: 'mg' } },
});
const turned = (version: string, on: boolean): NewRecord => ({
  kind: 'calculator',
  body: { protocolId: 'exa-session', version, on },
});

/** What taking `there` over would change `here`, both begun from what they have in common. */
function compare({ common = [], here, there }: Record<'here' | 'there', NewRecord[]> & { common?: NewRecord[] }) {
  const shared = toJournal('there', common);
  const ours = toJournal('here', [...shared.map(takenOver), ...here]);
  const missing = toJournal('there', there, shared).slice(shared.length);
  return toMergeChanges(ours, missing);
}

test('nothing missing changes nothing', () => {
  expect(compare({ common: [note('n', 'r1')], here: [value('maximum', '500')], there: [] })).toEqual(NOTHING);
});

test('a note not here yet is new, once, however many states it has', () => {
  const there = [note('n', 'r1'), note('n', 'r2', 'r1'), note('m', 'r3')];
  expect(compare({ here: [note('o', 'r4')], there })).toEqual({ ...NOTHING, added: 3, newNotes: 2 });
});

test('a note written on elsewhere alone gets the later text', () => {
  expect(compare({ common: [note('n', 'r1')], here: [], there: [note('n', 'r2', 'r1')] })).toEqual({
    ...NOTHING,
    added: 1,
    laterNotes: 1,
  });
});

test('a note written on here and elsewhere keeps both texts', () => {
  const both = { common: [note('n', 'r1')], here: [note('n', 'r2', 'r1')], there: [note('n', 'r3', 'r1')] };
  expect(compare(both)).toEqual({ ...NOTHING, added: 1, besideNotes: 1 });
});

test('two texts that somebody settled elsewhere become one later text', () => {
  const common = [note('n', 'r1'), note('n', 'r2', 'r1'), note('n', 'r3', 'r1')];
  expect(compare({ common, here: [], there: [note('n', 'r4', 'r2', 'r3')] })).toMatchObject({ laterNotes: 1 });
});

test('an earlier state of a note alone changes nothing on screen', () => {
  const [first, second] = toJournal('there', [note('n', 'r1'), note('n', 'r2', 'r1')]) as [JournalEntry, JournalEntry];
  const here = toJournal('here', [takenOver(second)]);
  expect(toMergeChanges(here, [first])).toEqual({ ...NOTHING, added: 1 });
});

test('a setting counts only where nobody set it here', () => {
  const there = [value('maximum', '500'), value('maximum', '400'), turned('1.0.0', true)];
  expect(compare({ here: [], there })).toEqual({ ...NOTHING, added: 3, settings: 2 });
  expect(compare({ here: [value('maximum', '300')], there })).toMatchObject({ settings: 1 });
  expect(compare({ here: [value('vial', '50')], there })).toMatchObject({ settings: 2 });
  const ours = [value('maximum', '300'), turned('1.0.0', false)];
  expect(compare({ here: ours, there })).toEqual({ ...NOTHING, added: 3 });
  expect(compare({ here: [turned('0.9.0', false)], there })).toMatchObject({ settings: 2 });
});

test('a later word of the computer a setting was taken over from counts again', () => {
  const common = [value('maximum', '500')];
  expect(compare({ common, here: [], there: [value('maximum', '400')] })).toMatchObject({ settings: 1 });
});

test('procedures are counted by their id, and a record of no such kind is only added', () => {
  const there = ['own-a', 'own-a', 'own-b'].map((id) => ({ kind: 'clinic-document', body: { id } }));
  expect(compare({ here: [], there: [...there, { kind: 'print', body: { id: 'own-c' } }] })).toEqual({
    ...NOTHING,
    added: 4,
    procedures: 2,
  });
});
