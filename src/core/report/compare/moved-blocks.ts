// Of blocks that are gone and blocks that are new in a comparison those that are one, which
// was moved, as it was or edited. In: blocks that came or went whole. Out: pairs. A section
// that changed places is not a loss and a gain.
import { ReuseIndex } from './reuse';

/** A block that came or went as a whole. */
export interface WholeBlock {
  /** The caller's own. */
  readonly index: number;
  readonly status: 'new' | 'gone';
  readonly isHeading: boolean;
  readonly text: string;
}

/** A paragraph that stands elsewhere, about as long, with so much of its words was moved. */
const MOVED = 0.5;
const AS_LONG = 0.7;
/** A shorter one, a formula, may stand anywhere; a heading of a few characters is known where it is the same to the letter. */
const MOVED_FROM = 16;
const HEADING_FROM = 4;
/** Of so many that went and came each is held against each; of more only those of the same words are found. */
const MOST_MOVES = 80;

/** Which paragraph that is gone came again elsewhere; one that is gone has its number in its words. */
export function movedBlocks(whole: readonly WholeBlock[]): readonly { readonly gone: WholeBlock; readonly come: WholeBlock; readonly same: boolean }[] {
  const isLong = ({ text, isHeading }: WholeBlock): boolean => text.length >= (isHeading ? HEADING_FROM : MOVED_FROM);
  const came = new Set(whole.filter((one) => one.status === 'new' && isLong(one)));
  const went = whole.filter((one) => one.status === 'gone' && isLong(one));
  const isFew = came.size * went.length <= MOST_MOVES * MOST_MOVES;
  const byText = new Map([...came].map((come) => [bareText(come), come]));
  return went.flatMap((gone) => {
    const text = bareText(gone);
    let come = byText.get(text);
    if (come !== undefined && !came.has(come)) come = undefined;
    const same = come !== undefined;
    if (come === undefined && isFew && text.length >= MOVED_FROM) {
      const index = new ReuseIndex(text);
      come = [...came].find((one) => Math.min(one.text.length, text.length) >= Math.max(one.text.length, text.length) * AS_LONG && index.share(bareText(one)) >= MOVED);
    }
    if (come === undefined) return [];
    came.delete(come);
    return [{ gone, come, same }];
  });
}

/** Without the number that one that is gone has as words. */
export const bareText = ({ text, status }: Pick<WholeBlock, 'text' | 'status'>): string => (status === 'gone' ? text.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）)/, '') : text);
