// Runs vitest and counts, from its JSON report, what passed and failed. A test file that could not be
// read, or whose hook failed, has no failed test in the report, and a run that dies may leave none: all
// count as failures.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bin, inRoot } from '../setup/place.mjs';
import { run } from '../setup/run.mjs';

/** Runs vitest with these arguments. Gives `{passed, failed, skipped}`. */
export async function runVitest(name, args, { env = process.env } = {}) {
  const report = inRoot('out', `vitest-${name}.json`);
  mkdirSync(inRoot('out'), { recursive: true });
  rmSync(report, { force: true });
  const status = await run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], { env });
  return countReport(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, status);
}

/** Counts a report (null: there is none) of a run with this exit status. */
export function countReport(report, status) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  // Also a file whose hook failed: its tests count as skipped in the report, though nobody skipped them.
  const unread = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = report.numFailedTests + unread;
  return {
    passed: report.numPassedTests,
    failed: status === 0 ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests,
  };
}
