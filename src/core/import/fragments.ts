// Pieces of one printed line on lines of their own: programs that take text out of a PDF
// begin a new one where a mark was squeezed (2025年是⏎“十四五”⏎规划的收官之年). Together
// they are as wide as the text's measure, and each seam stands beside a mark. They are
// marked as full lines, so that they are joined and none is a heading.
import type { LineFacts } from './line-facts';
import { isFullLine, type Measure } from './measure';

const MOST_PIECES = 8;
const OPENS = /^[“‘《（【〔]/;
const CLOSES = /[”’》）】〕，。；：、！？]$/;

/** Marks the pieces of full lines as such. */
export function markFragments(lines: readonly LineFacts[], measure: Measure | null): void {
  if (measure === null) return;
  for (let from = 0; from + 1 < lines.length; from += 1) {
    let width = (lines[from] as LineFacts)[measure.by];
    for (let to = from + 1; to < lines.length && to - from < MOST_PIECES; to += 1) {
      const [before, line] = [lines[to - 1] as LineFacts, lines[to] as LineFacts];
      if (before.wrapped || line.wrapped || line.indented || line.row || line.label !== null || line.blanksBefore > 0 || !(OPENS.test(line.text) || CLOSES.test(before.text))) break;
      width += line[measure.by];
      if (width > measure.value * 2) break;
      if (!isFullLine({ width, count: width, open: line.open }, measure)) continue;
      // A paragraph's end and another's beginning make a full line by chance; with a third piece seldom.
      if (to === from + 1 && /[。！？]$/.test(before.text)) continue;
      for (let k = from; k <= to; k += 1) {
        (lines[k] as LineFacts).wrapped = true;
        (lines[k] as LineFacts).partial = k < to;
      }
      from = to;
      break;
    }
  }
}
