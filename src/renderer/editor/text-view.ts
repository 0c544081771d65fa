// One editable text: an article's document or one of its deck and head fields. It
// owns a prosemirror-view, hands what is typed to the session as steps, and
// follows what others (undo, another pane) change in the same text.
//
// Input methods (W20): the steps of a composition are held back and handed over as
// one piece when it has ended and a frame has passed; until then nothing of ours
// touches the view. A composition that was aborted, so that the text is as it was
// before, leaves no trace in the log (RUNTIME, fault d). Two compositions within
// ProseMirror's own grouping time stay two pieces, because we group, not it.
import type { Node } from 'prosemirror-model';
import { EditorState, NodeSelection, Selection, TextSelection, type Plugin, type Transaction } from 'prosemirror-state';
import { Step, type Mapping } from 'prosemirror-transform';
import { EditorView, type EditorProps } from 'prosemirror-view';
import { schema } from '../../core/model/schema';
import { compositionPlugin } from './composition-plugin';
import { mendCaret } from './mend-caret';
import { refreshNumbers } from './number-plugin';

/** What is typed goes here; the window's session implements it. */
export interface TextSink {
  /** Steps that led from `before` to `after`. `kind`: how they group into steps of undo. */
  typed(text: TextView, edit: TextEdit): void;
  /** The caret or the text changed, outside a composition. */
  moved(text: TextView): void;
  composing(text: TextView, on: boolean): void;
  undo(): void;
  redo(): void;
}

export interface TextEdit {
  readonly steps: readonly Step[];
  readonly before: Node;
  readonly after: Node;
  readonly kind: 'typing' | 'composition' | 'command';
  /** What 撤销历史 shows. */
  readonly label: string;
}

const FOLLOW = 'banxin-follow';
/** Meta of the transaction that tells plugins that a composition's text has been handed over. */
export const SETTLED = 'banxin-settled';

/** A plugin's part that hears of text that an input method put in; `before` is the text without it. */
export interface SettledSpec {
  committed(view: EditorView, before: Node): void;
}

/** Meta that names a command for 撤销历史. */
export const LABEL = 'banxin-label';
export const TYPED = '输入';
const UI_LABELS: Readonly<Record<string, string>> = { paste: '粘贴', cut: '剪切', drop: '拖动' };

/** ProseMirror reads the last changes of a composition up to 20 ms after its end; a frame more, and it is in. */
const SETTLE_MS = 40;

/** A place nearer to the edge of the view than this is not in view, CSS px. */
const SCROLL_MARGIN = 8;

export class TextView {
  readonly view: EditorView;
  readonly #sink: TextSink;
  #held: { readonly before: Node; readonly id: unknown; readonly steps: Step[] } | null = null;
  #settling: ReturnType<typeof setTimeout> | null = null;
  #busy = false;

