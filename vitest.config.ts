import { defineConfig } from 'vitest/config';

const ANY = '**/*.test.{ts,tsx,mjs}';
/** What is pure: it changes nothing outside itself, so its files share a worker and load their modules once in it. */
const PURE = [`tests/protocols/${ANY}`, `tests/documents/${ANY}`];

export default defineConfig({
  test: {
    environment: 'node', // a file that needs a page says so in its first line
    restoreMocks: true,
    maxWorkers: '100%', // nobody edits beside it; Vitest would leave a core idle
    testTimeout: 120_000, // against tests that hang; how long things take is measured elsewhere
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'apart', include: [`tests/${ANY}`], exclude: PURE } },
    ],
  },
});
