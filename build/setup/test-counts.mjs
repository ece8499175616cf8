// Adds up what the test runners reported into the one line that ends `npm test`.

const NONE = { passed: 0, failed: 0, skipped: 0 };

/** A check that passes or fails as a whole. */
export function countCheck(exitCode) {
  return exitCode === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

/** Vitest's JSON report. A file that could not be read has no tests of its own to fail, and counts as one. */
export function countVitest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON report. Errors outside any test count as one each. */
export function countPlaywright(report) {
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/** A runner that ended badly yet reported no failure, or reported nothing, has itself failed. */
export function countRun(exitCode, report, count) {
  const counted = report ? count(report) : NONE;
  const isConsistent = report ? exitCode === 0 || counted.failed > 0 : false;
  return isConsistent ? counted : { ...counted, failed: counted.failed + 1 };
}

export function sumCounts(counts) {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NONE,
  );
}

/** The last line of `npm test`, which other programs read. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
