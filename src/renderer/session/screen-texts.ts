// The texts on screen: which view shows which text, which has the caret, and
// whether an input method is at work in one of them.
import type { TextView } from '../editor/text-view';
import type { TextTarget } from './document-session';
import { Observable } from './observable';

/** How often a wait for the end of a composition looks, ms. */
const LOOK_MS = 20;

export class ScreenTexts {
  /** Counts the texts that came on screen: who marks something in them watches it. */
  readonly entered = new Observable(0);
  /** Of what each shows; null: of a package that another has taken the place of, which React has not taken away yet. */
  readonly #texts = new Map<TextView, TextTarget | null>();
  #active: TextView | null = null;

  /** Enters a text on screen; `leave` before it is destroyed. */
  enter(text: TextView, target: TextTarget): void {
    this.#texts.set(text, target);
    this.entered.set(this.entered.get() + 1);
  }

  leave(text: TextView): void {
    this.#texts.delete(text);
    if (this.#active === text) this.#active = null;
  }

  /**
   * What is on screen shows a package that is no longer open. Its articles may have the ids of the new one's (every
   * imported text has an a1), and a change of the new one must not be done to them.
   */
  retire(): void {
    for (const text of this.#texts.keys()) this.#texts.set(text, null);
    this.#active = null;
  }

  /** The text that had the caret last. */
  get active(): TextView | null {
    return this.#active;
  }

  /** Makes the text that has the focus the active one; true where `text` is it. */
  activate(text: TextView): boolean {
    if (text.view.hasFocus()) this.#active = text;
    return this.#active === text;
  }

  /** Makes a text the active one though the focus is elsewhere (a hit of the find bar is in it). */
  choose(text: TextView): void {
    this.#active = text;
  }

  /** What the active text shows, or null. */
  get activeTarget(): TextTarget | null {
    return this.#active === null ? null : (this.#texts.get(this.#active) ?? null);
  }

  /** The text on screen that shows a target, or null. */
  of(target: TextTarget): TextView | null {
    for (const [text, shown] of this.#texts) if (shown !== null && shown.article === target.article && shown.field === target.field) return text;
    return null;
  }

  /** The text on screen that a node of the window is in, or null. */
  at(node: Node): TextView | null {
    for (const [text, shown] of this.#texts) if (shown !== null && text.view.dom.contains(node)) return text;
    return null;
  }

  /** True while letters of an input method stand in a text: no shortcut fires then (W20). */
  get isOpenComposition(): boolean {
    return [...this.#texts.keys()].some((text) => text.view.composing);
  }

  /** True from the first letter of a composition until its text has been handed over, a frame after its end. */
  get composing(): boolean {
    return [...this.#texts.keys()].some((text) => text.busy);
  }

  /** Once no composition is open and its text has been handed over. */
  async whenSettled(): Promise<void> {
    while (this.composing) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
