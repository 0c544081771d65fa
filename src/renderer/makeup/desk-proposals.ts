// The proposals beside the page: asked of the page worker, marked as old where the edition is
// another one than theirs, asked for again. In: the edition as it is when they are asked for.
// Out: those found so far, the best first, and what came of asking. None is taken here:
// that is the desk's, as all that changes the page.
import type { Layout } from '../../core/model/layout';
import type { Edition } from '../../core/model/package';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { PicturedProposal } from '../worker/protocol';
import { proposalName } from './proposal-name';
import { otherThan, type ProposedOf, proposedOf } from './proposed-of';

/** What proposals ask of the desk. */
export interface ProposalHost {
  readonly edition: Edition | null;
  readonly layout: Layout | null;
  readonly isByHand: boolean;
  readonly said: Observable<string>;
  readonly whenDone: () => Promise<void>;
}

export class DeskProposals {
  /** Those found so far where more are looked for. */
  readonly list = new Observable<readonly PicturedProposal[]>([]);
  /** More are looked for. */
  readonly isOn = new Observable(false);
  /** They are of the edition before its last changes, or before they were undone. */
  readonly isStale = new Observable(false);
  readonly #host: ProposalHost;
  readonly #workspace: Workspace;
  /** What was proposed is of this. */
  #proposed: ProposedOf | null = null;

  constructor(host: ProposalHost, workspace: Workspace) {
    this.#host = host;
    this.#workspace = workspace;
  }

  /** 重新排版: proposals around what is pinned. `isAsked`: somebody waits to be told what came of it. */
  async propose(isAsked: boolean): Promise<void> {
    const { said } = this.#host;
    if (this.isOn.get()) {
      if (isAsked) said.set('正在拼几个方案，拼好就在右边。');
      return;
    }
    if (this.#host.edition?.articles.length === 0) {
      this.list.set([]);
      if (isAsked) said.set('这一期没有选稿件，拼不出方案：先在左边把稿件选进来。');
      return;
    }
    this.isOn.set(true);
    this.#proposed = this.#now();
    this.isStale.set(false);
    if (isAsked) said.set('');
    const made = await this.#workspace.feed.propose((some) => this.list.set(some));
    if (made !== null) this.list.set(made);
    this.isOn.set(false);
    if (!isAsked) return;
    if (made === null || made.length === 0) said.set(made === null ? '排版断了，正在重新开始：稍候再按一次。' : '这一回没有拼出方案，右边还是以前的：解开锁定的版块，或撤下一篇再拼。');
    else said.set(this.#words(made));
  }

  /** Marks them as old where they are of something else than the edition is now; true where that is much. */
  compare(): boolean {
    const now = this.#now();
    const other = now === null || this.#proposed === null ? null : otherThan(this.#proposed, now);
    this.isStale.set(other !== null);
    return other === 'much';
  }

  /** Those of the edition as it is now, instead of those from before. */
  async renew(): Promise<void> {
    await this.#host.whenDone();
    while (this.isOn.get()) await new Promise((resolve) => setTimeout(resolve, 20));
    if (!this.isStale.get()) this.list.set([]);
    await this.propose(false);
  }

  /** No more than there are. */
  noMore(): void {
    if (this.isOn.get()) this.#workspace.feed.proposeNoMore();
  }

  #now(): ProposedOf | null {
    const { edition } = this.#host;
    const pkg = this.#workspace.session.get()?.pkg;
    return edition === null || pkg === undefined ? null : proposedOf(pkg, edition);
  }

  /** What was proposed, and that what is on the page stays until one is taken. */
  #words(made: readonly PicturedProposal[]): string {
    const { layout, isByHand } = this.#host;
    const pinned = layout?.pages.flatMap(({ pieces }) => pieces.filter((piece) => piece.pinned === true)).length ?? 0;
    const kept = pinned === 0 ? '' : `，锁定的 ${pinned} 块都在原处`;
    const on = made.findIndex((proposal) => JSON.stringify(proposal.layout) === JSON.stringify(layout));
    if (on >= 0) return `重新拼了 ${made.length} 个方案${kept}；版面现在就是${proposalName(on)}。`;
    return `重新拼了 ${made.length} 个方案${kept}；${isByHand ? '手工排的版面没有动' : '版面没有动'}，Alt+1 换成方案一。`;
  }
}
