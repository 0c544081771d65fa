// Files of the window: opening, saving, exporting, and what is said of each. Main
// has the dialogs and the paths; what runs here waits for open compositions first,
// so that the last word typed is in the file.
import { openPlaces } from '../../core/model/stage';
import type { Exported, ExportPhase, ExportRequest, Failure, Opened, Result } from '../../ipc/index';
import type { MadeExport } from '../../ipc/comparing';
import type { BlockRequest, PaperRequest, SentToPaper } from '../../ipc/makeup';
import type { PrintRequest, TextFormat } from '../../ipc/printing';
import { faceChanges } from '../printing/face-changes';
import { takeDropped } from '../roll-forward/take-source';
import { conservedWords } from './conserved-words';
import { Observable } from './observable';
import type { NoticeAction } from './notice-list';
import type { Workspace } from './workspace';

/** What an export does, in words. */
export const PHASES: Readonly<Record<ExportPhase, string>> = { load: '读入字体', typeset: '排版', write: '写文件', check: '核对文字' };

/** What is done sooner is not worth a word (W5). */
const LATE_MS = 500;

export class Files {
  /** What runs now (导出：排版…), or null; it can be cancelled. */
  readonly task = new Observable<string | null>(null);
  readonly #workspace: Workspace;
  /** 导出, 打印. */
  #doing = '导出';
  /** The notice that the last export was refused; null: it was not, or has been tried again. */
  #refusal: number | null = null;
  /** The task is a file being read. */
  #isReading = false;
  #late = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    const { api } = workspace;
    api.on('exportProgress', ({ phase, part }) => {
      if (this.task.get() !== null) this.task.set(`${this.#doing}${part === null ? '' : ` ${part}`}：${PHASES[phase]}…`);
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
    const { rollForward } = this.#workspace;
    if (rollForward !== null) await takeDropped(rollForward, () => this.#workspace.api.lastReportDropped(file));
    else if (/\.(?:txt|html?)$/i.test(file.name)) await this.#workspace.imports.drop(file);
    else await this.take(this.#workspace.api.openDropped(file));
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
    // What the user chose is no fault.
    if (!saved.ok && saved.code === 'save-cancelled') notices.tell('said', saved.message);
    else if (!saved.ok) this.fail(saved, { title: '另存为', run: () => void this.save(true) });
    else if (saved.value !== null) {
      session.savedVersion.set(saved.value.version);
      session.file.set(saved.value.file);
      notices.clearFailures();
      notices.saved();
    }
  }

  /** Exports the edition shown. */
  async exportPdf(accept: readonly string[] = []): Promise<void> {
    const edition = this.#workspace.edition.get();
    if (edition === null) return;
    const failed = await this.exportEdition({ edition, draft: null }, accept);
    if (failed !== null) this.#refused(failed, (codes) => void this.exportPdf(codes));
  }

  /** Exports an edition, or the 改稿本; why it could not, or null: done or cancelled. */
  async exportEdition(which: Pick<ExportRequest, 'edition' | 'draft' | 'to'>, accept: readonly string[]): Promise<Failure | null> {
    return this.#run('导出', async (text) => {
      const result = await this.#workspace.api.exportPdf({ ...text, ...which, accept });
      if (!result.ok) return result;
      if (result.value !== null) this.#exported(text.document, result.value, `已导出 ${result.value.file}：${result.value.pages} 页，${conservedWords(result.value)}。`);
      return null;
    });
  }

  /** Writes the texts of the edition shown as a Word file, plain text or web page. */
  async exportText(format: TextFormat, accept: readonly string[] = []): Promise<void> {
    const edition = this.#workspace.edition.get();
    if (edition === null) return;
    const failed = await this.#run('导出', async (text) => {
      const result = await this.#workspace.api.exportText({ ...text, edition, format, accept });
      if (!result.ok) return result;
      if (result.value !== null) this.#exported(text.document, result.value, textSaid(format, result.value));
      return null;
    });
    if (failed !== null) this.#refused(failed, (codes) => void this.exportText(format, codes));
  }

  /** Writes what the window made of two texts. */
  async exportMade(request: MadeExport): Promise<void> {
    const failed = await this.#run('导出', async () => {
      const result = await this.#workspace.api.exportMade(request);
      if (!result.ok) return result;
      if (result.value !== null) this.#workspace.notices.tell('done', `已导出 ${result.value.file}，${result.value.textConserved ? '文字核对无误' : conservedWords(result.value)}。`, { exported: result.value.job });
      return null;
    });
    if (failed !== null) this.#refused(failed, (accept) => void this.exportMade({ ...request, accept }));
  }

  /** Exports every edition into a new folder. */
  async exportAll(accept: readonly string[] = []): Promise<void> {
    const failed = await this.#run('导出', async (text) => {
      const result = await this.#workspace.api.exportAll({ ...text, accept });
      if (!result.ok) return result;
      if (result.value !== null) this.#exported(text.document, result.value, `已导出全部版式到文件夹“${result.value.file}”：共 ${result.value.pages} 页，${conservedWords(result.value)}。`);
      return null;
    });
    if (failed !== null) this.#refused(failed, (codes) => void this.exportAll(codes));
  }

  /** Prints; why it could not, `cancelled`, or null: it is on its way to the printer, which is said. */
  async print(request: PrintRequest, printer: string): Promise<Failure | 'cancelled' | null> {
    let isCancelled = false;
    const failed = await this.#run('打印', async () => {
      const result = await this.#workspace.api.print(request);
      if (!result.ok) return result;
      if (result.value === null) {
        isCancelled = true;
        return null;
      }
      const { sheets, note } = result.value;
      this.#workspace.notices.tell('done', `已送到打印机“${printer}”：${request.copies} 份，共 ${sheets} 张纸。`);
      if (note !== null) this.#workspace.notices.tell('said', note);
      return null;
    });
    return isCancelled ? 'cancelled' : failed;
  }

  /** 送报社; the caller says what came of it. null: cancelled, or something else runs. */
  async sendToPaper(request: Pick<PaperRequest, 'edition' | 'encoding' | 'accept'>): Promise<Failure | SentToPaper | null> {
    let sent: SentToPaper | null = null;
    const failed = await this.#run('送报社', async (text) => {
      const result = await this.#workspace.api.sendToPaper({ ...text, ...request });
      if (!result.ok) return result;
      sent = result.value;
      return null;
    });
    return failed ?? sent;
  }

  /** One block as a PDF; the caller says what came of it: its file's name, or why there is none. null: cancelled, or something else runs. */
  async exportBlock(request: Omit<BlockRequest, 'document' | 'version'>): Promise<Failure | string | null> {
    let name: string | null = null;
    const failed = await this.#run('导出版块', async (text) => {
      const result = await this.#workspace.api.exportBlock({ ...text, ...request });
      if (!result.ok) return result;
      name = result.value;
      return null;
    });
    return failed ?? name;
  }

  /** Runs one piece of work at a time, with the last word typed in the text; null where there is nothing to do. */
  async #run(doing: string, work: (text: Pick<ExportRequest, 'document' | 'version'>) => Promise<Failure | null>): Promise<Failure | null> {
    const session = this.#workspace.session.get();
    if (session === null || this.task.get() !== null) return null;
    if (this.#refusal !== null) this.#workspace.notices.dismiss(this.#refusal);
    this.#refusal = null;
    await this.#workspace.texts.whenSettled();
    this.#doing = doing;
    this.task.set(`${doing}…`);
    try {
      return await work({ document: session.opened.document, version: session.version });
    } finally {
      this.task.set(null);
    }
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
    this.#workspace.notices.tell('failed', failure.message, { accept: wayOn });
  }

  /** Says why an export was refused: with the way to go on all the same, or to what is still open; until the next try. */
  #refused(failure: Failure, goOn: (accept: readonly string[]) => void): void {
    const { accept = [], code, message } = failure;
    const { notices, panes } = this.#workspace;
    const toTasks: NoticeAction | null = code === 'placeholder-open' ? { title: '看待办', run: () => panes.change({ lower: 'tasks', pagesFolded: false }) } : null;
    this.#refusal = notices.tell('failed', message, { accept: accept.length > 0 ? { title: '仍然导出', run: () => goOn(accept) } : toTasks });
  }

  /** Editions remember the faces that they were last exported with, so that the next export can say where they are others (DESIGN, Edition). */
  #noteFaces(document: number, { faces }: Exported): void {
    const session = this.#workspace.session.get();
    // Another text may have been opened meanwhile.
    if (session?.opened.document !== document || session.opened.readOnly !== null) return;
    const changes = faceChanges(session.pkg, faces);
    if (changes.length > 0) session.change(changes, '记下导出所用的字体', true);
  }

  #exported(document: number, done: Exported, said: string): void {
    this.#noteFaces(document, done);
    const warnings = done.diagnostics.filter(({ severity }) => severity !== 'info').length;
    const more = warnings === 0 ? '' : `有 ${warnings} 条版面提示。`;
    const open = this.#workspace.session.get()?.pkg.articles.reduce((sum, article) => sum + openPlaces(article).length, 0) ?? 0;
    const left = open === 0 ? '' : `文稿包里还有 ${open} 处待填待核。`;
    this.#workspace.notices.tell('done', `${said}${more}${left}`, { exported: done.job });
  }
}

function textSaid(format: TextFormat, done: Exported): string {
  const { file, pages } = done;
  if (format === 'docx') return `已另存为 Word 文档 ${file}，${conservedWords(done)}。版心排出来是 ${pages} 页，Word 里可能相差一页；页面以 PDF 为准。`;
  return `已导出${format === 'html' ? '网页' : '文本'} ${file}，${done.textConserved ? '文字与稿件一致' : '有的字这种编码里没有，记作 ?'}。`;
}
