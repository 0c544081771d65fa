// Watches a process that works on a foreign file (W61): it may take so long and so
// much memory, and the user may cancel it. Past a limit it is killed, and the order
// fails in words. Knows nothing of Electron, so that the limits can be tried on a
// plain process.
import { AppError } from '../node/app-error';

/** What is needed of a process. */
export interface Worker<Order, Report> {
  start(order: Order, heard: (report: Report) => void, ended: (code: number) => void): void;
  kill(): void;
  /** Memory that it holds now, MiB; 0 where nobody knows. */
  memoryMiB(): number;
}

export interface ProcessLimits {
  readonly seconds: number;
  readonly memoryMiB: number;
}

/** How often its memory is looked at, ms: a process fills a few hundred MiB in that time. */
const LOOK_MS = 100;

/**
 * The process's report on an order.
 * @param what what is worked on, as messages call it.
 * @throws AppError `limit-time`, `limit-memory`, `open-cancelled`, or `job-died` where it ended without a report.
 */
export function runLimited<Order, Report>(worker: Worker<Order, Report>, order: Order, what: string, limits: ProcessLimits, signal: AbortSignal): Promise<Report> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (): boolean => {
      if (isOver) return false;
      isOver = true;
      clearTimeout(clock);
      clearInterval(scale);
      signal.removeEventListener('abort', cancel);
      return true;
    };
    const stop = (code: string, message: string): void => {
      if (!end()) return;
      worker.kill();
      reject(new AppError(code, message));
    };
    const cancel = (): void => stop('open-cancelled', `已取消，没有打开${what}。`);
    const clock = setTimeout(() => stop('limit-time', `${what}读了 ${limits.seconds} 秒还没有读完，没有打开它；文件可能已损坏，或不是文稿包。`), limits.seconds * 1000);
    const scale = setInterval(() => {
      if (worker.memoryMiB() > limits.memoryMiB) stop('limit-memory', `读${what}要用的内存超过 ${limits.memoryMiB} 兆字节，没有打开它；文件可能已损坏，或不是文稿包。`);
    }, LOOK_MS);
    signal.addEventListener('abort', cancel);
    if (signal.aborted) {
      cancel();
      return;
    }
    worker.start(
      order,
      (report) => {
        if (!end()) return;
        // A process that ended itself could do so before its words were out.
        worker.kill();
        resolve(report);
      },
      (code) => {
        if (end()) reject(new AppError('job-died', `读${what}的进程意外结束（${code}），没有打开它；文件没有改动，请再试一次。`));
      },
    );
  });
}
