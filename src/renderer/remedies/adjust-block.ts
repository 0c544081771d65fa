// The step that keeps what a hand asked of a block in one edition (`adjust`), and
// the list of all that was asked. Attributes only: no text changes.
import type { Node } from 'prosemirror-model';
import { AttrStep, type Step } from 'prosemirror-transform';
import type { Article } from '../../core/model/package';
import type { Adjust } from '../../core/model/schema';

export interface BlockWish {
  /** Lines more, or negative fewer, than the best setting has. */
  readonly lines: number;
  /** 另起一页 */
  readonly breakBefore: boolean;
}

/** What is asked of a block in an edition. */
export function wishOf(block: Node, edition: string): BlockWish {
  const wish = ((block.attrs as { readonly adjust?: Adjust | null }).adjust ?? {})[edition];
  return { lines: wish?.lines ?? 0, breakBefore: wish?.breakBefore ?? false };
}

/** The step that asks it of the top-level block of that index, other editions' wishes kept; null where there is no such block. */
export function adjustStep(doc: Node, index: number, edition: string, { lines, breakBefore }: BlockWish): Step | null {
  const block = doc.maybeChild(index);
  if (block === null) return null;
  let position = 0;
  for (let i = 0; i < index; i++) position += doc.child(i).nodeSize;
  const { [edition]: _old, ...others } = (block.attrs as { readonly adjust?: Adjust | null }).adjust ?? {};
  const isPlain = lines === 0 && !breakBefore;
  const own: Adjust = isPlain ? {} : { [edition]: { ...(lines === 0 ? {} : { lines }), ...(breakBefore ? { breakBefore } : {}) } };
  const adjust: Adjust = { ...others, ...own };
  return new AttrStep(position, 'adjust', Object.keys(adjust).length === 0 ? null : adjust);
}

export interface Adjusted extends BlockWish {
  readonly article: string;
  readonly block: number;
  /** The block's first characters. */
  readonly text: string;
}

/** Characters of a block that name it in a list. */
const QUOTED = 20;

/** Every block of which something is asked in an edition, in order. */
export function adjustedBlocks(articles: readonly Article[], edition: string): readonly Adjusted[] {
  const found: Adjusted[] = [];
  for (const { id, doc } of articles) {
    doc.forEach((block, _offset, index) => {
      const wish = wishOf(block, edition);
      if (wish.lines !== 0 || wish.breakBefore) found.push({ article: id, block: index, text: block.textContent.slice(0, QUOTED), ...wish });
    });
  }
  return found;
}
