// The command line as its users have it: the one that `npm test` has built (BANXIN_COMMAND_LINE), with V8's compiled
// code; else bundled once a worker of the tests and not once a file, without that code: it takes a second of both
// cores, and a dozen files need it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const BUILDER = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/build-cli.mjs')).href;
let bundled: string | null = process.env['BANXIN_COMMAND_LINE'] ?? null;

/** What all files of this worker run. @throws Error with the builder's words where it cannot be made. */
export function commandLine(): string {
  if (bundled !== null) return bundled;
  const folder = process.env['BANXIN_BUNDLES'];
  if (folder === undefined) throw new RangeError('BANXIN_BUNDLES is not set: test/cli/bundle-folder.ts is no globalSetup here');
  const outdir = path.join(folder, String(process.pid));
  const script = `import('${BUILDER}').then((m) => m.buildCli({ entry: 'src/cli/banxin.ts', outdir: process.argv[1], name: 'banxin' }))`;
  const built = spawnSync(process.execPath, ['-e', script, outdir], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  bundled = path.join(outdir, 'banxin.cjs');
  return bundled;
}
