import { defineConfig, type ReporterDescription } from '@playwright/test';

const report = process.env['HANDRAIL_E2E_REPORT'];
const reporter: ReporterDescription[] = [['list']];
if (report) reporter.push(['json', { outputFile: report }]);

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'faults/**/*.spec.ts'],
  // Minutes each, with unit tests of the same code beside them: for npm run test:faults alone.
  testIgnore: process.env['HANDRAIL_FAULTS'] === 'full' ? [] : ['faults/full/**'],
  outputDir: process.env['HANDRAIL_E2E_RESULTS'] ?? 'test-results/e2e',
  // One Electron at a time: a clinician's machine runs one, and two would share the clipboard and the focus.
  workers: 1,
  fullyParallel: false,
  retries: 0, // a test that passes only sometimes has found something
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter,
});
