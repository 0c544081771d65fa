// End-to-end tests: whole journeys in the real Electron, started by scripts/suite/e2e.mjs, which has built the program
// and opened the screens. A worker a screen: a window under test mostly waits, but two on one screen would take each
// other's focus and clipboard. Without screens of its own (a desk's, or xvfb-run before vitest) it is one at a time.
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/slow-first.mjs';

const screens = (process.env['BANXIN_SCREENS'] ?? '').split(',').filter((screen) => screen !== '');

export default defineConfig({
  test: {
    globalSetup: 'test/temporary-folder.ts',
    setupFiles: 'test/e2e/own-screen.ts',
    include: ['test/e2e/**/*.test.ts'],
    maxWorkers: Math.max(1, screens.length),
    // What the tests themselves need (the engine, Playwright) is read once a worker; the program starts anew all the same.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    // Three windows on two cores: one answer in some five hundred tests comes later than its test waits (two whole runs, a test each). It runs once more, and the report says so.
    retry: 1,
    testTimeout: 60_000,
    // Longer than the three tries of a start (test/e2e/launch.ts).
    hookTimeout: 120_000,
    // What is waited for comes at once on a quiet machine; vitest's own second is too short for a busy one.
    expect: { poll: { timeout: 15_000, interval: 30 } },
  },
});
