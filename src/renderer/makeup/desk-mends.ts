// 试排 and 转版 at the desk: of the ways to mend a block (mends.ts) the best that the page
// worker finds to work is made as an act; where the page is worth more with sentences left
// out (desk-cuts.ts), those are; where a block is right, the one to mend next is told. In: a
// block, as the acts before left it. Out: acts of the desk, and what came of them in words.
import type { DeskAct, RemediesAct } from '../../core/makeup/hand/hand-act';
import { freeColumns } from '../../core/makeup/hand/free-columns';
import { jumpTargets } from '../../core/makeup/hand/jump-by-hand';
import type { BlockRoom } from '../../core/makeup/judge/rooms';
import type { BlockName, Layout, Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { RemedyAnswer } from '../worker/protocol';
import type { DeskCuts } from './desk-cuts';
import { jumpsOf, leastBeside, mendsOf, roomWords, type Mend } from './mends';

/** Rows that a title's zone is made higher by at the most, for its title to have room. */
const MOST_HEAD_ROWS = 12;

/** What mending asks of the desk. */
export interface MendHost {
  readonly layout: Layout | null;
  readonly master: PaperMaster | null;
  readonly said: Observable<string>;
  readonly blocks: () => readonly BlockName[];
  readonly pieceOf: (block: BlockName) => Piece | null;
  readonly roomOf: (block: BlockName) => BlockRoom | null;
  readonly pageOf: (number: number) => string;
  readonly select: (block: BlockName) => void;
  readonly act: (act: DeskAct, label: string) => Promise<boolean>;
  /** Acts that were given up so far. */
  readonly givenUp: number;
  readonly whenDone: () => Promise<void>;
  readonly cuts: Pick<DeskCuts, 'of' | 'omit'>;
}

export class DeskMends {
  readonly #host: MendHost;
  readonly #feed: Workspace['feed'];

  constructor(host: MendHost, { feed }: Workspace) {
    this.#host = host;
    this.#feed = feed;
  }

  /** What would mend a block, likeliest first. */
  of(block: BlockName): readonly Mend[] {
    const [piece, room] = [this.#host.pieceOf(block), this.#host.roomOf(block)];
    if (piece === null || room === null) return [];
    const { layout, master } = this.#host;
    const plan = layout?.pages.find(({ number }) => number === block.page);
    const free = plan === undefined || master === null ? undefined : freeColumns(plan, piece, master.columns);
    return mendsOf(block, piece, room, this.#jumpTargets(block), (number) => this.#host.pageOf(number), free);
  }

  /** The ways to mend a block that work, the best first; null where something else was asked for meanwhile. */
  async tried(block: BlockName): Promise<RemedyAnswer | null> {
    await this.#host.whenDone();
    const { layout } = this.#host;
    const ways = this.of(block);
    return layout === null || ways.length === 0 ? null : this.#feed.remedies(layout, ways);
  }

  /** Mends a block as the acts before left it: by the best of the ways that work, or, where the page is worth more after it, by 见报略 (L). */
  async mend(block: BlockName): Promise<void> {
    const host = this.#host;
    await host.whenDone();
    const mends = this.of(block);
    if (mends.length > 0) {
      const { givenUp } = host;
      const cut = (host.roomOf(block)?.over ?? 0) > 0 ? await host.cuts.of(block) : null;
      if (host.givenUp !== givenUp) return;
      const isMade = await this.#try(mends, cut === null ? {} : { least: leastBeside(cut.score) });
      if (!isMade && cut !== null && host.givenUp === givenUp) await host.cuts.omit(block);
      return;
    }
    if (host.roomOf(block) === null) {
      host.said.set('这一块已经不在版上。');
      return;
    }
    if (await this.#mendTitle(block)) return;
    // What it jumped to may be over, or another block: that is what the key is for next.
    const over = this.#overBlocks().toSorted((a, b) => Number(b.article === block.article) - Number(a.article === block.article))[0];
    if (over === undefined) {
      host.said.set('这一块正好，不用试排。');
      return;
    }
    host.select(over);
    host.said.set(`这一块正好；${over.article === block.article ? `它在${host.pageOf(over.page)}的部分` : '选上的这一块'}${roomWords(host.roomOf(over)!)}，再按 T 试排。`);
  }

  /** Makes an act that mends its block, unless another block would lose room by it; says what it did. */
  async make({ act, title }: Mend): Promise<void> {
    const host = this.#host;
    if (!(await host.act({ kind: 'remedy', act }, title))) return;
    const said = host.said.get();
    host.said.set(said === '' ? `${title}；Ctrl+Z 撤销。` : `${title}：${said}`);
  }

  /** 转版 of what found no room; of what was jumped, 并回一版. */
  async jump(block: BlockName): Promise<void> {
    const host = this.#host;
    await host.whenDone();
    const piece = host.pieceOf(block);
    if (piece === null) return;
    const jumps = jumpsOf(block, piece, this.#jumpTargets(block), (number) => this.#host.pageOf(number));
    if (jumps.length > 0 && host.roomOf(block)?.over === 0) host.said.set('这一块排得下，不用转版。');
    else if (jumps.length > 0) await this.#try(jumps, { isAsked: true });
    else if (piece.box !== null) host.said.set('加了框的稿件不能转版：先按 B 去框。');
    else if ((await host.act({ kind: 'join', ...block }, '并回一版')) && host.said.get() === '') host.said.set('转了版的并回一版；Ctrl+Z 撤销，再按 J 又转。');
  }

  /** The title of an article has no room in its zone, and all of its text has. */
  titleOver(article: string): boolean {
    const { diagnostics = [], madeUp = null } = this.#feed.pages.get() ?? {};
    return diagnostics.some(({ code, at }) => code === 'frame-overset' && at !== null && 'article' in at && at.article === article) && madeUp?.rooms.every((room) => room.article !== article || room.over === 0) === true;
  }

  /** A title that its zone is too low for has rows more; true where that was so. */
  async #mendTitle(block: BlockName): Promise<boolean> {
    const isOver = this.titleOver(block.article);
    const { givenUp } = this.#host;
    for (let rows = 1; isOver && rows <= MOST_HEAD_ROWS && this.#host.givenUp === givenUp; rows++) {
      if (!(await this.#host.act({ kind: 'head', ...block, rows }, `标题区加高 ${rows} 行`))) continue;
      this.#host.said.set(`标题区加高 ${rows} 行；Ctrl+Z 撤销。`);
      break;
    }
    return isOver;
  }

  /** Blocks that have lines without room. */
  #overBlocks(): readonly BlockName[] {
    return this.#host.blocks().filter((one) => (this.#host.roomOf(one)?.over ?? 0) > 0);
  }

  /** The best of the ways that work; says why none does, and is false then. */
  #try(ways: readonly Mend[], how: Pick<RemediesAct, 'isAsked' | 'least'>): Promise<boolean> {
    return this.#host.act({ kind: 'remedies', ways, ...how }, '试排');
  }

  #jumpTargets({ page }: BlockName): readonly number[] {
    const { layout, master } = this.#host;
    return layout === null || master === null ? [] : jumpTargets(layout, page, master.lines);
  }
}
