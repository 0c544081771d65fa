// 排版台, while it is open: which block is selected, what is proposed, what was done last.
// An act is tried in the page worker, which shows it; what is kept becomes one change of
// the package, with undo. Acts by keys wait for each other; a drag is desk-drag.ts's.
import type { BlockName } from '../../core/makeup/hand-act';
import { jumpTargets } from '../../core/makeup/jump-by-hand';
import type { DeskAct } from '../../core/makeup/mend-taboo';
import { type Omission, omissionChanges } from '../../core/makeup/omission';
import type { Proposal } from '../../core/makeup/proposal';
import type { BlockRoom } from '../../core/makeup/rooms';
import { nameOfArticle } from '../../core/model/article-name';
import type { PackageChange } from '../../core/model/change';
import { DEFAULT_RED, type Dress, dressChange } from '../../core/model/dress';
import { type HeadlineLines, layoutChange, type Layout, type PagePlan, type Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { Edition } from '../../core/model/package';
import type { TextCut } from '../../core/model/propose-cut';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { HandAnswer, RemedyAnswer } from '../worker/protocol';
import { DeskDrag, isPut, type PutAct } from './desk-drag';
import { isFormStep } from './form-step';
import { jumpsOf, mendsOf, omittedWords, roomWords, type Mend } from './mends';
import { offPageWords } from './off-page-words';
import { proposalName } from './proposal-name';
import { otherThan, type ProposedOf, proposedOf } from './proposed-of';

/** Rows that a title's zone is made higher by at the most, for its title to have room. */
const MOST_HEAD_ROWS = 12;

/** An act that takes longer is told to be looked for, and can be given up, ms. */
const SOON = 400;

const isSame = (a: BlockName, b: BlockName): boolean => a.page === b.page && a.article === b.article;

export class MakeupDesk {
  readonly selected = new Observable<BlockName | null>(null);
  /** The block that the next one chosen is swapped with. */
  readonly swapping = new Observable<BlockName | null>(null);
  /** Those found so far where more are looked for. */
  readonly proposals = new Observable<readonly Proposal[]>([]);
  readonly proposing = new Observable(false);
  /** What was proposed is of the edition before its last changes, or before they were undone. */
  readonly isStale = new Observable(false);
  /** What the last act has to say, in Chinese. */
  readonly said = new Observable('');
  /** What 见报略 left out last, or offers (`isOffered`), and the package's version after it: beside the block while nothing else is changed. */
  readonly omitted = new Observable<{ readonly omission: Omission; readonly version: number; readonly isOffered: boolean } | null>(null);
  /** What is looked for since a while: the act's name. */
  readonly looking = new Observable<string | null>(null);
  /** The picture of the selected block is in hand: arrows move it. */
  readonly picture = new Observable(false);
  readonly drag: DeskDrag;
  readonly #workspace: Workspace;
  readonly #edition: string;
  #last: Promise<unknown> = Promise.resolve();
  /** What was proposed is of this. */
  #proposed: ProposedOf | null = null;
  /** A move or pull that was refused last: others may give way to it. */
  #refused: PutAct | null = null;

  constructor(workspace: Workspace, edition: string) {
    this.#workspace = workspace;
    this.#edition = edition;
    const { feed } = workspace;
    this.drag = new DeskDrag({
      layout: () => this.layout, said: this.said, hand: (base, act) => feed.hand(base, act), handNoMore: () => feed.handNoMore(), look: (base, act, label) => this.#look(base, act, label),
      keep: (layout, label) => this.#keep(layout, label), note: (note) => this.#note(note), mayChange: () => this.mayChange(),
    });
  }

  get edition(): Edition | null {
    return this.#workspace.session.get()?.pkg.editions.find(({ id }) => id === this.#edition) ?? null;
  }

  /** The package's version. */
  get version(): number {
    return this.#workspace.session.get()?.version ?? -1;
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

  /** Undoes a step, or makes it again; says here where there is none, for a notice would cover the page. */
  step(which: 'undo' | 'redo'): void {
    const session = this.#workspace.session.get();
    if (session === null) return;
    this.said.set('');
    const { undoLabel, redoLabel } = session.state.get();
    if (which === 'undo' && undoLabel !== null && isFormStep(session.steps().findLast(({ undone }) => !undone)?.changes ?? [])) this.said.set(`再往前是“${undoLabel}”，排版台里不撤销它：回到稿件再按 Ctrl+Z。`);
    else if ((which === 'undo' ? undoLabel : redoLabel) === null) this.said.set(which === 'undo' ? '没有可撤销的了。' : '没有可重做的了。');
    else {
      this.said.set(which === 'undo' ? `撤销了“${undoLabel}”。` : `重做了“${redoLabel}”。`);
      if (which === 'undo') this.#workspace.undo();
      else this.#workspace.redo();
    }
  }

  /** 标题行数: the first of these that its headline can have; says why none can where that is so. */
  async turnLines(block: BlockName, lines: readonly (HeadlineLines | null)[]): Promise<void> {
    let why = '';
    for (const next of lines) {
      if (await this.act({ kind: 'headline', ...block, lines: next }, next === null ? '标题行数由程序定' : `标题排 ${next} 行`)) {
        // It may have been so before, and nothing to be seen then.
        if (why === '' && this.said.get() === '') this.said.set(next === null ? '标题行数由程序定。' : `标题排 ${next} 行。`);
        break;
      }
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
    const run = async (): Promise<boolean> => {
      await this.#settled();
      const base = this.layout;
      if (base === null) this.said.set('版面还在排，稍候再按一次。');
      if (base === null || !this.mayChange()) return false;
      const answer = await this.#look(base, act, label);
      if (answer === null) {
        this.said.set('排版断了，正在重新开始：稍候再按一次。');
        return false;
      }
      this.#refused = answer.layout === null && isPut(act) ? act : null;
      if (answer.layout === null) {
        const pkg = this.#workspace.session.get()?.pkg;
        this.said.set(`${pkg === undefined || !('article' in act) ? answer.reason : offPageWords(answer.reason, act, nameOfArticle(pkg, act.article))}。`);
        return false;
      }
      this.#keep(answer.layout, answer.title ?? label);
      this.#note(answer.note);
      return true;
    };
    const done = this.#last.then(run);
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

  /** The act that is looked for is not made. */
  lookNoMore(): void {
    if (this.looking.get() !== null) this.#workspace.feed.handNoMore();
  }

  /** 让位: makes the move or pull that was refused last, the others shifted or made up anew around it. */
  async giveWay(): Promise<void> {
    await this.#done();
    const refused = this.#refused;
    if (refused === null) this.said.set('没有等着让位的移动：先用方向键把版块移到别的标题上，或用 Shift+方向键拉过去。');
    else await this.act({ ...refused, giveWay: true }, refused.kind === 'move' ? '移动版块，其余让位' : '改版块大小，其余让位');
  }

  #note(note: string | undefined): void {
    if (note !== undefined) this.said.set(`${note}；Ctrl+Z 撤销。`);
  }

  /** Tries what would mend a block as the acts before left it, one way after another, until one can be. */
  async mend(block: BlockName): Promise<void> {
    await this.#done();
    const mends = this.mendsOf(block);
    if (mends.length > 0) {
      await this.#try(mends);
      return;
    }
    if (this.roomOf(block) === null) {
      this.said.set('这一块已经不在版上。');
      return;
    }
    if (await this.#mendTitle(block)) return;
    // What it jumped to may be over, or another block: that is what the key is for next.
    const over = this.#overBlocks().toSorted((a, b) => Number(b.article === block.article) - Number(a.article === block.article))[0];
    if (over === undefined) {
      this.said.set('这一块正好，不用试排。');
      return;
    }
    this.select(over);
    this.said.set(`这一块正好；${over.article === block.article ? `它在第${over.page}版的部分` : '选上的这一块'}${roomWords(this.roomOf(over)!)}，再按 T 试排。`);
  }

  /** A title that its zone is too low for has rows more; true where that was so. */
  async #mendTitle(block: BlockName): Promise<boolean> {
    const isOver = this.titleOver(block.article);
    for (let rows = 1; isOver && rows <= MOST_HEAD_ROWS; rows++) {
      if (!(await this.act({ kind: 'head', ...block, rows }, `标题区加高 ${rows} 行`))) continue;
      this.said.set(`标题区加高 ${rows} 行；Ctrl+Z 撤销。`);
      break;
    }
    return isOver;
  }

  /** The title of an article has no room in its zone, and all of its text has. */
  titleOver(article: string): boolean {
    const { diagnostics = [], madeUp = null } = this.#workspace.feed.pages.get() ?? {};
    return diagnostics.some(({ code, at }) => code === 'frame-overset' && at !== null && 'article' in at && at.article === article) && madeUp?.rooms.every((room) => room.article !== article || room.over === 0) === true;
  }

  /** Blocks that have lines without room. */
  #overBlocks(): readonly BlockName[] {
    return this.blocks().filter((one) => (this.roomOf(one)?.over ?? 0) > 0);
  }

  /** The best of the ways that work; says why none does. */
  async #try(ways: readonly Mend[]): Promise<void> {
    await this.act({ kind: 'remedies', ways }, '试排');
  }

  /** The ways to mend a block that work, the best first; null where something else was asked for meanwhile. */
  async triedMends(block: BlockName): Promise<RemedyAnswer | null> {
    await this.#done();
    const { layout } = this;
    const ways = this.mendsOf(block);
    return layout === null || ways.length === 0 ? null : this.#workspace.feed.remedies(layout, ways);
  }

  /** Makes an act that mends its block, unless another block would lose room by it; says what it did. */
  async remedy({ act, title }: Mend): Promise<void> {
    if (!(await this.act({ kind: 'remedy', act }, title))) return;
    const said = this.said.get();
    this.said.set(said === '' ? `${title}；Ctrl+Z 撤销。` : `${title}：${said}`);
  }

  /** All acts so far are made, and the pages are those after them. */
  async #done(): Promise<void> {
    await this.#last;
    await this.#settled();
  }

  /** What would mend a block, likeliest first. */
  mendsOf(block: BlockName): readonly Mend[] {
    const [piece, room] = [this.pieceOf(block), this.roomOf(block)];
    return piece === null || room === null ? [] : mendsOf(block, piece, room, this.#jumpTargets(block));
  }

  /** 转版 of what found no room; of what was jumped, 并回一版. */
  async jump(block: BlockName): Promise<void> {
    await this.#done();
    const piece = this.pieceOf(block);
    if (piece === null) return;
    const jumps = jumpsOf(block, piece, this.#jumpTargets(block));
    if (jumps.length > 0 && this.roomOf(block)?.over === 0) this.said.set('这一块排得下，不用转版。');
    else if (jumps.length > 0) await this.#try(jumps);
    else if (piece.box !== null) this.said.set('加了框的稿件不能转版：先按 B 去框。');
    else if ((await this.act({ kind: 'join', ...block }, '并回一版')) && this.said.get() === '') this.said.set('转了版的并回一版；Ctrl+Z 撤销，再按 J 又转。');
  }

  #jumpTargets({ page }: BlockName): readonly number[] {
    const { layout, master } = this;
    return layout === null || master === null ? [] : jumpTargets(layout, page, master.lines);
  }

  /** Sentences that an article may leave out to fit its block; null where none are proposed. */
  async cutOf({ article }: BlockName): Promise<TextCut | null> {
    await this.#done();
    const { layout } = this;
    const answer = layout === null ? null : await this.#workspace.feed.cut(layout, article);
    return answer?.ok === true && answer.omission.why === 'over' ? (answer.omission.parts[0]?.cut ?? null) : null;
  }

  /**
   * 见报略: leaves out what is proposed for a block to fit, for its article not to jump, or (also with null) for the edition to
   * need a page less, made up anew then; one step of undo. Says why where nothing is. What brings a jump back is offered first,
   * word for word, for it may be much: asked again it is left out.
   */
  async omit(block: BlockName | null): Promise<void> {
    const { session, feed } = this.#workspace;
    await this.#done();
    const before = this.layout;
    if (before === null || !this.mayChange()) return;
    const offered = this.omitted.get();
    if (offered?.isOffered === true && offered.version === this.version && offered.omission.parts.every(({ article }) => article === block?.article)) {
      this.#leaveOut(offered.omission);
      return;
    }
    const version = session.get()?.version;
    this.said.set('正在找可以略去的整句…');
    const answer = await feed.cut(before, block?.article ?? null);
    const { edition } = this;
    if (edition === null || session.get()?.version !== version) return;
    if (answer === null || !answer.ok) {
      this.said.set(`${answer?.reason ?? '版面正在重排，稍候再按一次'}。`);
      return;
    }
    const { omission } = answer;
    if (omission.why === 'jump') {
      this.omitted.set({ omission, version: this.version, isOffered: true });
      this.said.set(`略去 ${omission.characters} 字，全文就能并回第${omission.page}版：略哪几句列在右边，再按 L 略去。`);
      return;
    }
    this.#leaveOut(omission);
    if (omission.why !== 'page') return;
    // Those that are shown need the page that is spared; made up when the page is there, they are of the text as it is now.
    await this.#done();
    await this.propose(false);
  }

  #leaveOut(omission: Omission): void {
    const { edition } = this;
    const session = this.#workspace.session.get();
    if (edition === null || session === null) return;
    session.change(omissionChanges(edition, omission), `见报略 ${omission.characters} 字`);
    this.omitted.set({ omission, version: session.version, isOffered: false });
    this.said.set(omittedWords(omission, (id) => nameOfArticle(session.pkg, id)));
  }

  /** Takes a proposal. */
  take(proposal: Proposal, name: string): void {
    if (!this.mayChange()) return;
    if (!this.isOfThese(proposal.layout)) {
      this.said.set(`${name}是选稿改动以前拼的：Ctrl+回车重新排版。`);
      return;
    }
    this.#keep(proposal.layout, `采用${name}`);
    if (!this.blocks().some((block) => this.selected.get() !== null && isSame(block, this.selected.get()!))) this.selected.set(null);
  }

  /** Keeps what is on the page: while its text is written nothing of it may go elsewhere. */
  keepNow(): void {
    const { layout } = this;
    if (layout !== null && !this.isByHand && this.mayChange()) this.#keep(layout, '定下现在的版面');
  }

  /** 重新排版: proposals around what is pinned. `isAsked`: somebody waits to be told what came of it. */
  async propose(isAsked: boolean): Promise<void> {
    if (this.proposing.get()) {
      if (isAsked) this.said.set('正在拼几个方案，拼好就在右边。');
      return;
    }
    this.proposing.set(true);
    const { edition } = this;
    const pkg = this.#workspace.session.get()?.pkg;
    this.#proposed = edition === null || pkg === undefined ? null : proposedOf(pkg, edition);
    this.isStale.set(false);
    if (isAsked) this.said.set('');
    const made = await this.#workspace.feed.propose((some) => this.proposals.set(some));
    if (made !== null) this.proposals.set(made);
    this.proposing.set(false);
    if (!isAsked) return;
    if (made === null || made.length === 0) this.said.set(made === null ? '排版断了，正在重新开始：稍候再按一次。' : '这一回没有拼出方案，右边还是以前的：解开锁定的版块，或撤下一篇再拼。');
    else this.said.set(this.#proposedWords(made));
  }

  /** Marks what was proposed as old where it is of something else than the edition is now; true where that is much. */
  compareProposed(): boolean {
    const { edition } = this;
    const pkg = this.#workspace.session.get()?.pkg;
    const other = edition === null || pkg === undefined || this.#proposed === null ? null : otherThan(this.#proposed, proposedOf(pkg, edition));
    this.isStale.set(other !== null);
    return other === 'much';
  }

  /** Proposals of the edition as it is now, instead of those from before. */
  async renew(): Promise<void> {
    await this.#done();
    while (this.proposing.get()) await new Promise((resolve) => setTimeout(resolve, 20));
    if (!this.isStale.get()) this.proposals.set([]);
    await this.propose(false);
  }

  /** What was proposed, and that what is on the page stays until one is taken. */
  #proposedWords(made: readonly Proposal[]): string {
    const { layout } = this;
    const pinned = layout?.pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.pinned === true)).length ?? 0;
    const kept = pinned === 0 ? '' : `，锁定的 ${pinned} 块都在原处`;
    const on = made.findIndex((proposal) => JSON.stringify(proposal.layout) === JSON.stringify(layout));
    if (on >= 0) return `重新拼了 ${made.length} 个方案${kept}；版面现在就是${proposalName(on)}。`;
    return `重新拼了 ${made.length} 个方案${kept}；${this.isByHand ? '手工排的版面没有动' : '版面没有动'}，Alt+1 换成方案一。`;
  }

  /** No more proposals than there are. */
  proposeNoMore(): void {
    if (this.proposing.get()) this.#workspace.feed.proposeNoMore();
  }

  /** A block is taken hold of. */
  grab(): void {
    this.#refused = null;
    this.drag.grab();
  }

  /** The pages are those of the package as it is. */
  #settled(): Promise<void> {
    const { feed, session } = this.#workspace;
    const isSettled = (): boolean => feed.pages.get()?.version === session.get()?.version;
    if (isSettled()) return Promise.resolve();
    return new Promise((resolve) => {
      const unwatch = feed.pages.watch(() => {
        if (!isSettled()) return;
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

  #keep(layout: Layout, label: string): void {
    const { edition } = this;
    if (edition === null) return;
    this.said.set('');
    if (JSON.stringify(edition.layout ?? null) === JSON.stringify(layout)) return;
    this.#workspace.session.get()?.change([layoutChange(edition, layout)], label);
  }
}
