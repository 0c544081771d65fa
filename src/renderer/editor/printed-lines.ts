// A title's lines as the page has them, drawn in its editor: a line that the page begins begins
// here too. Only drawn (a pseudo-element before its first character): the text is the same, and
// keys find no line end to take away. What is typed stands in its line until the page is set
// anew; while composing what is drawn is mapped and nothing else (W20, drawn-blocks.ts).
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { schema } from '../../core/model/schema';

/** Where a line begins: a place, and in the text of the value of the record that stands there (0: before it). */
export interface LineStart {
  readonly at: number;
  readonly inside: number;
}

interface Printed {
  /** Places in the document where a line begins. */
  readonly starts: readonly LineStart[];
  readonly set: DecorationSet;
  /** Changed in a composition, and not yet drawn anew. */
  readonly isStale: boolean;
}

const key = new PluginKey<Printed>('printed-lines');

/** In the spec of a value's decoration: where its text is parted, as numbers with commas. */
export const PARTED = 'parted';

const NONE: Printed = { starts: [], set: DecorationSet.empty, isStale: false };

/** Blanks at a line's end, which the page leaves out. */
const BLANK = /[\s\u3000]/u;

function draw(doc: Node, starts: readonly LineStart[]): DecorationSet {
  const decorations = starts.flatMap((start) => {
    const at = doc.resolve(start.at);
    if (start.inside > 0) {
      // One value may be parted more than once.
      const parted = starts.filter((one) => one.at === start.at && one.inside > 0);
      return at.nodeAfter?.type !== schema.nodes.field || parted[0] !== start ? [] : [Decoration.node(start.at, start.at + 1, {}, { [PARTED]: parted.map(({ inside }) => inside).join() })];
    }
    // Where the text is none any more, at its ends, and behind the writer's own line end, is nothing to draw.
    if (!at.parent.isTextblock || at.parentOffset === 0 || at.parentOffset === at.parent.content.size || at.nodeBefore?.type === schema.nodes.hard_break) return [];
    const text = at.parent.textBetween(0, at.parent.content.size, null, '\ufffc');
    let [from, to] = [at.parentOffset, at.parentOffset];
    while (from > 0 && BLANK.test(text[from - 1]!)) from--;
    while (to < text.length && BLANK.test(text[to]!)) to++;
    if (to === text.length) return [];
    const first = at.start();
    return [
      // The browser keeps a wide blank in the line, off whose middle it would push the words.
      ...Array.from({ length: to - from }, (_, k) => from + k).filter((i) => text[i] === '\u3000').map((i) => Decoration.inline(first + i, first + i + 1, { class: 'line-blank' })),
      Decoration.inline(first + to, first + to + 1, { class: 'line-start' }),
    ];
  });
  return decorations.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, decorations);
}

export const printedLinesPlugin = new Plugin<Printed>({
  key,
  state: {
    init: () => NONE,
    apply(tr, old) {
      const told = tr.getMeta(key) as readonly LineStart[] | undefined;
      if (told !== undefined) return { starts: told, set: draw(tr.doc, told), isStale: false };
      if (old.starts.length === 0 || (!tr.docChanged && !old.isStale)) return old;
      // What is typed where a line begins stands at the end of the line before it.
      const starts = old.starts.map(({ at, inside }) => ({ at: tr.mapping.map(at, 1), inside }));
      if (tr.getMeta('composition') !== undefined) return { starts, set: old.set.map(tr.mapping, tr.doc), isStale: true };
      return { starts, set: draw(tr.doc, starts), isStale: false };
    },
  },
  props: {
    decorations(state) {
      return key.getState(state)?.set ?? null;
    },
  },
});

/** A transaction that draws these lines, `starts` being positions in the text's one paragraph; null where they are drawn already. Not while composing. */
export function printedLines(state: EditorState, starts: readonly LineStart[]): Transaction | null {
  const most = state.doc.firstChild?.content.size ?? 0;
  const places = starts.filter(({ at, inside }) => (at > 0 || inside > 0) && at < most).map(({ at, inside }) => ({ at: at + 1, inside }));
  const old = key.getState(state)?.starts ?? [];
  if (old.length === places.length && old.every(({ at, inside }, i) => at === places[i]!.at && inside === places[i]!.inside)) return null;
  return state.tr.setMeta(key, places);
}
