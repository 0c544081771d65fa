// Imports in the window: a text comes in by the menu, dropped or pasted, is reviewed
// in one view, and ends as a new package or as articles of the open one. The review
// outlives its view: what was finished can be gone back to and finished again.
import { restoreText } from '../../core/import/index';
import { isOriginal, questionsOf, reviewPackage } from '../../core/import/review/index';
import { EMPTY_MEETING } from '../../core/model/package';
import { writePackage } from '../../core/model/package-file';
import type { ReviewStep } from '../../core/import/review/index';
import type { ImportedText, KeptReview } from '../../ipc/importing';
import type { Question, Result } from '../../ipc/index';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { importChanges } from './import-changes';
import { ReviewSession } from './review-session';

/** The dialog that shows the review (shell/dialogs.tsx). */
export const IMPORT_REVIEW = 'import-review';

export class Imports {
  /** The last one, in view or not; null: none since the program began. */
  readonly review = new Observable<ReviewSession | null>(null);
  /** What a crash left, newest first. */
  readonly kept = new Observable<readonly KeptReview[]>([]);
  /** Whether the text that came in is shown beside the article. */
  readonly originalShown = new Observable(false);
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  choose(): Promise<void> {
    return this.#take(() => this.#workspace.api.chooseImport());
  }

  drop(file: File): Promise<void> {
    return this.#take(() => this.#workspace.api.importDropped(file));
  }

  paste(text: string): Promise<void> {
    return this.#take(() => this.#workspace.api.importPasted(text));
  }

  /** Reviews a text that another part of the window has asked for. */
  takeImported(asked: Promise<Result<ImportedText>>): Promise<void> {
    return this.#take(() => asked);
  }

  /** Shows the last review again. */
  goBack(): void {
    const review = this.review.get();
    if (review === null) return;
    if (this.#workspace.session.get()?.opened.readOnly !== null) review.target.set('new');
    this.#workspace.dialog.set(IMPORT_REVIEW);
    this.#tellMain();
  }

  /** Ends the review as the user chose; why it could not, in Chinese, or null. */
  async finish(): Promise<string | null> {
    const review = this.review.get();
    if (review === null) return null;
    if (review.review.recognition.articles.length === 0) return '一行都没有收进稿件，没有什么可以完成；把要用的行收作正文，或者关闭审阅。';
    // The law once more on what really goes into the package, whatever was decided.
    if (!isWhole(review.review)) return '核对时发现有文字对不上原文，没有完成；请撤销最近几步再试，原文件没有改动。';
    return review.target.get() === 'open' ? this.#intoOpen(review) : this.#asNew(review);
  }

  /** Leaves the view; the review stays for 回到导入审阅 unless the user gave it up. */
  close(): void {
    this.#workspace.dialog.set(null);
    void this.#workspace.api.reviewing(null);
  }

  /** Main asks before the window goes while something is decided and not finished. */
  decided(): void {
    this.#tellMain();
  }

  async #take(ask: () => Promise<Result<ImportedText | null>>): Promise<void> {
    const { notices, dialog } = this.#workspace;
    const open = this.review.get();
    if (dialog.get() === IMPORT_REVIEW && open !== null && open.isUnfinished) {
      open.said.set(`“${open.imported.name}”还在审阅；先完成或关闭，再导入别的。`);
      return;
    }
    await this.#workspace.texts.whenSettled();
    const answer = await ask();
    if (!answer.ok) {
      if (answer.code === 'open-cancelled') return;
      if (dialog.get() === IMPORT_REVIEW && open !== null) open.said.set(answer.message);
      else notices.tell('failed', answer.message);
      return;
    }
    if (answer.value === null) return;
    this.#show(answer.value, []);
  }

  /** Asks what a crash left, at the window's start. */
  async lookForKept(): Promise<void> {
    const found = await this.#workspace.api.keptReviews();
    if (found.ok) this.kept.set(found.value);
    else this.#workspace.files.fail(found);
  }

  /** Goes on with a review that a crash left. */
  async resume(id: string): Promise<void> {
    const { notices, api, dialog } = this.#workspace;
    const open = this.review.get();
    if (dialog.get() === IMPORT_REVIEW && open !== null && open.isUnfinished) {
      open.said.set(`“${open.imported.name}”还在审阅；先完成或关闭，再接着别的。`);
      return;
    }
    await this.#workspace.texts.whenSettled();
    const answer = await api.resumeReview(id);
    if (answer.ok) {
      const { imported, steps, opened, missing } = answer.value;
      if (opened !== null) this.#workspace.show(opened);
      const review = this.#show(imported, steps);
      // What it was to go into is not here: another package that happens to be open is not meant.
      if (missing !== null) review.target.set('new');
      review.said.set([
        review.lost === 0 ? `接着上次的审阅：${review.decisions} 个决定都在。` : `接着上次的审阅：${review.decisions} 个决定里有 ${review.lost} 个接不上，已略去；请再看一遍。`,
        missing === null ? '' : `上次是要放进“${missing}”的，它现在没有打开：另建文稿包，或者先关闭审阅、打开它，再用“文件 › 上次的导入 › 回到导入审阅”。`,
      ].join(''));
    } else if (answer.code !== 'open-cancelled') notices.tell('failed', answer.message);
    await this.lookForKept();
  }

