// Sections: the sheet, its margins, the grid of lines × characters and the page
// numbers. Word's margins are what the standard names (G-02), and its lines are the
// type area's height divided by their number (22 lines: 28.95 pt), as Word users set
// it; the booklet's first line touches the type area instead, so its pitch is a
// little wider (G-20). In: a sheet master. Out: sectPr, footers, header of a 改稿本.
import type { SheetMaster } from '../../core/model/master';
import { plainRun, run } from './run';
import { halfPoints, twips } from './text-format';
import { element, valued } from './xml';

export interface Geometry {
  readonly master: SheetMaster;
  /** Twips. */
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
  readonly outer: number;
  /** Width of the text, twips. */
  readonly width: number;
  /** Height of a line of the grid, twips. */
  readonly line: number;
  /** Size of the body's type as Word has it, pt: Word knows half-points alone. */
  readonly size: number;
  /** What is taken from each character's pitch so that the line holds as many as the master says, twips: 三号 is 16 pt to Word, and 28 of them are wider than 156 mm (G-20). */
  readonly tracking: number;
}

/** Measures of a master in Word's units. `size`: body size of the look, pt. */
export function geometryOf(master: SheetMaster, size: number): Geometry {
  const { columns, lines, pitch, firstBaseline } = master;
  // Ink of the last line ends a little below its baseline.
  const height = firstBaseline + (lines - 1) * pitch + columns.em * 0.12;
  const width = twips(columns.characters * columns.em);
  const [top, inner] = [twips(master.top), twips(master.inner)];
  return {
    master, top, inner, width, outer: twips(master.width) - inner - width, bottom: twips(master.height) - top - twips(height), line: Math.floor(twips(height) / lines), size: halfPoints(size) / 2,
    tracking: trackingOf(Math.floor(width / columns.characters) - halfPoints(size) * 10),
  };
}

/** A twip more than what is too wide: LibreOffice makes the line a whole number of its rounded cells. */
function trackingOf(room: number): number {
  return room < 0 ? room - 1 : 0;
}

export type FooterName = 'footerOdd' | 'footerEven' | 'footerNone' | 'headerDraft';

export interface SectionWish {
  readonly type: 'nextPage' | 'oddPage';
  /** Number of its first page; null: counts on. */
  readonly start: number | null;
  /** Pages with their numbers. */
  readonly numbered: boolean;
}

/** sectPr of a section. `relation` gives the id of a header or footer. */
export function sectionProperties(geometry: Geometry, wish: SectionWish, relation: (name: FooterName) => string): string {
  const { master, top, bottom, inner, outer, line, size } = geometry;
  const reference = (kind: 'header' | 'footer', type: string, name: FooterName): string => element(`w:${kind}Reference`, { 'w:type': type, 'r:id': relation(name) });
  const shown = wish.numbered && master.folio.place !== 'none';
  const draft = master.draft !== undefined && wish.numbered;
  return element('w:sectPr', {},
    draft && master.draft.header > 0 ? reference('header', 'even', 'headerDraft') + reference('header', 'default', 'headerDraft') : '',
    reference('footer', 'even', shown ? 'footerEven' : 'footerNone'), reference('footer', 'default', shown ? 'footerOdd' : 'footerNone'),
    valued('w:type', wish.type),
    element('w:pgSz', { 'w:w': twips(master.width), 'w:h': twips(master.height) }),
    element('w:pgMar', { 'w:top': top, 'w:right': outer, 'w:bottom': bottom, 'w:left': inner, 'w:header': Math.max(0, top - 800), 'w:footer': footerDistance(geometry), 'w:gutter': 0 }),
    draft && master.draft.every > 0 ? element('w:lnNumType', { 'w:countBy': master.draft.every, 'w:distance': twips(master.draft.gap), 'w:restart': 'newPage' }) : '',
    element('w:pgNumType', { 'w:start': wish.start }),
    element('w:cols', { 'w:space': 425 }),
    element('w:docGrid', { 'w:type': 'linesAndChars', 'w:linePitch': line, 'w:charSpace': Math.round((master.columns.em - size) * 4096) }));
}

/** From the sheet's foot to the footer's, so that the dash stands where G-10 wants it. */
function footerDistance({ master, bottom }: Geometry): number {
  return Math.max(0, bottom - twips(master.folio.belowTypeArea) - FOLIO / 2);
}

/** Height of a page number's line, twips: 四号 in a fixed line. */
const FOLIO = 320;

/** A footer with `— 1 —`, outside and one character in, or centred (G-10). */
export function footer({ master: { folio } }: Geometry, side: 'odd' | 'even', namespaces: Readonly<Record<string, string>>): string {
  const align = folio.place === 'centre' ? 'center' : side === 'odd' ? 'right' : 'left';
  const inset = folio.place === 'centre' ? {} : side === 'odd' ? { 'w:rightChars': 100, 'w:right': twips(folio.inset) } : { 'w:leftChars': 100, 'w:left': twips(folio.inset) };
  const dash = (text: string): string => (folio.dash ? plainRun(text) : '');
  return element('w:ftr', namespaces, element('w:p', {},
    element('w:pPr', {}, valued('w:pStyle', 'Footer'), '<w:widowControl w:val="0"/>', element('w:spacing', { 'w:line': FOLIO, 'w:lineRule': 'exact' }), element('w:ind', { ...inset, 'w:firstLineChars': 0, 'w:firstLine': 0 }), valued('w:jc', align)),
    dash('— '), field('PAGE', '1'), dash(' —')));
}

/** A footer without anything: cover and contents have no number. */
export function emptyFooter(namespaces: Readonly<Record<string, string>>): string {
  return element('w:ftr', namespaces, element('w:p', {}, element('w:pPr', {}, valued('w:pStyle', 'Footer'))));
}

/** Header of a 改稿本: 稿次 and time, then page and pages. */
export function draftHeader(said: string, width: number, namespaces: Readonly<Record<string, string>>): string {
  return element('w:hdr', namespaces, element('w:p', {},
    element('w:pPr', {}, valued('w:pStyle', 'Header'), element('w:pBdr', {}, element('w:bottom', { 'w:val': 'single', 'w:sz': 4, 'w:space': 4, 'w:color': 'auto' })), element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': width }))),
    plainRun(`${said}\t第 `), field('PAGE', '1'), plainRun(' 页　共 '), field('NUMPAGES', '1'), plainRun(' 页')));
}

/** A field in long form, with the result that it has now. */
export function field(instruction: string, result: string): string {
  return run('', element('w:fldChar', { 'w:fldCharType': 'begin' })) + run('', `<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`)
    + run('', element('w:fldChar', { 'w:fldCharType': 'separate' })) + plainRun(result) + run('', element('w:fldChar', { 'w:fldCharType': 'end' }));
}
