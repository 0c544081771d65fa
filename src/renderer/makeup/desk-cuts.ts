// 见报略 at the desk: whole sentences that the page worker proposes to leave out, for a block
// to fit, an article not to jump, or the edition to need a page less. In: a block, or null for
// the edition. Out: one change of the package, or an offer that waits to be asked for again;
// what was left out or is offered, for the list beside the page. No text is changed: what is
// left out is marked for this edition.
import { type Omission, type OmissionAnswer, omissionChanges } from '../../core/makeup/hand/omission';
import { nameOfArticle } from '../../core/model/article-name';
import type { BlockName, Layout } from '../../core/model/layout';
import type { Edition } from '../../core/model/package';
import type { TextCut } from '../../core/model/propose-cut';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { DeskProposals } from './desk-proposals';
import { omittedWords } from './mends';

/** Sentences that would mend a block by being left out. */
export interface ScoredCut extends TextCut {
  /** Points of the page then. */
  readonly score: number;
}

/** What 见报略 asks of the desk. */
export interface CutHost {
  readonly edition: Edition | null;
  readonly layout: Layout | null;
  /** The package's. */
  readonly version: number;
  readonly said: Observable<string>;
  readonly proposals: DeskProposals;
  readonly mayChange: () => boolean;
  readonly pageOf: (number: number) => string;
  readonly whenDone: () => Promise<void>;
}

export class DeskCuts {
  /** What was left out last, or is offered (`isOffered`), and the package's version after it: beside the block while nothing else is changed. */
  readonly omitted = new Observable<{ readonly omission: Omission; readonly version: number; readonly isOffered: boolean } | null>(null);
  readonly #host: CutHost;
  readonly #workspace: Workspace;
  /** What was found last, of the package as it was then: asked again it is not looked for again. */
  #found: { readonly article: string | null; readonly version: number; readonly answer: OmissionAnswer } | null = null;

  constructor(host: CutHost, workspace: Workspace) {
    this.#host = host;
    this.#workspace = workspace;
  }

  /** Sentences that an article may leave out to fit its block, and what its page is worth then; null where none are proposed. */
  async of({ article }: BlockName): Promise<ScoredCut | null> {
    await this.#host.whenDone();
    const { layout } = this.#host;
    const answer = layout === null ? null : await this.#find(layout, article);
    if (answer?.ok !== true || answer.omission.why !== 'over') return null;
    const { parts: [part], score } = answer.omission;
    return part === undefined || score === undefined ? null : { ...part.cut, score };
  }

  async #find(layout: Layout, article: string | null): Promise<OmissionAnswer | null> {
    const { version } = this.#host;
    const found = this.#found;
    if (found?.article === article && found.version === version) return found.answer;
    const answer = await this.#workspace.feed.cut(layout, article);
    if (answer !== null && this.#host.version === version) this.#found = { article, version, answer };
    return answer;
  }

  /**
   * 见报略: leaves out what is proposed for a block to fit, for its article not to jump, or (also with null) for the edition to
   * need a page less, made up anew then; one step of undo. Says why where nothing is. What brings a jump back is offered first,
   * word for word, for it may be much: asked again it is left out.
   */
  async omit(block: BlockName | null): Promise<void> {
    const host = this.#host;
    await host.whenDone();
    const before = host.layout;
    if (before === null || !host.mayChange()) return;
    const offered = this.omitted.get();
    const { version } = host;
    if (offered?.isOffered === true && offered.version === version && offered.omission.parts.every(({ article }) => article === block?.article)) {
      this.#leaveOut(offered.omission);
      return;
    }
    host.said.set('正在找可以略去的整句…');
    const answer = await this.#find(before, block?.article ?? null);
    if (host.edition === null || host.version !== version) return;
    if (answer === null || !answer.ok) {
      host.said.set(`${answer?.reason ?? '版面正在重排，稍候再按一次'}。`);
      return;
    }
    const { omission } = answer;
    if (omission.why === 'jump') {
      this.omitted.set({ omission, version, isOffered: true });
      host.said.set(`略去 ${omission.characters} 字，全文就能并回${host.pageOf(omission.page)}：略哪几句列在右边，再按 L 略去。`);
      return;
    }
    this.#leaveOut(omission);
    if (omission.why !== 'page') return;
    // Those that are shown need the page that is spared; made up when the page is there, they are of the text as it is now.
    await host.whenDone();
    await host.proposals.propose(false);
  }

  #leaveOut(omission: Omission): void {
    const { edition, said } = this.#host;
    const session = this.#workspace.session.get();
    if (edition === null || session === null) return;
    session.change(omissionChanges(edition, omission), `见报略 ${omission.characters} 字`);
    this.omitted.set({ omission, version: session.version, isOffered: false });
    said.set(omittedWords(omission, (id) => nameOfArticle(session.pkg, id), (number) => this.#host.pageOf(number)));
  }
}
