import { expect, test } from 'vitest';
import { toEditDistance } from '../../../protocols/search/edit-distance';
import { Speller } from '../../../protocols/search/speller';
import { TermList } from '../../../protocols/search/term-list';

function spellerOf(...words: string[]): Speller {
  return new Speller([TermList.of(words)]);
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
  expect(speller.near(written, 3)).toEqual([{ word, distance }]);
});

test('offers nothing that is further than two edits, and for a short word than one', () => {
  expect(speller.near('dschrg', 3)).toEqual([]);
  expect(speller.near('dosse', 3)).toEqual([{ word: 'dose', distance: 1 }]);
  expect(speller.near('doxxe', 3)).toEqual([]);
});

test('neither mends nor offers a word with a digit', () => {
  expect(speller.near('0.01mg/kgg', 3)).toEqual([]);
  expect(speller.near('spo3', 3)).toEqual([]);
  expect(speller.near('spoo', 3)).toEqual([]);
});

test('prefers the nearer word', () => {
  expect(spellerOf('hydralazine', 'hydroxyzine').near('hydroxyzin', 2)[0]?.word).toBe('hydroxyzine');
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
