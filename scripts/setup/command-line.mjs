// The bundled command line, out/cli/banxin.cjs: built anew when a source file is younger than it.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './place.mjs';
import { run, say } from './run.mjs';

const BUNDLE = inRoot('out/cli/banxin.cjs');
const BUILDER = inRoot('scripts/build-cli.mjs');
const SOURCES = ['src/core', 'src/font', 'src/pdf', 'src/node', 'src/cli', 'resources/looks', 'resources/masters'];

/** Builds the command line where it is missing or old. False after showing the builder's complaint. */
export async function ensureCommandLine() {
  const built = changed(BUNDLE);
  const newest = Math.max(changed(BUILDER), changed(inRoot('package-lock.json')), ...SOURCES.map((folder) => newestIn(inRoot(folder))));
  if (built > newest) return true;
  say('打包命令行 out/cli/banxin.cjs……');
  return (await run(process.execPath, [BUILDER], { quiet: true })) === 0;
}

function newestIn(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:ts|json)$/.test(name));
  return Math.max(0, ...names.map((name) => changed(path.join(folder, name))));
}

/** When a file was last written, in ms; 0 where it is not there. */
function changed(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
