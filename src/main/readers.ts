// Starts reader processes, with what each kind of order may take: foreign packages
// and texts, and the faces of the machine (W61). What the user of a window waits for
// can be cancelled there.
import path from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import { AppError } from '../node/app-error';
import { runLimited, type ProcessLimits, type Worker } from './limited-process';
import { noteJobFault } from './log';
import type { ImportedText, OriginalText } from '../ipc/importing';
import type { RevisionChoice } from '../ipc/opened';
import type { FacesOfEdition, ImportDone, ReadOrder, ReadReport } from './reader-messages';

const ENTRY = path.join(import.meta.dirname, 'reader.js');

/** The largest package (512 MiB, zip-archive.ts) is read in a few seconds and holds its bytes a few times. */
const LIMITS: Readonly<Record<ReadOrder['kind'], ProcessLimits>> = {
  package: { seconds: 60, memoryMiB: 3072 },
  text: { seconds: 60, memoryMiB: 3072 },
  review: { seconds: 60, memoryMiB: 3072 },
  original: { seconds: 20, memoryMiB: 1536 },
  faces: { seconds: 60, memoryMiB: 1536 },
};

/** The foreign files that one window reads. */
export class Reading {
  readonly #tell: (file: string | null) => void;
  #opening = new AbortController();

  /** @param tell hears when the reading of a file begins (its name) and ends (null). */
  constructor(tell: (file: string | null) => void) {
    this.#tell = tell;
  }

  /** Ends the readers that the user waits for. */
  cancel(): void {
    this.#opening.abort();
    this.#opening = new AbortController();
  }

  /** Bytes of a file that a reader could read as a package, whole. @throws AppError; `open-cancelled`. */
  async package(file: string): Promise<Uint8Array> {
    const report = await this.#open({ kind: 'package', file });
    if (report.kind !== 'package') throw new AppError('internal', `读“${path.basename(file)}”时程序出错，没有打开它。`);
    return report.bytes;
  }

  /** A raw text or a Word file, recognised. @throws AppError; `open-cancelled`. */
  async text(file: string, revisions: RevisionChoice = 'accepted'): Promise<ImportDone> {
    const report = await this.#open({ kind: 'text', file, revisions });
    if (report.kind !== 'text') throw new AppError('internal', `识别“${path.basename(file)}”时程序出错，没有打开它。`);
    return report.done;
  }

  /** A raw text for the review of an import: a file, or bytes under a name. @throws AppError; `open-cancelled`. */
  async review(source: { readonly file: string } | { readonly bytes: Uint8Array; readonly name: string }): Promise<ImportedText> {
    const report = await this.#open({ kind: 'review', ...('file' in source ? { file: source.file, bytes: null } : { file: source.name, bytes: source.bytes }) });
    if (report.kind !== 'review') throw new AppError('internal', '识别文字时程序出错，没有导入。');
    return report.imported;
  }

  /** The text that a package keeps of an import. @throws AppError. */
  async original(bytes: Uint8Array): Promise<OriginalText> {
    const report = await run({ kind: 'original', bytes }, '导入原文', this.#opening.signal);
    if (report.kind !== 'original') throw new AppError('internal', '读导入原文时程序出错。');
    return report.original;
  }

  async #open(order: Extract<ReadOrder, { readonly file: string }>): Promise<ReadReport> {
    const name = path.basename(order.file);
    this.#tell(name);
    try {
      return await run(order, `“${name}”`, this.#opening.signal);
    } finally {
      this.#tell(null);
    }
  }
}

/** The faces of each kind of edition. @throws AppError where the program's own table of faces is missing. */
export async function findFaces(): Promise<readonly FacesOfEdition[]> {
  const report = await run({ kind: 'faces' }, '本机的字体', new AbortController().signal);
  if (report.kind !== 'faces') throw new AppError('internal', '查找字体时程序出错。');
  return report.editions;
}

async function run(order: ReadOrder, what: string, signal: AbortSignal): Promise<ReadReport> {
  const report = await runLimited(reader(), order, what, LIMITS[order.kind], signal);
  if (report.kind !== 'failed') return report;
  if (report.fault !== undefined) noteJobFault(`read-${order.kind}`, report.fault);
  throw new AppError(report.failure.code, report.failure.message);
}

function reader(): Worker<ReadOrder, ReadReport> {
  let child: UtilityProcess | null = null;
  return {
    start(order, heard, ended) {
      child = utilityProcess.fork(ENTRY, [], { serviceName: 'banxin-reader', stdio: 'inherit' });
      child.once('spawn', () => child?.postMessage(order));
      child.on('message', heard);
      child.once('exit', ended);
    },
    kill() {
      // A loop that never ends hears no gentler word.
      if (child?.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
    memoryMiB: () => (app.getAppMetrics().find(({ pid }) => pid === child?.pid)?.memory.workingSetSize ?? 0) / 1024,
  };
}
