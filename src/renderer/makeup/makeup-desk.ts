// 排版台, while it is open: which block is selected, what is on the page, what was done last.
// An act is tried in the page worker, which shows it; what is kept becomes one change of
// the package, with undo. Acts by keys wait for each other. What has a course of its own stands
// beside it and asks of it what its host interface says: drag, proposals, mends, cuts.
import type { DeskAct } from '../../core/makeup/hand/hand-act';
import type { Proposal } from '../../core/makeup/judge/proposal';
import type { BlockRoom } from '../../core/makeup/judge/rooms';
import { nameOfArticle } from '../../core/model/article-name';
import type { PackageChange } from '../../core/model/change';
import { DEFAULT_RED, type Dress, dressChange } from '../../core/model/dress';
import { type BlockName, type HeadlineLines, type Layout, layoutChange, type PagePlan, type Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { Edition } from '../../core/model/package';
import { pageNamer } from '../../core/model/page-name';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { HandAnswer } from '../worker/protocol';
import { DeskCuts } from './desk-cuts';
import { DeskDrag, isPut, type PutAct } from './desk-drag';
import { DeskMends } from './desk-mends';
import { DeskProposals } from './desk-proposals';
import { isFormStep } from './form-step';
import { isOfText } from './of-text';
import { offPageWords } from './off-page-words';
import { type ToldLate, toldBehind } from './told-late';

/** An act that takes longer is told to be looked for, and can be given up, ms. */
const SOON = 400;

/** What 撤销历史 shows where the page is kept as it is. */
const KEEP = '定下现在的版面';

const isSame = (a: BlockName, b: BlockName): boolean => a.page === b.page && a.article === b.article;

export class MakeupDesk {
  readonly selected = new Observable<BlockName | null>(null);
  /** The block that the next one chosen is swapped with. */
  readonly swapping = new Observable<BlockName | null>(null);
  /** What the last act has to say, in Chinese. */
  readonly said = new Observable('');
  /** What is looked for since a while: the act's name. */
  readonly looking = new Observable<string | null>(null);
  /** The picture of the selected block is in hand: arrows move it. */
  readonly picture = new Observable(false);
  readonly drag: DeskDrag;
  readonly proposals: DeskProposals;
  readonly mends: DeskMends;
  readonly cuts: DeskCuts;
  readonly #workspace: Workspace;
  readonly #edition: string;
  #last: Promise<unknown> = Promise.resolve();
  /** A move or pull that was refused last: others may give way to it. */
  #refused: PutAct | null = null;
  /** Acts that are made or wait for one that is, in their order; what was given up meanwhile is not made. */
  readonly #pending: { readonly label: string; isGivenUp: boolean }[] = [];
  #givenUp = 0;
  /** The act made last, where it was waited on and had something to say. */
  #late: ToldLate | null = null;

  constructor(workspace: Workspace, edition: string) {
    this.#workspace = workspace;
    this.#edition = edition;
    const { feed } = workspace;
    this.drag = new DeskDrag({
      layout: () => this.layout, said: { set: (words) => void (this.drag.isGivenUp || this.said.set(words)) }, hand: (base, act) => feed.hand(base, act), handNoMore: () => feed.handNoMore(), look: (base, act, label) => this.#look(base, act, label),
      keep: (layout, label) => this.#keep(layout, label), note: (note) => this.#note(note), mayChange: () => this.mayChange(),
    });
    this.proposals = new DeskProposals(this, workspace);
    this.mends = new DeskMends(this, workspace);
    this.cuts = new DeskCuts(this, workspace);
  }

  get edition(): Edition | null {
    return this.#workspace.session.get()?.pkg.editions.find(({ id }) => id === this.#edition) ?? null;
  }

  /** The package's version. */
  get version(): number {
    return this.#workspace.session.get()?.version ?? -1;
  }

  /** What the paper calls a page of this 版次. */
  pageOf(number: number): string {
    return pageNamer(this.edition?.paper ?? null)(number);
  }

  get master(): PaperMaster | null {
    const master = this.edition?.master;
    return master?.kind === 'paper' ? master : null;
  }

  /** What is on the page now: the make-up that the edition keeps, else the program's. */
  get layout(): Layout | null {
    const pages = this.#workspace.feed.pages.get();
    const kept = this.edition?.layout;
    const made = pages?.madeUp?.proposal.layout ?? null;
    // Pages that were set before the last change say nothing of it; a make-up of other articles is none of this paper any more.
    return kept !== undefined && this.isOfThese(kept) && pages?.version !== this.#workspace.session.get()?.version ? kept : made;
  }

  /** What the picture of the page shows: its frames and marks are drawn of this, and go with it when another is set. */
  get drawn(): Layout | null {
    const made = this.#workspace.feed.pages.get()?.madeUp?.proposal.layout ?? null;
    return made !== null && this.isOfThese(made) ? made : this.layout;
  }

  /** It has the articles of the paper as it is now, no others. */
  isOfThese({ pages }: Layout): boolean {
    const placed = new Set(pages.flatMap(({ pieces }) => pieces.map(({ article }) => article)));
    const articles = this.edition?.articles ?? [];
    return placed.size === articles.length && articles.every((article) => placed.has(article));
  }

  /** Something was chosen that the edition keeps. */
  get isByHand(): boolean {
    return this.edition?.layout !== undefined;
  }

  pieceOf(name: BlockName): Piece | null {
    return this.planOf(name.page)?.pieces.find(({ article }) => article === name.article) ?? null;
  }

  planOf(page: number): PagePlan | null {
    return this.layout?.pages.find(({ number }) => number === page) ?? null;
  }

  roomOf(name: BlockName): BlockRoom | null {
    return this.#workspace.feed.pages.get()?.madeUp?.rooms.find((room) => isSame(room, name)) ?? null;
  }

  blocks(): readonly BlockName[] {
    return this.layout?.pages.flatMap(({ number, pieces }) => pieces.map(({ article }) => ({ page: number, article }))) ?? [];
  }

  /** Selects a block; where a swap waits for its other block, swaps. */
  select(block: BlockName | null): void {
    const first = this.swapping.get();
    if (first !== null && block !== null && !isSame(first, block)) {
      this.swapping.set(null);
      // What was said of an earlier try is no word of this one.
      this.said.set('');
      this.selected.set({ page: block.page, article: first.article });
      void this.act({ kind: 'swap', ...first, other: block }, '对调');
      return;
    }
    if (block === null || this.selected.get() === null || !isSame(block, this.selected.get()!)) this.picture.set(false);
    this.selected.set(block);
  }

  /** No swap, and that is said. */
  swapNoMore(): void {
    this.swapping.set(null);
    this.said.set('没有对调。');
  }

  /** The next block, or the one before (`step` −1); where none is selected the first of the page that is shown (its index). */
  walk(step: 1 | -1, page: number): void {
    const blocks = this.blocks();
    const now = this.selected.get();
    const at = now === null ? -1 : blocks.findIndex((block) => isSame(block, now));
    const shown = this.layout?.pages[page]?.number;
    const next = at < 0 ? (blocks.find((block) => block.page === shown) ?? blocks[0]) : blocks[(at + step + blocks.length) % blocks.length];
    if (next === undefined) return;
    this.picture.set(false);
    this.selected.set(next);
  }

  /** 线、底纹、套红 of an article on this paper. */
  dress(article: string, dress: Dress, label: string): void {
    const { edition } = this;
    if (edition === null || !this.mayChange()) return;
    const changes: PackageChange[] = [dressChange(edition, article, dress)];
    // A look made before 套红 was known names its red now.
    if (dress.red === true && edition.look.red === undefined) changes.push({ kind: 'set', path: `editions/${edition.id}/look`, from: edition.look, to: { ...edition.look, red: DEFAULT_RED } });
    this.said.set('');
    this.#workspace.session.get()?.change(changes, label);
  }

  /**
   * Undoes a step, or makes it again; says here where there is none, for a notice would cover the page. An act that is still tried
   * is what is undone first. `written`: the article whose text is open on the page: what is done to that is seen, and not told.
   */
  step(which: 'undo' | 'redo', written: string | null = null): void {
    if (which === 'undo' && this.#giveUp()) return;
    const session = this.#workspace.session.get();
    if (session === null) return;
    this.said.set('');
    const { undoLabel, redoLabel } = session.state.get();
    if (which === 'undo' && undoLabel !== null && isFormStep(session.steps().findLast(({ undone }) => !undone)?.changes ?? [])) this.said.set(`再往前是“${undoLabel}”，排版台里不撤销它：回到稿件再按 Ctrl+Z。`);
    else if ((which === 'undo' ? undoLabel : redoLabel) === null) this.said.set(which === 'undo' ? '没有可撤销的了。' : '没有可重做的了。');
    else {
      const { pkg } = session;
      if (which === 'undo') this.#workspace.undo();
      else this.#workspace.redo();
      if (!isOfText(pkg, session.pkg, written)) this.said.set(which === 'undo' ? `撤销了“${undoLabel}”。` : `重做了“${redoLabel}”。`);
    }
  }

  /** 标题行数: the first of these that its headline can have; says why none can where that is so. */
  async turnLines(block: BlockName, lines: readonly (HeadlineLines | null)[]): Promise<void> {
    let why = '';
    const { givenUp } = this;
    for (const next of lines) {
      if (await this.act({ kind: 'headline', ...block, lines: next }, next === null ? '标题行数由程序定' : `标题排 ${next} 行`)) {
        // It may have been so before, and nothing to be seen then.
        if (why === '' && this.said.get() === '') this.said.set(next === null ? '标题行数由程序定。' : `标题排 ${next} 行。`);
        break;
      }
      if (this.givenUp !== givenUp) return;
      why = this.said.get();
    }
    if (why !== '') this.said.set(why);
  }

  /** 套红 of an article's title, or black again. */
  turnRed(article: string): void {
    const { red, ...rest } = this.edition?.dress?.[article] ?? {};
    this.dress(article, red === true ? rest : { ...rest, red: true }, red === true ? '不套红' : '标题套红');
  }

  /** Makes an act; true where it was made. `label` is what 撤销历史 shows. */
  act(act: DeskAct, label: string): Promise<boolean> {
    // Pressed while another was made: what that one has to say has not been read then.
    const behind = this.#pending.length > 0;
    const own = { label, isGivenUp: false };
    this.#pending.push(own);
    const run = async (): Promise<boolean> => {
      // It begins from the page that a drop before it leaves.
      await this.drag.over;
      await this.#settled();
      if (own.isGivenUp) return false;
      const late = behind ? this.#late : null;
      this.#late = null;
      const base = this.layout;
      if (base === null) this.said.set('版面还在排，稍候再按一次。');
      if (base === null || !this.mayChange()) return false;
      const since = performance.now();
      const answer = await this.#look(base, act, label);
      if (own.isGivenUp) {
        // It was found all the same: off the page again.
        if (answer !== null && answer.layout !== null) await this.#workspace.feed.hand(base, null);
        return false;
      }
      if (answer === null) {
        this.said.set('排版断了，正在重新开始：稍候再按一次。');
        return false;
      }
      this.#refused = answer.layout === null && isPut(act) ? act : null;
      if (answer.layout === null) {
        const pkg = this.#workspace.session.get()?.pkg;
        const why = pkg === undefined || !('article' in act) ? answer.reason : offPageWords(answer.reason, act, nameOfArticle(pkg, act.article));
        const refusal = { label, note: why, refused: true };
        this.said.set(late === null ? `${why}。` : toldBehind(late, refusal));
        this.#late = late ?? (performance.now() - since > SOON ? refusal : null);
        return false;
      }
      this.#keep(answer.layout, answer.title ?? label);
      if (late !== null) this.said.set(toldBehind(late, { label, note: answer.note ?? '', refused: false }));
      else this.#note(answer.note);
      if (answer.note !== undefined && performance.now() - since > SOON) this.#late = { label: answer.title ?? label, note: answer.note, refused: false };
      return true;
    };
    const done = this.#last.then(run).finally(() => this.#pending.splice(this.#pending.indexOf(own), 1));
    this.#last = done.catch(() => null);
    return done;
  }

  /** Asks the worker, and tells of it where that takes a while. */
  async #look(base: Layout, act: DeskAct, label: string): Promise<HandAnswer | null> {
    const timer = setTimeout(() => this.looking.set(label), SOON);
    try {
      return await this.#workspace.feed.hand(base, act);
    } finally {
      clearTimeout(timer);
      this.looking.set(null);
    }
  }

  /** How many acts were given up so far: what goes on with another one where one cannot be made ends then. */
  get givenUp(): number {
    return this.#givenUp;
  }

  /** The newest of what is still tried is not made; false where nothing is. */
  #giveUp(): boolean {
    const newest = this.#pending.findLast(({ isGivenUp }) => !isGivenUp);
    const label = newest === undefined ? this.drag.giveUp() : newest.label;
    if (label === null) return false;
    if (newest !== undefined) {
      newest.isGivenUp = true;
      if (newest === this.#pending[0]) this.#workspace.feed.handNoMore();
    }
    this.#givenUp++;
    this.said.set(`“${label}”不做了，版面没有动。`);
    return true;
  }

  /** The act that is looked for is not made. */
  lookNoMore(): void {
    if (this.looking.get() !== null) this.#workspace.feed.handNoMore();
  }

  /** 让位: makes the move or pull that was refused last, the others shifted or made up anew around it. */
  async giveWay(): Promise<void> {
    await this.whenDone();
    const refused = this.#refused;
    if (refused === null) this.said.set('没有等着让位的移动：先用方向键把版块移到别的标题上，或用 Shift+方向键拉过去。');
    else await this.act({ ...refused, giveWay: true }, refused.kind === 'move' ? '移动版块，其余让位' : '改版块大小，其余让位');
  }

  #note(note: string | undefined): void {
    if (note !== undefined) this.said.set(`${note}；Ctrl+Z 撤销。`);
  }

  /** Takes a proposal: what is still tried is of the page before it, and is not made. */
  take(proposal: Proposal, name: string): void {
    if (!this.mayChange()) return;
    if (!this.isOfThese(proposal.layout)) {
      this.said.set(`${name}是选稿改动以前拼的：Ctrl+回车重新排版。`);
      return;
    }
    const isGivenUp = this.#giveUp();
    while (this.#giveUp());
    this.#keep(proposal.layout, `采用${name}`);
    if (isGivenUp) this.said.set(`采用了${name}；还在试的不做了。`);
    if (!this.blocks().some((block) => this.selected.get() !== null && isSame(block, this.selected.get()!))) this.selected.set(null);
  }

  /**
   * Keeps what is on the page where the edition has not got it: nothing was chosen yet, or what was cannot stand any more
   * (another paper size or first page) and the program made it up anew. While its text is written nothing of it may go elsewhere.
   * `follows`: because of what was written, and taken back with it.
   */
  keepNow(follows = false): void {
    if (!this.isByHand) {
      const { layout } = this;
      if (layout !== null && this.mayChange()) this.#keep(layout, KEEP, follows);
      return;
    }
    // Whether what is kept can stand is known when its pages are there.
    if (this.#isSettled()) this.#keepFollowed(follows);
    else void this.#settled().then(() => this.#keepFollowed(follows));
  }

  #keepFollowed(isOfText: boolean): void {
    const pages = this.#workspace.feed.pages.get();
    const follows = pages?.diagnostics.find(({ code }) => code === 'layout-followed')?.message;
    const layout = pages?.madeUp?.proposal.layout;
    if (follows === undefined || layout === undefined || !this.mayChange()) return;
    this.#keep(layout, KEEP, isOfText);
    this.said.set(`${follows}；现在这样定下了，改稿时各块不再换地方；Ctrl+Z 撤销。`);
  }

  /** What was done and is still made: its label; null where nothing is. */
  get making(): string | null {
    return this.#pending[0]?.label ?? this.drag.making;
  }

  /**
   * A block is taken hold of. False, and said, while what was done before is still made: the drag would begin from the page
   * before it, and leave of it what had been shown by then.
   */
  grab(): boolean {
    const { making } = this;
    if (making !== null) {
      if (!this.drag.isGivenUp && this.#pending[0]?.isGivenUp !== true) this.said.set(`“${making}”还在排，排好了接着拖；不等就按 Esc。`);
      return false;
    }
    this.#refused = null;
    this.drag.grab();
    return true;
  }

  /** All acts so far are made, and the pages are those after them. */
  async whenDone(): Promise<void> {
    await this.#last;
    await this.#settled();
  }

  /** The pages are those of the package as it is. */
  #isSettled(): boolean {
    const { feed, session } = this.#workspace;
    return feed.pages.get()?.version === session.get()?.version;
  }

  /** Once they are. */
  #settled(): Promise<void> {
    const { feed } = this.#workspace;
    if (this.#isSettled()) return Promise.resolve();
    return new Promise((resolve) => {
      const unwatch = feed.pages.watch(() => {
        if (!this.#isSettled()) return;
        unwatch();
        resolve();
      });
    });
  }

  /** The package may be changed; said where not. */
  mayChange(): boolean {
    const mayNot = this.#workspace.session.get()?.opened.readOnly ?? null;
    if (mayNot !== null) this.said.set(`这份文稿包只读，不能改：${mayNot}`);
    return mayNot === null;
  }

  #keep(layout: Layout, label: string, follows = false): void {
    const { edition } = this;
    if (edition === null) return;
    this.said.set('');
    if (JSON.stringify(edition.layout ?? null) === JSON.stringify(layout)) return;
    const session = this.#workspace.session.get();
    const changes = [layoutChange(edition, layout)];
    if (follows) session?.follow(changes, label);
    else session?.change(changes, label);
  }
}
