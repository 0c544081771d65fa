// A line of a title set downwards (竖题, T-38): the characters of a horizontal line,
// each in its own cell of the column. Marks have their vertical forms, half an em
// where their ink needs no more; a number of two or three digits stands sideways in
// one cell; longer ones and Latin letters stand upright, one a cell. It only places:
// where lines end was decided by the title's own rules.
import type { Font } from '../font';
import type { Face, Line, SetParagraph } from './line';

/** What stands in one cell: mostly one character. */
export interface VerticalCell {
  readonly face: Face;
  /** Glyph size, pt: a number of three digits is set smaller so that it fits its cell, never narrower. */
  readonly size: number;
  readonly glyphs: readonly number[];
  /** Origin of each from the line's left edge, pt; the line is as wide as its size. */
  readonly xs: readonly number[];
  /** Baseline from the line's top, pt. */
  readonly y: number;
  /** Top and foot of the cell from the line's top, pt. */
  readonly top: number;
  readonly foot: number;
  /** Display offset of each glyph's character, and where the cell's text ends (blanks after it counted in). */
  readonly at: readonly number[];
  readonly to: number;
}

export interface VerticalLine {
  readonly set: SetParagraph;
  readonly cells: readonly VerticalCell[];
  /** pt. */
  readonly length: number;
}

/** Top of the em box over the baseline, em (the faces meet in its middle, 0.38 em up). */
const EM_TOP = 0.88;
/** A blank in a vertical title: less than a horizontal one's em, for the eye runs down quicker. */
const BLANK = 0.5;
/** Ink that reaches this far into the other half of its em still counts as half an em. */
const SLACK = 0.06;
/** Digits that stand sideways in one cell at the most (T-38). */
const MOST_SIDEWAYS = 3;

/** Marks whose vertical form is another character's (T-38: “ ” are ﹃ ﹄). */
const FORM_OF: Readonly<Record<string, string>> = { '“': '『', '”': '』', '‘': '「', '’': '」', '⋯': '…', '⸺': '—', '(': '（', ')': '）', ',': '，', ':': '：', ';': '；', '!': '！', '?': '？' };
/** Marks that a vertical line has in another form. */
const TURNED = /[“”‘’—–…⋯⸺，、。．：；！？（）〔〕［］｛｝【】〖〗《》〈〉「」『』～(),:;!?]/u;

/** Line `line` of a set title as a column. `others`: fonts to take a mark's vertical form from where its own has none, in their order. */
export function verticalLine(set: SetParagraph, line: Line, others: readonly Font[] = []): VerticalLine {
  const { text, style } = set.paragraph;
  const em = style.text.size;
  const cells: VerticalCell[] = [];
  let top = 0;
  const add = (cell: Omit<VerticalCell, 'top' | 'foot'>, height: number): void => {
    cells.push({ ...cell, top, foot: top + height });
    top += height;
  };
  for (let g = line.first; g < line.end;) {
    const at = set.at[g]!;
    const end = glyphsEnd(set, g, line.end);
    const to = end < set.at.length ? set.at[end]! : text.length;
    const mark = String.fromCodePoint(text.codePointAt(at)!);
    const face = set.faces[set.face[g]!]!;
    if (/\s/u.test(mark)) {
      top += cells.length === 0 ? 0 : BLANK * em;
      const last = cells.at(-1);
      if (last !== undefined) cells[cells.length - 1] = { ...last, to };
      g = end;
      continue;
    }
    const digits = digitsEnd(set, g, line.end);
    if (digits - g > 1 && digits - g <= MOST_SIDEWAYS) {
      add(sideways(set, g, digits, face, em, top), em);
      g = digits;
      continue;
    }
    if (digits > g) {
      for (; g < digits; g++) add(upright(set, g, g + 1 < set.at.length ? set.at[g + 1]! : text.length, face, em, top), em);
      continue;
    }
    const turned = TURNED.test(mark) ? formOf(mark, face, others) : null;
    if (turned === null) {
      add(upright(set, g, to, face, em, top), em);
      g = end;
      continue;
    }
    // ——, …… are two cells long.
    for (let i = at; i < to; i++) {
      const { face: own, form } = turned;
      const { y, height } = placed(own, form, em, top, mark === '—' || mark === '⸺');
      const x = (em - (own.font.advanceOf(form) / own.font.unitsPerEm) * own.size) / 2;
      const twice = mark === '⸺' ? 2 : 1;
      for (let k = 0; k < twice; k++) add({ face: own, size: own.size, glyphs: [form], xs: [x], y: y + k * em, at: [i], to: i + 1 }, height);
    }
    g = end;
  }
  return { set, cells, length: top };
}

