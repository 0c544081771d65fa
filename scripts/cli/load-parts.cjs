// Heads the bundled command line (scripts/build-cli.mjs puts it there, behind the name of the `entry` part,
// the table `own` of those that it needs at once, and the `kept` files' names). All other parts stand in files
// beside it, read when the first of them is asked for: what an export of a text runs, and what else sets or
// judges type. Both are compiled by V8 beforehand where the build has left that: a fifth of a short export's
// CPU time. Code compiled by another V8, or under other flags, has another tag in its name and is not found;
// without it the parts are compiled as they are. What no page needs (Word files, templates, comparisons)
// stands in a last file, or each export would read it. Nothing is written here.
const { readFileSync } = require('node:fs');

const base = __filename.slice(0, -'.cjs'.length);
const loaded = new Map();
const tables = kept.map(() => null);
let seldom = null;

/** What `require` is for every part: other parts by their names, everything else as Node has it. */
function requirePart(name) {
  if (!name.startsWith('./')) return require(name);
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  partNamed(name).call(module.exports, module.exports, requirePart, module, __filename);
  return module.exports;
}

function partNamed(name) {
  if (own[name] !== undefined) return own[name];
  for (let i = 0; i < kept.length; i++) {
    tables[i] ??= readKept(`${base}-${kept[i]}`);
    if (tables[i][name] !== undefined) return tables[i][name];
  }
  seldom ??= require(`${base}-seldom.cjs`);
  return seldom[name];
}

/** The table of a file's parts. Called once V8's flags are set: they are in the tag. */
function readKept(file) {
  const vm = require('node:vm');
  const { cachedDataVersionTag } = require('node:v8');
  const filename = `${file}.cjs`;
  // All characters of the bundle are ASCII.
  return new vm.Script(readFileSync(filename, 'latin1'), { filename, cachedData: compiled(`${file}-${cachedDataVersionTag()}.cache`) }).runInThisContext();
}

function compiled(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // only ever a saving
  }
}

requirePart(entry);
