import { expect, test } from 'vitest';
import {
  countCheck,
  countPlaywright,
  countRun,
  countVitest,
  sumCounts,
  summaryLine,
} from '../../build/setup/test-counts.mjs';

const vitest = (over = {}) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...over,
});
const playwright = (stats = {}, errors = []) => ({
  stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

test('reads the report of the unit tests', () => {
  expect(countVitest(vitest())).toEqual({ passed: 5, failed: 0, skipped: 2 });
});

test('counts a unit test file that could not be read as one failure', () => {
  const report = vitest({ testResults: [{ status: 'failed', assertionResults: [] }] });
  expect(countVitest(report).failed).toBe(1);
});

test('reads the report of the journeys, with errors outside any of them', () => {
  expect(countPlaywright(playwright({ unexpected: 2, skipped: 1 }, [{}]))).toEqual({
    passed: 3,
    failed: 3,
    skipped: 1,
  });
});

test('counts a runner that left no report as one failure, whatever its exit code', () => {
  expect(countRun(1, undefined, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countRun(0, undefined, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('counts a bad end without a failed test as one failure', () => {
  expect(countRun(1, playwright(), countPlaywright)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('does not count a failure twice', () => {
  expect(countRun(1, playwright({ unexpected: 2 }), countPlaywright).failed).toBe(2);
});

test('ends in one line that leaves out what did not happen', () => {
  const total = sumCounts([countCheck(0), countCheck(2), { passed: 40, failed: 0, skipped: 0 }]);
  expect(summaryLine(total)).toBe('41 passed, 1 failed');
  expect(summaryLine({ ...total, skipped: 2 })).toBe('41 passed, 1 failed, 2 skipped');
});
