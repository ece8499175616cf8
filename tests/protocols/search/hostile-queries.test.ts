import { expect, test } from 'vitest';
import { SearchIndex } from '../../../protocols/search/search-index';
import { TODAY, session } from './invented-session';

const index = new SearchIndex([session]);

test.each([
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand words', 'dose '.repeat(10_000)],
  ['a costly pattern', '(a+)+$'.repeat(500)],
  ['only marks', '*.?+^$[](){}|\\/-'.repeat(600)],
  ['units without end', 'mg/kg/'.repeat(2000)],
  ['digits without end', '1,000,'.repeat(2000)],
  ['slashes and blanks', ' / per '.repeat(2000)],
  ['accents upon accents', `e${'\u0301'.repeat(10_000)}`],
  ['no-break blanks', `every${'\u00a0'.repeat(10_000)}`],
])('reads no more for %s than for a sentence', (_, query) => {
  const { words, groups } = index.plan(query);
  expect(words.length).toBeLessThanOrEqual(16);
  expect(words.at(-1)?.end ?? 0).toBeLessThanOrEqual(200);
  expect(groups.every(({ alternatives }) => alternatives.length <= 500)).toBe(true);
  // However it is written, few of the entries it finds are looked at one by one.
  const { scored, total } = index.execute(index.plan(query), 12, TODAY);
  expect(scored).toBeLessThanOrEqual(total);
  expect(index.search(query, 12, TODAY).query).toBe(query);
});

test('says after which word a query too long to be read was cut, and nothing of one that was read whole', () => {
  const sixteen = Array.from({ length: 16 }, (_, at) => `word${at}`).join(' ');
  const cutAfter = (query: string): string => index.search(query, 1, TODAY).cutAfter;
  expect(cutAfter(sixteen)).toBe('');
  expect(cutAfter(`${sixteen} `)).toBe('');
  expect(cutAfter(`${sixteen} more`)).toBe('word15');
  expect(cutAfter(`sedation ${'x'.repeat(191)}`)).toBe('');
  expect(cutAfter(`sedation ${'x'.repeat(192)}`)).not.toBe('');
});
