// How a level head stands in the rows of a column (N-21: level 1 占2行). One that is a little
// too long for a line is set a size smaller if that spares the second line; else its lines
// stand closer than heads do, or they look like two: two of them take three rows, centred in
// them, so that the body below is on the grid (T-35). In: a head's paragraph, a width. Out:
// it in type, its rows, and the pace from line to line.
import type { Paragraph, ParagraphStyle, TextStyle } from '../flow/flow';
import type { SetParagraph } from '../line/line';
import type { Setter } from './setter';

/** Sizes of type that a head comes down to, pt: 五号, 小四, 四号, 三号, 小二, 二号 (TYPESETTING 1.6). */
const SIZES = [10.5, 12, 14, 16, 18, 21];

/** A level head on rows of its own: `heading0` to `heading5` of a look that gives it more than one. */
export function isLevelHead({ name, gridLines, keepWithNext }: ParagraphStyle): boolean {
  return gridLines > 1 && keepWithNext > 0 && name.startsWith('heading');
}

/** A level head in type at a width (pt): in its own size, or one size smaller where only that sets it in one line. */
export function setHead(head: Paragraph, width: number, looseness: number | null, setter: Setter): SetParagraph {
  const own = looseness === null ? setter.set(head, width) : setter.set(head, width, looseness);
  if (own.lines.length === 1 || head.text.includes('\n')) return own;
  const smaller = sizeLess(head);
  if (smaller === null) return own;
  const set = setter.set(smaller, width);
  return set.lines.length === 1 ? set : own;
}

/** Rows from line to line of a head of several lines: 13 pt in two rows of 11.25 stand 1.3 em apart, 16 pt in three 1.4 (N-21: 1.2–1.3; the grid has no nearer step). */
export function headPace({ gridLines }: ParagraphStyle): number {
  return (gridLines + 1) / 2;
}

/** Whole rows of each line of a head: two lines of two rows take three in all, three five. */
export function headRows(style: ParagraphStyle, lines: number): readonly number[] {
  if (lines === 1) return [style.gridLines];
  const upTo = (count: number): number => (count === 0 ? 0 : Math.max(style.gridLines, Math.ceil(count * headPace(style))));
  return Array.from({ length: lines }, (_, i) => upTo(i + 1) - upTo(i));
}

const less = new WeakMap<Paragraph, Paragraph | null>();

/** The head in the next smaller size, the same one each time; null where there is none, or it is no larger than text. */
function sizeLess(head: Paragraph): Paragraph | null {
  let smaller = less.get(head);
  if (smaller !== undefined) return smaller;
  const own = head.style.text.size;
  const size = SIZES.findLast((one) => one < own);
  if (size === undefined) smaller = null;
  else {
    const part = size / own;
    const texts = new Map<TextStyle, TextStyle>();
    const text = (style: TextStyle): TextStyle => {
      const known = texts.get(style) ?? { ...style, size: style.size * part };
      texts.set(style, known);
      return known;
    };
    smaller = { ...head, style: { ...head.style, text: text(head.style.text) }, spans: head.spans.map((span) => ({ ...span, style: text(span.style) })) };
  }
  less.set(head, smaller);
  return smaller;
}
