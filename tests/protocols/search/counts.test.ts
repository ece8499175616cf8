import { expect, test } from 'vitest';
import type { SearchFilter, SearchHit } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import { compile, shipped } from '../../documents/shipped-documents';

const TODAY = { today: '2026-12-01' };
const EVERYTHING = 100_000;
const index = new SearchIndex(shipped.map(compile));

function tally<K extends string>(hits: readonly SearchHit[], keyOf: (hit: SearchHit) => K | undefined) {
  const counts: Partial<Record<K, number>> = {};
  for (const hit of hits) {
    const key = keyOf(hit);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

test.each(['sufentanil ketamine', 'laryngospasm', 'bp', 'ketamine', 'in', 'the', 'co'])(
  'what is found for %s is counted by kind and standing as its hits are, few or nearly all',
  (query) => {
    const { hits, counts, total } = index.search(query, EVERYTHING, TODAY);
    expect([hits.length, counts.all]).toEqual([total, total]);
    expect(counts.kinds).toEqual(tally(hits, ({ kind }) => kind));
    expect(counts.standings).toEqual(tally(hits, ({ standing }) => standing));
  },
);

test('a filter lets through as many as were counted for it', () => {
  for (const query of ['bp', 'in', 'dose']) {
    const { counts } = index.search(query, 1, TODAY);
    const total = (filter: SearchFilter): number => index.search(query, 1, { ...TODAY, filter }).total;
    for (const [kind, count] of Object.entries(counts.kinds))
      expect([kind, total({ kinds: [kind as SearchHit['kind']] })]).toEqual([kind, count]);
    for (const [route, count] of Object.entries(counts.routes))
      expect([route, total({ routes: [route as 'oral'] })]).toEqual([route, count]);
    expect(Object.keys(counts.kinds).length).toBeGreaterThan(1);
  }
});

test('a word met before is met the same after many others were', () => {
  const answers = (): unknown[] => ['bp limit', 'ketamine iv', 'in'].map((query) => index.search(query, 12, TODAY));
  const before = answers();
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') index.search(`${letter}a ${letter}e ${letter}o`, 12, TODAY);
  expect(answers()).toEqual(before);
});
