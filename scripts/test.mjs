// `npm test`: brings what the tests need, then runs the checks and every test. The last line is
// `N passed, N failed`; a failed check counts as one failure, the tests by scripts/suite/vitest.mjs.
//   --e2e     the end-to-end tests alone (npm run test:e2e), or the files that are named behind it:
//             npm run test:e2e -- test/e2e/journey.test.ts
//   --packed  the tests of the packed program alone (npm run test:packed)
import { ensureCommandLine } from './setup/command-line.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { inRoot } from './setup/place.mjs';
import { say } from './setup/run.mjs';
import { ensureSystemPackages } from './setup/system.mjs';
import { runChecks } from './suite/checks.mjs';
import { runEndToEnd } from './suite/e2e.mjs';
import { runPacked } from './suite/packed.mjs';
import { runVitest } from './suite/vitest.mjs';

const endToEndOnly = process.argv.includes('--e2e');
const packedOnly = process.argv.includes('--packed');
const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (files.length > 0 && !endToEndOnly) {
  console.error('只有 npm run test:e2e -- 后面可以写测试文件；别的用 npx vitest run 文件');
  process.exit(2);
}

if (!(await ensurePackages())) finish([{ passed: 0, failed: 1, skipped: 0, names: ['npm ci'] }]);
await ensureFaces();
await ensureSystemPackages();
await ensureElectron();

const results = [];
if (endToEndOnly) results.push(await runEndToEnd({ files }));
// Packing alone takes longer than many tests: `npm run test:packed`.
else if (packedOnly) results.push(await runPacked());
else results.push(...(await runAll()));
finish(results);

/** The checks and all tests but those of the packed program. Gives a count each. */
async function runAll() {
  const checks = await runChecks();
  // The command line as it was built: V8 has its code compiled already.
  const env = (await ensureCommandLine()) ? { ...process.env, BANXIN_COMMAND_LINE: inRoot('out/cli/banxin.cjs') } : process.env;
  const units = await runVitest('unit', [], { env });
  // Not beside each other: a window under test that shares its processor answers late, and both took as long as one after the other.
  return [{ passed: 0, failed: checks.length, skipped: 0, names: checks }, units, await runEndToEnd()];
}

function finish(counts) {
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  const seconds = counts.flatMap((one) => one.seconds ?? []);
  if (seconds.length > 0) say(['再跑一次才通过的：', ...seconds].join('\n  '));
  const names = counts.flatMap((one) => one.names ?? []);
  if (names.length > 0) say(['没有通过的：', ...names].join('\n  '));
  if (sum('skipped') > 0) say(`${sum('skipped')} skipped`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}
