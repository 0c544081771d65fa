// A raw line without what the program it comes from has put round it: the > of a
// quoted mail, a line's number, the marks of Markdown. In: raw text by line. Out: by
// line what cleanLine is to read, each thing taken a listed change, hints of what the
// line is and why it is left out. Which marks there are is not known here (unmark.ts).
import type { Change, ChangeKind } from './change';
import type { LineHint } from './line-hints';

/** A line as it stands behind the marks that were taken. */
export interface UnmarkedLine {
  readonly text: string;
  readonly changes: readonly Change[];
  readonly hint?: LineHint;
  /** Why it is no text of any article. */
  readonly why?: string;
}

/** The lines as they are read by now: raw, or without the marks taken so far. */
export class Unmarked {
  readonly #lines = new Map<number, UnmarkedLine>();

  constructor(readonly count: number, readonly raw: (line: number) => string) {}

  /** What is left of the line. */
  text(line: number): string {
    return this.#lines.get(line)?.text ?? this.raw(line);
  }

  /** What was done to a line; undefined: nothing. */
  get(line: number): UnmarkedLine | undefined {
    return this.#lines.get(line);
  }

  /** Takes `from`, which stands at UTF-16 offset `at` of what is left, and puts `to` there. */
  take(line: number, kind: ChangeKind, at: number, from: string, to = ''): void {
    const text = this.text(line);
    const own = this.#lines.get(line);
    this.#lines.set(line, { ...own, text: text.slice(0, at) + to + text.slice(at + from.length), changes: [...(own?.changes ?? []), { line, kind, from, to, at }] });
  }

  /** Says more of the line. */
  hint(line: number, hint: LineHint): void {
    const own = this.#lines.get(line);
    this.#lines.set(line, { text: this.raw(line), changes: [], ...own, hint: { ...own?.hint, ...hint } });
  }

  /** Leaves the line out, with the reason. */
  leave(line: number, why: string): void {
    const own = this.#lines.get(line);
    this.#lines.set(line, { text: this.raw(line), changes: [], ...own, why });
  }

  /** Is there anything left of the line to look at? */
  isOpen(line: number): boolean {
    return this.#lines.get(line)?.why === undefined && this.text(line).trim() !== '';
  }
}
