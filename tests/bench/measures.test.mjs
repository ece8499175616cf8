import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { countOthers, listTree, readTreeMemory } from './process-memory.mjs';
import { comparePairs, median } from './statistics.mjs';

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
