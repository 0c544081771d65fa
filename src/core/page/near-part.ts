// The part of a text that a page can at all hold, where it is far longer: a paragraph of
// many pages is broken into lines as a whole, and doing that at each of its pages anew
// costs its length squared (200,000 characters on a tabloid took ten seconds and more); so
// do 50,000 paragraphs of one character. In: a thread and the columns. Out: its beginning, and what joins the rest of that to
// what was left out: the same paragraph as if nothing had been parted.
import type { Block, Paragraph } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import type { ColumnGroup } from './column-group';
import { wrap } from './cut-thread';

/** Characters looked at for each full width that the columns hold: digits, i and l take a quarter of one at the least. */
const NARROWEST = 5;
/** A text that is not longer than this many such parts is taken whole. */
const FAR = 2;

export interface NearPart {
  readonly head: readonly Block[];
  /** What follows a rest of `head`: that rest and what was left out, one text again. */
  rejoin(rest: readonly Block[]): readonly Block[];
}

/** The beginning of a thread that goes on far beyond the columns, by its paragraphs' number or in one of them; null where it is to be taken whole. */
export function nearPart(thread: readonly Block[], groups: readonly ColumnGroup[]): NearPart | null {
  // Each takes a row at the least.
  const most = FAR * groups.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  if (thread.length > FAR * most) {
    const [head, far] = [thread.slice(0, most), thread.slice(most)];
    const near = nearPart(head, groups);
    return { head: near?.head ?? head, rejoin: (rest) => [...(near?.rejoin(rest) ?? rest), ...far] };
  }
  let before = 0;
  for (let index = 0; index < thread.length; index++) {
    const { content, ref } = thread[index]!;
    if (content.kind !== 'paragraph') continue;
    const room = Math.ceil(NARROWEST * charactersIn(groups, content.style.text.size)) - before;
    if (room <= 0) return null;
    before += content.text.length;
    // A wish for lines more or less is the whole paragraph's.
    if (content.looseness !== 0 || content.text.length <= FAR * room) continue;
    const [near] = splitParagraph(content, room);
    return { head: [...thread.slice(0, index), wrap(near, ref)], rejoin: (rest) => [...rest.slice(0, -1), wrap(tailOf(content, near, rest), ref), ...thread.slice(index + 1)] };
  }
  return null;
}

function charactersIn(groups: readonly ColumnGroup[], size: number): number {
  return groups.reduce((sum, { columns, width, rows }) => sum + columns * rows * (width / size), 0);
}

/** The whole paragraph from where the last block of a rest, a part of its beginning, begins. */
function tailOf(whole: Paragraph, near: Paragraph, rest: readonly Block[]): Paragraph {
  const last = rest.at(-1)?.content;
  if (last?.kind !== 'paragraph') throw new RangeError('the rest does not end in the paragraph that was parted');
  const from = near.text.length - last.text.length;
  return from === 0 ? whole : splitParagraph(whole, from)[1];
}
