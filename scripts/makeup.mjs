// `npm run makeup`: runs test/makeup/figures.ts, or with `--drops` test/makeup/drops.ts, bundled
// by esbuild into out/, since node strips no types.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const what = process.argv.includes('--drops') ? 'drops' : 'figures';
const outfile = path.join(root, `out/makeup/${what}.mjs`);
await build({ entryPoints: [path.join(root, `test/makeup/${what}.ts`)], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error', packages: 'external' });
execFileSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
