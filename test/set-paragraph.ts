// A small paragraph in lines, for tables of tests in src/core/line: 10 pt to the em, one fake face.
import type { ParagraphStyle } from '../src/core/flow/flow';
import type { Font, FontRole } from '../src/core/font';
import { breakLines } from '../src/core/line/break-lines';
import type { SetParagraph } from '../src/core/line/line';
import { Measured } from '../src/core/line/measured';
import { setLine } from '../src/core/line/set-lines';
import { shape } from '../src/core/line/shape';
import { fakeFont } from './fake-font';
import { lineText } from './laws';
import { paragraphOf, type Piece } from './paragraphs';

/** One face whose advances are known, for every role that is asked for. */
export const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [fakeFont()]]]);

type Look = Partial<ParagraphStyle>;

/** Breaks a text, without indent, into lines of so many characters. */
export function set(content: string | readonly Piece[], measure: number, style: Look = {}, looseness = 0): SetParagraph {
  return breakLines(shape(paragraphOf(content, { indent: 0, ...style }, looseness), FONTS), () => measure * 10);
}

/** Its lines' texts, `|` between them. */
export function lines(s: SetParagraph): string {
  return s.lines.map((line) => lineText(s, line)).join('|');
}

/** Places of the glyphs of one line that is set alone, in em. */
export function alone(text: string, measure: number, last: boolean, style: Look = {}, fonts = FONTS): number[] {
  const shaped = shape(paragraphOf(text, { indent: 0, ...style }), fonts);
  const m = new Measured();
  m.load(shaped, 'justified');
  const x = new Float64Array(shaped.glyph.length);
  setLine(m, 0, x.length, 0, text.length, { start: 0, measure, index: 0, last }, x, []);
  return [...x].map((v) => Math.round(v * 1e4) / 1e5);
}
