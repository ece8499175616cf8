import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx,mjs}'],
    environment: 'node', // a file that needs a page says so in its first line
    restoreMocks: true,
    maxWorkers: '100%', // nobody edits beside it; Vitest would leave a core idle
    testTimeout: 20_000, // against tests that hang; how long things take is measured elsewhere
  },
});
