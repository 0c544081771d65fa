// Rules of a newspaper page: between columns, above articles, around boxes, at the end
// of a page that is not full, and the screens behind (TYPESETTING 2.2). Each kind of
// border is one rule, a pair, or a pattern (花线). In: areas and what stands in them;
// out: rules on the sheet, pt. It decides no place: that is the make-up's.
import { assertNever } from '../assert-never';
import type { Rect } from '../geometry';
import type { Border } from '../model/dress';
import { areasOf } from '../model/layout';
import type { PaperMaster } from '../model/master';
import type { Rule } from './frame';
import type { PicturedPiece, PicturePlace } from './picture-place';
import type { Area, Broken, PagePlan, Piece } from './placement';
import { areaFrame, brokenFrames, columnLeft, longMeasure, rowTop } from './paper-grid';

/** Rows below the lowest piece from which on a page is ended with a rule. */
const LEAST_EMPTY = 4;

/** Column rules, 0.1 mm, centred in the gap and as high as the text (TYPESETTING 2.2). */
export function columnRules(master: PaperMaster, body: readonly Broken[], rows: readonly number[], rules: Rule[], picture: (PicturePlace & PicturedPiece['picture']) | null): void {
  body.forEach((broken, g) => {
    const frames = brokenFrames(master, broken, 'body');
    const height = rows[g] ?? 0;
    if (height === 0) return;
    frames.forEach((frame, k) => {
      const previous = frames[k - 1];
      const gap = previous === undefined ? master.gap * master.em : frame.x - previous.x - previous.width;
      const left = previous === undefined ? besideGroup(body, rows, g) : { from: 0, to: height };
      if (left === null) return;
      const { from: first, to: own } = left;
      // Through a picture no rule goes: below it, or above.
      const isThrough = picture !== null && picture.group === g && k > picture.column && k < picture.column + picture.columns;
      for (const [from, to] of isThrough ? [[first, picture.down - 1], [picture.down + picture.rows, own]] as const : [[first, own]] as const) {
        if (to <= from) continue;
        rules.push({
          what: 'column', kind: 'line', x: frame.x - gap / 2, y: frame.y + from * master.pitch, width: 0,
          height: (to - from - 1) * master.pitch + master.em, stroke: 0.283, fill: null,
        });
      }
    });
  });
}

/**
 * Rows of a group of columns, from its first on, along which a rule parts it from the group at its left: from where both
 * have text, as far down as the longer of them, for what ends there may have another article under it. A leg of text goes
 * on beside its own title, or under another article, so that they need not begin on one row. Null: none is beside it.
 */
function besideGroup(body: readonly Broken[], rows: readonly number[], g: number): { readonly from: number; readonly to: number } | null {
  const [group, left] = [body[g]!, body[g - 1]];
  if (left === undefined) return null;
  const down = left.area.row - group.area.row;
  const [own, other] = [rows[g] ?? 0, down + (rows[g - 1] ?? 0)];
  const from = Math.max(0, down);
  // Another article between them: what stands under that may reach under this group too.
  if (left.area.column + left.area.columns !== group.area.column) return down === 0 ? { from: 0, to: own } : null;
  if (down !== 0 && Math.min(own, other) <= from) return null;
  return { from, to: Math.max(own, other) };
}

/**
 * Rules in the middle of the blank rows above what stands under another piece (0.2 mm): a title block, and text that is not under
 * its own; and one at the piece's left beside another.
 */
export function separator(master: PaperMaster, piece: Piece, plan: PagePlan, rows: readonly number[], rules: Rule[], border: Border = 'single'): void {
  const { deck, body } = piece;
  const across = (row: number, column: number, columns: number): void => {
    if (row <= plan.mastheadRows) return;
    rules.push(...lineRules('separator', columnLeft(master, column), rowTop(master, row) - master.pitch / 2 - 0.1 * master.em, longMeasure(master, columns), border));
  };
  // Groups of columns that begin on one row, side by side, and not under their own title.
  const tops: { row: number; column: number; columns: number }[] = deck === null ? [] : [{ row: deck.row, column: deck.column, columns: deck.columns }];
  for (const { area } of body) {
    if (deck !== null && area.row === deck.row + deck.rows && area.column >= deck.column && area.column < deck.column + deck.columns) continue;
    const beside = tops.find(({ row, column, columns }) => row === area.row && column + columns === area.column);
    if (beside === undefined) tops.push({ row: area.row, column: area.column, columns: area.columns });
    else beside.columns += area.columns;
  }
  for (const { row, column, columns } of tops) across(row, column, columns);
  if (deck !== null && deck.column > 0) {
    // Of the text at this edge alone: a leg at its right may go on beside the title of what stands under it. Each stretch by itself: between two of them another piece may stand.
    const x = columnLeft(master, deck.column) - (master.gap * master.em) / 2;
    let [top, foot] = [deck.row, deck.row + deck.rows];
    const downwards = (): void => void rules.push({ what: 'column', kind: 'line', x, y: rowTop(master, top), width: 0, height: (foot - top - 1) * master.pitch + master.em, stroke: 0.283, fill: null });
    const edge = body.flatMap(({ area }, g) => (area.column === deck.column ? [{ row: area.row, foot: area.row + (rows[g] ?? 0) }] : [])).toSorted((p, q) => p.row - q.row);
    for (const leg of edge) {
      if (leg.row > foot) {
        downwards();
        top = leg.row;
      }
      foot = Math.max(foot, leg.foot);
    }
    downwards();
  }
}

