// Both ways between a place on a page and a place in the text: a click gives a
// document position, a caret gives a rectangle. Reads the display list alone.
import type { Point, Rect } from '../geometry';
import type { BlockRef } from '../flow/flow';
import type { DisplayList, DisplayPage, GlyphRun, Item, Source } from './list';

/** A position in a block of the document, or furniture that has none. */
export interface Hit {
  readonly source: Source;
  /** Block offset of the caret nearest to the point: between two characters of a run, before or after an atom. */
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

/** Text above and below the baseline of a run, em: what a click on a line means. */
const ABOVE = 0.88;
const BELOW = 0.5;

/** The place in the text nearest to a point of the page (pt from the sheet's left and top); null on a page without text there. */
export function hitTest(page: DisplayPage, point: Point): Hit | null {
  let best: { placed: PlacedRun; distance: number } | null = null;
  for (const placed of placedRuns(page)) {
    const { run, x, y } = placed;
    const top = y + run.y - ABOVE * run.size;
    const bottom = y + run.y + BELOW * run.size;
    const left = x + page.x[run.first]!;
    const right = x + page.x[run.end - 1]! + run.size;
    const dy = point.y < top ? top - point.y : Math.max(0, point.y - bottom);
    const dx = point.x < left ? left - point.x : Math.max(0, point.x - right);
    // A line is wide and low: beside it is nearer than above it.
    const distance = dy * 4 + dx;
    if (best === null || distance < best.distance) best = { placed, distance };
  }
  if (best === null || best.distance > 144) return null;
  const { run, x } = best.placed;
  return { source: run.source, offset: offsetAt(page, run, point.x - x) };
}

function offsetAt(page: DisplayPage, run: GlyphRun, x: number): number | null {
  const { source } = run;
  if (source.kind === 'generated') return null;
  const middle = (page.x[run.first]! + page.x[run.end - 1]! + run.size) / 2;
  if (source.kind === 'atom') return x < middle ? source.from : source.to;
  for (let g = run.first; g < run.end; g++) {
    const next = g + 1 < run.end ? page.x[g + 1]! : page.x[g]! + run.size;
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
    for (const { run, x, y } of placedRuns(page)) {
      const { source } = run;
      if (source.kind === 'generated' || source.block !== block) continue;
      if (offset < source.from || offset > source.to) continue;
      const place = { page: index, rect: { x: x + caretX(page, run, offset), y: y + run.y - ABOVE * run.size, width: 0, height: (ABOVE + 0.12) * run.size } };
      // At a seam the run that begins there wins: a caret before a character stands on its line.
      if (offset < source.to) return place;
      after ??= place;
    }
  }
  return after;
}

function caretX(page: DisplayPage, run: GlyphRun, offset: number): number {
  const { source } = run;
  const end = page.x[run.end - 1]! + run.size;
  if (source.kind === 'generated') return page.x[run.first]!;
  if (offset >= source.to) return end;
  if (source.kind === 'atom') return page.x[run.first]!;
  for (let g = run.end - 1; g >= run.first; g--) if (source.from + page.at[g]! <= offset) return page.x[g]!;
  return page.x[run.first]!;
}