  /** Takes it out of the list, with a way back. */
  async giveUp({ id, name }: KeptReview): Promise<void> {
    const { notices, api, files } = this.#workspace;
    const answer = await api.giveUpReview(id);
    if (answer.ok) {
      const back = async (): Promise<void> => {
        const wanted = await api.wantReview(id);
        if (!wanted.ok) files.fail(wanted);
        await this.lookForKept();
      };
      notices.tell('said', `“${name}”的导入审阅不再提了，30 天以后清除。`, { accept: { title: '还是要', run: () => void back() } });
    } else files.fail(answer);
    await this.lookForKept();
  }

  #show(imported: ImportedText, steps: readonly ReviewStep[]): ReviewSession {
    const isOpen = this.#workspace.session.get()?.opened.readOnly === null;
    const review: ReviewSession = new ReviewSession(imported, isOpen ? 'open' : 'new', { steps, onStep: (step) => void this.#keep(review, step) });
    this.review.set(review);
    this.#workspace.dialog.set(IMPORT_REVIEW);
    return review;
  }

  /** Main keeps each step on the disk as it is done. */
  async #keep({ imported }: ReviewSession, step: ReviewStep): Promise<void> {
    const kept = await this.#workspace.api.reviewStep(imported.sha256, step);
    if (!kept.ok) this.#workspace.notices.tell('failed', kept.message);
  }

  #tellMain(): void {
    const review = this.review.get();
    const isInHand = review !== null && this.#workspace.dialog.get() === IMPORT_REVIEW && review.isUnfinished;
    void this.#workspace.api.reviewing(isInHand ? { name: review.imported.name, decisions: review.decisions } : null);
  }

  /** The articles under ids that no package has yet. */
  #made(review: ReviewSession, meeting: Parameters<typeof reviewPackage>[1]['meeting']): ReturnType<typeof reviewPackage> {
    const { imported } = review;
    const name = imported.name.replace(/\.(?:txt|html?)$/i, '');
    const made = reviewPackage(review.review, { id: crypto.randomUUID(), name, ...(meeting === undefined ? {} : { meeting }) }, imported);
    return { ...made, articles: made.articles.map((article) => ({ ...article, id: crypto.randomUUID() })) };
  }

  async #asNew(review: ReviewSession): Promise<string | null> {
    const { api, notices } = this.#workspace;
    const made = this.#made(review, undefined);
    const opened = await api.openImported(writePackage(made, null), [this.#words(review)], this.#questions(review), review.decisions);
    if (!opened.ok) return opened.message;
    if (opened.value === null) {
      this.#tellMain();
      return '没有完成：还留在原来的文稿包里。';
    }
    this.#workspace.show(opened.value);
    review.finish(null);
    notices.clearFailures();
    return null;
  }

  async #intoOpen(review: ReviewSession): Promise<string | null> {
    const session = this.#workspace.session.get();
    if (session === null || session.opened.readOnly !== null) return '打开着的文稿包只能看，不能放进去；请另建文稿包。';
    // A record that knows nothing yet is filled from the heads, as that of a new package is.
    const isBlank = JSON.stringify(session.pkg.meeting) === JSON.stringify(EMPTY_MEETING);
    const made = this.#made(review, isBlank ? undefined : session.pkg.meeting);
    const before = review.joined ?? [];
    session.change(importChanges(session.pkg, made, before), `导入“${review.imported.name}”`);
    review.finish(made.articles.map(({ id }) => id));
    this.close();
    const [first] = made.articles;
    if (first !== undefined) this.#workspace.article.set(first.id);
    const isPlaced = session.pkg.editions.some(({ articles }) => made.articles.some(({ id }) => articles.includes(id)));
    this.#workspace.notices.tell('said', `${this.#words(review)}${isPlaced ? '' : '已有的版式没有动；要印它们，在“版式 › 版式设置”里勾选。'}不要了可以用 Ctrl+Z 一次撤掉。`);
    return null;
  }

  #words(review: ReviewSession): string {
    const { recognition } = review.review;
    const left = review.state.get().questions.length;
    return [
      `导入“${review.imported.name}”：${recognition.articles.length} 篇稿件。`,
      recognition.noise.length === 0 ? '' : `有 ${recognition.noise.length} 行没有收。`,
      left === 0 ? '' : `还有 ${left} 处疑问没有回答。`,
      '原文留在文稿包里，“查看 › 导入原文”可以对照；“文件 › 上次的导入 › 回到导入审阅”可以再改。',
    ].join('');
  }

  /** What was not answered goes on as 疑问 of the new package. */
  #questions(review: ReviewSession): readonly Question[] {
    const { source } = review.review;
    const raw = (line: number): string => source.text.slice(source.lines.starts[line - 1], source.lines.ends[line - 1]).trim();
    return questionsOf(review.review, review.imported.damaged).map(({ kind, lines, text, quote }) => ({
      text: kind === 'repeat' ? `${text}：“${quote.slice(0, 24)}…”` : text,
      quote: kind === 'repeat' || kind === 'unmatched-quote' ? quote : raw(lines.at(-1) ?? 1),
      join: kind === 'join' ? { before: raw(lines[0] ?? 1), after: raw(lines[1] ?? 1) } : null,
    }));
  }

  /** Whether the open package keeps the text of an import. */
  hasOriginal(): boolean {
    return [...(this.#workspace.session.get()?.pkg.assets.keys() ?? [])].some(isOriginal);
  }

  toggleOriginal(): void {
    this.originalShown.set(!this.originalShown.get());
    if (this.originalShown.get()) this.#workspace.panes.change({ pagesFolded: false });
  }
}

/** Whether the text that came in can be rebuilt from what goes out. */
function isWhole({ recognition, source }: ReviewSession['review']): boolean {
  try {
    return restoreText(recognition) === source.text;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}
