// 送报社: asks where the folder goes, has a job write it beside its place under a hidden
// name, and gives it its name when all is there: whatever stops it, no half folder is left.
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { array, integer, maxLength, minValue, number, picklist, pipe, strictObject, strictTuple, string } from 'valibot';
import type { PaperRequest, SentToPaper } from '../ipc/makeup';
import { AppError, toAppError } from '../node/app-error';
import { safeName } from '../node/export-name';
import { localMinute } from '../node/local-minute';
import type { DocumentStore } from './document-store';
import { editionToPrint } from './edition-to-print';
import { handle, send } from './handle';
import { JobFailed, type Jobs } from './jobs';

const count = pipe(number(), integer(), minValue(0));
const short = pipe(string(), maxLength(4096));
const REQUEST = strictTuple([strictObject({ document: count, version: count, edition: short, encoding: picklist(['utf-8', 'gb18030']), accept: array(short) })]);

/** `jobs`: those of the window's exports, so that one runs at a time and 取消 ends whichever it is. */
export function answerPaperCalls(window: BrowserWindow, store: DocumentStore, jobs: Jobs): void {
  /** Where the folder was to go that stopped at something the user may accept. */
  let refused: { readonly edition: string; readonly parent: string } | null = null;
  const write = async ({ document, version, edition: id, encoding, accept }: PaperRequest): Promise<SentToPaper | null> => {
    const pkg = store.at(document, version);
    const bytes = store.bytesAt(document, version);
    const now = new Date();
    const edition = editionToPrint(pkg, id, null, now);
    const parent = (accept.length > 0 && refused?.edition === id ? refused.parent : null) ?? (await askFor(window));
    refused = null;
    if (parent === null) return null;
    const target = freeFolder(parent, safeName(`送${edition.paper?.name ?? '报社'} ${edition.name} ${edition.date ?? localMinute(now).slice(0, 10)}`));
    const partial = path.join(parent, `.${path.basename(target).slice(0, 60)}.${process.pid}-${Date.now()}.tmp`);
    try {
      const done = await jobs.paperFolder({ kind: 'paper', bytes, edition, target: partial, encoding, accept }, (phase) => send(window.webContents, 'exportProgress', { phase, part: null }));
      if (done === null) return null;
      await rename(partial, target);
      return { folder: path.basename(target), pages: done.pages, files: done.files, lost: done.lost, diagnostics: done.diagnostics };
    } catch (error) {
      if (error instanceof JobFailed && error.accept.length > 0) refused = { edition: id, parent };
      throw error instanceof AppError ? error : toAppError(error, 'write-failed', '写入', target);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  };
  handle(window.webContents, 'sendToPaper', REQUEST, write);
}

async function askFor(window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, { title: '送报社：放在哪个文件夹里', buttonLabel: '放在这里', properties: ['openDirectory', 'createDirectory'] });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** A folder of this name that is not there yet. */
function freeFolder(parent: string, name: string): string {
  for (let serial = 1; ; serial++) {
    const folder = path.join(parent, serial === 1 ? name : `${name}（${serial}）`);
    if (!existsSync(folder)) return folder;
  }
}
