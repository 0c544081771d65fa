// A block put at the head of its page by hand (提到版首, or dropped in its first rows) where the
// others cannot give way without a loss: its page made up anew with that block at its head, in
// its width or one near it, as the program would propose such a page. In: a layout, the block where
// it is put. Out: the best such layout by what the page is worth, or null.
import { type Area, type BlockName, type Layout, layoutFault, type Piece } from '../../model/layout';
import { quoted } from '../../model/quote';
import { newCrowd } from '../rules/crowded';
import { endedJumps } from './ended-jump';
import { filledHoles } from './fill-holes';
import { followJump } from './follow-jump';
import type { HandTools } from './hand-act';
import { changedBeside, moreOver, movedBeside } from './hand-cost';
import { pieceOf, withPage } from './hand-put';
import { boundsOf } from '../measure/hand-shape';
import { MOST_HOLE } from '../../page/piece-end';
import { whiteOf } from '../rules/page-white';
import { levelled } from './level-ways';
import type { Steps } from '../measure/steps';
import { gaveWay } from './way-words';

/** Columns that it may stand aside of where it was put. */
const MOST_ASIDE = 2;
/** Columns that it may be wider or narrower by than it was put, where not in any width; and that a block has at the least. */
const MOST_WIDER = 2;
const LEAST_COLUMNS = 2;
/** Points that the page may lose for which no other place is tried. */
const LITTLE = 4;
/** Pages for whose jumps room is made on later ones, and those whose holes are filled. */
const MOST_FOLLOWED = 3;
const MOST_FILLED = 2;
/** Points for each column that it is wider or narrower than it was put; for each that it stands aside of where it was put; for each other block that stands otherwise. */
const WIDTH = 2.5;
const ASIDE = 4;
const OTHER = 0.5;
/** And what a hole costs beside what it takes of the page's points: nobody asked for it. */
const HOLE = 6;

/** A page made up anew with the block at its head. */
export interface Headed {
  readonly layout: Layout;
  readonly note: string;
  /** What the page is worth, less what it costs that the block is not just as it was put: points. */
  readonly worth: number;
}

/** The best page with the block at its head about where it was put; null where none has room for all. */
export function* headedWay(layout: Layout, name: BlockName, moved: Piece, tools: HandTools): Steps<Headed | null> {
  const { ruler, titleOf } = tools;
  const plan = layout.pages.find(({ number }) => number === name.page);
  if (plan === undefined) return null;
  const asked = boundsOf(moved);
  const { columns: all } = ruler.master;
  const was = tools.worthOf(layout).left;
  const found: Made[] = [];
  const best = (): number => Math.max(-Infinity, ...found.filter(({ over, hole }) => over === 0 && hole <= MOST_HOLE).map(({ worth }) => worth));
  for (const { column, columns, less } of placesFor(asked, all)) {
    // What is not as it was put is worth so much less at the least.
    if (best() >= was - LITTLE - less) break;
    for (const page of yield* tools.headed(layout, name, { column, columns })) {
      yield;
      const made = withPage(layout, page);
      for (const one of new Set([made, endedJumps(made, name.page, ruler)])) {
        const own = weighed(layout, one, name, asked, plan.mastheadRows, tools);
        if (own !== null) found.push(own);
      }
    }
  }
  found.sort((a, b) => b.worth - a.worth);
  const whole = found.filter(({ over }) => over === 0);
  const better: Made[] = whole.slice(0, 1);
  // A text that goes on has more there now: room is made for it.
  for (const one of found.filter(({ over }) => over > 0).slice(0, MOST_FOLLOWED)) {
    yield;
    const followed = yield* followJump(layout, one.layout, name.page, tools);
    const made = followed === null ? null : weighed(layout, followed.layout, name, asked, plan.mastheadRows, tools);
    if (made?.over === 0) better.push(made);
  }
  // A hole beside one: that one, or a text, takes its columns.
  for (const one of whole.filter(({ hole }) => hole > MOST_HOLE).slice(0, MOST_FILLED)) {
    const page = one.layout.pages.find(({ number }) => number === name.page)!;
    const there = pieceOf(one.layout, name)!;
    const ways = filledHoles(page, ruler).map((way) => withPage(one.layout, way.plan));
    for (const level of ways.length === 0 ? [] : yield* levelled(page, ways, one.layout, there, 0, tools)) {
      const made = weighed(layout, withPage(one.layout, level), name, asked, plan.mastheadRows, tools);
      if (made?.over === 0) better.push(made);
    }
  }
  const [chosen] = better.toSorted((a, b) => b.worth - a.worth);
  if (chosen === undefined) return null;
  const { columns } = boundsOf(pieceOf(chosen.layout, name)!);
  const wide = columns === asked.columns ? '' : `${quoted(titleOf(name.article))}排成 ${columns} 栏宽；`;
  return { layout: chosen.layout, note: `${wide}${gaveWay(changedBeside(layout, chosen.layout, [name.article]), titleOf)}，这一版重新排过`, worth: chosen.worth };
}

