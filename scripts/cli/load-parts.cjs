// Heads the bundled command line (scripts/build-cli.mjs puts it there, behind the name of the `entry` part,
// the table `own` of those that it needs at once, and the `kept` files' names). All other parts stand in files
// beside it, read when the first of them is asked for: what an export of a text runs, and what else sets or
// judges type. Both are compiled by V8 beforehand where the build has left that: a fifth of a short export's
// CPU time. Code compiled by another V8, or under other flags, has another tag in its name and is not found;
// without it the parts are compiled as they are. What no page needs (Word files, templates, comparisons)
// stands in a last file, or each export would read it. Nothing is written here.
const { closeSync, fstatSync, openSync, readSync } = require('node:fs');

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
  const read = bytesOf(filename, null);
  const source = read.toString('latin1'); // all characters of the bundle are ASCII
  return new vm.Script(source, { filename, cachedData: compiled(`${file}-${cachedDataVersionTag()}.cache`, read) }).runInThisContext();
}

function compiled(file, room) {
  try {
    return bytesOf(file, room);
  } catch {
    return undefined; // only ever a saving
  }
}

/** A file's bytes, in `room` where it is large enough: pages of memory that were used before cost nothing, and a file of this size has four hundred. */
function bytesOf(file, room) {
  const handle = openSync(file);
  try {
    const { size } = fstatSync(handle);
    const bytes = room !== null && size <= room.length ? room.subarray(0, size) : Buffer.allocUnsafeSlow(size);
    for (let at = 0; at < size; ) {
      const count = readSync(handle, bytes, at, size - at, null);
      if (count === 0) throw new Error(`${file} is cut off`);
      at += count;
    }
    return bytes;
  } finally {
    closeSync(handle);
  }
}

requirePart(entry);