/** Where a box's rule stands: the rows of its area, a little above their em boxes. */
export function boxRect(master: PaperMaster, area: Area): Rect {
  const { x, y, width } = areaFrame(master, area, 'box');
  return { x, y: y - 0.25 * master.em, width, height: area.rows * master.pitch - 0.25 * master.em };
}

/** 底纹: gray behind a block, out to the rules between it and others; behind what is boxed to its frame. */
export function tintsOf(master: PaperMaster, piece: Piece, tint: number): Rule[] {
  const fill = 1 - tint / 100;
  if (piece.box !== null) return [{ what: 'tint', kind: 'rect', ...boxRect(master, piece.box.area), stroke: null, fill }];
  // Beside the rules, and as far from the text at the edges of the page; above and below it, in the blank rows, short of theirs.
  const air = 0.3 * master.gap * master.em;
  const above = 0.45 * master.em;
  // What stands side by side is one screen, without a seam.
  const areas = areasOf(piece);
  return areas.map((area): Rule => {
    const { x, width } = areaFrame(master, area, 'tint');
    const end = area.column + area.columns;
    const goesOn = areas.some((other) => other.column === end && other.row < area.row + area.rows && area.row < other.row + other.rows);
    const [left, right] = [x - air, x + width + (goesOn ? master.gap * master.em : air)];
    return { what: 'tint', kind: 'rect', x: left, y: rowTop(master, area.row) - above, width: right - left, height: (area.rows - 1) * master.pitch + master.em + 2 * above, stroke: null, fill };
  });
}

/** A rule of a kind over a width, its middle at `y`. */
function lineRules(what: string, x: number, y: number, width: number, border: Border): Rule[] {
  const line = (by: number, stroke: number): Rule => ({ what, kind: 'line', x, y: y + by, width, height: 0, stroke, fill: null });
  switch (border) {
    case 'single': return [line(0, 0.567)];
    case 'thick': return [line(0, 1.4)];
    case 'double': return [line(-1, 0.3), line(1, 0.3)];
    case 'wenwu': return [line(-1.2, 1.4), line(1.2, 0.3)];
    case 'dots':
    case 'wave':
    case 'chain': return [{ what, kind: 'ornament', pattern: border, x, y, width, height: 0, stroke: null, fill: null }];
    default: return assertNever(border);
  }
}

/** 围框 of a kind; 文武线 is a thin rule inside a thicker one. */
export function boxRules({ x, y, width, height }: Rect, border: Border): Rule[] {
  const rect = (by: number, stroke: number): Rule => ({ what: 'box', kind: 'rect', x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by, stroke, fill: null });
  switch (border) {
    case 'single': return [rect(0, 0.567)];
    case 'thick': return [rect(0, 1.4)];
    case 'double': return [rect(0, 0.3), rect(2, 0.3)];
    case 'wenwu': return [rect(0, 0.9), rect(2.2, 0.25)];
    case 'dots':
    case 'wave':
    case 'chain': {
      // A pattern stands all inside.
      const by = border === 'chain' ? 3.2 : 1.5;
      return [{ what: 'box', kind: 'ornament', pattern: border, x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by, stroke: null, fill: null }];
    }
    default: return assertNever(border);
  }
}

/** A page that its text does not fill ends in a 文武线 under its lowest piece, over the whole page, not in the open. */
export function endRule(master: PaperMaster, { pieces }: PagePlan): Rule[] {
  const end = Math.max(0, ...pieces.flatMap(areasOf).map(({ row, rows }) => row + rows));
  if (end === 0 || master.lines - end < LEAST_EMPTY) return [];
  const [x, y, width] = [master.left, rowTop(master, end + 1) - master.pitch / 2, longMeasure(master, master.columns)];
  return [
    { what: 'end-rule', kind: 'line', x, y, width, height: 0, stroke: 0.3, fill: null },
    { what: 'end-rule', kind: 'line', x, y: y + 2.4, width, height: 0, stroke: 1.4, fill: null },
  ];
}
