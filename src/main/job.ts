// The job process: takes one order, does it, reports, ends. Runs without a window
// and without Electron's main; the same functions as the command line's.
import { readPackage } from '../core/model/package-file';
import { AppError } from '../node/app-error';
import { ExportRefused, exportPdf } from '../node/export';
import { describeFault } from './describe-fault';
import { facesFor } from './faces';
import type { JobOrder, JobReport } from './job-messages';
import { importText } from './import-text';

const port = process.parentPort;

function report(message: JobReport): void {
  port.postMessage(message);
}

async function run(order: JobOrder): Promise<void> {
  switch (order.kind) {
    case 'import':
      report({ kind: 'imported', done: await importText(order.file) });
      return;
    case 'export': {
      report({ kind: 'phase', phase: 'load' });
      const { pkg } = readPackage(order.bytes);
      const edition = pkg.editions.find(({ id }) => id === order.edition);
      if (edition === undefined) throw new AppError('edition-unknown', '文稿包里已经没有这份版式，没有导出。');
      const { pages, diagnostics } = exportPdf({
        pkg, edition, target: order.target, fonts: facesFor(edition.kind), date: null, accept: order.accept,
        onPhase: (phase) => report({ kind: 'phase', phase }),
      });
      report({ kind: 'exported', done: { pages, diagnostics } });
      return;
    }
    default:
      throw new TypeError(`unexpected order: ${JSON.stringify(order satisfies never)}`);
  }
}

function fail(error: unknown): void {
  if (error instanceof ExportRefused) {
    const [first] = error.diagnostics.filter(({ severity }) => severity === 'error');
    const count = error.diagnostics.filter(({ severity }) => severity === 'error').length;
    const more = count > 1 ? `（共 ${count} 处，都列在“版面提示”里）` : '';
    const end = error.acceptable.length === 0 ? '。处理完再导出。' : '。可以先处理，也可以仍然导出。';
    const message = `没有导出：${first?.message ?? error.message}${more}${end}`;
    report({ kind: 'failed', failure: { ok: false, code: error.code, message, accept: error.acceptable } });
  } else if (error instanceof AppError) {
    report({ kind: 'failed', failure: { ok: false, code: error.code, message: error.message } });
  } else {
    report({ kind: 'failed', fault: describeFault(error), failure: { ok: false, code: 'internal', message: '处理文件时程序出错，没有写出文件；文稿没有改动。' } });
  }
}

port.once('message', ({ data }: { data: JobOrder }) => {
  void run(data)
    .catch(fail)
    .finally(() => setImmediate(() => process.exit(0)));
});
