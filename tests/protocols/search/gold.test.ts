import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { SearchIndex } from '../../../protocols/search/search-index';
import { GOLD } from './gold-queries';

const root = new URL('../../../protocols/documents/', import.meta.url);

const protocols = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[^/\\]+[/\\]\d+\.\d+\.\d+\.md$/.test(file))
  .toSorted()
  .map((file) => {
    const compiled = compileProtocol(readFileSync(new URL(file, root), 'utf8'));
    if (!compiled.ok) throw new Error(`${file}: ${JSON.stringify(compiled.error)}`);
    return compiled.value;
  });
const index = new SearchIndex(protocols);

const ranks = GOLD.map(([query, ...wanted]) => {
  const places = index
    .search(query, 12, { today: '2026-11-22' })
    .hits.map((hit) => `${hit.protocolId}/${hit.sectionId}`);
  return { query, places, rank: places.findIndex((place) => wanted.includes(place)) };
});

test('leads what clinicians type to its section: first for most, among the first three for nearly all', () => {
  const shareWithin = (most: number): number =>
    ranks.filter(({ rank }) => rank >= 0 && rank < most).length / ranks.length;
  const missed = ranks
    .filter(({ rank }) => rank < 0 || rank > 2)
    .map(({ query, places }) => `${query}: ${places.slice(0, 3).join(', ')}`);
  // Counted as misses, so that a failure names them.
  expect(missed.slice(Math.floor(ranks.length * 0.03))).toEqual([]);
  expect(shareWithin(1)).toBeGreaterThanOrEqual(0.85);
});

test('asks of the gold list only what the documents hold', () => {
  const sections = new Set(
    protocols.flatMap((protocol) => protocol.sections.map((section) => `${protocol.id}/${section.id}`)),
  );
  expect(
    GOLD.flatMap(([query, ...wanted]) =>
      wanted.length > 0 && !wanted.some((place) => sections.has(place)) ? [query] : [],
    ),
  ).toEqual([]);
  expect(GOLD.length).toBeGreaterThanOrEqual(40);
});

test('answers each of them within a frame', () => {
  const times = GOLD.map(([query]) => {
    const start = performance.now();
    index.search(query, 12, { today: '2026-11-22' });
    return performance.now() - start;
  });
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
  expect(middle).toBeLessThan(16);
});
