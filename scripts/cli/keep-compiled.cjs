// `node -r keep-compiled.cjs banxin.cjs … --then …`, for the build: runs the commands, one after the other, and leaves
// beside the bundle what V8 had compiled of its files by the end, functions that ran included, for load-parts.cjs to find.
const { writeFileSync } = require('node:fs');
const { cachedDataVersionTag } = require('node:v8');
const vm = require('node:vm');

const [program, bundle, ...words] = process.argv;
const commands = words.join('\n').split('\n--then\n').map((command) => command.split('\n'));
const next = () => {
  process.argv = [program, bundle, ...commands.shift()];
};
next();

const scripts = new Map();
vm.Script = class extends vm.Script {
  constructor(source, options) {
    // one script of a file for all commands: what each has compiled of it adds up
    const known = scripts.get(options.filename);
    if (known !== undefined) return known;
    super(source, options);
    scripts.set(options.filename, this);
  }
};
const exit = process.exit.bind(process);
process.exit = (code) => {
  if (code !== 0 || commands.length === 0) exit(code);
  next();
  delete require.cache[require.resolve(bundle)];
  require(bundle);
};
process.on('exit', (code) => {
  if (code === 0) for (const [file, script] of scripts) writeFileSync(file.replace(/\.cjs$/, `-${cachedDataVersionTag()}.cache`), script.createCachedData());
});
