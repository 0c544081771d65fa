// The bar in the margin beside what an edition leaves out (见报略 solid, 宣读略 dashed):
// as long as the lines that hold any of it, and in one piece where the next paragraph
// goes on. Drawn beside the text, not in it, so that nothing in it moves; measured
// when the text has rested, never while an input method is at work (W20).
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

export interface Bar {
  readonly top: number;
  readonly bottom: number;
}

/** Neighbouring lines are nearer to each other than this, lines with one between them are not; CSS px (a line has 31). */
const NEAR = 16;
/** Typing has paused, ms. */
const REST_MS = 120;

/** Boxes of lines, in any order, as bars. */
export function barsOf(boxes: readonly Bar[]): readonly Bar[] {
  const bars: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of boxes.toSorted((a, b) => a.top - b.top)) {
    const last = bars.at(-1);
    if (last !== undefined && top - last.bottom < NEAR) last.bottom = Math.max(last.bottom, bottom);
    else bars.push({ top, bottom });
  }
  return bars;
}

const KINDS = ['newspaper', 'speech'] as const;

class OmitBars {
  readonly #layer = document.createElement('div');
  readonly #view: EditorView;
  readonly #size = new ResizeObserver(() => this.#arm());
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(view: EditorView) {
    this.#view = view;
    this.#layer.className = 'omit-bars';
    this.#layer.setAttribute('aria-hidden', 'true');
    view.dom.after(this.#layer);
    this.#size.observe(view.dom);
  }

  update(): void {
    this.#arm();
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#size.disconnect();
    this.#layer.remove();
  }

  #arm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#view.composing) this.#arm();
      else this.#draw();
    }, REST_MS);
  }

  #draw(): void {
    const marked = [...this.#view.dom.querySelectorAll<HTMLElement>('.omit')];
    if (marked.length === 0 && this.#layer.childElementCount === 0) return;
    const { top: origin } = this.#layer.getBoundingClientRect();
    const bars = KINDS.flatMap((kind) => {
      const boxes = marked.filter((element) => element.dataset['attrs']?.includes(`"${kind}"`) === true).flatMap((element) => [...element.getClientRects()]);
      return barsOf(boxes).map(({ top, bottom }) => {
        const bar = document.createElement('i');
        bar.className = kind;
        bar.style.top = `${top - origin}px`;
        bar.style.height = `${bottom - top}px`;
        return bar;
      });
    });
    this.#layer.replaceChildren(...bars);
  }
}

export const omitBars = new Plugin({ view: (view) => new OmitBars(view) });
