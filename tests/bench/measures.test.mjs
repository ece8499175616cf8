import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { countOthers, listTree, readTreeMemory } from './process-memory.mjs';
import { toGoals } from './search/goals.mjs';
import { summarise } from './search/summary.mjs';
import { toLatency } from './search/window.mjs';
import { comparePairs, lowerDifference, median, percentile } from './statistics.mjs';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('takes the middle of %o', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('compares pair by pair, not median by median', () => {
  // The second pair ran on a busy machine: both were slow, and their ratio says what the others say.
  const compared = comparePairs([120, 480, 120], [100, 400, 100], 1.2);
  expect(compared).toMatchObject({ ratio_median: 1.2, ratio_min: 1.2, ratio_max: 1.2, met: true });
  expect(comparePairs([130], [100], 1.2).met).toBe(false);
});

test.each([
  [0.5, 5],
  [0.95, 10],
  [0.9, 9],
  [1, 10],
  [0, 1],
])('the percentile %d of one to ten is %d', (share, expected) => {
  expect(percentile([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], share)).toBe(expected);
});

test('trusts a difference that every pair shows, and not one that a single pair makes', () => {
  let state = 1;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const same = Array.from({ length: 50 }, () => 0.5);
  expect(
    lowerDifference(
      same.map((value) => value + 0.1),
      same,
      random,
    ),
  ).toBeCloseTo(0.1);
  expect(lowerDifference([1, ...same.slice(1)], same, random)).toBe(0);
});

const served = (times, ranks) => ({
  load_ms: 1,
  memory_bytes: 1,
  queries: times.map((ms, at) => ({
    name: at < 2 ? 'brand' : 'exact',
    query: `q${at}`,
    ms,
    first_ms: ms,
    rank: ranks[at],
  })),
  typing_ms: times,
  doses: [{ dose: '1 mg', precision: 1 }],
  look_alikes: { pairs: 28, first: 0, unlabelled: 0 },
});
const engine = (times, ranks, bytes) => ({
  ...summarise({ build_ms: 1, bytes }, served(times, ranks)),
  hostile: { worst_ms: 1, answered: 16, all: true },
});

test('counts what is found late or not at all, by class', () => {
  const { quality } = summarise({ build_ms: 1, bytes: 1 }, served([1, 1, 1, 1], [1, 0, 4, 2]));
  expect(quality).toMatchObject({ n: 4, mrr_10: 0.438, recall_3: 0.5 });
  expect(quality.classes).toEqual({
    brand: { n: 2, mrr_10: 0.5, recall_3: 0.5 },
    exact: { n: 2, mrr_10: 0.375, recall_3: 0.5 },
  });
});

test('says of a goal what was measured and whether it is met, and is silent on what was not measured', () => {
  const [good, bad] = [
    [1, 1, 1, 1],
    [2, 0, 2, 2],
  ];
  const row = (ours, bytes) => ({
    asked_for: 10_000,
    corpus: { pass_ms: 1, text_bytes: 20 },
    engines: {
      handrail: engine([ours, ours, ours, ours], good, bytes),
      minisearch: engine([30, 30, 30, 30], bad, 10),
      fuse: engine([3000, 3000, 3000, 3000], bad, 10),
      'fuse titles': engine([400, 400, 400, 400], bad, 10),
    },
  });
  const find = (goals, text) => goals.find(({ goal }) => goal.includes(text));
  const goals = toGoals([row(1, 3)]);
  expect(find(goals, 'plain Fuse.js')).toMatchObject({ figure: 0.00033, met: true });
  expect(find(goals, 'query p95 against tuned MiniSearch')).toMatchObject({
    figure: 0.03333,
    limit: 0.06667,
    met: true,
  });
  expect(find(goals, 'synonym MRR')).toMatchObject({ figure: 4, met: true });
  expect(find(goals, 'index bytes')).toMatchObject({ figure: 0.3, met: true });
  expect(find(goals, 'with them on both sides')).toMatchObject({ figure: 0.1, met: true });
  expect(find(goals, 'growth')).toBeUndefined();
  const worse = toGoals([row(3, null)]);
  expect(find(worse, 'query p95 against tuned MiniSearch')).toMatchObject({ figure: 0.1, met: false });
  expect(find(worse, 'index bytes')).toBeUndefined();
});

test('counts a key until results for its text, or for a longer one, are painted', () => {
  const keys = [
    { at: 0, text: 'k' },
    { at: 80, text: 'ke' },
    { at: 160, text: 'ket' },
    { at: 240, text: 'ketx' },
  ];
  const painted = [
    { at: 10, text: 'k' },
    { at: 165, text: 'k' }, // late, and of no use to whoever has typed on
    { at: 180, text: 'ket' },
  ];
  expect(toLatency({ keys, painted })).toEqual({
    keys: 4,
    never_painted: 1,
    key_to_paint_ms: { p50: 20, p95: 100, max: 100 },
  });
});

test('finds a process and all that came of it, and nothing else', () => {
  const parents = [
    [1, 0],
    [10, 1],
    [11, 10],
    [12, 11],
    [13, 10],
    [20, 1],
  ];
  expect(listTree(10, parents)).toEqual([10, 11, 13, 12]);
});

test.runIf(process.platform === 'linux')('reads the memory of this very process', () => {
  expect(readTreeMemory(process.pid)).toBeGreaterThan(10_000);
});

test.runIf(process.platform === 'linux')('sees that the same program runs outside the tree', () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  onTestFinished(() => child.kill());
  expect(countOthers(child.pid)).toBeGreaterThan(0); // us
});
