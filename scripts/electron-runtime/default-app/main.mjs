// The default app of the Electron for tests, packed by scripts/setup/electron.mjs as
// resources/default_app.asar, which the binary taken from Cypress lacks. Electron runs it for
// `electron [flags] [-r module] TARGET`: it loads the target in our place.
// It must be ESM with a top-level await: Electron holds `ready` back until an ESM main module is
// done, while a CommonJS one returns first and `ready` fires before the target has loaded.
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const options = readArguments(process.argv.slice(1));

if (options.version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (options.target === null) {
  console.error('usage: electron [flags] [-r module] TARGET');
  process.exit(2);
}

for (const name of options.modules) Module.createRequire(path.resolve('x.js'))(name);
await load(path.resolve(options.target));

/** The words Electron's own default app knows, as far as tests use them; other flags are Chromium's. */
function readArguments(words) {
  const found = { modules: [], target: null, version: false };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === '-v' || word === '--version') found.version = true;
    else if (word === '-r' || word === '--require') found.modules.push(words[(i += 1)]);
    else if (!word.startsWith('-')) return { ...found, target: word };
  }
  return found;
}

/** Gives the app the target's name, version and path, then runs its entry. A failure ends the process. */
async function load(target) {
  let entry = target;
  let folder = path.dirname(target);
  const manifestPath = path.join(target, 'package.json');
  if (existsSync(manifestPath)) {
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    if (manifest.version) app.setVersion(manifest.version);
    app.name = manifest.productName ?? manifest.name ?? app.name;
    folder = target;
    entry = Module.createRequire(manifestPath).resolve(target);
  }
  app.setAppPath(folder);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  try {
    await import(pathToFileURL(entry).href);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
