import { type TestContext, expect, test } from 'vitest';
import { SearchIndex } from '../../../protocols/search/search-index';
import { compile, shipped } from '../../documents/shipped-documents';
import { type GoldFigures, rankGold, toFigureLine, toGoldFigures } from './gold-figures';
import { HELD_OUT } from './gold-held-out';
import { GOLD_CLASSES, type GoldQueries } from './gold-places';
import { GOLD, WORKED_ON } from './gold-queries';
import { SECOND_HELD_OUT } from './gold-second-held-out';
import { THIRD_HELD_OUT } from './gold-third-held-out';

const protocols = shipped.map(compile);
const index = new SearchIndex(protocols);
const heldOut = GOLD_CLASSES.flatMap((name) => HELD_OUT[name]);
const secondHeldOut = GOLD_CLASSES.flatMap((name) => SECOND_HELD_OUT[name]);
const thirdHeldOut = GOLD_CLASSES.flatMap((name) => THIRD_HELD_OUT[name]);

/** The figures of all queries together; those of every class are written beside the test. */
async function measure(queries: GoldQueries, annotate: TestContext['annotate']): Promise<GoldFigures> {
  const figures = toGoldFigures(index, queries);
  await annotate(figures.map(toFigureLine).join('\n'));
  const all = figures.at(-1);
  if (all === undefined) throw new Error('no queries');
  return all;
}

test('leads what clinicians type to its section: first for most, among the first three for nearly all', async ({
  annotate,
}) => {
  const { first, firstThree } = await measure(WORKED_ON, annotate);
  expect(firstThree).toBeGreaterThanOrEqual(0.97);
  expect(first).toBeGreaterThanOrEqual(0.85);
});

test('leads queries that nothing was tuned on to their section', async ({ annotate }) => {
  const { first, firstThree } = await measure(HELD_OUT, annotate);
  expect(firstThree).toBeGreaterThanOrEqual(0.97);
  expect(first).toBeGreaterThanOrEqual(0.85);
});

test('measures queries written by another hand, with no share asked for', async ({ annotate }) => {
  const { queries } = await measure(SECOND_HELD_OUT, annotate);
  expect(queries).toBe(120);
});

test('measures queries written by a third hand, with no share asked for', async ({ annotate }) => {
  const { queries } = await measure(THIRD_HELD_OUT, annotate);
  expect(queries).toBe(100);
});

test.each(GOLD_CLASSES)('leads most of the class %s to its section, held out or not', (name) => {
  const ranks = [...WORKED_ON[name], ...HELD_OUT[name]].map((query) => rankGold(index, query));
  const missed = ranks
    .filter(({ rank }) => rank < 0 || rank > 2)
    .map(({ query, places }) => `${query}: ${places.slice(0, 3).join(', ')}`);
  expect(ranks.length).toBeGreaterThanOrEqual(13);
  // Counted as misses, so that a failure names them.
  expect(missed.slice(Math.floor(ranks.length / 8))).toEqual([]);
});

test('never shows an empty page', () => {
  const empty = [...GOLD, ...heldOut, ...secondHeldOut, ...thirdHeldOut]
    .map((query) => rankGold(index, query))
    .filter((ranked) => ranked.empty);
  expect(empty.map(({ query }) => query)).toEqual([]);
});

test('asks of the gold list only what the documents hold, and no query twice', () => {
  const places = new Set(
    protocols.flatMap(({ id, sections }) =>
      sections.flatMap((section) => [
        `${id}/${section.id}`,
        ...section.blocks.map((block) => `${id}/${section.id}/${block.id}`),
      ]),
    ),
  );
  const all = [...GOLD, ...heldOut, ...secondHeldOut, ...thirdHeldOut];
  expect(all.filter(([, ...wanted]) => !wanted.some((place) => places.has(place))).map(([query]) => query)).toEqual([]);
  expect(new Set(all.map(([query]) => query)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(heldOut.length).toBeGreaterThanOrEqual(60);
  // The second and third lists name each place on its own, so a place that is nowhere is a slip of the pen.
  expect(
    [...secondHeldOut, ...thirdHeldOut].flatMap(([, ...wanted]) => wanted.filter((place) => !places.has(place))),
  ).toEqual([]);
});
