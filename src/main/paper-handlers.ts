// 送报社: asks where the folder goes, has a job write it beside its place under a hidden
// name, and gives it its name when all is there: whatever stops it, no half folder is left.
// One block alone is taken out of such a folder: it is judged and read back with its page.
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { array, integer, maxLength, minValue, number, picklist, pipe, strictObject, strictTuple, string } from 'valibot';
import { nameOfArticle } from '../core/model/article-name';
import { pageNamer } from '../core/model/page-name';
import type { BlockRequest, PaperRequest, SentToPaper } from '../ipc/makeup';
import { AppError } from '../node/app-error';
import { safeName } from '../node/export-name';
import { localMinute } from '../node/local-minute';
import { makeFolder, placeFault, systemCode } from '../node/place-fault';
import { withExtension } from './chosen-file';
import type { DocumentStore } from './document-store';
import { editionToPrint } from './edition-to-print';
import { handle, send } from './handle';
import { JobFailed, type Jobs } from './jobs';

const count = pipe(number(), integer(), minValue(0));
const short = pipe(string(), maxLength(4096));
const BLOCK = strictTuple([strictObject({ document: count, version: count, edition: short, accept: array(short), page: count, article: short, columns: count, rows: count })]);
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
    const target = freeFolder(parent, safeName(`送${edition.paper?.name ?? '报社'} ${edition.name} ${edition.date ?? pkg.meeting.opens ?? localMinute(now).slice(0, 10)}`));
    const partial = path.join(parent, `.${path.basename(target).slice(0, 60)}.${process.pid}-${Date.now()}.tmp`);
    try {
      // Before the pages are set, which takes seconds: a place that cannot be written is told at once.
      makeFolder(partial);
      const done = await jobs.paperFolder({ kind: 'paper', bytes, edition, target: partial, encoding, accept }, (phase) => send(window.webContents, 'exportProgress', { phase, part: null }));
      if (done === null) return null;
      await rename(partial, target);
      return { folder: path.basename(target), pages: done.pages, files: done.files, lost: done.lost, diagnostics: done.diagnostics, textConserved: done.textConserved };
    } catch (error) {
      if (error instanceof JobFailed && error.accept.length > 0) refused = { edition: id, parent };
      throw writeFault(error, target);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  };
  /** The same of a block. */
  let refusedBlock: { readonly article: string; readonly target: string } | null = null;
  const writeBlock = async ({ document, version, edition: id, accept, page, article, columns, rows }: BlockRequest): Promise<string | null> => {
    const pkg = store.at(document, version);
    const bytes = store.bytesAt(document, version);
    const edition = editionToPrint(pkg, id, null, new Date());
    const name = safeName(`${[...nameOfArticle(pkg, article)].slice(0, LONGEST).join('')} ${pageNamer(edition.paper)(page)} ${columns}栏×${rows}行`);
    const target = (accept.length > 0 && refusedBlock?.article === article ? refusedBlock.target : null) ?? (await askForFile(window, name));
    refusedBlock = null;
    if (target === null) return null;
    const partial = path.join(path.dirname(target), `.${path.basename(target).slice(0, 60)}.${process.pid}-${Date.now()}.tmp`);
    try {
      // Before the pages are set, which takes seconds: a place that cannot be written is told at once.
      makeFolder(partial);
      const done = await jobs.paperFolder({ kind: 'paper', bytes, edition, target: partial, encoding: 'utf-8', accept }, (phase) => send(window.webContents, 'exportProgress', { phase, part: null }));
      if (done === null) return null;
      const file = done.blocks.find((block) => block.page === page && block.article === article)?.file;
      if (file === undefined) throw new AppError('write-failed', '这一块已经不在版上，没有写出文件。');
      await rename(path.join(partial, file), target);
      return path.basename(target);
    } catch (error) {
      if (error instanceof JobFailed && error.accept.length > 0) refusedBlock = { article, target };
      throw writeFault(error, target);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  };
  handle(window.webContents, 'sendToPaper', REQUEST, write);
  handle(window.webContents, 'exportBlock', BLOCK, writeBlock);
}

/** An error of the disk in words that name the place; any other as it is. */
function writeFault(error: unknown, target: string): unknown {
  const code = error instanceof AppError ? null : systemCode(error);
  return code === null ? error : new AppError('write-failed', placeFault(target, code), error);
}

/** Characters of an article's name in a file's. */
const LONGEST = 40;

async function askForFile(window: BrowserWindow, name: string): Promise<string | null> {
  return withExtension(window, await dialog.showSaveDialog(window, { title: '这一块的 PDF', defaultPath: `${name}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] }), '.pdf');
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
