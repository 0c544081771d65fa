// `npm run gallery`: every preset on our own packages, drawn as pictures for looking at: out/gallery/.
// Newspapers also as raw pages (what `makeup` proposes for them is set page by page); with the path of a
// text or package behind `--` that one too. Pages are drawn by poppler at 60 and at 150 dpi.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureCommandLine } from './setup/command-line.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { inRoot } from './setup/place.mjs';
import { say } from './setup/run.mjs';

const SAMPLES = inRoot('resources/samples');
const OUT = inRoot('out/gallery');
const PRESETS = { booklet: ['gb', 'office'], newspaper: ['N8', 'N6', 'T6'], speech: ['speech'] };
const RESOLUTIONS = [60, 150];

if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
if (!(await ensureCommandLine())) process.exit(1);
if (spawnSync('pdftoppm', ['-v']).error !== undefined) {
  console.error('没有 pdftoppm（poppler-utils），画不了图；npm run setup 会装上它');
  process.exit(1);
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const own = readdirSync(SAMPLES).filter((name) => /\.(banxin|txt)$/.test(name)).sort().map((name) => path.join(SAMPLES, name));
let pages = 0;
for (const file of [...own, ...process.argv.slice(2)]) {
  const { editions } = JSON.parse(banxin(['outline', file, '--json']).stdout);
  const asked = editions.length > 0 ? editions : Object.keys(PRESETS).map((kind) => ({ id: kind, kind }));
  for (const { id, kind } of asked) {
    for (const preset of PRESETS[kind]) pages += draw(file, id, preset);
  }
}
console.log(`已画出 ${pages} 页，每页 ${RESOLUTIONS.join(' 和 ')} dpi，在 ${OUT}`);

/** Sets one edition in one preset and draws its pages; how many there are. */
function draw(file, edition, preset) {
  const name = `${path.parse(file).name}-${edition}-${preset}`;
  const target = path.join(OUT, `${name}.pdf`);
  const done = banxin(['export', file, '--edition', edition, '--preset', preset, '-o', target, '--json'], true);
  if (done.status !== 0) {
    say(`${name}：${done.stderr.trim().split('\n').at(-1)}`);
    return 0;
  }
  const { pages, diagnostics, layout } = JSON.parse(done.stdout);
  for (const dpi of RESOLUTIONS) spawnSync('pdftoppm', ['-r', String(dpi), '-png', target, path.join(OUT, `${name}-${dpi}`)], { stdio: 'inherit' });
  const warnings = diagnostics.filter(({ severity }) => severity !== 'info');
  say(`${name}：${pages} 页${layout === null || layout === undefined ? '' : `，${layout.score} 分`}`);
  for (const { message } of warnings) say(`  ${message}`);
  return pages;
}

/** Runs the command line; ends the process, after its words, where it cannot and need not go on. */
function banxin(words, mayFail = false) {
  const child = spawnSync(process.execPath, [inRoot('out/cli/banxin.cjs'), ...words], { encoding: 'utf8', maxBuffer: 1e8 });
  if (child.status !== 0 && !mayFail) {
    process.stderr.write(child.stderr);
    process.exit(1);
  }
  return child;
}
