// `npm run sample`: the main job without a window, on a fresh clone with Node and npm alone (no root).
// Brings npm packages and faces, bundles the command line, then sets every edition of the sample
// packages and writes the PDFs to out/sample/. The last lines say what was done and where it is.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureCommandLine } from './setup/command-line.mjs';
import { ensureFaces } from './setup/faces.mjs';
import { ensurePackages } from './setup/npm.mjs';
import { inRoot } from './setup/place.mjs';
import { say } from './setup/run.mjs';

const SAMPLES = inRoot('resources/samples');
const OUT = inRoot('out/sample');
const EDITIONS = { booklet: '会议文件单行本', newspaper: '报纸版面', speech: '大字稿' };
const PHASES = { opening: '开幕', during: '会中', closing: '闭幕' };

if (!(await ensurePackages())) process.exit(1);
await ensureFaces();
if (!(await ensureCommandLine())) process.exit(1);

mkdirSync(OUT, { recursive: true });
const done = [];
for (const name of readdirSync(SAMPLES).filter((one) => one.endsWith('.banxin')).sort()) {
  const file = path.join(SAMPLES, name);
  const { editions } = banxin(['outline', file, '--json']);
  for (const edition of editions) {
    say(`排${titleOf(edition)}……`);
    done.push(exportEdition(file, edition));
  }
}

console.log(`已从样稿 resources/samples/ 排出 ${done.length} 个版式，PDF 在 ${OUT}：`);
for (const line of done) console.log(`  ${line}`);

/** An edition in words: its kind, and its phase or id, for there may be several of a kind. */
function titleOf({ kind, phase, id }) {
  return `${EDITIONS[kind]}（${phase === null ? id : PHASES[phase]}）`;
}

/** Sets one edition and gives the line that tells of it. */
function exportEdition(file, edition) {
  const target = path.join(OUT, `${path.parse(file).name}-${edition.id}.pdf`);
  const began = performance.now();
  const answer = banxin(['export', file, '--edition', edition.id, '-o', target, '--json']);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const warnings = answer.diagnostics.filter((one) => one.severity !== 'info').length;
  return [
    path.basename(target),
    titleOf(edition),
    `${answer.pages} 页`,
    `${seconds} 秒`,
    answer.textConserved ? '文字核对无误' : '文字核对有出入',
    ...(warnings > 0 ? [`${warnings} 条提示`] : []),
  ].join('  ');
}

/** What the command line answers, as an object. Ends the process, after its words, where it cannot. */
function banxin(words) {
  const child = spawnSync(process.execPath, [inRoot('out/cli/banxin.cjs'), ...words], { encoding: 'utf8', maxBuffer: 1e8 });
  if (child.status === 0) return JSON.parse(child.stdout);
  say(`这一步没有做成：banxin ${words.join(' ')}`);
  say(`${child.stderr}${child.stdout}`);
  process.exit(1);
}
