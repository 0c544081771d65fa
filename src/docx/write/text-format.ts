// Character and paragraph properties of the house's styles, in Word's measures and in
// the standard's order of elements (ECMA-376 17.3.1.26, 17.3.2.28). Lengths of the
// house are pt; Word's are twips, half-points, hundredths of a character or a line.
import type { ParagraphStyle, TextStyle } from '../../core/flow/flow';
import type { FaceNames } from './face-names';
import { element, toggled, valued } from './xml';

export const twips = (pt: number): number => Math.round(pt * 20);
export const halfPoints = (pt: number): number => Math.round(pt * 2);

/** What turns a style's type into Word's: faces, and how much closer the body stands so that its characters fill the line. */
export interface WordType {
  readonly faces: FaceNames;
  /** Size of the body, pt, and what is taken from the pitch of its characters, twips (negative or 0). */
  readonly body: { readonly size: number; readonly tracking: number };
}

/** rFonts of a style: East Asian text in the role's face, Latin in the one that the look asks for. */
export function fontsOf({ role, latin }: Pick<TextStyle, 'role' | 'latin'>, faces: FaceNames): string {
  const han = faces[role].name;
  const other = latin === 'times' ? faces.times.name : latin === 'hei' ? faces.hei.name : han;
  return element('w:rFonts', { 'w:ascii': other, 'w:hAnsi': other, 'w:eastAsia': han, 'w:cs': other });
}

/** Character properties of a whole style, without the rPr around them. */
export function runFormat(style: TextStyle, { faces, body }: WordType): string {
  const size = halfPoints(style.size);
  const bold = style.embolden > 0;
  const tracking = style.size === body.size && body.tracking !== 0 ? valued('w:spacing', body.tracking) : '';
  return fontsOf(style, faces) + toggled('w:b', bold) + toggled('w:bCs', bold) + tracking + valued('w:sz', size) + valued('w:szCs', size);
}

/** What a stretch inside a paragraph has otherwise than the paragraph: face and weight. */
export function insideFormat(inside: TextStyle, host: TextStyle, { faces }: WordType): string {
  const fonts = inside.role === host.role && inside.latin === host.latin ? '' : fontsOf(inside, faces);
  const bold = inside.embolden > 0;
  return bold === host.embolden > 0 ? fonts : fonts + toggled('w:b', bold) + toggled('w:bCs', bold);
}

const JUSTIFIED: Readonly<Record<ParagraphStyle['align'], string>> = { justify: 'both', left: 'left', center: 'center', right: 'right' };

export function alignment(align: ParagraphStyle['align']): string {
  return valued('w:jc', JUSTIFIED[align]);
}

export interface ParagraphFormat {
  readonly style: ParagraphStyle;
  /** Height of a line of the grid, twips. */
  readonly line: number;
  /** Own numbering, XML. */
  readonly numbering?: string;
  readonly outline?: number;
  readonly tabs?: string;
  /** Rows left free before it, in place of the style's. */
  readonly rowsBefore?: number;
}

/** Paragraph properties of a style, without the pPr around them. */
export function paragraphFormat({ style, line, numbering = '', outline, tabs = '', rowsBefore = style.linesBefore }: ParagraphFormat): string {
  const em = style.text.size;
  // A Chinese user reads 首行缩进 2 字符; the length is for programs that know no characters.
  const indent = {
    'w:leftChars': hundredths(style.left), 'w:left': twips(style.left * em), 'w:rightChars': hundredths(style.right), 'w:right': twips(style.right * em),
    'w:firstLineChars': hundredths(style.indent), 'w:firstLine': twips(style.indent * em),
  };
  return [
    style.keepWithNext > 0 ? '<w:keepNext/>' : '',
    '<w:widowControl/>',
    numbering,
    tabs,
    // Word's own habit, and said aloud: LibreOffice takes 0 for yes, and then loses a mark at a full line's end (docs/RESEARCH.md).
    '<w:overflowPunct/>',
    toggled('w:autoSpaceDE', style.hanLatinGap > 0),
    toggled('w:autoSpaceDN', style.hanLatinGap > 0),
    // Lines have a fixed height, the grid's own; a grid of characters narrower than their size is more than LibreOffice can set.
    toggled('w:snapToGrid', false),
    spacing(rowsBefore, style.linesAfter, style.gridLines, line),
    element('w:ind', indent),
    alignment(style.align),
    outline === undefined ? '' : valued('w:outlineLvl', outline),
  ].join('');
}

/** w:spacing: a fixed line (固定值), so that every program has the same lines a page, whatever it makes of the grid. */
export function spacing(rowsBefore: number, rowsAfter: number, gridLines: number, line: number): string {
  return element('w:spacing', {
    'w:beforeLines': hundredths(rowsBefore), 'w:before': Math.round(rowsBefore * line), 'w:afterLines': hundredths(rowsAfter), 'w:after': Math.round(rowsAfter * line),
    'w:line': gridLines * line, 'w:lineRule': 'exact',
  });
}

const hundredths = (value: number): number => Math.round(value * 100);
