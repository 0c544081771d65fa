// Which of a page's wrongs is asked about (试排 beside a finding), where there are several of a
// kind, and how much of it stands after a step: that another of the kind is gone is no answer.
// In: the page with what is wrong on it, and the place of the finding. Out: a measure.
import { type Area, areasOf, footOf, type PagePlan } from '../../model/layout';
import { crowdsOf } from '../rules/crowded';
import { overwide } from '../measure/head-span';
import { holesOf } from '../rules/page-white';
import type { Taboo } from '../rules/taboos';
import type { HandTools, MendAct } from './hand-act';
import type { PageHarm } from './harm';

/** How much of it stands on the page as it is then: 1 or 0, columns too many of a headline, white cells. */
type Asked = (page: PageHarm) => number;

/** null: none of the kind stands at the place, or no place is given: any of them is asked about. */
export function askedAt({ plan, taboos }: PageHarm, { taboo, where }: MendAct, { head, ruler: { master } }: Pick<HandTools, 'head' | 'ruler'>): Asked | null {
  if (where === undefined) return null;
  switch (taboo) {
    case 'hole': {
      const hole = holesOf(plan, master.columns, master.lines).find((one) => meet(one, where));
      return hole === undefined ? null : (page) => whiteIn(page.plan, hole);
    }
    case 'crowd': {
      const own = crowdsOf(plan).filter(({ upper }) => plan.pieces.some((piece) => piece.article === upper && areasOf(piece).some((area) => meet(area, where))));
      return own.length === 0 ? null : (page) => crowdsOf(page.plan).filter(({ upper, lower }) => own.some((one) => one.upper === upper && one.lower === lower)).length;
    }
    case 'wide': {
      const own = plan.pieces.find(({ deck }) => deck !== null && meet(deck, where))?.article;
      return own === undefined ? null : (page) => page.plan.pieces.reduce((sum, piece) => sum + (piece.article === own ? overwide(piece, own === head) : 0), 0);
    }
    default: {
      const all = taboos.filter(({ kind }) => kind === taboo);
      const own = nearest(where, all);
      return own === null ? null : (page) => (page.taboos.some((one) => one.kind === taboo && isSame(one, own, all)) ? 1 : 0);
    }
  }
}

/** The same one as before: of the same articles; a break or a gutter, which has none, that came from it and not from another. */
function isSame(now: Taboo, own: Taboo, before: readonly Taboo[]): boolean {
  if (own.articles.length === 0) return nearest(now.area, before) === own;
  return now.isLabel === own.isLabel && now.articles.length === own.articles.length && now.articles.every((article) => own.articles.includes(article));
}

function nearest(place: Area, all: readonly Taboo[]): Taboo | null {
  const far = ({ area }: Taboo): number => Math.abs(area.row - place.row) + Math.abs(area.column - place.column);
  return all.reduce<Taboo | null>((best, one) => (best === null || far(one) < far(best) ? one : best), null);
}

function meet(one: Area, other: Area): boolean {
  return one.column < other.column + other.columns && other.column < one.column + one.columns && one.row < footOf(other) && other.row < footOf(one);
}

/** Cells of an area that no block covers. */
function whiteIn({ pieces }: PagePlan, { column, columns, row, rows }: Area): number {
  const areas = pieces.flatMap(areasOf);
  let white = 0;
  for (let c = column; c < column + columns; c++) for (let r = row; r < row + rows; r++) if (!areas.some((area) => meet(area, { column: c, columns: 1, row: r, rows: 1 }))) white++;
  return white;
}
