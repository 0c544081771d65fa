// Marks as a paper in 开明式 has them (T-10): half a character wide within the line, so that
// text written in place has as many characters a line as the page; 。！？ keep their whole one but
// right before another closing mark (T-11). The face's own blank half is drawn away by the style
// sheet, which asks no feature of it, and keeps the browser from trimming such a mark once more.
import type { Node } from 'prosemirror-model';
import { Decoration } from 'prosemirror-view';
import { drawnBlocks } from './drawn-blocks';

const [CLOSERS, OPENERS, STOPS] = ['，、；：”’）》〉」』】〕', '“‘（《〈「『【〔', '。！？'];
/** Marks with their blank behind them, and before them. The second of two ？！ loses its blank too: they take one em together (T-04). */
const MARKS = new RegExp(`((?:[${CLOSERS}]|[${STOPS}](?=[${CLOSERS}${STOPS}])|(?<=(?<![！？])[！？])[！？](?![！？]))+)|([${OPENERS}]+)`, 'gu');

/** Where marks stand in a text, each run of one kind together. */
export function closedMarks(text: string): { readonly from: number; readonly to: number; readonly side: 'before' | 'behind' }[] {
  return [...text.matchAll(MARKS)].map(({ index, 0: run, 1: closers }) => ({ from: index, to: index + run.length, side: closers === undefined ? 'before' : 'behind' }));
}

/** Each mark by itself: the blank of each is its own. `start` is the place of the text's first character. */
function drawnIn(textblock: Node, start: number): Decoration[] {
  // What is no text is one place long and parts the marks beside it.
  return closedMarks(textblock.textBetween(0, textblock.content.size, null, '\ufffc')).flatMap(({ from, to, side }) =>
    Array.from({ length: to - from }, (_, k) => Decoration.inline(start + from + k, start + from + k + 1, { class: `mark-${side}` })));
}

export const closedMarksPlugin = drawnBlocks('closed-marks', (block, offset) => {
  if (block.isTextblock) return drawnIn(block, offset + 1);
  const out: Decoration[] = [];
  block.descendants((node, at) => void (node.isTextblock && out.push(...drawnIn(node, offset + at + 2))));
  return out;
});
