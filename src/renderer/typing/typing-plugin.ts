// Help while typing in a text (help-rules.ts): as a change of its own right after
// what was typed, so that undo, or one Backspace right after, gives the typed
// characters back. Nothing happens while an input method composes (W20): what it
// puts in is helped once it has been handed over (`committed`, called by TextView).
// An open figure (×× before a measure word) is only offered: a line under the
// caret says that Tab makes a 待填 of it.
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { schema } from '../../core/model/schema';
import { LABEL, SETTLED, type SettledSpec } from '../editor/text-view';
import type { WritingSettings } from '../session/writing-settings';
import { helpFor, openFigure } from './help-rules';

interface Typing {
  /** Takes the last help back, as long as nothing else was done. */
  readonly back: { readonly steps: readonly Step[]; readonly caret: number } | null;
  /** The open figure that a 待填 is offered for. */
  readonly offer: { readonly from: number; readonly to: number } | null;
}

interface Options {
  readonly settings: () => WritingSettings;
  /** Whether an input method is at work, or its text not yet handed over. */
  readonly composing: () => boolean;
  /** The text of an article: headings are made. */
  readonly headings: boolean;
}

const key = new PluginKey<Typing>('typing');

/** The same object at every key that asks for nothing, so that nothing is looked at again. */
const NOTHING: Typing = { back: null, offer: null };

/** Meta: the help that the transaction is; `null` takes an offer away. */
type Meta = Typing['back'];

/** What typed characters may end in that asks for help; any other key costs nothing. */
const ENDS = /["'.\-、）)，]$/;

function dispatchHelp(view: EditorView, from: number, { settings, headings }: Options): void {
  const help = helpFor(view.state, from, settings(), headings);
  if (help === null) return;
  const { tr, label } = help;
  const steps = tr.steps.map((step, index) => step.invert(tr.docs[index] ?? tr.doc)).reverse();
  const back: Meta = { steps, caret: view.state.selection.head };
  view.dispatch(tr.setMeta(key, back).setMeta(LABEL, label).scrollIntoView());
}

/** Gives the typed characters back. */
function takeBack(view: EditorView): boolean {
  const back = key.getState(view.state)?.back ?? null;
  if (back === null) return false;
  const tr = view.state.tr;
  for (const step of back.steps) tr.step(step);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, back.caret)).setMeta(LABEL, '退回键入的字').scrollIntoView());
  return true;
}

function acceptOffer(view: EditorView): boolean {
  const offer = key.getState(view.state)?.offer ?? null;
  if (offer === null) return false;
  const marks = view.state.doc.nodeAt(offer.from)?.marks ?? [];
  const chip = schema.nodes.placeholder.create({ type: 'figure', was: null, note: null }, null, marks);
  view.dispatch(view.state.tr.replaceWith(offer.from, offer.to, chip).setMeta(LABEL, '插入待填').scrollIntoView());
  return true;
}

export function typingPlugin(options: Options): Plugin<Typing> {
  const offerIn = (tr: Transaction, state: EditorState): Typing['offer'] => (options.settings().offers && tr.getMeta('paste') === undefined ? openFigure(state) : null);
  const settled: SettledSpec = {
    committed(view: EditorView, before: Node) {
      const { doc, selection } = view.state;
      const from = doc.content.findDiffStart(before.content);
      if (from === null || from > selection.from) return;
      const start = selection.$from.start();
      // A quick hand has gone on in a new paragraph by then: where the caret is within what came in, all before it there is new.
      const isNew = selection.from <= from + doc.content.size - before.content.size;
      dispatchHelp(view, from < start && isNew ? start : from, options);
    },
  };
  return new Plugin<Typing>({
    key,
    ...settled,
    state: {
      init: () => NOTHING,
      apply(tr, old, _before, state) {
        const back = tr.getMeta(key) as Meta | undefined;
        if (back !== undefined) return { back, offer: null };
        // The end of a composition changes nothing itself: what was composed is looked at now.
        if (tr.getMeta(SETTLED) === true) return { back: old.back, offer: offerIn(tr, state) };
        if (tr.docChanged) {
          const isOwn = tr.getMeta('composition') === undefined && !options.composing() && tr.selection.empty;
          const offer = isOwn ? offerIn(tr, state) : null;
          return offer === null ? NOTHING : { back: null, offer };
        }
        return tr.selectionSet ? NOTHING : old;
      },
    },
    props: {
      handleTextInput(view, _from, _to, text, typed) {
        if (view.composing || options.composing() || !ENDS.test(text)) return false;
        view.dispatch(typed());
        dispatchHelp(view, view.state.selection.from - text.length, options);
        return true;
      },
      handleKeyDown(view, event) {
        if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
        if (event.key === 'Backspace') return takeBack(view);
        if (event.key === 'Tab') return acceptOffer(view);
        if (event.key !== 'Escape' || (key.getState(view.state)?.offer ?? null) === null) return false;
        view.dispatch(view.state.tr.setMeta(key, null));
        return true;
      },
    },
    view: (view) => new OfferLine(view),
  });
}

/** The line under the caret. It stands beside the text, not in it. */
class OfferLine {
  readonly #line = document.createElement('div');
  readonly #view: EditorView;

  constructor(view: EditorView) {
    this.#view = view;
    this.#line.className = 'offer';
    this.#line.setAttribute('role', 'status');
    this.#line.textContent = 'Tab 换成待填';
    view.dom.ownerDocument.addEventListener('scroll', this.#place, { capture: true, passive: true });
    view.dom.addEventListener('blur', this.#place);
  }

  update(view: EditorView, before: EditorState): void {
    if (key.getState(view.state) !== key.getState(before)) this.#place();
  }

  destroy(): void {
    this.#line.remove();
    this.#view.dom.ownerDocument.removeEventListener('scroll', this.#place, { capture: true });
    this.#view.dom.removeEventListener('blur', this.#place);
  }

  readonly #place = (): void => {
    const isOffered = (key.getState(this.#view.state)?.offer ?? null) !== null && this.#view.hasFocus();
    if (!isOffered) {
      this.#line.remove();
      return;
    }
    const { left, bottom } = this.#view.coordsAtPos(this.#view.state.selection.head);
    this.#line.style.left = `${Math.round(left)}px`;
    this.#line.style.top = `${Math.round(bottom)}px`;
    // In the writing area, beside the text.
    this.#view.dom.closest('.desk')?.append(this.#line);
  };
}
