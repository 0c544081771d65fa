// The job process: takes one order, does it, reports, and is ended by main. Runs without a window
// and without Electron's main; the same functions as the command line's.
import type { DiagnosticCode } from '../core/diagnostic';
import { printedPages } from '../core/display/page-lines';
import { readPackage } from '../core/model/package-file';
import type { Package } from '../core/model/package';
import { stagePolicy } from '../core/model/stage';
import { AppError } from '../node/app-error';
import { exportPdf, setEdition } from '../node/export';
import { type ExportJob, ExportRefused, type ExportResult } from '../node/export-edition';
import { exportDocx } from '../node/export-docx';
import { exportText } from '../node/export-text';
import { writePaperFolder } from '../node/paper-folder';
import { isHidden, placeFault, systemCode } from '../node/place-fault';
import { writePrintFile } from '../node/print-sheets';
import { describeFault } from './describe-fault';
import { facesFor } from './faces';
import type { ExportDone, JobOrder, JobReport } from './job-messages';

const port = process.parentPort;

function report(message: JobReport): void {
  port.postMessage(message);
}

async function run(order: JobOrder): Promise<void> {
  switch (order.kind) {
    case 'export': {
      const exported = exportPdf(jobOf(order));
      report({ kind: 'exported', done: doneOf(exported, exported.pages) });
      return;
    }
    case 'print': {
      const { exported, sides } = writePrintFile(jobOf(order), order.arrangement);
      report({ kind: 'exported', done: doneOf(exported, sides) });
      return;
    }
    case 'text':
      report({ kind: 'exported', done: writeText(order) });
      return;
    case 'paper': {
      const { target, ...job } = jobOf({ ...order, kind: 'export' });
      const { exported, files, blocks, lost } = writePaperFolder({ ...job, folder: target, encoding: order.encoding });
      report({ kind: 'paper', done: { pages: exported.pages, diagnostics: exported.diagnostics, textConserved: exported.textConserved, files, blocks, lost } });
      return;
    }
    case 'lines': {
      const { pkg } = readPackage(order.bytes);
      const { list, origins } = setEdition(pkg, order.edition, facesFor(order.edition.kind)).typeset;
      report({ kind: 'lines', lines: printedPages(list, origins) });
      return;
    }
    default:
      throw new TypeError(`unexpected order: ${JSON.stringify(order satisfies never)}`);
  }
}

function jobOf({ bytes, edition, target, accept }: Extract<JobOrder, { kind: 'export' | 'print' }>): ExportJob {
  report({ kind: 'phase', phase: 'load' });
  const { pkg } = readPackage(bytes);
  return { pkg, edition, target, fonts: facesFor(edition.kind), date: null, accept, asks: asksOf(pkg), onPhase: (phase) => report({ kind: 'phase', phase }) };
}

/** A 大会稿 has no second chance: figures that nobody confirmed or that contradict each other are asked about before it goes out. */
function asksOf({ stage }: Pick<Package, 'stage'>): readonly DiagnosticCode[] {
  return stagePolicy(stage) === 'refuse' ? ['figure-unconfirmed', 'figure-sum', 'figure-conflict'] : [];
}

function writeText({ format, ...order }: Extract<JobOrder, { kind: 'text' }>): ExportDone {
  const nothing = { lines: [], sides: 0, faces: {} };
  if (format === 'docx') {
    const { pages, diagnostics, textConserved } = exportDocx(jobOf({ ...order, kind: 'export' }));
    return { ...nothing, pages, diagnostics, textConserved };
  }
  report({ kind: 'phase', phase: 'write' });
  const { pkg } = readPackage(order.bytes);
  const encoding = format === 'txt-gb18030' ? 'gb18030' : 'utf-8';
  // Lines end as the system's editor wants them; who asks for GB18030 has an old Windows.
  const crlf = format !== 'html' && (encoding === 'gb18030' || process.platform === 'win32');
  const { diagnostics, textConserved } = exportText({ pkg, edition: order.edition, target: order.target, format: format === 'html' ? 'html' : 'txt', encoding, crlf, accept: order.accept, asks: asksOf(pkg) });
  return { ...nothing, pages: 0, diagnostics, textConserved };
}

function doneOf({ pages, diagnostics, textConserved, typeset, faces }: ExportResult, sides: number): ExportDone {
  return { pages, diagnostics, textConserved, faces, lines: printedPages(typeset.list, typeset.origins), sides };
}

function fail(error: unknown, order: JobOrder): void {
  // The disk, whatever was being written; the place is told as it was chosen.
  const system = 'target' in order && (!(error instanceof AppError) || isHidden(order.target)) ? systemCode(error) : null;
  if (system !== null && 'target' in order) {
    report({ kind: 'failed', failure: { ok: false, code: 'write-failed', message: placeFault(order.target, system) } });
    return;
  }
  const done = order.kind === 'print' ? '打印' : '导出';
  if (error instanceof ExportRefused) {
    const [first] = error.open;
    const count = error.open.length;
    const more = count > 1 ? `（共 ${count} 处，都列在“版面提示”里）` : '';
    const end = error.acceptable.length === 0 ? `。处理完再${done}。` : `。可以先处理，也可以仍然${done}。`;
    const message = `没有${done}：${first?.message ?? error.message}${more}${end}`;
    report({ kind: 'failed', failure: { ok: false, code: error.code, message, accept: error.acceptable } });
  } else if (error instanceof AppError) {
    report({ kind: 'failed', failure: { ok: false, code: error.code, message: error.message } });
  } else {
    report({ kind: 'failed', fault: describeFault(error), failure: { ok: false, code: 'internal', message: '处理文件时程序出错，没有写出文件；文稿没有改动。' } });
  }
}

port.once('message', ({ data }: { data: JobOrder }) => {
  // Main ends the process when it has the last report: one that ended itself could do so before its words were out.
  void run(data).catch((error: unknown) => fail(error, data));
});
