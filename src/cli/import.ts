// banxin import: raw text to a package, with what was changed and what is asked.
import { readFileSync, rmSync } from 'node:fs';
import { importReport } from '../core/import/index';
import { AppError } from '../node/app-error';
import { openInput, savePackage, textId } from '../node/package-store';
import { readArguments, type CommandShape } from './arguments';
import { keepOld, packageTarget } from './keep-old';
import { printJson, say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin import <文本文件> -o 文稿包.banxin [--json]', files: ['要导入的文件'], options: { o: 'value', json: 'flag' }, required: ['o'],
};

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const source = args.files[0]!;
  const target = packageTarget(args.value('o')!);
  const { pkg, text, notes } = await openInput(source);
  if (text === null) throw new AppError('format-unsupported', `“${source}”已是文稿包，不用导入`);
  const kept = keepOld(target);
  await savePackage(target, { ...pkg, id: await textId(text.text) }, null);
  if (kept !== null && readFileSync(kept).equals(readFileSync(target))) rmSync(kept);
  else if (kept !== null) say(`原有的“${target}”已留作“${kept}”`);
  for (const note of notes) say(`注意：${note}`);
  const report = importReport(text.recognition, text.encoding);
  if (args.has('json')) printJson(report);
  const { articles, changes, queries, joins, noise } = report;
  const certain = joins.filter((join) => join.certain).length;
  say(`已导入“${target}”（编码 ${text.encoding}）：${articles.length} 篇稿件，接好断段 ${certain} 处，改动 ${changes.length} 处，待问 ${queries.length} 处，不属稿件 ${noise.length} 行`);
  return 0;
}
