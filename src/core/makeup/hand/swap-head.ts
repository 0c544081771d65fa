// 对调 of the page's lead with another block: that one stands at the head in each width that it can
// have, and all the rest is made up anew about it, the lead where there is room for it. A lead takes
// so much of its page that seldom anything else can stand in its room. In: a layout, a page of it and
// the two. Out: layouts; whether the two have changed there is for who asks to say.
import type { Layout, PagePlan, Piece } from '../../model/layout';
import type { HandTools } from './hand-act';
import { boundsOf } from '../measure/hand-shape';
import { keepsAll, remadeAround } from './remade-around';
import { at, isInside } from './shift-others';
import type { Steps } from '../measure/steps';
import { shapesOf } from './text-gives-way';

/** The other at the corner where the lead stood. */
export function* headedBy(layout: Layout, plan: PagePlan, lead: Piece, other: Piece, tools: HandTools): Steps<Layout[]> {
  const { master } = tools.ruler;
  const to = boundsOf(lead);
  const made: Layout[] = [];
  for (let columns = 1; columns <= master.columns; columns++) {
    const shape = shapesOf(other, columns, tools.ruler).find((one) => boundsOf(one).columns === columns);
    if (shape === undefined) continue;
    const own = boundsOf(shape);
    const moved = at(shape, Math.min(to.column, master.columns - columns) - own.column, to.row - own.row);
    if (!isInside(moved, plan, master)) continue;
    yield;
    for (const one of yield* remadeAround(layout, plan.number, [moved], tools, true)) if (keepsAll(layout, one, null)) made.push(one);
  }
  return made;
}
