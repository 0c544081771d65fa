// What is drawn over the text of each block by itself, as a plug-in of the editor: only the
// blocks that were changed are looked at anew. Only drawn: the text is the same. While composing
// what is drawn is mapped and nothing else, because a redrawn block loses the input method's text
// (W20); it is drawn anew with the first change or none behind that.
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { type Decoration, DecorationSet } from 'prosemirror-view';

interface Drawn {
  readonly set: DecorationSet;
  /** Blocks were changed in a composition, and are not yet drawn anew. */
  readonly isStale: boolean;
}

/** Draws `drawn(block, offset)` over each block of the text, `offset` being the place right before the block. */
export function drawnBlocks(name: string, drawn: (block: Node, offset: number) => Decoration[]): Plugin {
  const key = new PluginKey<Drawn>(name);
  /** All but the blocks that are as they were. */
  const redraw = (set: DecorationSet, doc: Node, before: Node | null): DecorationSet => {
    const kept = new Set<Node>();
    before?.forEach((block) => void kept.add(block));
    let next = set;
    doc.forEach((block, offset) => {
      if (kept.has(block)) return;
      next = next.remove(next.find(offset, offset + block.nodeSize)).add(doc, drawn(block, offset));
    });
    return next;
  };
  return new Plugin<Drawn>({
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
}
