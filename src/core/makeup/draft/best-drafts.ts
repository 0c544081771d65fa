// Drafts of a page, as a search finds them: the best few by cost, each page once.
import type { Area, Broken } from '../../model/layout';
import type { Found } from './search-memory';

/** A page as a search found it, and what it costs. */
export interface Draft extends Found {
  readonly cost: number;
  readonly faults: number;
  readonly led: boolean;
  /** Nothing waits for another page. */
  readonly last: boolean;
}

/** The first few drafts by cost, each page once: the same page comes of its pieces in any order. */
export class BestDrafts {
  readonly drafts: { readonly draft: Draft; readonly key: string }[] = [];

  constructor(private readonly count: number) {}

  /** The cost of the first. */
  get least(): number {
    return this.drafts[0]?.draft.cost ?? Infinity;
  }

  /** What is as dear as this comes too late. */
  get most(): number {
    return this.drafts.length < this.count ? Infinity : this.drafts.at(-1)!.draft.cost;
  }

  take(draft: Draft): void {
    const { drafts, count } = this;
    if (draft.cost >= this.most) return;
    const key = keyOf(draft);
    const same = drafts.findIndex((other) => other.key === key);
    if (same >= 0) {
      if (drafts[same]!.draft.cost <= draft.cost) return;
      drafts.splice(same, 1);
    }
    let at = drafts.length;
    while (at > 0 && drafts[at - 1]!.draft.cost > draft.cost) at--;
    drafts.splice(at, 0, { draft, key });
    if (drafts.length > count) drafts.pop();
  }
}

function keyOf({ pieces, rest }: Found): string {
  const last = rest === null ? '' : `${rest.one.rank} ${areasKey(rest.deck, rest.body)}`;
  return [...pieces.map(({ article, deck, body, box }) => `${article} ${areasKey(deck ?? box?.area ?? null, body)}`).sort(), last].join('\n');
}

function areasKey(deck: Area | null, body: readonly Broken[]): string {
  return [...(deck === null ? [] : [deck]), ...body.map(({ area }) => area)].map(({ column, columns, row, rows }) => `${column},${columns},${row},${rows}`).join(' ');
}
