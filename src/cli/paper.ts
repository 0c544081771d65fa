// banxin paper: 送报社 without a window: the folder with page PDF, texts, blocks and slip.
// Written under a hidden name and named when all is there; a folder that exists is refused.
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../node/app-error';
import { TEXT_ENCODINGS, type TextEncoding } from '../node/export-text';
import { writePaperFolder } from '../node/paper-folder';
import { acceptedCodes } from './accepted-codes';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { EDITION_OPTIONS, openForSetting } from './edition-options';
import { print, printJson } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin paper <文件> -o 文件夹 [--edition 编号] [--preset N8|N6|T6|文件] [--stage 稿次] [--encoding utf-8|gb18030] [--fonts 文件夹] [--accept 代码,代码] [--json]',
  files: ['要送报社的文件'],
  options: { ...EDITION_OPTIONS, o: 'value', encoding: 'value', accept: 'value', json: 'flag' },
};

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const target = args.value('o');
  if (target === null) throw new UsageError('要用 -o 写明放到哪个文件夹');
  const asked = args.value('encoding') ?? 'utf-8';
  const encoding = TEXT_ENCODINGS.find((one): one is TextEncoding => one === asked);
  if (encoding === undefined) throw new UsageError(`--encoding 只有 ${TEXT_ENCODINGS.join('、')}，没有“${asked}”`);
  const accept = acceptedCodes(args.value('accept') ?? '');
  if (existsSync(target)) throw new AppError('target-exists', `“${target}”已经有了：换一个名字，或先移走它`);
  const { pkg, edition, fonts } = await openForSetting(args, 'newspaper');
  const partial = path.join(path.dirname(target), `.${path.basename(target).slice(0, 60)}.${process.pid}.tmp`);
  try {
    const { exported, files, lost } = writePaperFolder({ pkg, edition, folder: partial, encoding, fonts, date: null, accept });
    renameSync(partial, target);
    if (args.has('json')) printJson({ folder: target, pages: exported.pages, files, lost, diagnostics: exported.diagnostics });
    else print(`${[`已写好“${target}”：版面 ${exported.pages} 版`, ...files.map((file) => `  ${file}`), ...(lost.length === 0 ? [] : [`GB18030 里没有 ${lost.join('')}，文本里记作 ?`])].join('\n')}\n`);
    return 0;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
