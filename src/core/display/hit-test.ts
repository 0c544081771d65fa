// Both ways between a place on a page and a place in the text: a click gives a
// document position, a caret gives a rectangle. Reads the display list alone.
import type { Point, Rect } from '../geometry';
import type { BlockRef } from '../flow/flow';
import type { DisplayList, DisplayPage, GlyphRun, Item, Source } from './list';

/** A position in a block of the document, or furniture that has none. */
export interface Hit {
  /** Of the run under the point. */
  readonly source: Source;
  /** Block offset of the caret nearest to the point: between two characters of a run, before or after an atom, beside a number. null: furniture. */
  readonly offset: number | null;
}

interface PlacedRun {
  readonly run: GlyphRun;
  readonly x: number;
  readonly y: number;
}

/** Every run of a page with the left and top edge of its group on the sheet. */
export function* placedRuns(page: DisplayPage): Iterable<PlacedRun> {
  yield* walk(page.items, 0, 0);
}

function* walk(items: readonly Item[], x: number, y: number): Iterable<PlacedRun> {
  for (const item of items) {
    if (item.kind === 'glyphs') yield { run: item, x, y };
    else if (item.kind === 'group') yield* walk(item.items, x + item.x, y + item.y);
  }
}

/** Text above and below the baseline of a run, em: what a click on a line means. Together the pitch of the closest lines (9 on 11.25). */
const ABOVE = 0.88;
const BELOW = 0.37;
/** Farther from all text than this, pt, a point means no text (two inches). */
const REACH = 144;

/** The place in the text nearest to a point of the page (pt from the sheet's left and top); null on a page without text there. */
export function hitTest(page: DisplayPage, point: Point): Hit | null {
  const runs = [...placedRuns(page)];
  const at = nearest(page, runs, point, () => true);
  if (at === null) return null;
  const { source } = runs[at]!.run;
  if (source.kind !== 'generated') return { source, offset: offsetAt(page, runs, at, point.x) };
  // A number, a label: the text that it stands before or behind, on its own line.
  const { y, run } = runs[at]!;
  const beside = nearest(page, runs, point, (one) => one.run.source.kind !== 'generated' && one.run.source.block === source.block && onOneLine(one, y + run.y, run.size));
  return { source, offset: beside === null ? null : offsetAt(page, runs, beside, point.x) };
}

function onOneLine({ run, y }: PlacedRun, baseline: number, size: number): boolean {
  return Math.abs(y + run.y - baseline) < 0.8 * Math.max(size, run.size);
}

/** Index of the run nearest to a point among those that `may` be meant; null where none is near. */
function nearest(page: DisplayPage, runs: readonly PlacedRun[], point: Point, may: (placed: PlacedRun) => boolean): number | null {
  let best: number | null = null;
  let least = REACH;
  for (const [i, placed] of runs.entries()) {
    if (!may(placed)) continue;
    const { run, x, y } = placed;
    const top = y + run.y - ABOVE * run.size;
    const bottom = y + run.y + BELOW * run.size;
    const left = x + page.x[run.first]!;
    const right = x + rightOf(page, runs, i);
    const dy = point.y < top ? top - point.y : Math.max(0, point.y - bottom);
    const dx = point.x < left ? left - point.x : Math.max(0, point.x - right);
    // A line is wide and low: beside it is nearer than above it.
    const distance = dy * 4 + dx;
    if (distance < least || (best === null && distance <= least)) {
      best = i;
      least = distance;
    }
  }
  return best;
}

/** Right edge of a run from its group's left: the next run's left edge where that follows on the line, else its last character's own width. */
function rightOf(page: DisplayPage, runs: readonly PlacedRun[], index: number): number {
  const { run, x, y } = runs[index]!;
  const last = page.x[run.end - 1]!;
  const narrow = run.text.charCodeAt(run.text.length - 1) < NARROW;
  const own = last + (narrow ? 0.5 : 1) * run.size;
  const next = runs[index + 1];
  if (next === undefined || next.run.first !== run.end || next.x !== x || next.y !== y) return own;
  const left = page.x[next.run.first]!;
  return left > last && onOneLine(next, y + run.y, run.size) ? left : own;
}

/** Characters below this are half an em wide (digits stand on it, Latin about). */
const NARROW = 0x2000;

function offsetAt(page: DisplayPage, runs: readonly PlacedRun[], index: number, pointX: number): number | null {
  const { run, x: shift } = runs[index]!;
  const { source } = run;
  if (source.kind === 'generated') return null;
  const x = pointX - shift;
  const right = rightOf(page, runs, index);
  if (source.kind === 'atom') return x < (page.x[run.first]! + right) / 2 ? source.from : source.to;
  for (let g = run.first; g < run.end; g++) {
    const next = g + 1 < run.end ? page.x[g + 1]! : right;
    if (x < (page.x[g]! + next) / 2) return source.from + page.at[g]!;
  }
  return source.to;
}

/** Where a caret stands: the page (0-based) and a rectangle without width, pt from the sheet's left and top. */
export interface CaretPlace {
  readonly page: number;
  readonly rect: Rect;
}

/** The caret before block offset `offset` of a block; null where the list does not print that place. */
export function caretRect(list: DisplayList, block: BlockRef, offset: number): CaretPlace | null {
  let after: CaretPlace | null = null;
  for (const [index, page] of list.pages.entries()) {
    const runs = [...placedRuns(page)];
    for (const [i, { run, x, y }] of runs.entries()) {
      const { source } = run;
      if (source.kind === 'generated' || source.block !== block) continue;
      if (offset < source.from || offset > source.to) continue;
      const rect = { x: x + caretX(page, runs, i, offset), y: y + run.y - ABOVE * run.size, width: 0, height: (ABOVE + 0.12) * run.size };
      const place = { page: index, rect };
      // At a seam the run that begins there wins: a caret before a character stands on its line.
      if (offset < source.to) return place;
      after ??= place;
    }
  }
  return after;
}

function caretX(page: DisplayPage, runs: readonly PlacedRun[], index: number, offset: number): number {
  const { run } = runs[index]!;
  const { source } = run;
  const first = page.x[run.first]!;
  if (source.kind === 'generated') return first;
  if (offset >= source.to) return rightOf(page, runs, index);
  if (source.kind === 'atom') return first;
  for (let g = run.end - 1; g >= run.first; g--) if (source.from + page.at[g]! <= offset) return page.x[g]!;
  return first;
}
