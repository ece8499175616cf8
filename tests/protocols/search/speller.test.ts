import { expect, test } from 'vitest';
import { toBeginningDistance, toEditDistance } from '../../../protocols/search/edit-distance';
import { type Candidate, Speller } from '../../../protocols/search/speller';
import { TermList } from '../../../protocols/search/term-list';

function spellerOf(...words: string[]): Speller {
  return new Speller([TermList.of(words)]);
}

function near(from: Speller, word: string, growing = false): readonly Candidate[] {
  return from.near({ forms: [word], growing });
}

const speller = spellerOf(
  'laryngospasm',
  'contraindication',
  'discharge',
  'sedation',
  'midazolam',
  '0.1mg/kg',
  '0.01mg/kg',
  'spo2',
  'dose',
);

test.each([
  ['larygospasm', 'laryngospasm', 1],
  ['laryngsopasm', 'laryngospasm', 1], // two neighbours swapped
  ['xontraindication', 'contraindication', 1], // the first letter may be the wrong one
  ['dischrg', 'discharge', 2],
])('finds %s near %s', (written, word, distance) => {
  expect(near(speller, written)).toEqual([{ word, distance }]);
});

test('offers nothing that is further than two edits, and for a short word than one', () => {
  expect(near(speller, 'dschrg')).toEqual([]);
  expect(near(speller, 'dosse')).toEqual([{ word: 'dose', distance: 1 }]);
  expect(near(speller, 'doxxe')).toEqual([]);
});

test('neither mends nor offers a word with a digit', () => {
  expect(near(speller, '0.01mg/kgg')).toEqual([]);
  expect(near(speller, 'spo3')).toEqual([]);
  expect(near(speller, 'spoo')).toEqual([]);
});

test('prefers the nearer word', () => {
  expect(near(spellerOf('hydralazine', 'hydroxyzine'), 'hydroxyzin')[0]?.word).toBe('hydroxyzine');
});

test.each([
  ['ab', 'ab', 0],
  ['ab', 'ba', 1],
  ['abc', 'ac', 1],
  ['kitten', 'sitting', 3],
])('the distance from %s to %s is %i', (a, b, distance) => {
  expect(toEditDistance(a, b, 5)).toBe(distance);
  expect(toEditDistance(b, a, 5)).toBe(distance);
});

test('finds a word by its misspelt beginning while it is typed, one edit from five letters on and two from nine', () => {
  expect(near(speller, 'laringosp', true)).toEqual([{ word: 'laryngospasm', distance: 1 }]);
  expect(near(speller, 'laringosp')).toEqual([]);
  expect(near(speller, 'ldis', true)).toEqual([]);
  expect(near(speller, 'sedta', true)).toEqual([{ word: 'sedation', distance: 1 }]);
  expect(near(speller, 'contrinadi', true)).toEqual([{ word: 'contraindication', distance: 2 }]);
});

test('puts words that keep the first letter before those that do not', () => {
  const words = near(spellerOf('lagging', 'bagging', 'nagging', 'wagging'), 'wggging').map(({ word }) => word);
  expect(words[0]).toBe('wagging');
});

test('reads a word in each of its forms', () => {
  const crisis = spellerOf('crisis', 'crispy');
  expect(crisis.near({ forms: ['crisys', 'crisy'], growing: false })[0]).toEqual({ word: 'crisis', distance: 1 });
});

test.each([
  ['sied', 'sides', 1], // a swap within the beginning
  ['abc', 'abcdefgh', 0],
  ['abx', 'abcdefgh', 1],
  ['xyz', 'abcdefgh', 3],
])('the distance from %s to a beginning of %s is %i', (a, b, distance) => {
  expect(toBeginningDistance(a, b, 2)).toBe(distance);
});
