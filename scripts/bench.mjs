// `npm run bench`: brings what the paired benchmark needs (the peer in test/bench's own package, the
// bundled command line), then runs it. Its arguments are test/bench/bench.mjs's.
import { existsSync } from 'node:fs';
import { ensureCommandLine } from './setup/command-line.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { inRoot } from './setup/place.mjs';
import { onPath, run, say } from './setup/run.mjs';
import { ensureSystemPackages } from './setup/system.mjs';

const BENCH = inRoot('test/bench');

if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
if (!(existsSync('/usr/bin/time') && onPath('pdftotext')) && !(await ensureSystemPackages())) process.exit(1);
if (!existsSync(inRoot('test/bench/node_modules/@myriaddreamin'))) {
  say('安装对照程序 Typst 0.14（npm 包 @myriaddreamin/typst-ts-node-compiler，约 20 MB）……');
  if ((await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: BENCH, quiet: true })) !== 0) process.exit(1);
}
if (!(await ensureCommandLine())) process.exit(1);
process.exit(await run(process.execPath, [inRoot('test/bench/bench.mjs'), ...process.argv.slice(2)], { stdout: true }));
