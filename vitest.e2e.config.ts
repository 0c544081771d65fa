// End-to-end tests: whole journeys in the real Electron, started by scripts/e2e.mjs, which has
// built the program and given it a screen. One at a time: two Electrons on two cores only wait.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/temporary-folder.ts',
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    // Longer than the three tries of a start (test/e2e/launch.ts).
    hookTimeout: 120_000,
  },
});
