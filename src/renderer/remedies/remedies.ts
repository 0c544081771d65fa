// Remedies by hand on a paragraph of the edition shown: a line fewer, a line more,
// a new page before it. The worker tries it first: what the paragraph's own slack
// does not give is refused with the reason, and the document stays as it was.
import type { PackageChange } from '../../core/model/change';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { adjustStep, wishOf, type BlockWish } from './adjust-block';

export interface BlockTarget {
  readonly article: string;
  readonly block: number;
}

/** Word of a remedy, in the menu and in 撤销历史. */
export const REMEDY_NAMES = { tighten: '收紧一行', loosen: '放松一行', break: '另起一页' } as const;
export type Remedy = keyof typeof REMEDY_NAMES;

/** Lines beside the best that a hand may ask for; the paragraph's slack ends long before. */
const MOST_LINES = 9;

export class Remedies {
  /** True while a remedy is tried: a second one waits for its answer. */
  readonly isTrying = new Observable(false);
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The paragraph that has the caret; null in a field, or where there is none. */
  get target(): BlockTarget | null {
    const caret = this.#workspace.places.caret.get();
    return caret === null || caret.field !== null ? null : { article: caret.article, block: caret.block };
  }

  /** What is asked of a paragraph now; null where it is not there. */
  wish({ article, block }: BlockTarget): BlockWish | null {
    const edition = this.#workspace.edition.get();
    const node = this.#workspace.session.get()?.pkg.articles.find(({ id }) => id === article)?.doc.maybeChild(block) ?? null;
    return edition === null || node === null ? null : wishOf(node, edition);
  }

  async apply(target: BlockTarget, remedy: Remedy): Promise<void> {
    const wish = this.wish(target);
    if (wish === null) return;
    const lines = wish.lines + (remedy === 'loosen' ? 1 : remedy === 'tighten' ? -1 : 0);
    if (Math.abs(lines) > MOST_LINES) return;
    await this.ask(target, { lines, breakBefore: remedy === 'break' ? !wish.breakBefore : wish.breakBefore }, REMEDY_NAMES[remedy]);
  }

  /** Asks it of a paragraph, or says why it cannot be had. */
  async ask(target: BlockTarget, wish: BlockWish, label: string): Promise<void> {
    const { edition: shown, feed, notices } = this.#workspace;
    const session = this.#workspace.session.get();
    const edition = session?.pkg.editions.find(({ id }) => id === shown.get());
    const doc = session?.pkg.articles.find(({ id }) => id === target.article)?.doc;
    if (session === null || edition === undefined || doc === undefined || this.isTrying.get()) return;
    const step = adjustStep(doc, target.block, edition.id, wish);
    if (step === null) return;
    const change: PackageChange = { kind: 'steps', article: target.article, field: null, steps: [step.toJSON()] };
    this.isTrying.set(true);
    const trial = await feed.try([change]);
    this.isTrying.set(false);
    // Typed on in the meantime: the place may have moved, and nobody waits for it any more.
    if (this.#workspace.session.get() !== session || session.pkg.articles.find(({ id }) => id === target.article)?.doc !== doc || trial === null) return;
    const refusal = wish.lines === 0 ? undefined : trial.diagnostics.find(({ code, at }) => code === 'looseness-refused' && at !== null && !('page' in at) && at.article === target.article && at.block === target.block);
    if (refusal !== undefined) {
      const asked = wish.lines < 0 ? `收紧 ${-wish.lines} 行` : `放松 ${wish.lines} 行`;
      notices.tell('said', `这一段在“${edition.name}”里不能${asked}：${refusal.message.includes('拆开人名') ? '名单里的人名会被拆开' : '字距会超出允许的范围'}。没有改动；可以换一段，或者增减几个字。`);
      return;
    }
    session.change([change], label);
  }
}
