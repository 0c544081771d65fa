// How the search of a page ends: a state as it is, or with one article in all that is left.
// In: a state of the page. Out: drafts with what they cost, on estimates (page-cost.ts).
import { type Area, areasOf, type Broken, type PagePlan, type Piece, textRows } from '../../model/layout';
import type { Draft } from './best-drafts';
import { meets } from './close-holes';
import { judgePage } from '../rules/page-cost';
import { askedCost, type PageFrame } from './page-moves';
import type { PageState, Rest } from './page-state';
import { endingAt, footFor, leastRows, lowered, restsOf } from './rest-columns';
import type { Ruler, Waiting } from '../measure/ruler';
import { headlineTaboos } from '../rules/taboos';

/** Least text, lines, that a begun article leaves on its first page. */
const LEAST_BEGUN = 10;

/** Part of its lines that a text gives when it is stretched, about, and what each costs. */
const STRETCHED = 0.035;
const STRETCHED_LINE = 0.4;

/** What the ends of states are judged by. */
export interface Judge {
  readonly waiting: readonly Waiting[];
  readonly frame: PageFrame;
  readonly ruler: Ruler;
  /** Nothing may go on elsewhere. */
  readonly ends?: boolean;
  /** What a draft may cost to be taken. */
  readonly most: (last: boolean, faulty: boolean) => number;
  readonly take: (draft: Draft) => void;
}

function planOf(pieces: readonly Piece[], { number, mastheadRows }: Pick<PageFrame, 'number' | 'mastheadRows'>): PagePlan {
  return { number, mastheadRows, pieces };
}

/** Takes a page as it is, if it is good enough; `left` waits for the next one. */
export function judgeWhole(pieces: readonly Piece[], left: readonly Waiting[], { waiting, frame, ruler, most, take }: Judge): void {
  const last = left.length === 0;
  const { cost, faults, led } = judgePage(planOf(pieces, frame), left, waiting, ruler, most(last, false), most(last, true));
  take({ pieces, left, rest: null, cost: cost + askedCost({ pieces }, left, frame, ruler.master.columns), faults, led, last });
}

/** Takes the ways to end a state that are good enough: as it is, or with one article in all that is left. */
export function judgeEnds(state: PageState, judge: Judge): void {
  const { frame, ruler } = judge;
  const { pieces, left, open } = state;
  if (open === null && pieces.length > 0) judgeWhole(pieces, left, judge);
  for (const one of open === null ? left : [open.one]) {
    if (frame.rest !== undefined && one.rank !== frame.rest) continue;
    // What has its box is no other article's neighbour without it (T-35): it waits for a page that has room, where one has.
    if (one.boxed && (pieces.length > 0 || ruler.boxes(one).some(({ rows }) => rows <= ruler.master.lines - frame.mastheadRows))) continue;
    for (const rest of restsOf(state, one, ruler)) {
      if (!judgeRest(state, rest, 0, judge)) continue;
      // A title on the fold goes down a few rows, if it can (N-36).
      if (rest.deck === null || !isOnFold(rest, frame, ruler)) continue;
      for (const rows of OFF_FOLD) {
        const lower = lowered(rest, rows, ruler);
        if (lower !== null) judgeRest(state, lower, 2 * rows, judge);
      }
    }
  }
}

/** What is to be whole on its page, or wait for another. */
export function isHeldWhole(one: Waiting, { whole = null }: Pick<PageFrame, 'whole'>): boolean {
  return whole !== null && one.rest === null && (one.head === true || (whole === 'report' && one.kind === 'report'));
}

/** Rows that a title on the fold is made higher by; half of them move it down. */
const OFF_FOLD = [2, 4, 6];

function isOnFold({ one, deck, body }: Rest, frame: PageFrame, ruler: Ruler): boolean {
  const piece: Piece = { article: one.article, variant: one.variant, deck, body, box: null, from: null, to: null };
  return headlineTaboos(planOf([piece], frame), ruler).some(({ kind }) => kind === 'fold');
}

