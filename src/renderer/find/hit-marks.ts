// Shows hits in the text by the browser's own highlights (CSS Custom Highlight):
// ranges beside the document. No decoration and no node of the text changes, so
// that an input method at work in a hit cannot be disturbed (W20). Those about the
// caret are marked at once, the others when the window has nothing to do: to find
// the places of three thousand takes longer than a key may wait.
import type { Hit } from '../../core/model/find';
import type { ScreenTexts } from '../session/screen-texts';

/** More than this in one article are not marked one by one: the whole text would be yellow. */
const MOST_MARKED = 3000;

/** Marked at a time; their places take about a millisecond to find. */
const AT_ONCE = 150;

const NAMES = ['found', 'found-current'] as const;

export class HitMarks {
  readonly #texts: ScreenTexts;
  #idle: number | null = null;

  constructor(texts: ScreenTexts) {
    this.#texts = texts;
  }

  /** Marks the hits that are on screen, in place of those before; `current` in its own colour. `near`: index of the hit to begin at. */
  show(hits: readonly Hit[], current: Hit | null, near: number): void {
    this.hold();
    const shown = hits.filter((hit) => this.#texts.of(hit) !== null);
    const begin = Math.max(0, shown.indexOf(hits[near] ?? hits[0] as Hit) - AT_ONCE / 2);
    const order = [...shown.slice(begin), ...shown.slice(0, begin)].slice(0, MOST_MARKED);
    const marked = new Highlight();
    const one = current === null ? null : this.#rangeOf(current);
    let at = 0;
    const some = (): void => {
      this.#idle = null;
      for (const end = Math.min(at + AT_ONCE, order.length); at < end; at++) {
        const hit = order[at];
        const range = hit === undefined || hit === current ? null : this.#rangeOf(hit);
        if (range !== null) marked.add(range);
      }
      if (at < order.length) this.#idle = requestIdleCallback(some);
    };
    some();
    if (marked.size === 0) CSS.highlights.delete('found');
    else CSS.highlights.set('found', marked);
    if (one === null) CSS.highlights.delete('found-current');
    else CSS.highlights.set('found-current', new Highlight(one));
  }

  clear(): void {
    this.hold();
    for (const name of NAMES) CSS.highlights.delete(name);
  }

  /** Marks no more for now: the text has changed, and the places are another's. */
  hold(): void {
    if (this.#idle !== null) cancelIdleCallback(this.#idle);
    this.#idle = null;
  }

  /** null where the text is not on screen, or newer than the hit: it is found again when typing pauses. */
  #rangeOf(hit: Hit): Range | null {
    const view = this.#texts.of(hit)?.view;
    if (view === undefined || hit.to > view.state.doc.content.size) return null;
    const range = document.createRange();
    const [start, end] = [view.domAtPos(hit.from, 1), view.domAtPos(hit.to, -1)];
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }
}
