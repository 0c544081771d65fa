// Runs vitest and counts, from its JSON report, what passed and failed. A test file that could not be
// read, or whose hook failed, has no failed test in the report, and a run that dies may leave none: all
// count as failures. What failed is named again at the end of the whole run: of a long log a reader has the last lines.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { bin, inRoot } from '../setup/place.mjs';
import { run } from '../setup/run.mjs';

/**
 * Runs vitest with these arguments. Gives `{passed, failed, skipped, names, seconds}`, names: of what failed, seconds:
 * of what passed only when it was run once more (second-try.mjs), a line each.
 */
export async function runVitest(name, args, { env = process.env } = {}) {
  const report = inRoot('out', `vitest-${name}.json`);
  mkdirSync(inRoot('out'), { recursive: true });
  const again = inRoot('out', `vitest-${name}-second.json`);
  for (const file of [report, again]) rmSync(file, { force: true });
  const reporters = ['default', 'json', inRoot('scripts/suite/second-try.mjs')].map((reporter) => `--reporter=${reporter}`);
  const status = await run(bin('vitest'), ['run', ...reporters, `--outputFile.json=${report}`, ...args], { env: { ...env, BANXIN_SECOND_TRIES: again } });
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
  return { ...countReport(read(report), status), seconds: read(again) ?? [] };
}

/** Counts a report (null: there is none) of a run with this exit status. */
export function countReport(report, status) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0, names: [`vitest left no report and ended with ${status}`] };
  // Also a file whose hook failed: its tests count as skipped in the report, though nobody skipped them.
  const unread = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const failed = report.numFailedTests + unread.length;
  const names = [...report.testResults.flatMap(failuresOf), ...unread.map((file) => `${inFolder(file.name)}: ${firstLine(file.message)}`)];
  const died = status !== 0 && failed === 0;
  return {
    passed: report.numPassedTests,
    failed: died ? 1 : failed,
    skipped: report.numPendingTests,
    names: died ? [`vitest ended with ${status} though no test failed`] : names,
  };
}

/** The failed tests of a file of the report, a line each: file, test, and the first line of what it says. */
function failuresOf(file) {
  return file.assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${inFolder(file.name)} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
}

const inFolder = (path) => relative(inRoot(), path);
const firstLine = (text) => (text ?? '').split('\n', 1)[0].slice(0, 300);
