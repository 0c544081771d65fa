// What the pages of a sheet master share: the grid of the type area, its place on
// mirrored pages, blank pages, and a generated paragraph alone in a frame.
import type { SheetMaster } from '../model/master';
import type { Block } from '../flow/flow';
import type { Flower } from '../flow/flow-article';
import type { FilledFrame, Grid, Page } from './frame';
import type { Paginator } from './paginate';
import type { PieceMemory } from './piece-memory';
import type { Setter } from './setter';

export interface SheetTools {
  readonly flower: Flower;
  readonly setter: Setter;
  readonly paginator: Paginator;
  readonly pieces: PieceMemory;
  /** Pages by the frame that they hold, so that an untouched page stays the same object. */
  readonly pages: WeakMap<readonly unknown[], { readonly master: SheetMaster; readonly byKey: Map<string, Page> }>;
}

/** The grid of a sheet's type area. */
export function sheetGrid(master: SheetMaster): Grid {
  return { pitch: master.pitch, firstBaseline: master.firstBaseline, em: master.columns.em };
}

/** A page without anything, unnumbered (G-10). */
export function blankPage(master: SheetMaster): Page {
  return { size: { width: master.width, height: master.height }, label: '', frames: [], rules: [] };
}

/** Left edge of the type area on a page of this number: mirrored margins (G-02), but in a 改稿本, where the wide one is always at the right. */
export function typeAreaLeft(master: SheetMaster, number: number): number {
  const width = master.columns.characters * master.columns.em;
  return number % 2 === 1 || master.draft !== undefined ? master.inner : master.width - master.inner - width;
}

/** The fragments of a generated block that stands alone in its frame. */
export function generated(block: Block, width: number, setter: Setter): FilledFrame['fragments'] {
  if (block.content.kind !== 'paragraph') return [];
  const set = setter.set(block.content, width);
  return [{ block, set, first: 0, end: set.lines.length, row: 0, x: 0 }];
}
