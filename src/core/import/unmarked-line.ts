// A raw line without what the program it comes from has put round it: the > of a
// quoted mail, a line's number, the marks of Markdown. In: raw text by line. Out: by
// line what cleanLine is to read, each thing taken a listed change. Only texts that show
// by several lines that they are of such a kind; every other line is left out, so a
// plain report costs a look at the first character of each line. Kinds are files of their own.
import { chatLines } from './chat-lines';
import { isDigit } from './character';
import type { Change, ChangeKind } from './clean-line';
import { bulletinHead, formLines, sectionNumbers } from './form-lines';
import type { LineHint } from './line-hints';
import { mailLines } from './mail-lines';
import { markdownLines } from './markdown-lines';
import { lineNumbers } from './line-numbers';

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

/** How many lines begin as each kind's do: a look at a few characters, for nearly no text has any. */
interface Seen {
  quoted: number;
  numbered: number;
  timed: number;
  marked: number;
  headers: number;
  fields: number;
  sections: number;
}

function look(count: number, raw: (line: number) => string): Seen {
  const seen: Seen = { quoted: 0, numbered: 0, timed: 0, marked: 0, headers: 0, fields: 0, sections: 0 };
  for (let line = 1; line <= count; line += 1) {
    const text = raw(line);
    let at = 0;
    while (at < text.length && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0x3000)) at += 1;
    const first = text.charCodeAt(at);
    if (first === 0x3e) seen.quoted += 1;
    else if (isDigit(first)) {
      let end = at + 1;
      while (isDigit(text.charCodeAt(end))) end += 1;
      if (end === text.length || ' \t\u3000|｜│'.includes(text[end] as string)) seen.numbered += 1;
    } else if (first < 0x80 && MARKS.includes(text[at] as string)) seen.marked += 1;
    else if (HEADER_FIRST.includes(text[at] ?? '?') && HEADER.test(text.slice(at, at + 12))) seen.headers += 1;
    if (text.length <= 240) {
      if (text.length - at <= 10 && (first === 0x30 || first === 0x50 || first === 0x4e)) seen.sections += 1;
      const colon = text.indexOf('：', at);
      if (colon > at && colon - at <= 10 || text.indexOf(':', at) - at <= 10 && text.indexOf(':', at) > at) seen.fields += 1;
    }
    if (text.length > 5 && text.length <= 90 && (text.includes(':') || text.includes('：')) && /\d[:：]\d{2}/.test(text)) seen.timed += 1;
  }
  return seen;
}

const MARKS = '-*+#|`~_[';
const HEADER_FIRST = '发寄主FS';
const HEADER = /^(?:发件人|寄件人|发信人|主题|From|Subject)\s?[:：]/;

/** The lines of a text without the marks of the program it comes from. */
export function unmark(count: number, raw: (line: number) => string): Unmarked {
  const lines = new Unmarked(count, raw);
  const seen = look(count, raw);
  if (seen.quoted > 1 || seen.headers > 0) mailLines(lines);
  if (seen.numbered > 1) lineNumbers(lines);
  if (seen.timed > 1) chatLines(lines);
  if (seen.marked > 1) markdownLines(lines);
  if (seen.sections > 1) sectionNumbers(lines);
  if (seen.fields > 2) formLines(lines);
  bulletinHead(lines);
  return lines;
}
