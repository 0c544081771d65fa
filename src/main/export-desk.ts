// Exporting: asks for the target, has it written by a job, notes it in the print
// record, remembers what was written for 打开 and 打开所在文件夹. 导出全部 writes into a
// hidden folder that takes its name when all is there: whatever stops it, no half
// folder is left.
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import type { Edition, Package } from '../core/model/package';
import type { MadeExport } from '../ipc/comparing';
import type { Exported, ExportRequest } from '../ipc/index';
import type { ExportAllRequest, ExportTextRequest, TextFormat } from '../ipc/printing';
import { AppError, toAppError } from '../node/app-error';
import { exportFolderName, exportName, safeName } from '../node/export-name';
import { localMinute } from '../node/local-minute';
import { makeFolder } from '../node/place-fault';
import { readPackageBytes } from '../node/package-store';
import { withExtension } from './chosen-file';
import type { DocumentStore } from './document-store';
import { editionToPrint } from './edition-to-print';
import { send } from './handle';
import type { ExportDone } from './job-messages';
import { JobFailed, type Jobs } from './jobs';
import type { NewEntry, PrintRecord } from './print-record';

export class ExportDesk {
  readonly #window: BrowserWindow;
  readonly #store: DocumentStore;
  readonly #jobs: Jobs;
  readonly #record: PrintRecord;
  readonly #exported = new Map<number, string>();
  #nextJob = 1;
  /** Where the last export was to go that stopped at something the user may accept. */
  #refused: { readonly document: number; readonly edition: string; readonly target: string } | null = null;
  /** The same of what the window made. */
  #made: { readonly name: string; readonly format: MadeExport['format']; readonly target: string } | null = null;
  /** Set while 导出全部 runs: between two jobs there is none to cancel. */
  #stopAll: (() => void) | null = null;

  constructor(window: BrowserWindow, store: DocumentStore, jobs: Jobs, record: PrintRecord) {
    this.#window = window;
    this.#store = store;
    this.#jobs = jobs;
    this.#record = record;
  }

