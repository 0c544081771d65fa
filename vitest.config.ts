// Unit tests beside the code, and those of test/ that need no window: golden, property, pdf,
// architecture. The end-to-end tests need a build and a screen, those of the packed program a package:
// both have a config of their own.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { quickExports, quickFlags } from './test/quick-workers.mjs';
import { SlowFirst } from './test/slow-first.mjs';

export default defineConfig({
  plugins: [quickExports],
  test: {
    execArgv: quickFlags,
    globalSetup: ['test/temporary-folder.ts', 'test/cli/bundle-folder.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'test/**/*.test.ts', 'test/bench/*.test.mjs'],
    exclude: ['**/node_modules/**', 'out/**', '.cache/**', 'test/e2e/**', 'test/packed/**'],
    // The time of a loaded two-core machine, not of a quiet one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Once more where a machine stood still; what passed only then is named at the end of a run (scripts/suite/second-try.mjs).
    // Never a property that has a counterexample: it was found among random ones, and the next ones may miss it.
    retry: { count: 1, condition: /^(?!Property failed)/ },
    // As for the tests: vitest's own second is too short for a busy machine.
    expect: { poll: { timeout: 10_000 } },
    // A worker keeps the modules that it has read, which is a third of the whole work. So no module under test may keep
    // what a test did to it, and a test that sets the environment or a clock sets it back.
    isolate: false,
    // One more than there are cores: many tests wait for a child.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowFirst },
  },
});
