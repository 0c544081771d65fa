// Heading numbers, made from structure: headings store none (DESIGN, "The model
// of an article"), so moving a section renumbers. In: an article's doc. Out: one
// printed label per top-level block. Flow prints these, the conserved text
// counts them, the outline shows them: one source, or the three would disagree.
import type { Node } from 'prosemirror-model';
import { toHan } from './numerals';
import type { HeadAttrs, HeadingAttrs, NumberForm, ParagraphAttrs } from './schema';

/** Deepest level that carries numbers; 0 (part titles) and 5 (theme sentences) never do. */
const LAST_NUMBERED = 4;

/** The head attributes of a top-level block: a heading's own, a run-in paragraph's `head`, else null. */
export function headOf(block: Node): HeadAttrs | null {
  if (block.type.name === 'heading') return block.attrs as HeadingAttrs;
  if (block.type.name === 'paragraph') return (block.attrs as ParagraphAttrs).head;
  return null;
}

/**
 * The label that the house prints for number `n` (≥ 1) of a level: 一、 （一） 1. （1）
 * (G-13, W "Numbering chain"); `form` 'di' prints 第一， at any level. null for levels 0 and 5.
 */
export function headingLabel(level: number, form: NumberForm, n: number): string | null {
  if (form === 'di') return `第${toHan(n)}，`;
  switch (level) {
    case 1: return `${toHan(n)}、`;
    case 2: return `（${toHan(n)}）`;
    case 3: return `${n}.`;
    case 4: return `（${n}）`;
    default: return null;
  }
}

/** A label's number without its mark, as `outline` gives it: （一） → 一, 第一， → 一, 1. → 1. */
export function bareNumber(label: string): string {
  let from = 0;
  let to = label.length;
  while (from < to && '（第'.includes(label[from]!)) from++;
  while (to > from && '）、，.'.includes(label[to - 1]!)) to--;
  return label.slice(from, to);
}

/**
 * One entry a top-level block of `doc`: the label as printed, or null where the block has none.
 * A number counts on from the last of its level; every head restarts the levels below it, numbered
 * or not; `start` restarts its own level. A head of which every word is struck out is none.
 */
export function numberHeadings(doc: Node): (string | null)[] {
  const counts = [0, 0, 0, 0, 0, 0];
  const labels: (string | null)[] = [];
  doc.forEach((block) => {
    const head = headOf(block);
    if (head === null || isStruck(block)) {
      labels.push(null);
      return;
    }
    const { level } = head;
    for (let deeper = level + 1; deeper <= LAST_NUMBERED; deeper++) counts[deeper] = 0;
    if (!head.numbered || level < 1 || level > LAST_NUMBERED) {
      labels.push(null);
      return;
    }
    const n = head.start ?? counts[level]! + 1;
    counts[level] = n;
    labels.push(headingLabel(level, head.form, n));
  });
  return labels;
}

function isStruck(block: Node): boolean {
  return block.childCount > 0 && block.children.every(({ marks }) => marks.some(({ type }) => type.name === 'deleted'));
}