  async exportPdf({ document, version, edition: id, draft, to, accept }: ExportRequest): Promise<Exported | null> {
    const pkg = this.#store.at(document, version);
    // Taken first: what is typed while the dialog stands is of the next version.
    const bytes = this.#store.bytesAt(document, version);
    const now = new Date();
    const edition = editionToPrint(pkg, id, draft, now);
    // Going on with what was refused: the place was chosen then.
    const chosen = accept.length > 0 && this.#refused?.document === document && this.#refused.edition === id ? this.#refused.target : null;
    this.#refused = null;
    const target = chosen ?? (await this.#askFor('导出 PDF', 'PDF', `${exportName(pkg, edition, localMinute(now).slice(0, 10))}.pdf`, 'pdf'));
    if (target === null) return null;
    const began = performance.now();
    let done: ExportDone | null;
    try {
      done = await this.#jobs.exportPdf({ kind: 'export', bytes, edition, target, accept }, (phase) => this.#tell(phase, null));
    } catch (error) {
      if (error instanceof JobFailed && error.accept.length > 0) this.#refused = { document, edition: id, target };
      throw error;
    }
    if (done === null) return null;
    await this.#note(pkg, edition, draft, done, path.basename(target), to);
    return this.#finished(target, began, [{ edition, done }]);
  }

  async #askFor(title: string, kind: string, defaultPath: string, ending: string): Promise<string | null> {
    const answer = await dialog.showSaveDialog(this.#window, { title, defaultPath, filters: [{ name: kind, extensions: [ending] }] });
    return withExtension(this.#window, answer, `.${ending}`);
  }

  /** The edition's texts as a Word file, plain text or web page. The print record is of pages: it says nothing of these. */
  async exportText({ document, version, edition: id, format, accept }: ExportTextRequest): Promise<Exported | null> {
    const pkg = this.#store.at(document, version);
    const bytes = this.#store.bytesAt(document, version);
    const now = new Date();
    const edition = editionToPrint(pkg, id, null, now);
    const wanted = `${id} ${format}`;
    const chosen = accept.length > 0 && this.#refused?.document === document && this.#refused.edition === wanted ? this.#refused.target : null;
    this.#refused = null;
    const { title, kind, ending } = TEXT_FORMATS[format];
    const target = chosen ?? (await this.#askFor(title, kind, `${exportName(pkg, edition, localMinute(now).slice(0, 10))}.${ending}`, ending));
    if (target === null) return null;
    const began = performance.now();
    let done: ExportDone | null;
    try {
      done = await this.#jobs.exportPdf({ kind: 'text', bytes, edition, target, accept, format }, (phase) => this.#tell(phase, null));
    } catch (error) {
      if (error instanceof JobFailed && error.accept.length > 0) this.#refused = { document, edition: wanted, target };
      throw error;
    }
    if (done === null) return null;
    // No face of the pages is in it: the edition goes on remembering those of its last PDF.
    return { ...this.#finished(target, began, [{ edition, done }]), faces: {} };
  }

  /** What the window made of two texts, in the one edition that it came with. Nothing of it is remembered: the text is no version of the open one. */
  async exportMade({ bytes, title, name, format, accept }: MadeExport): Promise<Exported | null> {
    const { pkg } = await readPackageBytes(bytes, name);
    const [edition] = pkg.editions;
    if (edition === undefined) throw new AppError('edition-unknown', '没有可输出的版式，没有做成。');
    const kind = { pdf: 'PDF', docx: 'Word 文档', txt: '文本文件' }[format];
    const target = this.#made?.name === name && this.#made.format === format && accept.length > 0 ? this.#made.target : await this.#askFor(title, kind, `${safeName(name)}.${format}`, format);
    this.#made = null;
    if (target === null) return null;
    const began = performance.now();
    const order = { bytes, edition, target, accept };
    try {
      const done = await this.#jobs.exportPdf(format === 'pdf' ? { kind: 'export', ...order } : { kind: 'text', ...order, format }, (phase) => this.#tell(phase, null));
      return done === null ? null : { ...this.#finished(target, began, [{ edition, done }]), faces: {} };
    } catch (error) {
      if (error instanceof JobFailed && error.accept.length > 0) this.#made = { name, format, target };
      throw error;
    }
  }

  async exportAll({ document, version, accept }: ExportAllRequest): Promise<Exported | null> {
    const pkg = this.#store.at(document, version);
    const bytes = this.#store.bytesAt(document, version);
    const now = new Date();
    const answer = await dialog.showOpenDialog(this.#window, { title: '导出全部：放在哪个文件夹里', buttonLabel: '导出到这里', properties: ['openDirectory', 'createDirectory'] });
    const [parent] = answer.filePaths;
    if (answer.canceled || parent === undefined) return null;
    const target = freeFolder(parent, exportFolderName(pkg, localMinute(now).slice(0, 10)));
    const partial = path.join(parent, `.${path.basename(target).slice(0, 60)}.${process.pid}-${this.#nextJob}.tmp`);
    const began = performance.now();
    const state = { isStopped: false };
    this.#stopAll = () => {
      state.isStopped = true;
    };
    try {
      const written = await this.#writeAll(pkg, bytes, partial, accept, state);
      if (written === null) return null;
      await rename(partial, target);
      for (const { edition, done, file } of written) await this.#note(pkg, edition, null, done, path.join(path.basename(target), file));
      return this.#finished(target, began, written);
    } catch (error) {
      throw error instanceof AppError ? error : toAppError(error, 'write-failed', '写入', target);
    } finally {
      this.#stopAll = null;
      await rm(partial, { recursive: true, force: true });
    }
  }

  cancel(): void {
    this.#stopAll?.();
    this.#jobs.cancelExport();
  }

  /** @throws AppError where the system has no program for it, or the file is gone. */
  async open(job: number): Promise<void> {
    const problem = await shell.openPath(this.#fileOf(job));
    if (problem !== '') throw new AppError('open-failed', `打不开导出的文件：${problem}`);
  }

  show(job: number): void {
    shell.showItemInFolder(this.#fileOf(job));
  }

  /** Every edition of the package; null: cancelled. @throws JobFailed for the first that is refused, with what every one of them asks. */
  async #writeAll(
    pkg: Package, bytes: Uint8Array, folder: string, accept: readonly string[], state: { readonly isStopped: boolean },
  ): Promise<{ readonly edition: Edition; readonly done: ExportDone; readonly file: string }[] | null> {
    makeFolder(folder);
    const written: { readonly edition: Edition; readonly done: ExportDone; readonly file: string }[] = [];
    const names = new Set<string>();
    const editions = pkg.editions.filter(({ articles }) => articles.length > 0);
    const refused: { readonly name: string; readonly error: JobFailed }[] = [];
    for (const [index, edition] of editions.entries()) {
      if (state.isStopped) return null;
      const stem = safeName(edition.name);
      let file = `${stem}.pdf`;
      for (let serial = 2; names.has(file); serial++) file = `${stem}（${serial}）.pdf`;
      names.add(file);
      try {
        const order = { kind: 'export' as const, bytes, edition, target: path.join(folder, file), accept };
        const done = await this.#jobs.exportPdf(order, (phase) => this.#tell(phase, `${index + 1}/${editions.length} ${edition.name}`));
        if (done === null) return null;
        written.push({ edition, done, file });
      } catch (error) {
        // All are tried: what one asks, the user should be asked with what the others ask.
        if (!(error instanceof JobFailed) || error.accept.length === 0) throw error;
        refused.push({ name: edition.name, error });
      }
    }
    const first = refused[0];
    if (first === undefined) return written;
    const asked = [...new Set(refused.flatMap(({ error }) => error.accept))];
    throw new JobFailed(first.error.code, refused.map(({ name, error }) => `${name}：${error.message}`).join('\n'), asked);
  }

  #tell(phase: 'load' | 'typeset' | 'write' | 'check', part: string | null): void {
    send(this.#window.webContents, 'exportProgress', { phase, part });
  }

  #finished(target: string, began: number, written: readonly { readonly edition: Edition; readonly done: ExportDone }[]): Exported {
    const job = this.#nextJob++;
    this.#exported.set(job, target);
    return {
      job,
      file: path.basename(target),
      seconds: (performance.now() - began) / 1000,
      pages: written.reduce((sum, { done }) => sum + done.pages, 0),
      diagnostics: written.flatMap(({ done }) => done.diagnostics),
      textConserved: written.every(({ done }) => done.textConserved),
      faces: Object.fromEntries(written.map(({ edition, done }) => [edition.id, done.faces])),
    };
  }

  /** The export stands, whatever becomes of its note: a full disk is said by what is being saved. */
  async #note(pkg: Package, edition: Edition, draft: NewEntry['draft'], done: ExportDone, where: string, to = ''): Promise<void> {
    const entry: NewEntry = {
      kind: 'export', at: Date.now(), stage: pkg.stage, edition: edition.id, editionName: edition.name, draft, pages: done.pages, chosen: null, copies: 1, to, where,
    };
    await this.#record.add(entry, pkg, done.lines).catch((error: unknown) => {
      if (!(error instanceof AppError) && (error as { code?: unknown }).code === undefined) throw error;
    });
  }

  #fileOf(job: number): string {
    const file = this.#exported.get(job);
    if (file === undefined) throw new AppError('export-unknown', '找不到这次导出的文件。');
    return file;
  }
}

const TEXT_FORMATS: Readonly<Record<TextFormat, { readonly title: string; readonly kind: string; readonly ending: string }>> = {
  docx: { title: '另存为 Word', kind: 'Word 文档', ending: 'docx' },
  txt: { title: '导出文本', kind: '纯文本（UTF-8）', ending: 'txt' },
  'txt-gb18030': { title: '导出文本', kind: '纯文本（GB18030）', ending: 'txt' },
  html: { title: '导出网页', kind: '网页', ending: 'html' },
};

/** A folder of this name that is not there yet. */
function freeFolder(parent: string, name: string): string {
  for (let serial = 1; ; serial++) {
    const folder = path.join(parent, serial === 1 ? name : `${name}（${serial}）`);
    if (!existsSync(folder)) return folder;
  }
}
