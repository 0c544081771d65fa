// The contents page (目录): headings of levels 0 to 2, leaders, real page
// numbers; as many pages as it needs.
import type { SheetMaster } from '../model/master';
import type { StyleSheet } from '../flow/style-sheet';
import { generated, sheetGrid, type SheetTools, typeAreaLeft } from './sheet-page';
import { baselineOf, type FilledFrame, type Frame, type Page, type Rule } from './frame';

export interface ContentsEntry {
  readonly level: number;
  readonly text: string;
  /** Page number as printed. */
  readonly page: number;
}

/** Dots of a leader: diameter and distance, em (by eye on the reference booklet). */
const DOT = 0.09;
const DOT_STEP = 0.5;
/** Rows that the heading 目　录 takes with its blanks. */
const HEAD_ROWS = 4;

/** The contents pages; `before` is the number of sheets' pages that stand before them. */
export function composeContents(entries: readonly ContentsEntry[], master: SheetMaster, sheet: StyleSheet, tools: SheetTools, before: number): Page[] {
  const pages: Page[] = [];
  const width = master.columns.characters * master.columns.em;
  const grid = sheetGrid(master);
  let frames: FilledFrame[] = [];
  let rules: Rule[] = [];
  let row = 0;
  const left = (): number => typeAreaLeft(master, before + pages.length + 1);
  const frameAt = (what: string, at: number, x: number, w: number): Frame => ({
    what, x: left() + x, y: master.top + at * grid.pitch, width: w, rows: 1, grid,
  });
  const flush = (): void => {
    pages.push({ size: { width: master.width, height: master.height }, label: '', frames, rules });
    frames = [];
    rules = [];
    row = 0;
  };
  const title = tools.flower.generate('contents-title', '目　录', sheet.paragraph('contentsTitle'));
  frames.push({ frame: frameAt('contents', 1, 0, width), article: null, fragments: generated(title, width, tools.setter) });
  row = HEAD_ROWS;
  for (const [i, entry] of entries.entries()) {
    const style = sheet.paragraph(entry.level <= 1 ? 'contents1' : 'contents2');
    if (entry.level <= 1 && i > 0) row++;
    const indent = style.indent * style.text.size;
    const page = tools.flower.generate('contents-page', String(entry.page), sheet.variant(sheet.paragraph('contents2'), 'right', 0));
    const room = 3 * style.text.size;
    const text = tools.flower.generate('contents-entry', entry.text, sheet.variant(style, 'left', 0));
    const fragments = generated(text, width - indent - room, tools.setter);
    const lines = fragments[0]?.set.lines.length ?? 1;
    if (row + lines > master.lines) flush();
    frames.push({ frame: frameAt('contents-entry', row, indent, width - indent - room), article: null, fragments });
    const last = row + lines - 1;
    frames.push({ frame: frameAt('contents-page', last, 0, width), article: null, fragments: generated(page, width, tools.setter) });
    const set = fragments[0]?.set;
    const from = indent + (set?.lines[lines - 1]?.right ?? 0) + 0.5 * style.text.size;
    const to = width - (String(entry.page).length * 0.5 + 0.5) * style.text.size;
    // Dots stand on one lattice for all lines, so that they align down the page.
    const step = DOT_STEP * style.text.size;
    const first = Math.ceil(from / step) * step;
    const count = Math.floor((to - first) / step);
    if (count > 0) {
      const y = master.top + baselineOf(grid, last, 1, style.text.size) - 0.38 * style.text.size;
      rules.push({ what: 'leader', kind: 'dots', x: left() + first, y, width: count * step, height: step, stroke: DOT * style.text.size, fill: null });
    }
    row += lines;
  }
  flush();
  return pages;
}
