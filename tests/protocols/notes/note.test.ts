import { expect, test } from 'vitest';
import { toInstant, toInstantDay, toInstantTime } from '../../../protocols/notes/instant';
import { LONGEST_NOTE, countCharacters, toEditKey, toNewNoteKey } from '../../../protocols/notes/note';
import { toVisibleText } from '../../../protocols/notes/visible-text';

test('counts characters as people do', () => {
  expect(countCharacters('dose')).toBe(4);
  expect(countCharacters('🙂🙂')).toBe(2);
  expect(countCharacters('é'.repeat(LONGEST_NOTE))).toBe(LONGEST_NOTE);
});

test('gives words begun on one edition the same key on the next', () => {
  expect(toNewNoteKey({ protocolId: 'exa', blockId: 'dose-iv' })).toBe('new/exa/dose-iv');
  expect(toEditKey('dose-iv')).not.toBe(toNewNoteKey({ protocolId: 'exa', blockId: 'dose-iv' }));
});

test('writes an instant with its zone and shows day and time where it was written', () => {
  const instant = toInstant(new Date(2026, 10, 22, 14, 2, 5));
  expect(instant).toMatch(/^2026-11-22T14:02:05[+-]\d\d:\d\d$/);
  expect(new Date(instant).getTime()).toBe(new Date(2026, 10, 22, 14, 2, 5).getTime());
  expect(toInstantDay(instant, 'en')).toBe('22\u00A0Nov\u00A02026');
  expect(toInstantDay(instant, 'fr')).toBe('22\u00A0nov.\u00A02026');
  expect(toInstantTime(instant)).toBe('14:02');
});

test.each([
  ['2026-02-03T04:05:06-11:30', '03\u00A0Feb\u00A02026', '03\u00A0févr.\u00A02026'],
  ['2026-08-31T23:59:59+14:00', '31\u00A0Aug\u00A02026', '31\u00A0août\u00A02026'],
])('never shifts %s into another zone', (instant, english, french) => {
  expect(toInstantDay(instant, 'en')).toBe(english);
  expect(toInstantDay(instant, 'fr')).toBe(french);
});

test('shows a character that turns the reading direction instead of obeying it', () => {
  expect(toVisibleText('give \u202E01 mg\u202C')).toBe('give [U+202E]01 mg[U+202C]');
  expect(toVisibleText('10 mg, kétamine')).toBe('10 mg, kétamine');
});
