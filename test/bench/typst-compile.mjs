// One job in Typst, a process of its own:   node typst-compile.mjs IN.typ FONTS OUT.pdf
// With --edits N instead of OUT.pdf: lays out, then N times one character typed in the middle of the
// text and laid out again in the same process; prints the milliseconds of each as a JSON list.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [input, fonts, target, edits] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: path.dirname(path.resolve(input)), fontArgs: [{ fontPaths: [fonts] }] });
let source = readFileSync(input, 'utf8');

if (target === '--edits') {
  layOut();
  const times = [];
  for (let i = 0; i < Number(edits); i += 1) {
    const at = source.indexOf('。', Math.floor(source.length / 2) + i * 7);
    source = `${source.slice(0, at)}新${source.slice(at)}`;
    compiler.evictCache(10);
    const began = performance.now();
    layOut();
    times.push(performance.now() - began);
  }
  console.log(JSON.stringify(times));
} else {
  writeFileSync(target, compiler.pdf(layOut(), { pdfTags: false }));
}

function layOut() {
  const compiled = compiler.compile({ mainFileContent: source });
  if (compiled.hasError()) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  return compiled.result;
}
