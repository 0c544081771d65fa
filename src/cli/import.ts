// banxin import: raw text to a package, with what was changed and what is asked.
import { constants, copyFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { importReport } from '../core/import/index';
import { AppError, toAppError } from '../node/app-error';
import { openInput, savePackage, textId } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { printJson, say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin import <文本文件> -o 文稿包.banxin [--json]', files: ['要导入的文件'], options: { o: 'value', json: 'flag' }, required: ['o'],
};

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const source = args.files[0]!;
  const target = args.value('o')!;
  if (extname(target).toLowerCase() !== '.banxin') throw new UsageError(`文稿包的文件名要以 .banxin 结尾，不能是“${target}”`);
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

/** A package that already stands at the target may hold a day's work: it is copied to a free name beside it. null: there was none. */
function keepOld(target: string): string | null {
  if (!existsSync(target)) return null;
  const status = statSync(target);
  if (!status.isFile() || status.size === 0) return null;
  for (let i = 1; ; i++) {
    const name = `${target.slice(0, -'.banxin'.length)}.旧${i === 1 ? '' : i}.banxin`;
    try {
      copyFileSync(target, name, constants.COPYFILE_EXCL);
      return name;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw toAppError(error, 'write-failed', '写入', name);
    }
  }
}
