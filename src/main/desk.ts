// What the window can ask of main, method by method, and what happens when it
// closes: the one place where dialogs are shown. Dialogs name the thing, say what
// will happen, and are the only modal things there are.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { Exported, ExportRequest, Opened, Saved, Start } from '../ipc/index';
import { AppError } from '../node/app-error';
import { DocumentStore, type Loaded } from './document-store';
import { send } from './handle';
import { Jobs } from './jobs';
import { EXTENSIONS, openFile, openSample, samples } from './open-file';

const PACKAGES = { name: '版心文稿包', extensions: ['banxin'] };
/** Electron that the program ships with (package.json). */
const SHIPPED_MAJOR = '45';

export class Desk {
  readonly store = new DocumentStore();
  readonly #jobs = new Jobs();
  readonly #exported = new Map<number, string>();
  readonly #window: BrowserWindow;
  #nextJob = 1;

  constructor(window: BrowserWindow) {
    this.#window = window;
  }

  async start(): Promise<Start> {
    const version = process.versions.electron;
    return {
      version: app.getVersion(),
      samples: await samples(),
      opened: this.store.current(),
      runtimeNote: version.split('.')[0] === SHIPPED_MAJOR ? null : `现在运行在测试用的 Electron ${version} 上，它不随软件发行。`,
    };
  }

  async chooseDocument(): Promise<Opened | null> {
    const answer = await dialog.showOpenDialog(this.#window, {
      title: '打开',
      properties: ['openFile'],
      filters: [{ name: '文稿包和纯文本', extensions: [...EXTENSIONS] }],
    });
    const [file] = answer.filePaths;
    return answer.canceled || file === undefined ? null : this.open(file);
  }

  /** Opens a file in place of the open one, after asking about what is unsaved. null: the user chose to stay. */
  open(file: string): Promise<Opened | null> {
    return this.#take(() => openFile(file, this.#jobs));
  }

  openSample(id: string): Promise<Opened | null> {
    return this.#take(() => openSample(id));
  }

  async save(document: number, version: number, as: boolean): Promise<Saved | null> {
    // Looked at first: a late call for another text must not ask for a name.
    this.store.at(document, version);
    const file = as || this.store.file === null || !(await this.#mayOverwrite(document)) ? await this.#askTarget() : this.store.file;
    if (file === null) return null;
    await this.store.save(document, version, file);
    return { file: path.basename(file), version };
  }

  async exportPdf({ document, version, edition, accept }: ExportRequest): Promise<Exported | null> {
    const pkg = this.store.at(document, version);
    const name = pkg.editions.find(({ id }) => id === edition)?.name;
    if (name === undefined) throw new AppError('edition-unknown', '文稿包里已经没有这份版式，没有导出。');
    const answer = await dialog.showSaveDialog(this.#window, {
      title: '导出 PDF',
      defaultPath: `${fileName(`${pkg.name} ${name}`)}.pdf`,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    const target = await this.#withExtension(answer, '.pdf');
    if (target === null) return null;
    const began = performance.now();
    const bytes = this.store.bytesAt(document, version);
    const done = await this.#jobs.exportPdf({ kind: 'export', bytes, edition, target, accept }, (phase) =>
      send(this.#window.webContents, 'exportProgress', { phase }),
    );
    if (done === null) return null;
    const job = this.#nextJob++;
    this.#exported.set(job, target);
    return { job, file: path.basename(target), seconds: (performance.now() - began) / 1000, ...done };
  }

  cancelExport(): void {
    this.#jobs.cancelExport();
  }

  /** @throws AppError where the system has no program for it, or the file is gone. */
  async openExported(job: number): Promise<void> {
    const problem = await shell.openPath(this.#exportedFile(job));
    if (problem !== '') throw new AppError('open-failed', `打不开导出的文件：${problem}`);
  }

  showExported(job: number): void {
    shell.showItemInFolder(this.#exportedFile(job));
  }

  /** Asks about unsaved changes; false: the user chose to stay. @throws AppError where saving failed. */
  async mayLeave(): Promise<boolean> {
    if (!this.store.hasWork) return true;
    const current = this.store.current();
    if (current === null) return true;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question',
      message: `“${this.store.name}”有改动没有保存。`,
      detail: '不保存，这些改动就没有了。',
      buttons: ['保存', '不保存', '取消'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 2) return false;
    if (response === 1) return true;
    return (await this.save(current.document, current.version, false)) !== null;
  }

  async #take(load: () => Promise<Loaded>): Promise<Opened | null> {
    // Loaded first: a file that cannot be opened must not cost the one that is open.
    const loaded = await load();
    return (await this.mayLeave()) ? this.store.hold(loaded) : null;
  }

  async #askTarget(): Promise<string | null> {
    const answer = await dialog.showSaveDialog(this.#window, {
      title: '保存文稿包',
      defaultPath: this.store.file ?? `${fileName(this.store.name)}.banxin`,
      filters: [PACKAGES],
    });
    return this.#withExtension(answer, '.banxin');
  }

  /**
   * The chosen name with its ending: a PDF never stands under a text's name, nor a package under another program's.
   * Where that names another file than the dialog asked about, the user is asked again. null: not there.
   */
  async #withExtension({ canceled, filePath }: { canceled: boolean; filePath: string }, extension: string): Promise<string | null> {
    if (canceled || filePath === '') return null;
    if (path.extname(filePath).toLowerCase() === extension) return filePath;
    const file = `${filePath}${extension}`;
    if (!existsSync(file)) return file;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question', message: `“${path.basename(file)}”已经有了。`, detail: '覆盖后，原来的文件就没有了。', buttons: ['覆盖', '取消'], defaultId: 1, cancelId: 1, noLink: true,
    });
    return response === 0 ? file : null;
  }

  /** Whether the document's own file may be written over; false: the user wants another name. @throws AppError where he stays. */
  async #mayOverwrite(document: number): Promise<boolean> {
    const obstacle = this.store.obstacle(document);
    if (obstacle === null) return true;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning', message: obstacle, detail: '另存为不会动原来的文件。', buttons: ['另存为', '覆盖', '取消'], defaultId: 0, cancelId: 2, noLink: true,
    });
    if (response === 2) throw new AppError('save-cancelled', '没有保存：原来的文件没有动，改动还在窗口里。');
    return response === 1;
  }

  #exportedFile(job: number): string {
    const file = this.#exported.get(job);
    if (file === undefined) throw new AppError('export-unknown', '找不到这次导出的文件。');
    return file;
  }
}

/** A name without what file systems refuse. */
function fileName(name: string): string {
  const clean = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  return clean === '' ? '未命名' : clean;
}