  constructor(mount: HTMLElement, doc: Node, plugins: readonly Plugin[], props: EditorProps, sink: TextSink) {
    this.#sink = sink;
    const safety = compositionPlugin({
      begin: () => this.#begin(),
      end: () => this.#end(),
      undo: () => sink.undo(),
      redo: () => sink.redo(),
    });
    this.view = new EditorView({ mount }, {
      ...props,
      state: EditorState.create({ doc, plugins: [safety, ...plugins] }),
      dispatchTransaction: (tr) => this.#dispatch(this.#busy ? tr : mendCaret(tr)),
      handleDOMEvents: {
        focus: () => {
          if (!this.#busy) sink.moved(this);
          return false;
        },
      },
    });
  }

  /** True from the first letter of a composition until its last change has been handed over. */
  get busy(): boolean {
    return this.#busy;
  }

  destroy(): void {
    this.#handOver();
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.view.destroy();
  }

  /**
   * Takes over what others changed in this text. Never called while composing: undo is swallowed then, and
   * nothing else changes a text that has the focus. `reveal`: the caret goes to the change, as undo wants.
   */
  follow(steps: readonly unknown[], reveal: boolean): void {
    const tr = this.view.state.tr;
    for (const json of steps) tr.step(Step.fromJSON(schema, json));
    tr.setMeta(FOLLOW, true);
    if (reveal) {
      const end = changedEnd(tr.mapping);
      if (end !== null) tr.setSelection(Selection.near(tr.doc.resolve(Math.min(end, tr.doc.content.size)), -1)).scrollIntoView();
    }
    this.view.dispatch(tr);
  }

  /** Puts another text in its place (a field that appeared or vanished, null): no steps lead there. */
  replace(text: Node | null): void {
    const doc = text ?? emptyField();
    this.view.updateState(EditorState.create({ doc, plugins: this.view.state.plugins }));
  }

  /**
   * Places the caret, or selects up to `end`, and brings it into view. Document positions, moved to the nearest
   * text. `focus` false: the focus stays where it is, and what is selected is selected once it comes here.
   */
  caretTo(position: number, end: number | null = null, focus = true): void {
    const { doc } = this.view.state;
    const at = doc.resolve(Math.max(0, Math.min(position, doc.content.size)));
    const atom = at.nodeAfter;
    const selection = !at.parent.inlineContent
      ? Selection.near(at)
      // A 待填 that is gone to is selected as by a click: Enter opens its box.
      : end === at.pos + 1 && atom?.type === schema.nodes.placeholder
        ? NodeSelection.create(doc, at.pos)
        : TextSelection.create(doc, at.pos, Math.min(end ?? at.pos, doc.content.size));
    if (focus) this.view.focus();
    this.view.dispatch(this.view.state.tr.setSelection(selection).scrollIntoView());
    // ProseMirror scrolls to the browser's selection, which is not here without the focus. And a text that has just
    // come on screen knows its blocks' heights a frame later (content-visibility): then the place is looked for again.
    if (!focus) this.#scrollTo(selection.from);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (!this.view.isDestroyed && this.view.state.selection.eq(selection)) this.#scrollTo(selection.from);
    }));
  }

  /** Brings the caret into view, once what changed around the text has been drawn. */
  showCaret(): void {
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (!this.view.isDestroyed && !this.#busy) this.#scrollTo(this.view.state.selection.head);
    }));
  }

  /** Brings a place into view that is not: a third from the top of the writing area. */
  #scrollTo(position: number): void {
    const desk = this.view.dom.closest('.desk');
    const isInView = (): boolean => {
      const view = desk?.getBoundingClientRect();
      const line = this.view.coordsAtPos(position);
      return view === undefined || (line.top >= view.top + SCROLL_MARGIN && line.bottom <= view.bottom - SCROLL_MARGIN);
    };
    if (desk === null || isInView()) return;
    const { node } = this.view.domAtPos(position);
    // A block out of view has no lines yet (content-visibility): it comes into view first, then its line.
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'nearest' });
    if (isInView()) return;
    const view = desk.getBoundingClientRect();
    desk.scrollBy(0, this.view.coordsAtPos(position).top - view.top - view.height / 3);
  }

  #dispatch(tr: Transaction): void {
    const { doc: before } = this.view.state;
    this.view.updateState(this.view.state.apply(tr));
    if (tr.docChanged && tr.getMeta(FOLLOW) === undefined) this.#take(tr, before);
    // A click elsewhere ends the composition in ProseMirror, whether the browser says so or not.
    if (this.#busy && !this.view.composing) this.#end();
    if (!this.#busy) this.#sink.moved(this);
  }

  #take(tr: Transaction, before: Node): void {
    const id: unknown = tr.getMeta('composition');
    if (id === undefined && !this.#busy) {
      const kind = isTyping(tr) ? 'typing' : 'command';
      this.#sink.typed(this, { steps: tr.steps, before, after: this.view.state.doc, kind, label: labelOf(tr) });
      return;
    }
    // Another composition has begun before the last was handed over: they are two pieces.
    if (this.#held !== null && id !== undefined && this.#held.id !== undefined && this.#held.id !== id) this.#handOver();
    this.#held ??= { before, id, steps: [] };
    this.#held.steps.push(...tr.steps);
    // A change of a composition without its events (an input method that inserts at once).
    if (!this.view.composing) this.#end();
  }

  #begin(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#settling = null;
    this.#handOver();
    this.#setBusy(true);
  }

  #end(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#settling = null;
      requestAnimationFrame(() => {
        // A new composition, or another end, has its own settling.
        if (this.#settling !== null || this.view.isDestroyed || this.view.composing) return;
        const before = this.#handOver();
        this.#setBusy(false);
        this.view.dispatch(refreshNumbers(this.view.state.tr).setMeta(SETTLED, true));
        if (before === null) return;
        for (const { spec } of this.view.state.plugins) (spec as Partial<SettledSpec>).committed?.(this.view, before);
      });
    }, SETTLE_MS);
  }

  /** @returns the text as it was before what is handed over; null where there was nothing. */
  #handOver(): Node | null {
    const held = this.#held;
    this.#held = null;
    if (held === null) return null;
    const after = this.view.state.doc;
    if (after.eq(held.before)) return null;
    this.#sink.typed(this, { steps: held.steps, before: held.before, after, kind: 'composition', label: TYPED });
    return held.before;
  }

  #setBusy(on: boolean): void {
    if (this.#busy === on) return;
    this.#busy = on;
    this.#sink.composing(this, on);
  }
}

/** What the view of a field without a text shows: one empty paragraph. */
export function emptyField(): Node {
  return schema.node('doc', null, [schema.node('paragraph')]);
}

/** A character or a deletion at the caret; commands, pastes and drops mark their transactions or move more. */
function isTyping(tr: Transaction): boolean {
  if (tr.getMeta('paste') === true || tr.getMeta('uiEvent') !== undefined || tr.steps.length !== 1) return false;
  const changed = tr.mapping.maps[0];
  let size = 0;
  changed?.forEach((from, to, newFrom, newTo) => (size += to - from + newTo - newFrom));
  return size === 1;
}

function labelOf(tr: Transaction): string {
  const label: unknown = tr.getMeta(LABEL);
  if (typeof label === 'string') return label;
  const event: unknown = tr.getMeta('uiEvent');
  return (typeof event === 'string' ? UI_LABELS[event] : undefined) ?? TYPED;
}

/** End of what a change changed, in the new document; null where no map says (attributes, marks). */
export function changedEnd(mapping: Mapping): number | null {
  let end: number | null = null;
  mapping.maps.forEach((map, index) => {
    map.forEach((_from, _to, _newFrom, newTo) => {
      end = mapping.slice(index + 1).map(newTo);
    });
  });
  return end;
}