/** A mark's vertical form and the face that has it: some name one and draw nothing (AR PL KaitiM). */
function formOf(mark: string, face: Face, others: readonly Font[]): { readonly face: Face; readonly form: number } | null {
  const codePoint = (FORM_OF[mark] ?? mark).codePointAt(0)!;
  for (const font of [face.font, ...others]) {
    const form = font.verticalOf(codePoint);
    if (form === 0 || font.inkOf(form) === null) continue;
    return { form, face: font === face.font ? face : { ...face, font, rise: face.rise + (font.adjust.rise - face.font.adjust.rise) * face.size } };
  }
  return null;
}

/** One past the glyphs that belong to the characters of glyph `g`: a double dash may be drawn by two. */
function glyphsEnd({ at, paragraph }: SetParagraph, g: number, lineEnd: number): number {
  const mark = paragraph.text[at[g]!]!;
  let end = g + 1;
  while (end < lineEnd && (at[end] === at[g] || ((mark === '—' || mark === '…') && paragraph.text[at[end]!] === mark && at[end]! === at[g]! + 1 && end === g + 1))) end++;
  return end;
}

/** One past the digits from glyph `g` on that have one source. */
function digitsEnd({ at, paragraph }: SetParagraph, g: number, lineEnd: number): number {
  let end = g;
  const to = paragraph.spans.find((span) => at[g]! < span.to)?.to ?? 0;
  while (end < lineEnd && at[end]! < to && /[0-9]/.test(paragraph.text[at[end]!] ?? '')) end++;
  return end;
}

/** Digits side by side in one cell, smaller where they would be wider than it. */
function sideways(set: SetParagraph, first: number, end: number, face: Face, em: number, top: number): Omit<VerticalCell, 'top' | 'foot'> {
  const glyphs = Array.from({ length: end - first }, (_, i) => set.glyph[first + i]!);
  const widths = glyphs.map((glyph) => face.font.advanceOf(glyph) / face.font.unitsPerEm);
  const whole = widths.reduce((sum, width) => sum + width, 0) * face.size;
  const size = whole > em ? (face.size * em) / whole : face.size;
  let x = (em - Math.min(whole, em)) / 2;
  const xs = widths.map((width) => {
    const own = x;
    x += width * size;
    return own;
  });
  const to = end < set.at.length ? set.at[end]! : set.paragraph.text.length;
  // Figures stand on the middle of the cell.
  const high = (face.font.capHeight / face.font.unitsPerEm) * size;
  return { face, size, glyphs, xs, y: top + em / 2 + high / 2, at: glyphs.map((_, i) => set.at[first + i]!), to };
}

/** A character as it is, in the middle of its cell. */
function upright(set: SetParagraph, g: number, to: number, face: Face, em: number, top: number): Omit<VerticalCell, 'top' | 'foot'> {
  const glyph = set.glyph[g]!;
  const { font, size } = face;
  const advance = (font.advanceOf(glyph) / font.unitsPerEm) * size;
  const ink = font.inkOf(glyph);
  const isNarrow = advance < 0.75 * em && ink !== null;
  const x = isNarrow ? em / 2 - ((ink.xMin + ink.xMax) / 2 / font.unitsPerEm) * size : (em - advance) / 2;
  const y = isNarrow && /[\p{L}\p{N}%]/u.test(set.paragraph.text[set.at[g]!] ?? '') ? em / 2 + (font.capHeight / font.unitsPerEm / 2) * size : EM_TOP * size - face.rise;
  return { face, size, glyphs: [glyph], xs: [x], y: top + y, at: [set.at[g]!], to };
}

/** Baseline and height of the cell of a mark's vertical form: half an em where its ink lies in one half. */
function placed({ font, size, rise }: Face, glyph: number, em: number, top: number, whole: boolean): { readonly y: number; readonly height: number } {
  const y = top + EM_TOP * size - rise;
  const ink = font.inkOf(glyph);
  if (ink === null || whole) return { y, height: em };
  const above = EM_TOP - ink.yMax / font.unitsPerEm;
  const below = EM_TOP - ink.yMin / font.unitsPerEm;
  if (below <= 0.5 + SLACK) return { y, height: em / 2 };
  if (above >= 0.5 - SLACK) return { y: y - em / 2, height: em / 2 };
  return { y, height: em };
}
