// The large-type copy's page ends where a speaker may breathe (TYPESETTING G-22):
// at a paragraph's or sentence's end if at most a few lines stay empty for it,
// else at ； or ，, and never inside “…”. The paragraph is cut there; its rest
// goes on flush at the next page's head.
import type { Block, Paragraph } from '../flow/flow';
import { splitParagraph } from '../flow/split-paragraph';
import type { Filled } from './fill-frame';
import type { Cursor } from './fill-frame';
import type { Fragment } from './frame';
import type { Setter } from './setter';

const SENTENCE = '。！？';
const CLAUSES = ['；', '，：'];
const CLOSERS = '”’）》〉】〕';
const DEEPER = '“‘（《〈【〔';

/** Offsets after which a page may end, latest first: after one of `stops` and its closers, outside quotes and brackets. */
export function stopsOf(text: string, stops: string, end: number): number[] {
  const out: number[] = [];
  let depth = 0;
  for (let i = 0; i < end; i++) {
    const ch = text[i]!;
    if (DEEPER.includes(ch)) depth++;
    else if (CLOSERS.includes(ch)) depth = Math.max(0, depth - 1);
    else if (!stops.includes(ch)) continue;
    // After a stop, closers still belong to it: the place is behind the last of them.
    let last = i;
    while (last > 0 && CLOSERS.includes(text[last]!)) last--;
    const next = text[i + 1] ?? '';
    if (depth === 0 && stops.includes(text[last]!) && !CLOSERS.includes(next) && !stops.includes(next)) out.push(i + 1);
  }
  return out.reverse();
}

/** `filled` with its end moved back to a stop, at most `empty` lines up; as it was where the page already ends at a paragraph. */
export function endAtStop(thread: readonly Block[], from: Cursor, filled: Filled, width: number, empty: number, setter: Setter): Filled {
  const { next, fragments } = filled;
  if (next === null || next.chunk === 0) return filled;
  const block = thread[next.block]!;
  const content = next.block === from.block && from.tail !== null ? from.tail : block.content;
  const last = fragments[fragments.length - 1];
  // A paragraph that already began on an earlier page without a cut keeps its lines: it cannot be set anew.
  if (last === undefined || content.kind !== 'paragraph' || last.first !== 0) return filled;
  const fits = last.set.lines[last.end - 1]?.to ?? 0;
  for (const stops of [SENTENCE, ...CLAUSES]) {
    for (const offset of stopsOf(content.text, stops, fits)) {
      if (offset >= content.text.length) continue;
      const cut = cutAt(filled, last, block, content, offset, width, empty, setter);
      if (cut === 'too-far') break;
      if (cut === null) continue;
      // One line of a new paragraph at the foot is worth less than the paragraph whole on the next page.
      const alone = cut.fragments[cut.fragments.length - 1]!.end === 1 && stops === SENTENCE;
      return alone && mayGoOver(filled, last, empty) ? before(filled, next.block) : cut;
    }
    if (stops === SENTENCE && mayGoOver(filled, last, empty)) return before(filled, next.block);
  }
  return filled;
}

function cutAt(
  filled: Filled, last: Fragment, block: Block, content: Paragraph, offset: number, width: number, empty: number, setter: Setter,
): Filled | 'too-far' | null {
  const [head, tail] = splitParagraph(content, offset);
  const set = setter.set(head, width, 0);
  const lost = last.end - last.first - set.lines.length;
  if (lost < 0) return null;
  if (lost > empty) return 'too-far';
  const fragment: Fragment = { block, set, first: 0, end: set.lines.length, row: last.row, x: 0 };
  return {
    ...filled,
    fragments: [...filled.fragments.slice(0, -1), fragment],
    used: filled.used - lost,
    short: filled.short + lost,
    next: { block: filled.next!.block, chunk: 0, tail, looseness: 0, width: null },
  };
}

/** The last paragraph's lines may all go to the next page: few enough, and no heading would be left behind. */
function mayGoOver({ fragments }: Filled, last: Fragment, empty: number): boolean {
  const previous = fragments[fragments.length - 2];
  return last.end - last.first <= empty && previous !== undefined && previous.set.paragraph.style.keepWithNext === 0;
}

/** The page ends at the paragraph before: its few lines go over whole. */
function before(filled: Filled, index: number): Filled {
  const fragments = filled.fragments.slice(0, -1);
  const last = fragments[fragments.length - 1]!;
  const used = last.row + (last.end - last.first) * last.set.paragraph.style.gridLines;
  return { ...filled, fragments, used, short: filled.short + filled.used - used, next: { block: index, chunk: 0, tail: null, looseness: null, width: null } };
}
