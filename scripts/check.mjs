// `npm run check`: types, lint, dead code, import lines. Seconds, to be run before every commit.
import { runChecks } from './suite/checks.mjs';
import { runVitest } from './suite/vitest.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { say } from './setup/run.mjs';

if (!(await ensurePackages())) process.exit(1);
const failed = await runChecks();
if ((await runVitest('check', ['test/architecture.test.ts'])).failed > 0) failed.push('import lines');
say(failed.length === 0 ? '检查通过' : `检查未通过：${failed.join('、')}`);
process.exit(failed.length === 0 ? 0 : 1);
