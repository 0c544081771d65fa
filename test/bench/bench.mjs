// `npm run bench`: banxin beside Typst 0.14 on the same text, the same TrueType face and the same page
// (A4, 28 × 22), everything included: whole cold processes, CPU seconds, in pairs. Texts: the project's
// own report, or the report in BANXIN_SAMPLE; ten and a hundred times as long by report-text.mjs. Then
// one edit in a warm process, at 12,000 and 120,000 characters. Both PDFs are read by another program:
// what was timed is the whole text on both sides.
//   --sizes 1,10,100   which lengths
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { environment, measure, measurePairs, median } from './measure.mjs';
import { atLength, multiply, paragraphsOf } from './report-text.mjs';
import { sampleFile } from './sample-file.mjs';
import { typstSource } from './typst-source.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const scratch = path.join(root, 'out/bench');
const fonts = path.join(scratch, 'fonts');
const FACE = path.join(root, 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
const FAMILY = 'Noto Serif SC';
const ROUNDS = { 1: 25, 10: 11, 100: 5 };
/** What the ratio of CPU seconds may be at most, and that of peak memory. */
const MOST_CPU = { 1: 0.95, 10: 0.55, 100: 0.4 };
const MOST_MEMORY = { 1: 1, 100: 0.5 };
const EDIT_LENGTHS = [12_000, 120_000];
const EDITS = 15;

const banxin = [process.execPath, path.join(root, 'out/cli/banxin.cjs')];
const typst = [process.execPath, path.join(here, 'typst-compile.mjs')];

const sizesAt = process.argv.indexOf('--sizes');
const sizes = (sizesAt < 0 ? '1,10,100' : process.argv[sizesAt + 1] ?? '').split(',').map(Number);

mkdirSync(fonts, { recursive: true });
copyFileSync(FACE, path.join(fonts, path.basename(FACE)));
const report = reportParagraphs();

console.log('冷启动整个进程，CPU 秒（用户态加系统态，所有线程），成对测量取中位数；同一文本、同一 TrueType 字体、A4 每页 22 行每行 28 字');
const cold = sizes.map(coldRow);
table([
  ['长度', '字符数', '版心 秒', 'Typst 秒', '比值', '上限', '版心 MiB', 'Typst MiB', '比值', '上限', '版心 µs/字', '页数', 'PDF 里的文字'],
  ...cold,
]);
console.log('');
defaultFaces();
console.log('');
const editLatency = bundleEditLatency();
console.log(`同一进程内，正文中间键入一字后重新排版，毫秒（${EDITS} 次的中位数，最小值）`);
table([['字符数', '版心', 'Typst', '比值'], ...EDIT_LENGTHS.map(editRow)]);

/** One length, both programs, cold. */
function coldRow(times) {
  const job = prepare(`x${times}`, multiply(report, times));
  const ours = [...banxin, 'export', job.text, '--edition', 'booklet', '--fonts', fonts, '-o', job.pdf];
  const theirs = [...typst, job.typst, fonts, job.peerPdf];
  const result = measurePairs(ours, theirs, ROUNDS[times] ?? 5, scratch);
  return [
    `×${times}`,
    String(job.characters),
    result.ours.cpu.toFixed(3),
    result.theirs.cpu.toFixed(3),
    result.cpuRatio.toFixed(2),
    MOST_CPU[times]?.toFixed(2) ?? '',
    result.ours.mebibytes.toFixed(0),
    result.theirs.mebibytes.toFixed(0),
    result.memoryRatio.toFixed(2),
    MOST_MEMORY[times]?.toFixed(2) ?? '',
    ((result.ours.cpu / job.characters) * 1e6).toFixed(1),
    `${pages(job.pdf)} / ${pages(job.peerPdf)}`,
    `${verdict(job.pdf, job.ink)} / ${verdict(job.peerPdf, job.ink)}`,
  ];
}

/** The report with the faces a user gets (CFF among them) beside the one TrueType face. */
function defaultFaces() {
  const job = prepare('x1', multiply(report, 1));
  const one = [...banxin, 'export', job.text, '--edition', 'booklet', '--fonts', fonts, '-o', job.pdf];
  const faces = [...banxin, 'export', job.text, '--edition', 'booklet', '-o', path.join(scratch, 'default-faces.pdf')];
  const result = measurePairs(faces, one, ROUNDS[1], scratch);
  const bare = median(Array.from({ length: 7 }, () => measure([process.execPath, '-e', '0'], scratch).cpu));
  table([
    ['×1', 'CPU 秒', 'MiB'],
    ['默认各字体（含 CFF）', result.ours.cpu.toFixed(2), result.ours.mebibytes.toFixed(0)],
    ['单一 TrueType 字体', result.theirs.cpu.toFixed(2), result.theirs.mebibytes.toFixed(0)],
    ['空的 node 进程', bare.toFixed(2), ''],
  ]);
}

function bundleEditLatency() {
  const outfile = path.join(scratch, 'edit-latency.cjs');
  const banner = { js: 'const __url = require("node:url").pathToFileURL(__filename).href;' };
  const define = { 'import.meta.url': '__url' };
  esbuild.buildSync({ entryPoints: [path.join(here, 'edit-latency.ts')], bundle: true, platform: 'node', outfile, banner, define });
  return outfile;
}

function editRow(characters) {
  const job = prepare(`edit-${characters}`, atLength(report, characters));
  const ours = milliseconds([process.execPath, editLatency, job.text, fonts, String(EDITS)]);
  const theirs = milliseconds([...typst, job.typst, fonts, '--edits', String(EDITS)]);
  const both = (list) => `${median(list).toFixed(1)}（${Math.min(...list).toFixed(1)}）`;
  return [String(job.characters), both(ours), both(theirs), (median(ours) / median(theirs)).toFixed(2)];
}

/** Writes the text for both programs; `ink` is what both PDFs must say. */
function prepare(name, paragraphs) {
  const base = path.join(scratch, name);
  writeFileSync(`${base}.txt`, `${paragraphs.join('\n')}\n`);
  writeFileSync(`${base}.typ`, typstSource(paragraphs, FAMILY));
  const characters = paragraphs.join('').length;
  return { text: `${base}.txt`, typst: `${base}.typ`, pdf: `${base}.pdf`, peerPdf: `${base}-typst.pdf`, characters, ink: withoutBlanks(paragraphs.join('')) };
}

/** The project's own report; or of the text in BANXIN_SAMPLE the lines that `outline` finds to be its report. */
function reportParagraphs() {
  const named = process.env.BANXIN_SAMPLE;
  if (named === undefined) return paragraphsOf(readFileSync(path.join(root, 'resources/samples/clean/report.txt'), 'utf8'));
  const sample = sampleFile(named);
  const { articles, joins } = JSON.parse(answer([...banxin, 'outline', sample, '--json']));
  const found = articles.find((article) => article.kind === 'report');
  if (found === undefined) throw new Error(`no report found in ${sample}`);
  const lines = readFileSync(sample, 'utf8').split(/\r\n|\r|\n/);
  const joined = new Set(joins.filter((join) => join.certain).map((join) => join.afterLine));
  return paragraphsOf(found.lines.map((line) => (joined.has(line) ? '' : '\n') + lines[line - 1].trim()).join(''));
}

function milliseconds(command) {
  return JSON.parse(answer(command));
}

function answer([command, ...words]) {
  const child = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1e8, env: environment });
  if (child.status !== 0) throw new Error(`${words.join(' ')}\n${child.stderr}`);
  return child.stdout;
}

function pages(pdf) {
  return answer(['pdfinfo', pdf]).match(/^Pages:\s*(\d+)/m)?.[1] ?? '?';
}

/** Whether another program reads the whole text out of the PDF, our page numbers apart; else how long it is. */
function verdict(pdf, ink) {
  const lines = answer(['pdftotext', pdf, '-']).split(/[\n\f]/).filter((line) => !/^\s*—\s*\d+\s*—\s*$/.test(line));
  const read = withoutBlanks(lines.join(''));
  return read === ink ? '全' : `${read.length} 字，应有 ${ink.length}`;
}

/** The text without blanks, and in the compatible forms that readers turn some Han into. */
function withoutBlanks(text) {
  return text.replace(/\s/gu, '').normalize('NFKC');
}

/** Prints rows as columns, Han characters counting two. */
function table(rows) {
  const width = (text) => [...text].reduce((sum, one) => sum + (one.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  for (const row of rows) console.log(row.map((cell, column) => cell + ' '.repeat(widths[column] - width(cell))).join('  ').trimEnd());
}
