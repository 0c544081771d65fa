// banxin import: a raw text or a Word file to a package, with what was changed, what
// is asked and, of a Word file, what was found and what was not taken.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { importReport } from '../core/import/index';
import { AppError, toAppError } from '../node/app-error';
import type { ImportedWord } from '../docx/read/import-docx';
import { openInput, savePackage, textId } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { keepOld, packageTarget } from './keep-old';
import { printJson, say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin import <文本或 Word 文件> -o 文稿包.banxin [--revisions accepted|original] [--look 版式.json] [--json]', files: ['要导入的文件'],
  options: { o: 'value', revisions: 'value', look: 'value', json: 'flag' }, required: ['o'],
};

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const source = args.files[0]!;
  const target = packageTarget(args.value('o')!);
  const revisions = args.value('revisions') ?? 'accepted';
  if (revisions !== 'accepted' && revisions !== 'original') throw new UsageError(`--revisions 应写 accepted（接受修订）或 original（修订前），不能是 ${revisions}`);
  const { pkg, text, word, notes } = await openInput(source, { revisions });
  if (text === null) throw new AppError('format-unsupported', `“${source}”已是文稿包，不用导入`);
  if (text.text.trim() === '') throw new AppError('text-empty', `“${source}”里没有文字，没有导入`);
  const lookFile = args.value('look');
  if (lookFile !== null && (word === null || word.look === null)) throw new AppError('look-unknown', `从“${source}”里读不出版式：要有正文的 Word 文件（.docx）`);
  const kept = keepOld(target);
  await savePackage(target, { ...pkg, id: await textId(text.text) }, null);
  if (kept !== null && readFileSync(kept).equals(readFileSync(target))) rmSync(kept);
  else if (kept !== null) say(`原有的“${target}”已留作“${kept}”`);
  for (const note of notes) say(`注意：${note}`);
  const report = importReport(text.recognition, text.encoding);
  // Named where there are any: a sound file has none.
  const bad = (text.badBytes ?? []).length === 0 ? {} : { badBytes: text.badBytes };
  if (args.has('json')) printJson(word === null ? { ...report, ...bad } : { ...report, report: { ...word.report, changes: report.changes } });
  const { articles, changes, queries, joins, noise } = report;
  const certain = joins.filter((join) => join.certain).length;
  say(`已导入“${target}”（编码 ${text.encoding}）：${articles.length} 篇稿件，接好断段 ${certain} 处，改动 ${changes.length} 处，待问 ${queries.length} 处，不属稿件 ${noise.length} 行`);
  if (lookFile !== null && word !== null && word.look !== null) writeLook(lookFile, word.look);
  if (word !== null) {
    for (const { what, evidence, count } of word.report.found) say(`  取入 ${what} ${count} 处：${evidence}`);
    for (const { what, where, text: words } of word.report.notTaken) say(`  没有取入 ${what}${where === '' ? '' : `（${where}）`}${words === '' ? '' : `：${beginning(words)}`}`);
  }
  return 0;
}

/** The look of the file as a preset for `export --preset`. */
function writeLook(file: string, { preset, said }: NonNullable<ImportedWord['look']>): void {
  try {
    writeFileSync(file, `${JSON.stringify(preset, null, 2)}\n`);
  } catch (error) {
    throw toAppError(error, 'write-failed', '写入', file);
  }
  say(`去年的版式已写入“${file}”，导出时用 --preset ${file}：${said.join('；')}`);
}

/** One line of a text that is not taken; the whole of it is in the JSON. */
function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
