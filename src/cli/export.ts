// banxin export: one edition of a package or raw text to a PDF, a Word file, plain
// text or a web page; the target's ending says which (COMMANDS, "Export"). What a
// kind of file does not need is not loaded: a PDF never sees the writer of Word files.
import { extname } from 'node:path';
import type { Diagnostic } from '../core/diagnostic';
import { isDay } from '../core/model/iso-day';
import { mayHaveFindings } from '../core/report/may-have-findings';
import { exportEdition, ExportRefused } from '../node/export-edition';
import { acceptedCodes } from './accepted-codes';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { EDITION_OPTIONS, EDITION_USAGE, openForSetting } from './edition-options';
import { layoutJson } from './layout-json';
import { refuseOwnSource } from './own-target';
import { printJson, say } from './print';
import { sayDiagnostics } from './say-diagnostics';

const SHAPE: CommandShape = {
  usage: `banxin export <文件> ${EDITION_USAGE} [--pdf plain] [--date 年-月-日] [--accept 代码[,代码]] [--encoding utf-8|gb18030] [--crlf] -o 输出.pdf|.docx|.txt|.html [--json]`,
  files: ['要输出的文件'],
  options: { ...EDITION_OPTIONS, pdf: 'value', date: 'value', accept: 'value', encoding: 'value', crlf: 'flag', o: 'value', json: 'flag' },
  required: ['edition', 'o'],
};

/** Files that are written, by their ending. */
const FORMATS = ['pdf', 'docx', 'txt', 'html'] as const;
type Format = (typeof FORMATS)[number];

/** Profiles for the printer come with their own issue. */
const PDF_KINDS = ['plain'];

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const target = args.value('o')!;
  const json = args.has('json');
  const pdf = args.value('pdf') ?? 'plain';
  if (!PDF_KINDS.includes(pdf)) throw new UsageError(`没有 PDF 种类 ${pdf}；可用 ${PDF_KINDS.join('、')}`);
  const format = formatOf(target);
  if (format !== 'pdf' && args.value('pdf') !== null) throw new UsageError(`--pdf 只用于 .pdf，不用于“${target}”`);
  const encoding = encodingOf(args.value('encoding'));
  if (format !== 'txt' && (args.value('encoding') !== null || args.has('crlf'))) throw new UsageError(`--encoding 和 --crlf 只用于 .txt，不用于“${target}”`);
  refuseOwnSource(target, args.files);
  const date = args.value('date');
  if (date !== null && !isDay(date)) throw new UsageError(`日期 ${date} 不对：要写作 2026-01-12，且确有其日`);

  // uptime, for the first use of `performance` loads a dozen modules
  const start = process.uptime();
  const { pkg, edition, fonts, withLines } = await openForSetting(args);
  const load = process.uptime();
  try {
    const accept = acceptedCodes(args.value('accept') ?? '');
    const told = (diagnostics: readonly Diagnostic[], seconds: object, more: object): void => {
      if (json) printJson({ ...more, seconds: { start, load: load - start, ...seconds }, diagnostics: withLines(diagnostics) });
      sayDiagnostics(diagnostics);
    };
    if (format === 'docx') {
      const { exportDocx } = await import('../node/export-docx');
      const { pages, bytes, seconds, diagnostics, textConserved } = exportDocx({ pkg, edition, target, fonts, date, accept });
      told(diagnostics, seconds, { pages, bytes, fonts: [], textConserved });
      say(`已输出“${target}”：${Math.ceil(bytes / 1024)} KB；版心排出来是 ${pages} 页，Word 里可能相差一页`);
    } else if (format === 'txt' || format === 'html') {
      const { exportText } = await import('../node/export-text');
      const { bytes, seconds, diagnostics, textConserved, lost } = exportText({ pkg, edition, target, format, encoding, crlf: args.has('crlf'), accept });
      told(diagnostics, { typeset: 0, ...seconds }, { pages: null, bytes, ...(format === 'txt' ? { encoding, lost } : {}), fonts: [], textConserved });
      if (lost.length > 0) say(`注意：${lost.length} 个字 GB18030 里没有，写作“?”：${lost.join('')}`);
      say(`已输出“${target}”：${Math.ceil(bytes / 1024)} KB，${textConserved ? '文字核对无误' : '文字有写不出的字'}`);
    } else {
      const findings = mayHaveFindings(pkg) ? (await import('../core/report/text-findings')).textFindings : () => [];
      const { pages, bytes, seconds, fonts: faces, diagnostics, textConserved, generated, typeset: { layout } } = exportEdition({ pkg, edition, target, fonts, date, accept }, findings);
      told(diagnostics, seconds, { pages, bytes, fonts: faces, textConserved, generated, layout: layout === null ? null : layoutJson(layout) });
      say(`已输出“${target}”：${pages} 页，${Math.ceil(bytes / 1024)} KB，${textConserved ? '文字核对无误' : '文字核对有出入（已按要求放行）'}`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    if (json) printJson({ error: { code: error.code, message: error.message }, diagnostics: withLines(error.diagnostics) });
    sayDiagnostics(error.diagnostics);
    say(error.message);
    return 1;
  }
}

/** @throws UsageError for an ending that is not written. */
function formatOf(target: string): Format {
  const ending = extname(target).toLowerCase().slice(1);
  const found = FORMATS.find((one) => one === ending);
  if (found === undefined) throw new UsageError(`能输出 ${FORMATS.map((one) => `.${one}`).join('、')}，不能输出“${target}”`);
  return found;
}

/** @throws UsageError for another encoding. */
function encodingOf(name: string | null): 'utf-8' | 'gb18030' {
  switch (name?.toLowerCase() ?? 'utf-8') {
    case 'utf-8': case 'utf8': return 'utf-8';
    case 'gb18030': case 'gbk': return 'gb18030';
    default: throw new UsageError(`--encoding 可用 utf-8、gb18030，没有 ${name}`);
  }
}
