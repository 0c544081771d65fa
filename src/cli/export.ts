// banxin export: one edition of a package or raw text to a PDF (COMMANDS, "Export").
import { extname } from 'node:path';
import { exportPdf, ExportRefused } from '../node/export';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../core/diagnostic';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { EDITION_OPTIONS, EDITION_USAGE, openForSetting } from './edition-options';
import { isDate } from './iso-day';
import { printJson, say } from './print';
import { sayDiagnostics } from './say-diagnostics';

const SHAPE: CommandShape = {
  usage: `banxin export <文件> ${EDITION_USAGE} [--pdf plain] [--date 年-月-日] [--accept 代码[,代码]] -o 输出.pdf [--json]`,
  files: ['要输出的文件'],
  options: { ...EDITION_OPTIONS, pdf: 'value', date: 'value', accept: 'value', o: 'value', json: 'flag' },
  required: ['edition', 'o'],
};

/** Profiles for the printer come with their own issue. */
const PDF_KINDS = ['plain'];

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const target = args.value('o')!;
  const json = args.has('json');
  const pdf = args.value('pdf') ?? 'plain';
  if (!PDF_KINDS.includes(pdf)) throw new UsageError(`没有 PDF 种类 ${pdf}；可用 ${PDF_KINDS.join('、')}`);
  if (extname(target).toLowerCase() !== '.pdf') throw new UsageError(`只能输出 .pdf，不能输出“${target}”`);
  const date = args.value('date');
  if (date !== null && !isDate(date)) throw new UsageError(`日期 ${date} 应写作 2026-01-12`);

  // uptime, for the first use of `performance` loads a dozen modules
  const start = process.uptime();
  const { pkg, edition, fonts, withLines } = await openForSetting(args);
  const load = process.uptime();
  try {
    const accept = acceptedCodes(args.value('accept') ?? '');
    const { pages, bytes, seconds, fonts: faces, diagnostics, textConserved, generated } = exportPdf({ pkg, edition, target, fonts, date, accept });
    if (json) {
      const times = { start, load: load - start, ...seconds };
      printJson({ pages, bytes, seconds: times, fonts: faces, diagnostics: withLines(diagnostics), textConserved, generated });
    }
    sayDiagnostics(diagnostics);
    say(`已输出“${target}”：${pages} 页，${Math.ceil(bytes / 1024)} KB，${textConserved ? '文字核对无误' : '文字核对有出入（已按要求放行）'}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    if (json) printJson({ error: { code: error.code, message: error.message }, diagnostics: withLines(error.diagnostics) });
    sayDiagnostics(error.diagnostics);
    say(error.message);
    return 1;
  }
}

/** Codes of `--accept`. @throws UsageError for one that no diagnostic has: a slip there must not pass for consent. */
function acceptedCodes(list: string): DiagnosticCode[] {
  return list.split(',').filter((code) => code !== '').map((code) => {
    const known = DIAGNOSTIC_CODES.find((one) => one === code);
    if (known === undefined) throw new UsageError(`--accept 不认识“${code}”；提示的代码见 --json 的 diagnostics`);
    return known;
  });
}
