import { expect, test } from 'vitest';
import { findWhole, toSelector, toSingleSpaced } from '../../../protocols/anchoring/find-quote';

test.each<[text: string, exact: string, places: readonly number[]]>([
  ['give 5 mg', '5 mg', [5]],
  ['5', '5', [0]],
  ['take 5.', '5', [5]],
  ['take 5. Then wait', '5', [5]],
  ['a,5', '5', [2]],
  ['3, 5', '5', [3]],
  ['3 5', '3', [0]],
  ['the end.', 'end', [4]],
  ['2.Wait 5 minutes', 'Wait 5 minutes', [2]],
  ['Give 5 or 2.5', 'Give 5', [0]],
  ['At 2.5 give 5 mg', '5 mg', [12]],
  ['Room 2: give.5', 'give', [8]],
  ['mg and mg', 'mg', [0, 7]],
  ['a a a', 'a a', [0, 2]],
])('finds in %j the words %j at %j', (text, exact, places) => {
  expect(findWhole(text, exact)).toEqual(places);
});

test.each<[text: string, exact: string]>([
  ['0.5 mg', '5 mg'],
  ['0,5 mg', '5 mg'],
  ['15 mg', '5 mg'],
  ['0.5', '0'],
  ['1,000', '1'],
  ['1,000', '000'],
  ['10 mg', '1'],
  ['5 mgs', '5 mg'],
  ['omega', 'me'],
  ['5mg', 'mg'],
  ['5mg', '5'],
  ['anything', ''],
  ['', ''],
  ['repeat', 'do not repeat'],
])('does not find in %j the words %j', (text, exact) => {
  expect(findWhole(text, exact)).toEqual([]);
});

test('takes 32 characters on each side, however many units each is stored in', () => {
  const [before, after] = ['\u{1F600}'.repeat(40), '\u{1F601}'.repeat(40)];
  expect(toSelector(`${before}words${after}`, before.length, before.length + 5)).toEqual({
    type: 'TextQuoteSelector',
    exact: 'words',
    prefix: '\u{1F600}'.repeat(32),
    suffix: '\u{1F601}'.repeat(32),
  });
  expect(toSelector('give 5 mg', 5, 9)).toMatchObject({ exact: '5 mg', prefix: 'give ', suffix: '' });
});

test('knows one kind of space', () => {
  expect(toSingleSpaced(' 5\u00A0mg\n\n per \t kg ')).toBe('5 mg per kg');
});
