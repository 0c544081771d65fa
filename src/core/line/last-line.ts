// 单字不成行 (T-32): a paragraph's last line holds at least two characters, not
// counting marks.
import { DIGIT, HAN, LATIN } from './char-class';
import type { ShapedParagraph } from './shaped';

/** Whether glyphs [i, t) hold fewer than two characters: Han, digits and letters count, marks, units and blanks do not. */
export function loneAt(shaped: ShapedParagraph, i: number, t: number): boolean {
  const { cls } = shaped;
  let characters = 0;
  for (let k = i; k < t; k++) {
    const c = cls[k];
    if ((c === HAN || c === DIGIT || c === LATIN) && ++characters === 2) return false;
  }
  return true;
}
