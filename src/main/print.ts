// A PDF to a printer. On Linux and macOS by `lp` of CUPS, which takes the bytes as
// they are; on Windows by what the system does with 打印到 of a PDF file (untried:
// README). In: a file and how it is to be printed. Out: nothing, once the system
// has taken it over; what stands in the way is an AppError in ready Chinese.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PrinterInfo } from 'electron';
import type { Paper } from '../core/display/arrange';
import type { Printer, Sides } from '../ipc/printing';
import { AppError } from '../node/app-error';

export interface PrintJob {
  readonly file: string;
  readonly printer: string;
  /** What the queue calls it. */
  readonly title: string;
  readonly copies: number;
  readonly sides: Sides;
  readonly collate: boolean;
  readonly paper: Paper;
}

const SIDES: Readonly<Record<Sides, string>> = { one: 'one-sided', long: 'two-sided-long-edge', short: 'two-sided-short-edge' };

/** Words of an `lp` call. The pages are as large as the paper: nothing is to be fitted. */
export function lpWords({ file, printer, title, copies, sides, collate, paper }: PrintJob): readonly string[] {
  return [
    '-d', printer, '-t', title, '-n', String(copies), '-o', `sides=${SIDES[sides]}`, '-o', `media=${paper}`, '-o', `collate=${collate}`, '-o', 'print-scaling=none', '--', file,
  ];
}

/** Hands a file over to the printer's queue. @throws AppError `no-lp`, `printer-unknown`, `printer-refuses`, `no-print-service`, `print-failed`. */
export async function printFile(job: PrintJob): Promise<void> {
  if (process.platform === 'win32') return printOnWindows(job);
  // In the C locale: what it says is read below.
  const { code, said } = await run('lp', lpWords(job), { ...process.env, LC_ALL: 'C', LANGUAGE: 'C' });
  if (code === 0) return;
  throw lpError(code, said, job.printer);
}

/** Names of things in a shell's single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How long Windows' own program may need to read the file, ms. */
const WINDOWS_KEEPS_MS = 120_000;

/** Copies and duplex are what the printer is set to there: the verb takes none. */
async function printOnWindows({ file, printer }: PrintJob): Promise<void> {
  const command = `Start-Process -FilePath ${quoted(file)} -Verb PrintTo -ArgumentList ${quoted(`"${printer}"`)} -WindowStyle Hidden`;
  const { code } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command], process.env);
  if (code === 0) return;
  throw new AppError('print-failed', '没有打印：系统里没有能直接打印 PDF 的程序。请点“另存 PDF”，再用看 PDF 的程序打印。');
}

/** Folders whose file is not printed yet. */
const open = new Set<string>();
// A draft is nobody's business: closing the program in the middle of a printing leaves none behind.
process.once('exit', () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for one file that is to be printed. `forgetFolder` when it is. */
export async function printFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'banxin-print-'));
  open.add(folder);
  return folder;
}

/** Takes the printed file away: at once where the queue has its own copy, later where another program still reads it. */
export async function forgetFolder(folder: string): Promise<void> {
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    open.delete(folder);
  };
  if (process.platform !== 'win32') return remove();
  setTimeout(() => void remove().catch(() => undefined), WINDOWS_KEEPS_MS).unref();
}

interface Ran {
  /** null: the program could not be started. */
  readonly code: number | null;
  readonly said: string;
}

function run(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, words, { env, windowsHide: true, timeout: 60_000 }, (error, out, err) => {
      if (error === null) resolve({ code: 0, said: out });
      else resolve({ code: typeof error.code === 'number' ? error.code : error.killed === true ? -1 : null, said: err.trim() });
    });
  });
}

/** What `lp` said, in words that name the printer and what to do. */
export function lpError(code: number | null, said: string, printer: string): AppError {
  if (code === null) return new AppError('no-lp', '没有打印：这台电脑没有打印服务（找不到 lp 命令）。请安装并启动 CUPS，或者点“另存 PDF”，再用别的程序打印。');
  if (/does not exist|unknown destination|no such (?:printer|destination)/i.test(said)) return new AppError('printer-unknown', `没有打印：找不到打印机“${printer}”，它可能已被删除，或者打印服务没有运行。请重新选一台，或者点“另存 PDF”。`);
  if (/not accepting/i.test(said)) return new AppError('printer-refuses', `没有打印：打印机“${printer}”现在不接收任务。请看看它是否缺纸、关机，或者换一台。`);
  if (/unable to connect|connection refused|scheduler|bad file descriptor|transport endpoint/i.test(said)) {
    return new AppError('no-print-service', '没有打印：打印服务没有运行。请启动 CUPS，或者点“另存 PDF”，再用别的程序打印。');
  }
  return new AppError('print-failed', `没有打印：打印机“${printer}”没有收下文件（${said === '' ? `lp 退出码 ${code}` : said}）。`);
}

/** IPP's printer-state: 3 idle, 4 processing, 5 stopped. */
const STATES: Readonly<Record<string, Printer['state']>> = { 3: 'ready', 4: 'busy', 5: 'stopped' };

/** The system's printers, the default first; `known` is what Electron has found. */
export async function listPrinters(known: readonly PrinterInfo[]): Promise<readonly Printer[]> {
  const usual = await defaultPrinter(known);
  const printers = known.map((printer): Printer => {
    const options = printer.options as Readonly<Record<string, unknown>>;
    const refuses = options['printer-is-accepting-jobs'] === 'false';
    return {
      name: printer.name,
      // CUPS has what people call it in printer-info, Windows in the name itself.
      title: [options['printer-info'], printer.displayName].find((name): name is string => typeof name === 'string' && name !== '') ?? printer.name,
      isDefault: printer.name === usual,
      state: refuses ? 'stopped' : (STATES[String(options['printer-state'])] ?? 'ready'),
    };
  });
  return printers.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

async function defaultPrinter(known: readonly PrinterInfo[]): Promise<string | null> {
  // Electron said so until 35; since then the system is asked.
  const said = known.find((printer) => (printer as { readonly isDefault?: unknown }).isDefault === true);
  if (said !== undefined) return said.name;
  if (process.platform === 'win32') return known[0]?.name ?? null;
  const { code, said: answer } = await run('lpstat', ['-d'], { ...process.env, LC_ALL: 'C', LANGUAGE: 'C' });
  const name = code === 0 ? /:\s*(\S+)\s*$/.exec(answer)?.[1] : undefined;
  return known.find((printer) => printer.name === name)?.name ?? known[0]?.name ?? null;
}
