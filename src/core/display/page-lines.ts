// The printed lines of pages as people count and quote them: top to bottom of each
// frame of text, numbers of headings included, furniture left out. In: a display
// list and who its blocks are. Out: plain records that say what stood on which
// line and where in the text it came from: what the print record keeps of a
// printing, and what two printings are compared by.
import type { BlockOrigin, BlockRef } from '../flow/flow';
import type { DisplayList, DisplayPage, GlyphRun, Group, Item } from './list';
import { UPRIGHT_DECK } from '../page/vertical-title';

export interface PrintedLine {
  /** As printed. */
  readonly text: string;
  /** Article (or ANNEX) that it is of. */
  readonly article: string;
  /** Path of the deck or head field, or null; then `block` is the index among the article's blocks. Both null: made by the program. */
  readonly field: string | null;
  readonly block: number | null;
  /** Range in the block, positions as in a Place. */
  readonly from: number;
  readonly to: number;
  /** The document's own characters on the line, an inline atom U+FFFC. */
  readonly source: string;
}

export interface PrintedPage {
  /** Number as printed, '' on a page without one. */
  readonly label: string;
  readonly lines: readonly PrintedLine[];
}

/** Lines of all pages. Line n of a page is `lines[n − 1]`: the number that a 改稿本 prints beside it (page/draft-marks.ts). */
export function printedPages(list: DisplayList, origins: ReadonlyMap<BlockRef, BlockOrigin>): readonly PrintedPage[] {
  return list.pages.map((page) => ({ label: page.label, lines: linesOf(page, origins) }));
}

function linesOf(page: DisplayPage, origins: ReadonlyMap<BlockRef, BlockOrigin>): PrintedLine[] {
  return page.items.flatMap((item) => (item.kind === 'group' && item.article !== null ? frameLines(item, item.article, origins) : []));
}

/** Baselines closer than this share of the larger size are one line: a raised anchor, cells of another size. */
const ONE_LINE = 0.8;

interface OpenLine {
  readonly y: number;
  size: number;
  readonly runs: GlyphRun[];
}

function frameLines(frame: Group, article: string, origins: ReadonlyMap<BlockRef, BlockOrigin>): PrintedLine[] {
  const lines: OpenLine[] = [];
  const isUpright = frame.what === UPRIGHT_DECK;
  // Runs come line by line; only the cells of a table go up again, so lines are looked for among all that are open.
  for (const run of runsOf(frame.items)) {
    const line = isUpright ? below(lines, run) : lines.findLast(({ y, size }) => Math.abs(y - run.y) < ONE_LINE * Math.max(size, run.size));
    if (line === undefined) lines.push({ y: run.y, size: run.size, runs: [run] });
    else {
      line.runs.push(run);
      line.size = Math.max(line.size, run.size);
    }
  }
  return (isUpright ? lines : lines.toSorted((a, b) => a.y - b.y)).map(({ runs }) => lineOf(runs, article, origins));
}

/** The line downwards that goes on with this run: the last one, unless the run is higher up again. */
function below(lines: readonly OpenLine[], run: GlyphRun): OpenLine | undefined {
  const last = lines.at(-1);
  return last !== undefined && run.y > (last.runs.at(-1)?.y ?? Infinity) ? last : undefined;
}

function* runsOf(items: readonly Item[]): Iterable<GlyphRun> {
  for (const item of items) {
    if (item.kind === 'glyphs') yield item;
    else if (item.kind === 'group') yield* runsOf(item.items);
  }
}

function lineOf(runs: readonly GlyphRun[], article: string, origins: ReadonlyMap<BlockRef, BlockOrigin>): PrintedLine {
  const text = runs.map((run) => run.text).join('');
  let place: Pick<PrintedLine, 'field' | 'block'> = { field: null, block: null };
  let [ref, from, to, source] = [-1, 0, 0, ''];
  for (const { source: of, text: own } of runs) {
    if (of.kind === 'generated') continue;
    if (ref < 0) {
      const origin = origins.get(of.block);
      if (origin === undefined || origin.kind === 'generated') continue;
      place = origin.kind === 'field' ? { field: origin.field, block: null } : { field: null, block: origin.index };
      [ref, from, to] = [of.block, of.from, of.to];
    } else if (of.block !== ref) continue;
    [from, to] = [Math.min(from, of.from), Math.max(to, of.to)];
    source += of.kind === 'atom' ? '\ufffc' : own;
  }
  return { text, article, ...place, from, to, source };
}
