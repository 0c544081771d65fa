// A 待填 that waits for a figure and gets words: said once the caret has gone on, never while
// it is typed, and nothing is kept from being typed (W13, W20). What counts is what stands
// where the hole was when it is left: 约三百, 30余 and １２ are figures, 若干 is none.
import type { Node } from 'prosemirror-model';
import { NodeSelection, Plugin, PluginKey } from 'prosemirror-state';
import { schema, type PlaceholderAttrs } from '../../core/model/schema';

interface Hole {
  /** Tells one hole from the next. */
  readonly id: number;
  /** What stands in its place now. */
  readonly from: number;
  readonly to: number;
  readonly note: string | null;
}

/** Whether words hold a figure, in digits or in Han. */
export function holdsFigure(words: string): boolean {
  return /[0-9０-９〇零一二三四五六七八九十百千万亿两半]/.test(words);
}

/** What is said of words in the place of a figure; `note` as the hole had it. */
export function figureWords(words: string, note: string | null): string {
  const shown = words.length > 12 ? `${words.slice(0, 12)}…` : words;
  return `“${shown}”里没有数字：这里等着填数字${note === null ? '' : `（${note}）`}。要这样写就不用管，填错了按 Ctrl+Z 退回待填。`;
}

const key = new PluginKey<Hole | null>('figure-hole');

/** @param say told when a hole was left with words in it. */
export function figureHole(say: (message: string) => void): Plugin<Hole | null> {
  let next = 0;
  return new Plugin<Hole | null>({
    key,
    state: {
      init: () => null,
      apply(tr, hole, old) {
        if (!tr.docChanged) return hole;
        const { selection } = old;
        if (selection instanceof NodeSelection && isFigure(selection.node) && tr.mapping.mapResult(selection.from, 1).deletedAfter) {
          const { note } = selection.node.attrs as PlaceholderAttrs;
          return { id: next++, from: tr.mapping.map(selection.from, -1), to: tr.mapping.map(selection.to, 1), note };
        }
        return hole === null ? null : { ...hole, from: tr.mapping.map(hole.from, -1), to: tr.mapping.map(hole.to, 1) };
      },
    },
    view: () => {
      let judged = -1;
      return {
        update(view) {
          const hole = key.getState(view.state) ?? null;
          const { doc, selection } = view.state;
          if (hole === null || hole.id === judged || view.composing || (selection.head >= hole.from && selection.head <= hole.to)) return;
          judged = hole.id;
          // An undo has put the hole back.
          let isBack = false;
          doc.nodesBetween(hole.from, hole.to, (node) => {
            isBack ||= node.type === schema.nodes.placeholder;
          });
          const words = doc.textBetween(hole.from, hole.to).trim();
          if (!isBack && words !== '' && !holdsFigure(words)) say(figureWords(words, hole.note));
        },
      };
    },
  });
}

const isFigure = (node: Node): boolean => node.type === schema.nodes.placeholder && (node.attrs as PlaceholderAttrs).type === 'figure';
