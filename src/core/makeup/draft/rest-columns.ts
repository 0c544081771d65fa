// The columns that one article takes of all that is free on a page (search-page.ts): under
// its title, beside what stands there, down to other pieces or the page's foot; and where
// they end when the text is shorter. In: a state of the page and an article. Out: areas in
// base columns × rows, all of one measure. It breaks no line: how many it needs the Ruler says.
import type { Area, Broken } from '../../model/layout';
import { brokenMeasure } from '../../page/paper-grid';
import { POOR } from '../measure/measure-choice';
import { LEAST_COLUMNS } from './page-moves';
import { highest, lowest, type PageState, type Rest } from './page-state';
import type { Ruler, Waiting } from '../measure/ruler';

/** Least rows of a column that an article fills; of one that is no higher over all columns, three (N-34). */
const LEAST_ROWS = 6;
const LEAST_OF_FEW = 3;

/** Rows that a column of an article has at the least where it takes what is free. */
export function leastRows(one: Waiting, ruler: Ruler): number {
  if (ruler.isLong(one)) return LEAST_ROWS;
  const whole = ruler.whole(one, ruler.master.columns);
  return whole !== null && whole.rows <= LEAST_ROWS ? LEAST_OF_FEW : LEAST_ROWS;
}

/** The title block so many rows higher, its text so many lower; null where that leaves a column too little, or a box stands under the title. */
export function lowered(rest: Rest, rows: number, ruler: Ruler): Rest | null {
  const { one, deck, body } = rest;
  if (deck === null) return null;
  const least = leastRows(one, ruler);
  if (body.some(({ area }) => area.rows - rows < least)) return null;
  const foot = deck.row + deck.rows;
  if (!isUnder(body, deck)) return null;
  const down = ({ area, into }: Broken): Broken => {
    const by = area.row === foot ? rows : 0;
    return { into, area: { ...area, row: area.row + by, rows: area.rows - by } };
  };
  return { ...rest, deck: { ...deck, rows: deck.rows + rows }, body: body.map(down) };
}

/** Its own text stands under all of a title: no box does. */
export function isUnder(body: readonly Broken[], deck: Area): boolean {
  const [foot, end] = [deck.row + deck.rows, deck.column + deck.columns];
  const under = body.filter(({ area }) => area.row === foot);
  return under.reduce((sum, { area }) => sum + Math.max(0, Math.min(area.column + area.columns, end) - Math.max(area.column, deck.column)), 0) >= deck.columns;
}

/** What an article would take if it took all that is free: of the columns under its title, or of a run of columns. */
export function restsOf(state: PageState, one: Waiting, ruler: Ruler): Rest[] {
  const { columns } = ruler.master;
  const { sky, floor, open } = state;
  const least = leastRows(one, ruler);
  const bodies = (deck: Area | null, tops: readonly number[], first: number, end: number): Rest[] => {
    const body = tiled(tops, floor, first, end, one, ruler);
    return body.length === 0 ? [] : [{ one, deck, body }];
  };
  if (open !== null) return bodies(open.area, sky, 0, runEnd(sky, floor, 0, least));
  const out: Rest[] = [];
  for (let first = 0; first < columns; first++) {
    const end = runEnd(sky, floor, first, least);
    if (end === first) continue;
    if (one.rest !== null) out.push(...bodies(null, sky, first, end));
    else {
      for (let wide = Math.min(LEAST_COLUMNS, columns); first + wide <= end; wide++) {
        // A title ends where the columns' tops change, or takes all of them.
        if (first + wide < end && sky[first + wide] === sky[first + wide - 1]) continue;
        const row = highest(sky, first, wide);
        const deck: Area = { column: first, columns: wide, row, rows: ruler.deck(one, wide).rows };
        const foot = row + deck.rows;
        // Its own text stands under all of a title (N-33).
        if (lowest(floor, first, wide) - foot < least) continue;
        const tops = sky.map((top, c) => (c >= first && c < first + wide ? foot : Math.max(top, row)));
        out.push(...bodies(deck.rows === 0 ? null : deck, tops, first, runEnd(tops, floor, first, least)));
      }
    }
    first = end;
  }
  return out;
}

/** Column after the last of a run that has room for text; `first` where it has none. */
function runEnd(tops: readonly number[], floor: readonly number[], first: number, least: number): number {
  let end = first;
  while (end < tops.length && floor[end]! - tops[end]! >= least) end++;
  return end;
}

/** Columns of text over base columns of different heights: all of one measure, the nearest to the wanted one that their steps allow. */
function tiled(tops: readonly number[], floor: readonly number[], first: number, end: number, one: Waiting, ruler: Ruler): Broken[] {
  const { master } = ruler;
  const runs: { column: number; columns: number; row: number; rows: number }[] = [];
  for (let c = first; c < end; c++) {
    const last = runs.at(-1);
    const [row, rows] = [tops[c]!, floor[c]! - tops[c]!];
    if (last !== undefined && last.row === row && last.rows === rows) last.columns++;
    else runs.push({ column: c, columns: 1, row, rows });
  }
  const [only] = runs;
  if (only === undefined) return [];
  if (runs.length === 1) return [{ area: only, into: ruler.into(one, only.columns) }];
  const wanted = ruler.wanted(one);
  let best: { group: number; into: number; characters: number } | null = null;
  let bestScore = Infinity;
  for (let group = 1; group <= master.columns; group++) {
    if (runs.some(({ columns }) => columns % group !== 0)) continue;
    const into = ruler.into(one, group);
    const { characters, gap } = brokenMeasure(master, group, into);
    const score = Math.abs(characters - wanted) + (into === 1 ? 0 : 2 * (gap - master.gap)) + POOR * ruler.poor(one, group, into);
    if (score >= bestScore) continue;
    best = { group, into, characters };
    bestScore = score;
  }
  if (best === null) return [];
  const { group, into, characters } = best;
  return runs.flatMap((run): Broken[] => {
    const together = (run.columns / group) * into;
    if (brokenMeasure(master, run.columns, together).characters === characters) return [{ area: run, into: together }];
    return Array.from({ length: run.columns / group }, (_, k) => ({ area: { ...run, column: run.column + k * group, columns: group }, into }));
  });
}

/** The columns cut off at a common foot; those that would be empty left out. */
export function endingAt(body: readonly Broken[], foot: number): Broken[] {
  return body.flatMap((broken): Broken[] => {
    const rows = Math.min(broken.area.rows, foot - broken.area.row);
    return rows <= 0 ? [] : [{ ...broken, area: { ...broken.area, rows } }];
  });
}

/** The lowest foot of the columns. */
export function footOf(body: readonly Broken[]): number {
  return Math.max(...body.map(({ area }) => area.row + area.rows));
}

/** The least common foot at which the columns hold so many lines. */
export function footFor(body: readonly Broken[], lines: number): number {
  let [foot, most] = [Infinity, 0];
  for (const { area } of body) {
    foot = Math.min(foot, area.row + 1);
    most = Math.max(most, area.row + area.rows);
  }
  while (foot < most) {
    const middle = (foot + most) >> 1;
    let held = 0;
    for (const { area, into } of body) held += Math.max(0, Math.min(area.rows, middle - area.row)) * into;
    if (held < lines) foot = middle + 1;
    else most = middle;
  }
  return foot;
}
