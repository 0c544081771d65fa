// An article that has its edition for itself has few make-ups: where it fills the page's
// width no other place or span is left. What a desk then chooses among is how wide its lines
// are: in the base columns, 三破二, 通二 (N-01); in a box, in more columns or fewer. In: the
// edition's one article. Out: its pages in other measures than those known, each set and
// copyfitted as the search does it.
import type { PagePlan } from '../../model/layout';
import { NO_OTHERS, type Placed, type PlaceOptions, placements } from '../search/place';
import type { Candidate } from '../measure/ruler';
import { SearchMemory } from '../draft/search-memory';
import { Yardstick } from '../measure/yardstick';

/** Measures that are tried, characters: the base columns of the presets, 三破二, 通二 and between. */
const MEASURES = [13, 17, 20, 24, 27];
/** Characters of a boxed text's lines. */
const BOX_LEAST = 13;
const BOX_MOST = 34;

/** The article's pages in other measures than `than` has, those nearest to the usual one first; none for more than one article. */
export function loneWays(candidates: readonly Candidate[], options: PlaceOptions, ruler: Yardstick, than: readonly Placed[]): readonly Placed[] {
  if (candidates.length !== 1) return [];
  const { master } = ruler;
  const known = new Set(than.map(({ placement }) => shapeOf(placement.pages)));
  const out: Placed[] = [];
  const measures = [...new Set([...MEASURES, master.characters])].filter((characters) => characters >= Math.min(MEASURES[0]!, master.characters));
  for (const wanted of measures) {
    const [way] = placements(candidates, options, new Yardstick(master, ruler.measure, ruler.style, wanted, ruler.pageOf), new SearchMemory(), NO_OTHERS, false);
    if (way === undefined || way.placement.left.length > 0 || isOneColumn(way) || known.has(shapeOf(way.placement.pages))) continue;
    known.add(shapeOf(way.placement.pages));
    out.push(way);
  }
  return [...out, ...boxWays(than[0], ruler)];
}

/** Lines as wide as all of its base columns are no newspaper's. */
function isOneColumn({ placement: { pages: [page] } }: Placed): boolean {
  const run = page?.pieces[0]?.body[0];
  return run !== undefined && run.into === 1 && run.area.columns > 1;
}

/** A boxed article's text in more columns, and in fewer. */
function boxWays(than: Placed | undefined, ruler: Yardstick): readonly Placed[] {
  const [page, ...others] = than?.placement.pages ?? [];
  const [piece] = page?.pieces ?? [];
  if (than === undefined || page === undefined || piece === undefined || piece.box === null || others.length > 0) return [];
  const { area, into } = piece.box;
  return [into - 1, into + 1, into - 2, into + 2].flatMap((other): Placed[] => {
    const size = other < 1 ? null : ruler.box(piece, area.columns, other);
    if (size === null || size.characters < BOX_LEAST || size.characters > BOX_MOST || area.row + size.rows > ruler.master.lines) return [];
    const box = { area: { ...area, rows: size.rows }, into: other };
    return [{ ...than, placement: { ...than.placement, pages: [{ ...page, pieces: [{ ...piece, box }] }] } }];
  });
}

/** Where an article begins, and in which columns: what tells two make-ups of one article apart. */
export function shapeOf([first]: readonly PagePlan[]): string {
  return JSON.stringify(first?.pieces.map(({ deck, body: [run], box, upright }) => [upright === true, deck?.column, deck?.columns, box?.area.column, box?.area.columns, box?.into, run?.area.column, run?.area.columns, run?.into]));
}
