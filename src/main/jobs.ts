// Starts job processes: export and printing run outside of main, so that main is
// free for the window and the disk (DESIGN, "Who holds what"). One export at a
// time; cancelling kills its process and takes its temporary file away.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { PrintedPage } from '../core/display/page-lines';
import type { ExportPhase } from '../ipc/index';
import { AppError } from '../node/app-error';
import type { ExportDone, JobOrder, JobReport, PaperDone } from './job-messages';
import { noteJobFault } from './log';

const ENTRY = path.join(import.meta.dirname, 'job.js');

export class Jobs {
  #exporting: { readonly child: UtilityProcess; readonly target: string; cancelled: boolean } | null = null;

  /** The lines of an edition's pages. @throws AppError. */
  async lines(order: Extract<JobOrder, { kind: 'lines' }>): Promise<readonly PrintedPage[]> {
    const report = await run(start(), order, () => {});
    if (report.kind !== 'lines') throw new AppError('internal', '排版时程序出错，没有比较成。');
    return report.lines;
  }

  /** 送报社; null where it was cancelled: who asked takes the half folder away. @throws AppError; JobFailed with what the user may accept. */
  async paperFolder(order: Extract<JobOrder, { kind: 'paper' }>, onPhase: (phase: ExportPhase) => void): Promise<PaperDone | null> {
    const report = await this.#export(order, onPhase);
    if (report === null) return null;
    if (report.kind !== 'paper') throw new AppError('internal', '送报社时程序出错，没有写出文件夹。');
    return report.done;
  }

  /** Writes a PDF, a Word file or a text; null where it was cancelled. @throws AppError; JobFailed with what the user may accept. */
  async exportPdf(order: Extract<JobOrder, { kind: 'export' | 'print' | 'text' }>, onPhase: (phase: ExportPhase) => void): Promise<ExportDone | null> {
    const report = await this.#export(order, onPhase);
    if (report === null) return null;
    if (report.kind !== 'exported') throw new AppError('internal', '导出时程序出错，没有写出文件。');
    return report.done;
  }

  /** One at a time, so that the one that runs is the one that is cancelled; null: it was. */
  async #export(order: Extract<JobOrder, { readonly target: string }>, onPhase: (phase: ExportPhase) => void): Promise<JobReport | null> {
    if (this.#exporting !== null) throw new AppError('export-busy', '上一次导出还没有结束，请等它完成或先取消。');
    const job = { child: start(), target: order.target, cancelled: false };
    this.#exporting = job;
    try {
      return await run(job.child, order, onPhase);
    } catch (error) {
      if (!job.cancelled) throw error;
      return null;
    } finally {
      this.#exporting = null;
      if (job.cancelled) await removeTemporary(job.target, job.child.pid);
    }
  }

  /** Ends the running export, if there is one. */
  cancelExport(): void {
    if (this.#exporting === null) return;
    this.#exporting.cancelled = true;
    this.#exporting.child.kill();
  }
}

/** A failure told by the job, with what the user may accept. */
export class JobFailed extends AppError {
  constructor(code: string, message: string, readonly accept: readonly string[]) {
    super(code, message);
    this.name = 'JobFailed';
  }
}

function start(): UtilityProcess {
  return utilityProcess.fork(ENTRY, [], { serviceName: 'banxin-job', stdio: 'inherit' });
}

/** The last report of a job. @throws JobFailed for a failure it told; AppError where it died. */
function run(child: UtilityProcess, order: JobOrder, onPhase: (phase: ExportPhase) => void): Promise<JobReport> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => child.postMessage(order));
    child.on('message', (report: JobReport) => {
      if (report.kind === 'phase') {
        onPhase(report.phase);
        return;
      }
      if (report.kind === 'failed') {
        if (report.fault !== undefined) noteJobFault(order.kind, report.fault);
        reject(new JobFailed(report.failure.code, report.failure.message, report.failure.accept ?? []));
      } else resolve(report);
      child.kill();
    });
    child.once('exit', (code) => reject(new AppError('job-died', `处理文件的进程意外结束（${code}），文稿没有改动，请再试一次。`)));
  });
}

/** The temporary file that a killed export left beside its target (names: node/atomic-write). */
async function removeTemporary(target: string, pid: number | undefined): Promise<void> {
  const folder = path.dirname(target);
  const start = `.${path.basename(target).slice(0, 60)}.${pid}-`;
  for (const name of await readdir(folder)) {
    if (name.startsWith(start) && name.endsWith('.tmp')) await rm(path.join(folder, name), { force: true });
  }
}
