// banxin check: the findings of every edition, in one list.
import type { Diagnostic, Severity } from '../core/diagnostic';
import { isDay } from '../core/model/iso-day';
import type { EditionKind } from '../core/model/package';
import { checkPackage } from '../node/check-package';
import { findFonts, type FoundFonts } from '../node/fonts';
import { openInput } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { facesAsked, sourceLines } from './edition-options';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin check <文件> [--fail-on error|warning] [--date 年-月-日] [--fonts 文件夹] [--json]',
  files: ['要检查的文件'],
  options: { 'fail-on': 'value', date: 'value', fonts: 'value', json: 'flag' },
};

const LEVELS: Readonly<Record<string, readonly Severity[]>> = { error: ['error'], warning: ['error', 'warning'] };

const WORDS: Readonly<Record<Severity, string>> = { error: '错', warning: '疑', info: '注' };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const level = args.value('fail-on');
  if (level !== null && !Object.hasOwn(LEVELS, level)) throw new UsageError(`--fail-on 应写 error 或 warning，不能是 ${level}`);
  const date = args.value('date');
  if (date !== null && !isDay(date)) throw new UsageError(`日期 ${date} 不对：要写作 2026-01-12，且确有其日`);
  const { pkg, text, notes } = await openInput(args.files[0]!);
  for (const note of notes) say(`注意：${note}`);
  const found = new Map<EditionKind, FoundFonts>();
  const fontsOf = (kind: EditionKind): FoundFonts => {
    let fonts = found.get(kind);
    if (fonts === undefined) found.set(kind, (fonts = findFonts(facesAsked(args, kind))));
    return fonts;
  };
  const findings = (await sourceLines(text))(checkPackage(pkg, fontsOf, date ?? new Date().toISOString().slice(0, 10)));
  if (args.has('json')) printJson({ findings });
  else if (findings.length > 0) print(`${findings.map(line).join('\n')}\n`);
  const counted = (['error', 'warning', 'info'] as const).map((severity) => `${WORDS[severity]} ${findings.filter((one) => one.severity === severity).length} 条`);
  say(findings.length === 0 ? '没有提示' : counted.join('，'));
  return level !== null && findings.some(({ severity }) => LEVELS[level]!.includes(severity)) ? 1 : 0;
}

function line({ severity, message, suggestion }: Diagnostic): string {
  return `${WORDS[severity]}  ${message}${suggestion === null ? '' : `（${suggestion}）`}`;
}
