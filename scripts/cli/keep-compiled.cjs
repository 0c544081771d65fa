// `node -r keep-compiled.cjs banxin.cjs …`, for the build: runs the command and leaves beside the bundle
// what V8 had compiled of its parts by the end, functions that ran included, for load-parts.cjs to find.
const { writeFileSync } = require('node:fs');
const { cachedDataVersionTag } = require('node:v8');
const vm = require('node:vm');

let parts = null;
let file = '';
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    parts = this;
    file = options.filename;
  }
};
process.on('exit', (code) => {
  if (code === 0 && parts !== null) writeFileSync(file.replace(/-parts\.cjs$/, `-${cachedDataVersionTag()}.cache`), parts.createCachedData());
});
