// Marks as a paper in 开明式 has them (T-10): half a character wide within the line, so that
// text written in place has as many characters a line as the page; 。！？ keep their whole one. The
// face's own blank half is drawn away by the style sheet, which asks no feature of it. Only drawn:
// the text is the same. While composing what is drawn is mapped and nothing else (W20).
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Marks with their blank behind them, and before them. */
const MARKS = /([，、；：”’）》〉」』】〕]+)|([“‘（《〈「『【〔]+)/gu;

interface Closed {
  readonly set: DecorationSet;
  /** Blocks that were changed in a composition, not yet drawn anew. */
  readonly isStale: boolean;
}

const key = new PluginKey<Closed>('closed-marks');

/** Where marks stand in a text, each run of one kind together. */
export function closedMarks(text: string): { readonly from: number; readonly to: number; readonly side: 'before' | 'behind' }[] {
  return [...text.matchAll(MARKS)].map(({ index, 0: run, 1: closers }) => ({ from: index, to: index + run.length, side: closers === undefined ? 'before' : 'behind' }));
}

/** Each mark by itself: the blank of each is its own. */
function drawn(block: Node, offset: number): Decoration[] {
  const out: Decoration[] = [];
  block.descendants((node, at) => {
    if (!node.isText) return;
    for (const { from, to, side } of closedMarks(node.text!)) {
      for (let k = from; k < to; k++) out.push(Decoration.inline(offset + 1 + at + k, offset + 2 + at + k, { class: `mark-${side}` }));
    }
  });
  return out;
}

/** All but the blocks that are as they were. */
function redraw(set: DecorationSet, doc: Node, before: Node | null): DecorationSet {
  const kept = new Set<Node>();
  before?.forEach((block) => void kept.add(block));
  let next = set;
  doc.forEach((block, offset) => {
    if (kept.has(block)) return;
    next = next.remove(next.find(offset, offset + block.nodeSize)).add(doc, drawn(block, offset));
  });
  return next;
}

export const closedMarksPlugin = new Plugin<Closed>({
  key,
  state: {
    init: (_, { doc }) => ({ set: redraw(DecorationSet.empty, doc, null), isStale: false }),
    apply(tr, old) {
      const set = tr.docChanged ? old.set.map(tr.mapping, tr.doc) : old.set;
      if (tr.getMeta('composition') !== undefined) return { set, isStale: old.isStale || tr.docChanged };
      if (old.isStale) return { set: redraw(DecorationSet.empty, tr.doc, null), isStale: false };
      return tr.docChanged ? { set: redraw(set, tr.doc, tr.before), isStale: false } : old;
    },
  },
  props: {
    decorations(state) {
      return key.getState(state)?.set ?? null;
    },
  },
});
