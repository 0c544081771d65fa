import { describe, expect, it } from 'vitest';
import { countReport } from './vitest.mjs';

const file = (status, tests, failed = 0) => ({ status, assertionResults: Array.from({ length: tests }, (_, i) => ({ status: i < failed ? 'failed' : 'passed' })) });
const report = (passed, failed, pending, ...testResults) => ({ numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, testResults });

describe('what a vitest run counts as', () => {
  it.each([
    ['all passed', report(5, 0, 1, file('passed', 6)), 0, { passed: 5, failed: 0, skipped: 1 }],
    ['two tests failed', report(3, 2, 0, file('failed', 5, 2)), 1, { passed: 3, failed: 2, skipped: 0 }],
    ['a file that does not load is a failure', report(3, 0, 0, file('passed', 3), file('failed', 0)), 1, { passed: 3, failed: 1, skipped: 0 }],
    ['a run that fails after its tests (an unhandled rejection) is one failure', report(3, 0, 0, file('passed', 3)), 1, { passed: 3, failed: 1, skipped: 0 }],
    ['a file whose hook failed is a failure beside another test that failed', report(3, 1, 4, file('failed', 4, 1), file('failed', 4)), 1, { passed: 3, failed: 2, skipped: 4 }],
    ['a run that leaves no report is one failure', null, 139, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_, given, status, counts) => {
    expect(countReport(given, status)).toEqual(counts);
  });
});
