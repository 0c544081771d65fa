// Heads the bundled command line (scripts/build-cli.mjs puts it there, behind the name of the `entry` part
// and the table `own` of those that it needs at once). All other parts stand in one file beside it and are
// read when the first of them is asked for, compiled by V8 beforehand where the build has left that: a
// fifth of a short export's CPU time. Code compiled by another V8, or under other flags, has another tag
// in its name and is not found; without it the parts are compiled as they are. What no page needs (Word
// files, templates, comparisons) stands in a third file, or each export would read it. Nothing is written here.
const { readFileSync } = require('node:fs');

const base = __filename.slice(0, -'.cjs'.length);
const loaded = new Map();
let rest = null;
let seldom = null;

/** What `require` is for every part: other parts by their names, everything else as Node has it. */
function requirePart(name) {
  if (!name.startsWith('./')) return require(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const run = own[name] ?? (rest ??= readRest())[name] ?? (seldom ??= require(`${base}-seldom.cjs`))[name];
  run.call(module.exports, module.exports, requirePart, module, __filename);
  return module.exports;
}

/** The table of the other parts. Called once V8's flags are set: they are in the tag. */
function readRest() {
  const vm = require('node:vm');
  const { cachedDataVersionTag } = require('node:v8');
  const filename = `${base}-parts.cjs`;
  // All characters of the bundle are ASCII.
  return new vm.Script(readFileSync(filename, 'latin1'), { filename, cachedData: compiled(cachedDataVersionTag()) }).runInThisContext();
}

function compiled(tag) {
  try {
    return readFileSync(`${base}-${tag}.cache`);
  } catch {
    return undefined; // only ever a saving
  }
}

requirePart(entry);
