// How much is wrong with a layout by hand, as one number to compare two of the same paper:
// faults, lines without room, white, pages. In: a layout. Out: the number, the less the
// better. Apart from the search's costs (page-cost.ts), which know nothing of lines over.
import type { Layout, PagePlan } from '../../model/layout';
import { crowded } from '../rules/crowded';
import type { HandTools } from './hand-act';
import { isFault } from '../rules/page-cost';
import { leadsOf } from '../rules/page-leads';
import { type White, whiteOf } from '../rules/page-white';
import { type BlockRoom, roomsOf } from '../judge/rooms';
import { foldedLabels, type Taboo, taboosOf } from '../rules/taboos';

/** What a fault costs beside a line that does not fit and a cell that is white. */
const FAULT = 100;
export const OVER = 8;
export const WHITE = 0.4;

/** What is found on a page. */
export interface PageHarm {
  readonly plan: PagePlan;
  readonly taboos: readonly Taboo[];
  readonly white: White;
}

export interface Harm {
  readonly wrong: number;
  readonly pages: readonly PageHarm[];
  readonly rooms: readonly BlockRoom[];
}

/** How much is wrong with a layout of an edition. */
export function harmOf(layout: Layout, { edition, ruler, isReport }: Pick<HandTools, 'edition' | 'ruler' | 'isReport'>): Harm {
  const { columns, lines } = ruler.master;
  const leads = leadsOf(layout.pages, edition, isReport);
  const pages = layout.pages.map((plan, i): PageHarm => ({ plan, taboos: [...taboosOf(plan, leads[i] ?? null, ruler), ...foldedLabels(plan, ruler)], white: whiteOf(plan, columns, lines) }));
  const rooms = roomsOf(layout, ruler);
  let wrong = FAULT * crowded(layout).length;
  for (const { taboos, white } of pages) wrong += FAULT * taboos.filter((found) => isFault(found, ruler.style)).length + WHITE * white.holes + (white.worst > 2 ? FAULT : 0);
  for (const { over, short } of rooms) wrong += OVER * over + WHITE * short;
  return { wrong, pages, rooms };
}