/** Columns and widths that it is tried in, the nearest first, and points that each costs: as it was put, a column or two wider or narrower, at the page's side where that is near, at the left in any width. */
function placesFor({ column, columns }: Area, all: number): { readonly column: number; readonly columns: number | null; readonly less: number }[] {
  const widths = Array.from({ length: 2 * MOST_WIDER + 1 }, (_, i) => columns + i - MOST_WIDER).filter((wide) => wide >= LEAST_COLUMNS && wide <= all);
  const places = widths.flatMap((wide) => {
    const right = all - wide;
    const near = column === 0 ? [0] : [column, column + columns - wide, ...(column <= MOST_ASIDE ? [0] : []), ...(right - column <= MOST_ASIDE ? [right] : [])];
    // A column alone beside it holds nothing.
    const at = new Set(near.map((one) => Math.max(0, Math.min(one, right))).filter((one) => one !== 1 && (one !== right - 1 || one === 0)));
    return [...at].map((one) => ({ column: one, columns: wide, less: WIDTH * Math.abs(wide - columns) + ASIDE * asideOf({ column: one, columns: wide }, { column, columns }) }));
  });
  return [...places.toSorted((a, b) => a.less - b.less), ...(column <= MOST_ASIDE ? [{ column: 0, columns: null, less: ASIDE * column }] : [])];
}

/** Columns from where it was put to where it stands, by its nearer side. */
function asideOf(is: Pick<Area, 'column' | 'columns'>, asked: Pick<Area, 'column' | 'columns'>): number {
  return Math.min(Math.abs(is.column - asked.column), Math.abs(is.column + is.columns - asked.column - asked.columns));
}

/** What a layout is worth with the block at its page's head, as those are weighed that are made up anew; null where it is none of them, or a text has less room. */
export function worthAtHead(before: Layout, layout: Layout, name: BlockName, moved: Piece, tools: HandTools): number | null {
  const head = before.pages.find(({ number }) => number === name.page)?.mastheadRows ?? 0;
  const made = weighed(before, layout, name, boundsOf(moved), head, tools);
  return made === null || made.over > 0 ? null : made.worth;
}

interface Made {
  readonly layout: Layout;
  readonly worth: number;
  /** Lines without room more than before, on later pages. */
  readonly over: number;
  /** Rows of the page's highest hole. */
  readonly hole: number;
}

/** A layout with the block at its page's head, and what it is worth there; null where it cannot stand, stands elsewhere, or something on its page has less room than it had. */
function weighed(before: Layout, layout: Layout, name: BlockName, asked: Area, head: number, tools: HandTools): Made | null {
  const { master } = tools.ruler;
  const there = pieceOf(layout, name);
  const page = layout.pages.find(({ number }) => number === name.page);
  if (there === null || page === undefined || layoutFault(layout, master.columns, master.lines) !== null || newCrowd(before, layout) !== null) return null;
  const is = boundsOf(there);
  const aside = asideOf(is, asked);
  if (is.row !== head || aside > MOST_ASIDE || (asked.column === 0 && is.column > 0)) return null;
  const over = moreOver(before, layout, tools);
  const own = page.pieces.filter(({ to }) => to === null).map(({ article }) => article);
  if (over.some(({ article }) => own.includes(article))) return null;
  const hole = whiteOf(page, master.columns, master.lines).worst;
  const worth = tools.worthOf(layout).left - (hole > MOST_HOLE ? HOLE : 0) - WIDTH * Math.abs(is.columns - asked.columns) - ASIDE * aside - OTHER * movedBeside(before, layout, [name.article]);
  return { layout, worth, over: over.reduce((sum, { more }) => sum + more, 0), hole };
}
