import { describe, expect, it } from 'vitest';
import { inRoot } from '../setup/place.mjs';
import { countReport } from './vitest.mjs';

const file = (status, tests, failed = 0) => ({ name: inRoot('a.test.ts'), status, assertionResults: Array.from({ length: tests }, (_, i) => ({ status: i < failed ? 'failed' : 'passed' })) });
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
    expect(countReport(given, status)).toMatchObject(counts);
  });

  it('what failed is named, with the first line of what it says', () => {
    const failed = { status: 'failed', fullName: 'the year rolls on', failureMessages: ['AssertionError: expected 2026\n    at somewhere'] };
    const { names } = countReport(report(1, 1, 0,
      { name: inRoot('src/core/roll.test.ts'), status: 'failed', assertionResults: [{ status: 'passed' }, failed] },
      { name: inRoot('src/core/broken.test.ts'), status: 'failed', message: 'SyntaxError: no', assertionResults: [] }), 1);
    expect(names).toEqual([
      'src/core/roll.test.ts > the year rolls on: AssertionError: expected 2026',
      'src/core/broken.test.ts: SyntaxError: no',
    ]);
    expect(countReport(report(3, 0, 0, file('passed', 3)), 0).names).toEqual([]);
    expect(countReport(report(3, 0, 0, file('passed', 3)), 1).names).toEqual(['vitest ended with 1 though no test failed']);
    expect(countReport(null, 139).names).toEqual(['vitest left no report and ended with 139']);
  });
});
