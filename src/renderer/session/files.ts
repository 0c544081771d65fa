// Files of the window: opening, saving, exporting, and what is said of each. Main
// has the dialogs and the paths; what runs here waits for open compositions first,
// so that the last word typed is in the file.
import { openPlaces } from '../../core/model/stage';
import type { Exported, ExportPhase, Failure, Opened, Result } from '../../ipc/index';
import { Observable } from './observable';
import type { NoticeAction } from './notice-list';
import type { Workspace } from './workspace';

const PHASES: Readonly<Record<ExportPhase, string>> = { load: '读入字体', typeset: '排版', write: '写 PDF', check: '核对文字' };

/** What is done sooner is not worth a word (W5). */
const LATE_MS = 500;

export class Files {
  /** What runs now (导出：排版…), or null; it can be cancelled. */
  readonly task = new Observable<string | null>(null);
  readonly #workspace: Workspace;
  /** The task is a file being read. */
  #isReading = false;
  #late = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    const { api } = workspace;
    api.on('exportProgress', ({ phase }) => {
      if (this.task.get() !== null) this.task.set(`导出：${PHASES[phase]}…`);
    });
    api.on('reading', ({ file }) => this.#reading(file));
    api.on('opened', (opened) => workspace.show(opened));
    api.on('failed', (failure) => this.fail(failure));
    api.on('closing', () => {
      // Leaving the text ends an open composition, whose letters are then handed over.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      void workspace.texts.whenSettled().then(() => api.readyToClose());
    });
  }

  async open(): Promise<void> {
    await this.take(this.#workspace.api.chooseDocument());
  }

  async openSample(id: string): Promise<void> {
    await this.take(this.#workspace.api.openSample(id));
  }

  /** Opens the first; says which were left, for a window shows one package. */
  async openDropped(files: readonly File[]): Promise<void> {
    const [file, ...rest] = files;
    if (file === undefined) return;
    await this.take(this.#workspace.api.openDropped(file));
    if (rest.length > 0) {
      this.#workspace.notices.tell('said', `一次只能打开一份：打开的是“${file.name}”，没有打开${rest.map(({ name }) => `“${name}”`).join('、')}。`);
    }
  }

  /** Shows what an opening call gives; says why it gave none. */
  async take(answer: Promise<Result<Opened | null>>): Promise<void> {
    const opened = await answer;
    if (!opened.ok) {
      if (opened.code !== 'open-cancelled') this.fail(opened);
    } else if (opened.value !== null) this.#workspace.show(opened.value);
  }

  /** A file that is being read, or null when that is over: one that takes long is told, and can be cancelled. */
  #reading(file: string | null): void {
    clearTimeout(this.#late);
    if (this.#isReading) this.task.set(null);
    this.#isReading = false;
    if (file === null) return;
    this.#late = window.setTimeout(() => {
      if (this.task.get() !== null) return;
      this.#isReading = true;
      this.task.set(`正在打开“${file}”…`);
    }, LATE_MS);
  }

  async save(as: boolean): Promise<void> {
    const session = this.#workspace.session.get();
    if (session === null) return;
    await this.#workspace.texts.whenSettled();
    const { api, notices } = this.#workspace;
    const call = as ? api.saveAs : api.save;
    const saved = await call(session.opened.document, session.version);
    if (!saved.ok) this.fail(saved, saved.code === 'save-cancelled' ? null : { title: '另存为', run: () => void this.save(true) });
    else if (saved.value !== null) {
      session.savedVersion.set(saved.value.version);
      session.file.set(saved.value.file);
      notices.clearFailures();
    }
  }

  async exportPdf(accept: readonly string[] = []): Promise<void> {
    const { api, texts } = this.#workspace;
    const session = this.#workspace.session.get();
    const edition = this.#workspace.edition.get();
    if (session === null || edition === null || this.task.get() !== null) return;
    await texts.whenSettled();
    this.task.set('导出…');
    const { document } = session.opened;
    const result = await api.exportPdf({ document, version: session.version, edition, draft: null, accept });
    this.task.set(null);
    if (!result.ok) this.fail(result);
    else if (result.value !== null) this.#exported(result.value, session.pkg.articles.reduce((sum, article) => sum + openPlaces(article).length, 0));
  }

  /** 打开 or 打开所在文件夹 of an exported file. */
  async showResult(job: number, how: 'open' | 'folder'): Promise<void> {
    const { api } = this.#workspace;
    const answer = await (how === 'open' ? api.openExported(job) : api.showExported(job));
    if (!answer.ok) this.fail(answer);
  }

  async cancel(): Promise<void> {
    const { api } = this.#workspace;
    const answer = await (this.#isReading ? api.cancelOpening() : api.cancelExport());
    if (!answer.ok) this.fail(answer);
  }

  /** Says why a call failed, with the way on where there is one. */
  fail(failure: Failure, wayOn: NoticeAction | null = null): void {
    const codes = failure.accept ?? [];
    this.#workspace.notices.tell('failed', failure.message, { accept: codes.length === 0 ? wayOn : { title: '仍然导出', run: () => void this.exportPdf(codes) } });
  }

  #exported(done: Exported, open: number): void {
    const warnings = done.diagnostics.filter(({ severity }) => severity !== 'info').length;
    const more = warnings === 0 ? '' : `有 ${warnings} 条版面提示。`;
    const left = open === 0 ? '' : `文稿包里还有 ${open} 处待填待核。`;
    this.#workspace.notices.tell('done', `已导出 ${done.file}：${done.pages} 页，文字与稿件一致。${more}${left}`, { exported: done.job });
  }
}
