// Heading numbers are drawn, not typed (W11): a node decoration gives each
// numbered block its label, and the style sheet shows it before the text, so that
// it is in no selection and in no copied text. Labels are made anew only when the
// blocks' heads changed; while composing the decorations are mapped and nothing
// else, because a redrawn block loses the input method's text (W20).
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Node } from 'prosemirror-model';
import { numberHeadings } from '../../core/model/numbering';

interface Numbers {
  readonly labels: readonly (string | null)[];
  readonly set: DecorationSet;
}

const key = new PluginKey<Numbers>('numbers');

/** Meta that asks for fresh labels once a composition has ended. */
const REFRESH = 'refresh';

function draw(doc: Node, labels: readonly (string | null)[]): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((block, offset, index) => {
    const label = labels[index];
    if (label !== null && label !== undefined) {
      decorations.push(Decoration.node(offset, offset + block.nodeSize, { 'data-number': label }));
    }
  });
  return DecorationSet.create(doc, decorations);
}

function same(a: readonly (string | null)[], b: readonly (string | null)[]): boolean {
  return a.length === b.length && a.every((label, index) => label === b[index]);
}

export const numberPlugin = new Plugin<Numbers>({
  key,
  state: {
    init(_, { doc }) {
      const labels = numberHeadings(doc);
      return { labels, set: draw(doc, labels) };
    },
    apply(tr, old) {
      const asked = tr.getMeta(key) === REFRESH;
      if (!tr.docChanged && !asked) return old;
      const set = old.set.map(tr.mapping, tr.doc);
      if (tr.getMeta('composition') !== undefined && !asked) return { labels: old.labels, set };
      const labels = numberHeadings(tr.doc);
      // A mapped set may have lost a decoration whose node was replaced (its kind changed): then it is drawn anew.
      const drawn = set.find().length === labels.filter((label) => label !== null).length;
      return same(labels, old.labels) && drawn ? { labels, set } : { labels, set: draw(tr.doc, labels) };
    },
  },
  props: {
    decorations(state) {
      return key.getState(state)?.set ?? null;
    },
  },
});

/** Marks a transaction as one that draws the numbers anew. */
export function refreshNumbers(tr: Transaction): Transaction {
  return tr.setMeta(key, REFRESH);
}
