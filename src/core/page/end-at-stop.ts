// The large-type copy's page ends where a speaker may breathe (TYPESETTING G-22):
// at a paragraph's or sentence's end if at most a few lines stay empty for it,
// else at ； or ，, and never inside “…”. The paragraph is cut there; its rest
// goes on flush at the next page's head.
import type { Block, Paragraph } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import type { Cursor, Filled } from './fill-frame';
import { type Fragment, paceOf } from './frame';
import { leadEnd } from './lead-end';
import type { Setter } from './setter';
import { STOP_KINDS, stopsOf } from './stops';

const [SENTENCE] = STOP_KINDS;

/**
 * `filled` with its end moved back to a stop, at most `most` lines of the page left empty; as it was where the page
 * already ends at a paragraph. `filled` may hold lines of no more than the beginning of the tail at `from`.
 */
export function endAtStop(thread: readonly Block[], from: Cursor, filled: Filled, width: number, most: number, setter: Setter): Filled {
  const { next, fragments } = filled;
  if (next === null || next.chunk === 0) return filled;
  const block = thread[next.block]!;
  const content = next.block === from.block && from.tail !== null ? from.tail : block.content;
  const last = fragments[fragments.length - 1];
  if (last === undefined || content.kind !== 'paragraph' || block.content.kind !== 'paragraph' || last.first !== 0) return filled;
  const empty = most - filled.short;
  // Lines that a hand asked for (adjust.lines), or what the pages before left of them.
  const wish = (next.block === from.block && from.tail !== null ? from.looseness : null) ?? content.looseness;
  const fits = last.set.lines[last.end - 1]!.to;
  // Quotes are paired over the whole paragraph: a tail may begin inside none, but ends with all of its block's text.
  const whole = block.content;
  const base = whole.text.length - content.text.length;
  // One line of a new paragraph at the foot (各位委员！): only where nothing better is found.
  let lonely: Filled | null = null;
  for (const stops of STOP_KINDS) {
    for (const stop of stopsOf(whole, stops, base, base + fits)) {
      const offset = stop - base;
      // The stop of a run-in head ends a heading, not a sentence: it would stand at the foot without its text (T-34).
      if (offset >= content.text.length || stop <= leadEnd(whole)) continue;
      const cut = cutAt(filled, last, block, content, offset, width, empty, wish, setter);
      if (cut === 'too-far') break;
      if (cut === null) continue;
      if (cut.fragments[cut.fragments.length - 1]!.end > 1) return cut;
      // It is worth less than the paragraph whole on the next page, and than a clause more of it on this one.
      const over = stops === SENTENCE ? wholeOver(filled, thread, next.block, last, empty) : null;
      if (over !== null) return over;
      lonely ??= cut;
      break;
    }
    const over = stops === SENTENCE ? wholeOver(filled, thread, next.block, last, empty) : null;
    if (over !== null) return over;
  }
  if (lonely !== null) return lonely;
  // No stop: the page ends with its line, and the rest is a tail of its own, so that the next page may end at a stop again.
  const [head, tail] = splitParagraph(content, fits);
  const looseness = wish === 0 ? 0 : wish - within(last.end - setter.set(head, width, 0).lines.length, wish);
  return { ...filled, next: { block: next.block, chunk: 0, tail, looseness, width: null } };
}

/** As many of `lines` as are of the wish's kind, and no more than it asks for. */
function within(lines: number, wish: number): number {
  return wish > 0 ? Math.max(0, Math.min(lines, wish)) : Math.min(0, Math.max(lines, wish));
}

function cutAt(
  filled: Filled, last: Fragment, block: Block, content: Paragraph, offset: number, width: number, empty: number, wish: number, setter: Setter,
): Filled | 'too-far' | null {
  const [head, tail] = splitParagraph(content, offset);
  const plain = setter.set(head, width, 0);
  // The part that can give the lines gives them: this one where it has room, else the next page's.
  const wished = wish === 0 ? plain : setter.set(head, width, wish);
  const gives = wish !== 0 && wished.lines.length === plain.lines.length + wish && wished.lines.length <= last.end - last.first;
  const set = gives ? wished : plain;
  const lost = last.end - last.first - set.lines.length;
  if (lost < 0) return null;
  if (lost > empty) return 'too-far';
  const fragment: Fragment = { block, set, first: 0, end: set.lines.length, row: last.row, x: 0 };
  return {
    ...filled,
    fragments: [...filled.fragments.slice(0, -1), fragment],
    used: filled.used - lost,
    short: filled.short + lost,
    next: { block: filled.next!.block, chunk: 0, tail, looseness: gives ? 0 : wish, width: null },
  };
}

/**
 * The page without the last paragraph's lines, which all go to the next page with the headings right before them;
 * null where they are more than may stay empty, or nothing would be left.
 */
function wholeOver(filled: Filled, thread: readonly Block[], index: number, last: Fragment, empty: number): Filled | null {
  const { fragments } = filled;
  let count = fragments.length - 1;
  let block = index;
  for (let previous = fragments[count - 1]; previous !== undefined && previous.block === thread[block - 1] && previous.set.paragraph.style.keepWithNext > 0; previous = fragments[count - 1]) {
    count--;
    block--;
  }
  const kept = fragments.slice(0, count);
  if (kept.length === 0) return null;
  const used = Math.max(...kept.map((fragment) => Math.ceil(fragment.row + (fragment.end - fragment.first) * paceOf(fragment))));
  const lost = filled.used - used;
  // What begins the page's text with the paragraph cannot leave it.
  if (last.first !== 0 || lost > empty) return null;
  return { ...filled, fragments: kept, used, short: filled.short + lost, next: { block, chunk: 0, tail: null, looseness: null, width: null } };
}
