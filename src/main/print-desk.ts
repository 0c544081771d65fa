// Printing: what the window can ask of main about printers, printing and the record
// of what was printed. The file for the printer is written by a job into a folder
// of its own, handed over, and taken away; then the printing is noted with its text.
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { sheetsFor } from '../core/display/arrange';
import type { PrintedPage } from '../core/display/page-lines';
import type { Edition, Package } from '../core/model/package';
import type { EditionRequest, PrintEntry, Printed, Printer, PrintRequest } from '../ipc/printing';
import { AppError } from '../node/app-error';
import { exportName } from '../node/export-name';
import { localMinute } from '../node/local-minute';
import { saveFile } from '../node/save-file';
import { withExtension } from './chosen-file';
import type { DocumentStore } from './document-store';
import { editionToPrint } from './edition-to-print';
import { send } from './handle';
import type { ExportDone } from './job-messages';
import type { Jobs } from './jobs';
import { forgetFolder, listPrinters, printFile, printFolder } from './print';
import type { NewEntry, PrintRecord } from './print-record';

export class PrintDesk {
  readonly #window: BrowserWindow;
  readonly #store: DocumentStore;
  readonly #jobs: Jobs;
  readonly #record: PrintRecord;

  constructor(window: BrowserWindow, store: DocumentStore, jobs: Jobs, record: PrintRecord) {
    this.#window = window;
    this.#store = store;
    this.#jobs = jobs;
    this.#record = record;
  }

  async printers(): Promise<readonly Printer[]> {
    return listPrinters(await this.#window.webContents.getPrintersAsync());
  }

  editionToPrint({ document, version, edition, draft }: EditionRequest): Edition {
    return editionToPrint(this.#store.at(document, version), edition, draft, new Date());
  }

  async print(request: PrintRequest): Promise<Printed | null> {
    const { document, version, arrangement, accept, printer, copies, sides, collate } = request;
    const pkg = this.#store.at(document, version);
    const bytes = this.#store.bytesAt(document, version);
    const now = new Date();
    const edition = editionToPrint(pkg, request.edition, request.draft, now);
    const title = exportName(pkg, edition, localMinute(now).slice(0, 10));
    const folder = await printFolder();
    try {
      const target = path.join(folder, 'print.pdf');
      const done = await this.#jobs.exportPdf({ kind: 'print', bytes, edition, target, accept, arrangement }, (phase) =>
        send(this.#window.webContents, 'exportProgress', { phase, part: null }),
      );
      if (done === null) return null;
      await printFile({ file: target, printer, title, copies, sides, collate, paper: arrangement.paper });
      return await this.#printed(request, pkg, edition, done, now);
    } finally {
      await forgetFolder(folder);
    }
  }

  record(document: number): Promise<readonly PrintEntry[]> {
    return this.#record.list(this.#store.now(document).id);
  }

  printedPages(document: number, entry: string): Promise<readonly PrintedPage[]> {
    return this.#record.lines(this.#store.now(document).id, entry);
  }

  async pagesNow({ document, version, edition, draft }: EditionRequest): Promise<readonly PrintedPage[]> {
    const pkg = this.#store.at(document, version);
    return this.#jobs.lines({ kind: 'lines', bytes: this.#store.bytesAt(document, version), edition: editionToPrint(pkg, edition, draft, new Date()) });
  }

  async savePrinted(document: number, entry: string): Promise<string | null> {
    const { id, name } = this.#store.now(document);
    const bytes = await this.#record.text(id, entry);
    const found = (await this.#record.list(id)).find((one) => one.id === entry);
    const at = found === undefined ? '' : ` ${localMinute(new Date(found.at)).replace('T', ' ').replace(':', '.')}`;
    const answer = await dialog.showSaveDialog(this.#window, {
      title: '另存打印时的文稿', defaultPath: `${name}${at}.banxin`, filters: [{ name: '版心文稿包', extensions: ['banxin'] }],
    });
    const target = await withExtension(this.#window, answer, '.banxin');
    if (target === null) return null;
    await saveFile(target, bytes);
    return path.basename(target);
  }

  async #printed(request: PrintRequest, pkg: Package, edition: Edition, done: ExportDone, now: Date): Promise<Printed> {
    const { arrangement, copies, sides, printer, to, draft } = request;
    const entry: NewEntry = {
      kind: 'print', at: now.getTime(), stage: pkg.stage, edition: edition.id, editionName: edition.name, draft, pages: done.pages, chosen: arrangement.pages, copies, to, where: printer,
    };
    const notes: string[] = [];
    const state = (await this.printers()).find(({ name }) => name === printer)?.state;
    if (state === 'stopped') notes.push(`打印机“${printer}”现在停着，任务排在它的队列里，等它恢复才会印出来。`);
    const noted = await this.#record.add(entry, pkg, done.lines).catch((error: unknown) => {
      if (!(error instanceof AppError) && (error as { code?: unknown }).code === undefined) throw error;
      notes.push('这一次没有记进打印记录：写不了用户资料文件夹（可能磁盘已满）。');
      return { ...entry, id: '' };
    });
    const sheets = sheetsFor(done.sides, { copies, duplex: sides !== 'one' || arrangement.fold });
    return { entry: noted, sheets, diagnostics: done.diagnostics, note: notes.length === 0 ? null : notes.join('\n') };
  }
}
