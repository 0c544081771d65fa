// Unit tests beside the code, and those of test/ that need no window: golden, property, pdf,
// architecture. The end-to-end tests need a build and a screen, those of the packed program a package:
// both have a config of their own.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/temporary-folder.ts',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'test/**/*.test.ts', 'test/bench/*.test.mjs'],
    exclude: ['**/node_modules/**', 'out/**', '.cache/**', 'test/e2e/**', 'test/packed/**'],
    // The time of a loaded two-core machine, not of a quiet one.
    testTimeout: 30_000,
    // Vitest keeps a core for itself, which on two cores is half of them; many tests wait for a child.
    maxWorkers: '100%',
  },
});
