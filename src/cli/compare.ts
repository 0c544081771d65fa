// banxin compare: two files, or two versions of one (FILE#VERSION), section by section;
// with -o as a 花脸稿: a PDF with what is gone struck and what is new underlined, or a
// Word file with tracked changes. What writes files is loaded where one is asked for.
import { extname } from 'node:path';
import { isDay } from '../core/model/iso-day';
import type { Package } from '../core/model/package';
import { comparePackages, type ComparedSection } from '../core/report/compare/compare-packages';
import { sharePercent } from '../core/report/compare/reuse';
import { openInput } from '../node/package-store';
import { readArguments, UsageError, type Arguments, type CommandShape } from './arguments';
import { refuseOwnSource } from './own-target';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin compare <原来的> <后来的> [-o 花脸稿.pdf|.docx [--preset 名称|文件] [--fonts 文件夹] [--date 年-月-日] [--accept 代码[,代码]]] [--json]',
  files: ['原来的文件', '后来的文件'],
  options: { o: 'value', preset: 'value', fonts: 'value', date: 'value', accept: 'value', json: 'flag' },
};

const WORDS: Readonly<Record<ComparedSection['status'], string>> = { kept: '保留', changed: '改动', new: '新增', gone: '删去' };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const target = args.value('o');
  const format = target === null ? null : formatOf(target);
  if (target !== null) refuseOwnSource(target, args.files);
  const date = args.value('date');
  if (date !== null && !isDay(date)) throw new UsageError(`日期 ${date} 不对：要写作 2026-01-12，且确有其日`);
  if (target === null) for (const only of ['preset', 'fonts', 'date', 'accept'] as const) if (args.value(only) !== null) throw new UsageError(`--${only} 只用于 -o 花脸稿`);
  const [a, b] = [await openInput(args.files[0]!), await openInput(args.files[1]!)];
  for (const note of [...a.notes, ...b.notes]) say(`注意：${note}`);
  const tell = whileLong([a.pkg, b.pkg]);
  tell('正在逐节比较');
  const { sections, verbatim } = comparePackages(a.pkg, b.pkg);
  const written = target === null || format === null ? null : await writeRedline(args, target, format, a.pkg, b.pkg, tell);
  if (args.has('json')) printJson({ sections, verbatim, ...(written === null ? {} : { redline: written.answer }) });
  else print(sections.map(({ status, title, share, movedFrom }) => `${WORDS[status]}  ${(status === 'gone' ? '' : sharePercent(share)).padStart(4)}  ${title}${movedFrom === null ? '' : `（移自“${movedFrom}”之后）`}\n`).join(''));
  const moved = sections.filter(({ movedFrom }) => movedFrom !== null).length;
  say(`${sections.length} 节：${Object.entries(WORDS).map(([status, word]) => `${word} ${sections.filter((one) => one.status === status).length}`).join('，')}${moved === 0 ? '' : `，其中移动 ${moved}`}；原句沿用 ${verbatim.length} 句`);
  return written?.code ?? 0;
}

/** Letters of both texts from which on what is being done is said: shorter ones are done in a second. */
const LONG = 30_000;
/** Seconds between two shares of one work. */
const PAUSE = 0.4;

/** `share`: how much of it is done, 0–1. */
type Tell = (doing: string, share?: number | null) => void;

/** Says what is done now, where it takes a while. */
function whileLong(pkgs: readonly Package[]): Tell {
  const isLong = pkgs.reduce((sum, { articles }) => sum + articles.reduce((all, { doc }) => all + doc.content.size, 0), 0) > LONG;
  let said = -PAUSE;
  return (doing, share = null) => {
    if (!isLong || (share !== null && process.uptime() - said < PAUSE)) return;
    said = process.uptime();
    say(`${doing}${share === null ? '' : ` ${Math.floor(share * 100)}%`}…`);
  };
}

/** @throws UsageError for an ending that is not written. */
function formatOf(target: string): 'pdf' | 'docx' {
  const ending = extname(target).toLowerCase();
  if (ending !== '.pdf' && ending !== '.docx') throw new UsageError(`花脸稿能输出 .pdf、.docx，不能输出“${target}”`);
  return ending === '.pdf' ? 'pdf' : 'docx';
}

const PHASES = { typeset: '正在排版', write: '正在写入', check: '正在核对写下的文字' } as const;

/** Writes both texts as one; answers what was written, or why it was not. @throws AppError */
async function writeRedline(args: Arguments, target: string, format: 'pdf' | 'docx', was: Package, now: Package, tell: Tell): Promise<{ readonly code: number; readonly answer: unknown }> {
  const [{ joinArticles, namesOf, redlinePackage, versionNames }, { chooseEdition, DEFAULT_PRESET }, { facesAsked }, { findFonts }, { openPreset, shippedPreset }, { localMinute }, { acceptedCodes }, { sayDiagnostics }, { exportPdf }, { ExportRefused }, { AppError }] = await Promise.all([
    import('../core/report/compare/redline-package'), import('../core/model/editions'), import('./edition-options'), import('../node/fonts'), import('../node/presets'), import('../node/local-minute'),
    import('./accepted-codes'), import('./say-diagnostics'), import('../node/export'), import('../node/export-edition'), import('../node/app-error'),
  ]);
  const accept = acceptedCodes(args.value('accept') ?? '');
  const named = args.value('preset');
  const choice = chooseEdition(now, { edition: 'booklet', article: null, preset: named === null ? null : await openPreset(named) }, (kind) => shippedPreset(DEFAULT_PRESET[kind]));
  if (!choice.ok) throw new AppError(choice.code, choice.message);
  if (choice.note !== null) say(`注意：${choice.note}`);
  const date = args.value('date');
  const job = { was, now, ...versionNames(was, now, args.files[0]!, args.files[1]!), edition: choice.edition, at: date ?? localMinute(new Date()) };
  const { pkg, edition, tracked } = redlinePackage(job, joinArticles(was, now, namesOf(job), (done, all) => tell('正在逐字对照', done / all)));
  const fonts = findFonts(facesAsked(args, 'booklet'));
  try {
    const common = { pkg, target, fonts, date, accept, onPhase: (phase: keyof typeof PHASES) => tell(PHASES[phase]) };
    const { pages, bytes, diagnostics, textConserved } = format === 'pdf' ? exportPdf({ ...common, edition }) : (await import('../node/export-docx')).exportDocx({ ...common, ...tracked });
    sayDiagnostics(diagnostics);
    say(`已输出“${target}”：花脸稿${format === 'pdf' ? ` ${pages} 页` : '（Word 修订）'}，${Math.ceil(bytes / 1024)} KB，文字核对无误`);
    return { code: 0, answer: { pages: format === 'pdf' ? pages : null, bytes, textConserved, diagnostics } };
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    sayDiagnostics(error.diagnostics);
    say(error.message);
    return { code: 1, answer: { error: { code: error.code, message: error.message }, diagnostics: error.diagnostics } };
  }
}
