// Names of a 名单 in a newspaper's columns, on stops as a layout editor sets them: each begins at
// a whole number of cells from the column's edge, so that all of them stand under each other
// wherever their row ends; one of two characters is spread over three ems, one of four or one
// with a note takes what it needs of its blank, or a cell more. In: the glyphs of such a line with
// their widths and blanks, em. Out: the blanks as they are to be; nothing opens or closes them.
import { HAN, IDEOSPACE, SPACE } from './char-class';
import { FORBIDDEN, FREE, GLUE_FIXED, PARTS_NAME } from './shaped';

interface Row {
  readonly count: number;
  readonly cls: Uint8Array;
  readonly width: Float32Array;
  readonly glue: Float32Array;
  readonly kind: Uint8Array;
  readonly brk: Uint8Array;
}

/** Least between two names, em. */
const LEAST = 0.5;
/** What a name has at the most for its blank to be taken for that of a spread one, glyphs: 丁, 　, 一. */
const SPREAD = 3;
/** A name's width over whole cells that is none, em. */
const NEARLY = 1e-3;

/** Puts the names of a row on stops `cell` ems apart. */
export function standNames({ count, cls, width, glue, kind, brk }: Row, cell: number): void {
  const isBlank = (k: number): boolean => cls[k] === SPACE || cls[k] === IDEOSPACE;
  const wordEnd = (from: number): number => {
    let end = from;
    while (end < count && !isBlank(end)) end++;
    return end;
  };
  /** Behind the name that begins at a glyph: between the two characters of one a blank may stand. */
  const nameEnd = (from: number): number => {
    const end = wordEnd(from);
    const second = end + 1;
    const isHalf = end === from + 1 && second < count && !isBlank(second) && (second + 1 === count || cls[second + 1] !== HAN);
    return isHalf ? wordEnd(second) : end;
  };
  let from = 0;
  while (from < count) {
    const to = nameEnd(from);
    // 丁一 as 丁　一.
    if (to - from === 2 && cls[from] === HAN && cls[from + 1] === HAN) glue[from + 1] = 1;
    let wide = 0;
    for (let k = from; k < to; k++) {
      wide += width[k]! + (k === from ? 0 : glue[k]!);
      if (k === from) continue;
      kind[k] = GLUE_FIXED;
      if (brk[k] === FREE) brk[k] = to - from <= SPREAD ? FORBIDDEN : PARTS_NAME;
    }
    let next = to;
    while (next < count && isBlank(next)) next++;
    if (next < count) {
      const blank = Math.ceil((wide + LEAST - NEARLY) / cell) * cell - wide;
      for (let k = to; k < next; k++) {
        glue[k] = blank / (next - to);
        kind[k] = GLUE_FIXED;
      }
      brk[next] = FREE;
    }
    from = next;
  }
}
