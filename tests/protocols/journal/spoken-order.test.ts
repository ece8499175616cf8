import { expect, test } from 'vitest';
import type { JournalEntry, NewRecord } from '../../../protocols/journal/entry';
import { toSpokenOrder } from '../../../protocols/journal/spoken-order';
import { takenOver, toJournal } from './journals';

const say = (...words: readonly string[]): NewRecord[] =>
  words.map((word) => ({ kind: 'clinic-value', body: { word } }));
const order = (entries: readonly JournalEntry[]): string[] =>
  toSpokenOrder(entries).map(({ body }) => (body as { word: string }).word);

test('what one computer said stands as it was said', () => {
  expect(order(toJournal('here', say('a', 'b', 'c')))).toEqual(['a', 'b', 'c']);
  expect(order([])).toEqual([]);
});

test('what was taken over never has the last word over what was said here', () => {
  const there = toJournal('there', say('older', 'newer'));
  const here = toJournal('here', there.map(takenOver), toJournal('here', say('ours')));
  expect(order(here)).toEqual(['older', 'newer', 'ours']);
  expect(order(toJournal('here', say('ours again'), here))).toEqual(['older', 'newer', 'ours', 'ours again']);
});

test('on a computer where nothing was said, the other’s last word counts, in whatever order its backups came', () => {
  const there = toJournal('there', say('first', 'second', 'third'));
  const [first, second, third] = there.map(takenOver);
  const here = toJournal('here', [third, first, second] as NewRecord[]);
  expect(order(here)).toEqual(['first', 'second', 'third']);
});

test('two other computers stay one after the other', () => {
  const one = toJournal('one', say('one 1', 'one 2'));
  const two = toJournal('two', say('two 1', 'two 2'));
  const taken = [one[1], two[0], one[0], two[1]] as JournalEntry[];
  expect(order(toJournal('here', taken.map(takenOver)))).toEqual(['one 1', 'one 2', 'two 1', 'two 2']);
});

test('what a repair put at the end goes back to where it was said, before what was said since', () => {
  const [first, lost, third] = toJournal('before', say('first', 'second', 'third'));
  if (first === undefined || lost === undefined || third === undefined) throw new Error('three were written');
  // The repair kept the first, had the third at once and got the second from the tables after something new was said.
  const repaired = toJournal('after', [takenOver(third), ...say('new'), takenOver(lost)], [first]);
  expect(order(repaired)).toEqual(['first', 'second', 'third', 'new']);
});
