// Tests of the packed program, which scripts/suite/packed.mjs has made in out/packed. One at a time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/packed/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    // Longer than the three tries of a start (test/e2e/launch.ts).
    hookTimeout: 120_000,
  },
});
