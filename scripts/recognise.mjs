// `npm run recognise`: runs test/recognise/figures.ts, bundled by esbuild into out/, since node strips no types.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const outfile = path.join(root, 'out/recognise/figures.mjs');
await build({ entryPoints: [path.join(root, 'test/recognise/figures.ts')], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
execFileSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