/**
 * A low page as high as its text needs: what stands at its foot, and the columns above, so many rows up or down that the article
 * just fills what is left. Null where the page is not that high.
 */
function fittedLow(state: PageState, rest: Rest, lines: number, ruler: Ruler): { readonly pieces: readonly Piece[]; readonly body: readonly Broken[] } | null {
  const { master } = ruler;
  const [first] = rest.body;
  if (first === undefined) return null;
  const isLow = ({ deck, body, box }: Piece): boolean => {
    const area = deck ?? box?.area ?? body[0]?.area;
    return area !== undefined && area.row >= state.floor[area.column]!;
  };
  const high = [...state.pieces.filter((piece) => !isLow(piece)).flatMap(areasOf), ...(rest.deck === null ? [] : [rest.deck])];
  // Not into what stands above it where the article has no text between.
  const most = Math.min(...state.pieces.filter(isLow).flatMap(areasOf).flatMap((area) => high.filter((other) => meets(area, other)).map((other) => area.row - 1 - other.row - other.rows)));
  const up = Math.min(most, Math.floor(((textRows(rest.body) - lines) * first.area.columns) / first.into / master.columns));
  const lift = (area: Area): Area => ({ ...area, row: area.row - up });
  const pieces = up === 0 ? state.pieces : state.pieces.map((piece): Piece => (!isLow(piece) ? piece : {
    ...piece, deck: piece.deck === null ? null : lift(piece.deck), body: piece.body.map((broken) => ({ ...broken, area: lift(broken.area) })),
    box: piece.box === null ? null : { ...piece.box, area: lift(piece.box.area) },
  }));
  const body = rest.body.map(({ area, into }): Broken => ({ into, area: { ...area, rows: area.rows - up } }));
  const low = Math.max(...body.map(({ area }) => area.row + area.rows), ...pieces.flatMap(areasOf).map(({ row, rows }) => row + rows));
  return low > master.lines || body.some(({ area }) => area.rows < leastRows(rest.one, ruler)) ? null : { pieces, body };
}

/** Takes the state with this article in all that is left, if it is good enough; `more` is what it costs beside. False where it is no page. */
export function judgeRest(given: PageState, asked: Rest, more: number, { waiting, frame, ruler, most, take, ends }: Judge): boolean {
  const [begin] = asked.body;
  if (begin === undefined) return false;
  const low = ends === true ? fittedLow(given, asked, ruler.need(asked.one, begin.area.columns, begin.into), ruler) : given;
  if (low === null) return false;
  const state = { pieces: low.pieces, left: given.left };
  const rest: Rest = 'body' in low ? { ...asked, body: low.body } : asked;
  const { one, deck, body } = rest;
  const [first] = body;
  if (first === undefined) return false;
  const lines = ruler.need(one, first.area.columns, first.into);
  const goesOn = lines > textRows(body);
  if (goesOn && (ends === true || textRows(body) < LEAST_BEGUN || isHeldWhole(one, frame))) return false;
  const piece: Piece = {
    article: one.article, variant: one.variant, deck, body: goesOn ? body : endingAt(body, footFor(body, lines)), box: null,
    from: one.rest?.from ?? null, to: goesOn ? frame.number + 1 : null,
  };
  const others = state.left.filter((other) => other !== one);
  const left = goesOn ? [...others, { ...one, rest: { thread: [], from: frame.number } }] : others;
  const last = left.length === 0;
  // A few lines short of its columns' feet it is stretched to them (N-34).
  const missing = goesOn ? 0 : textRows(body) - lines;
  const stretches = missing > 0 && missing <= STRETCHED * lines;
  const pieces = [...state.pieces, stretches ? { ...piece, body } : piece];
  const { cost, faults, led } = judgePage(planOf(pieces, frame), left, waiting, ruler, most(last, false) - more, most(last, true) - more);
  take({ pieces: state.pieces, left: state.left, rest, cost: cost + more + (stretches ? STRETCHED_LINE * missing : 0) + askedCost({ pieces }, left, frame, ruler.master.columns), faults, led, last });
  return true;
}
