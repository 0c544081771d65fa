// The reader process: takes apart what did not come from us, so that a file made to
// hurt hangs or fills this process and not main (W61). Time and memory are main's to
// watch (limited-process.ts); sizes, entries, ratio and depth are checked where the
// file is read.
import path from 'node:path';
import type { EditionKind } from '../core/model/package';
import { AppError } from '../node/app-error';
import { openInput } from '../node/package-store';
import { describeFault } from './describe-fault';
import { facesFor } from './faces';
import { importBytes, importFile, originalOf } from './import-source';
import { importText } from './import-text';
import type { FacesOfEdition, ReadOrder, ReadReport } from './reader-messages';

const KINDS: readonly EditionKind[] = ['booklet', 'newspaper', 'speech'];
const port = process.parentPort;

async function read(order: ReadOrder): Promise<ReadReport> {
  switch (order.kind) {
    case 'package': {
      const { origin } = await openInput(order.file);
      if (origin === null) throw new TypeError('a package has an origin');
      return { kind: 'package', bytes: origin.bytes };
    }
    case 'text':
      return { kind: 'text', done: await importText(order.file, order.revisions) };
    case 'review':
      return { kind: 'review', imported: order.bytes === null ? importFile(order.file) : importBytes(order.bytes, order.file) };
    case 'original':
      return { kind: 'original', original: originalOf(order.bytes) };
    case 'faces':
      return { kind: 'faces', editions: KINDS.map(facesOf) };
    default:
      throw new TypeError(`unexpected order: ${JSON.stringify(order satisfies never)}`);
  }
}

function facesOf(edition: EditionKind): FacesOfEdition {
  const { found, diagnostics } = facesFor(edition);
  return { edition, diagnostics, faces: found.map(({ file, role, index, name, source, adjust }) => ({ file, role, index, name, source, adjust: adjust() })) };
}

function failed(error: unknown, order: ReadOrder): ReadReport {
  if (error instanceof AppError) {
    // The command line names files as they were given; people in the window know them without their folder.
    const message = order.kind === 'faces' || order.kind === 'original' ? error.message : error.message.replaceAll(order.file, path.basename(order.file));
    return { kind: 'failed', failure: { ok: false, code: error.code, message } };
  }
  return { kind: 'failed', fault: describeFault(error), failure: { ok: false, code: 'internal', message: '读这个文件时程序出错，没有打开它；文件没有改动。' } };
}

port.once('message', ({ data }: { data: ReadOrder }) => {
  void read(data)
    .catch((error: unknown) => failed(error, data))
    // Main ends the process when it has the report.
    .then((report) => port.postMessage(report));
});
