// A page by hand set level again: title blocks and boxes slide up and down in their columns
// and grow by a row or three (N-34), text columns end where what stands below them begins,
// until every text has its room and no hole is left that a neighbour could fill. In: a page
// as something was put on it, and the page as it was. Out: its pieces at other rows, in the
// same columns and order; null where they cannot stand. What is pinned, and what was put,
// stays; what need not move does not (slid-page.ts).
import type { Area, Layout, PagePlan } from '../../model/layout';
import { headOf } from '../measure/hand-shape';
import { OVER } from './harm';
import { type Levelled, type Part, type Put, type Run, SlidPage, type State } from './slid-page';
import type { Yardstick } from '../measure/yardstick';

/** Rows that something slides by in one step. */
const STEPS = [1, -1, 2, -2, 3, -3, 5, -5, 8, -8, 13, -13, 21, -21] as const;
const MOST_STEPS = 40;
/** Blocks above one that go along with it. */
const MOST_CHAIN = 3;
/** Rows that two slide by against each other, so that a text has on the one side what it loses on the other. */
const PAIRED = [1, -1, 2, -2, 3, -3, 5, -5, 8, -8, 13, -13, 21, -21] as const;
const MOST_PAIRS = 3;
/** What a page costs more than the best so far, from which on pairs are not tried. */
const HOPELESS = 60;
/** Times that it is done anew because the text took more lines than it had taken, or less. */
const ROUNDS = 3;
/** A step that makes the page no better than this is none. */
const LEAST_GAIN = 1e-6;

/** What may go along with a part. */
interface Groups {
  readonly below: ReadonlySet<number>;
  readonly chain: readonly number[];
  readonly riders: ReadonlySet<number>;
}

/** Pages on which something was `put` (it keeps its shape where it stands, or nearly there), the likeliest of them, to be set level one by one: those that cost least as they are. `paper`: all pages as they were; `free`: articles that cost nothing for standing otherwise than before. */
export function slidLevels(starts: readonly { readonly plan: PagePlan; readonly put: readonly Put[] }[], before: PagePlan, paper: Layout, ruler: Yardstick, most: number, free: readonly string[] = []): (() => Levelled | null)[] {
  const pages = starts.map(({ plan, put }) => new SlidPage(plan, before, paper, put, free, ruler));
  let best = Infinity;
  return pages.map((page) => ({ page, cost: page.made(page.begin)?.cost ?? Infinity })).toSorted((a, b) => a.cost - b.cost).slice(0, most).map(({ page }) => () => {
    const made = new Sliding(page, best + HOPELESS).levelled();
    best = Math.min(best, made?.cost ?? Infinity);
    return made;
  });
}

class Sliding {
  private readonly groups = new Map<number, Groups>();
  private state: State;

  /** `hopeless`: what costs as much is looked no further for. */
  constructor(private readonly page: SlidPage, private readonly hopeless: number) {
    this.state = page.begin;
  }

  /** The page level, its texts set; null where it cannot be. */
  levelled(): Levelled | null {
    let best: Levelled | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      const found = this.level();
      if (found === null) break;
      const { over, isOff } = this.page.check(found.pieces);
      const cost = found.cost + OVER * over;
      if (best === null || cost < best.cost) best = { ...found, cost };
      if (!isOff) break;
    }
    return best;
  }

  /** The best that can be found from where the pieces stand. */
  private level(): Levelled | null {
    let { state } = this;
    let now = this.page.made(state);
    // Of each part its best step, one part after another, until none has any. Where something lies on something: the first that ends that.
    const parts = [null, ...this.page.parts.keys()];
    const bestOf = (steps: Iterable<State>): boolean => {
      let best: { readonly state: State; readonly made: Levelled } | null = null;
      for (const next of steps) {
        const most = (best?.made.cost ?? now?.cost ?? Infinity) - LEAST_GAIN;
        const made = this.page.made(next, most);
        if (made !== null && made.cost < most) best = { state: next, made };
      }
      if (best !== null) ({ state, made: now } = best as { readonly state: State; readonly made: Levelled });
      return best !== null;
    };
    let pairs = 0;
    do {
      let still = 0;
      for (let step = 0; still < parts.length && step < MOST_STEPS * parts.length; step++) still = bestOf(this.stepsFrom(state, parts[step % parts.length]!)) ? 0 : still + 1;
    } while (now !== null && now.isWrong && now.cost < this.hopeless && pairs++ < MOST_PAIRS && bestOf(this.pairsFrom(state)));
    this.state = state;
    return now;
  }

  /** Two, each alone or with those below it, slid against each other: what a text loses over the one it has over the other. */
  private *pairsFrom(state: State): Generator<State> {
    const groups = [...this.page.parts.entries()].flatMap(([i, { piece, isFixed }]): { readonly members: ReadonlySet<number>; readonly columns: number }[] => {
      if (isFixed) return [];
      const { columns } = headOf(piece);
      const { below } = this.groupsOf(i);
      return [{ members: new Set([i]), columns }, ...(below.size > 0 ? [{ members: new Set([i, ...below]), columns }] : [])];
    });
    for (const [i, one] of groups.entries()) {
      for (const other of groups.slice(i + 1)) {
        if ([...one.members].some((k) => other.members.has(k))) continue;
        for (const by of PAIRED) {
          const back = -Math.round((by * one.columns) / other.columns);
          if (back === 0 || [...one.members].some((k) => !this.may(state, k, by)) || [...other.members].some((k) => !this.may(state, k, back))) continue;
          yield { ...state, shift: state.shift.map((rows, k) => rows + (one.members.has(k) ? by : other.members.has(k) ? back : 0)) };
        }
      }
    }
  }

  /** A part may stand so many rows further. */
  private may({ shift }: State, k: number, by: number): boolean {
    const { put } = this.page.parts[k]!;
    return put === null || (shift[k]! + by >= -put.up && shift[k]! + by <= put.down);
  }

  /** Steps of one part; null: of the foot of the page. */
  private *stepsFrom(state: State, i: number | null): Generator<State> {
    if (i === null) {
      for (const by of [1, -1, 3, -3, 8]) if (this.page.holds(state.end + by)) yield { ...state, end: state.end + by };
      return;
    }
    const part = this.page.parts[i]!;
    if (part.isFixed) return;
    const { below, chain, riders } = this.groupsOf(i);
    const risen = (by: number): readonly number[] => (riders.size === 0 ? state.rise : state.rise.map((rows, k) => (riders.has(k) ? rows + by : rows)));
    const may = (k: number, by: number): boolean => this.may(state, k, by);
    for (const by of STEPS) {
      if (!may(i, by)) continue;
      const alone = state.shift.map((rows, k) => (k === i ? rows + by : rows));
      yield { ...state, shift: alone };
      // The text of another that stands below it comes after it.
      if (riders.size > 0) yield { ...state, shift: alone, rise: risen(by) };
      if (below.size > 0 && [...below].every((k) => may(k, by))) {
        const along = state.shift.map((rows, k) => (k === i || below.has(k) ? rows + by : rows));
        yield { ...state, shift: along };
        if (riders.size > 0) yield { ...state, shift: along, rise: risen(by) };
      }
      if (part.deck !== null && part.runs.some(({ goesAlong }) => !goesAlong)) yield { ...state, rise: state.rise.map((rows, k) => (k === i ? rows + by : rows)) };
      // With those right above it, one more at a time: what stands between two texts goes from the one's room to the other's.
      for (let last = 1; last <= chain.length && may(chain[last - 1]!, by); last++) {
        const along = chain.slice(0, last);
        yield { ...state, shift: state.shift.map((rows, k) => (k === i || along.includes(k) ? rows + by : rows)) };
      }
    }
    for (const by of [1, -1]) {
      const grown = state.grow[i]! + by;
      if (grown < 0 || grown > part.room) continue;
      const grow = state.grow.map((rows, k) => (k === i ? grown : rows));
      yield { ...state, grow };
      yield { ...state, grow, shift: state.shift.map((rows, k) => (k === i ? rows - by : rows)) };
      if (below.size > 0 && [...below].every((k) => may(k, by))) yield { ...state, grow, shift: state.shift.map((rows, k) => (below.has(k) ? rows + by : rows)) };
    }
  }

  private groupsOf(index: number): Groups {
    const known = this.groups.get(index);
    if (known !== undefined) return known;
    const groups: Groups = { below: this.below(index), chain: this.chainAbove(index), riders: this.riders(index) };
    this.groups.set(index, groups);
    return groups;
  }

  /** Those that stand below one in its columns, and below those. */
  private below(index: number): ReadonlySet<number> {
    const out = new Set<number>();
    const from = [index];
    for (let i = from.pop(); i !== undefined; i = from.pop()) {
      const own = this.page.parts[i]!.deck ?? this.page.parts[i]!.piece.box?.area;
      if (own === undefined) continue;
      for (const [k, part] of this.page.parts.entries()) {
        const other = part.deck ?? part.piece.box?.area;
        if (k === index || out.has(k) || part.isFixed || other === undefined || other.row <= own.row || other.column >= own.column + own.columns || own.column >= other.column + other.columns) continue;
        out.add(k);
        from.push(k);
      }
    }
    return out;
  }

  /** Those of whose text some stands below one in its columns, beside their own title block. */
  private riders(index: number): ReadonlySet<number> {
    const own = this.page.parts[index]!.deck ?? this.page.parts[index]!.piece.box?.area;
    const isUnder = ({ column, columns, top, goesAlong }: Run): boolean => own !== undefined && !goesAlong && top > own.row && column < own.column + own.columns && own.column < column + columns;
    return new Set([...this.page.parts.entries()].filter(([k, part]) => k !== index && part.deck !== null && !part.isFixed && part.runs.some(isUnder)).map(([k]) => k));
  }

  /** Those that stand above one in its columns, the nearest first, as far as each may move. */
  private chainAbove(index: number): readonly number[] {
    const boundOf = ({ deck, piece: { box } }: Part): Area | null => deck ?? box?.area ?? null;
    const own = boundOf(this.page.parts[index]!);
    if (own === null) return [];
    const above = [...this.page.parts.entries()].flatMap(([k, part]) => {
      const other = boundOf(part);
      return k === index || other === null || other.row >= own.row || other.column >= own.column + own.columns || own.column >= other.column + other.columns ? [] : [{ k, row: other.row, isFixed: part.isFixed }];
    }).toSorted((a, b) => b.row - a.row);
    const stop = above.findIndex(({ isFixed }) => isFixed);
    return (stop < 0 ? above : above.slice(0, stop)).slice(0, MOST_CHAIN).map(({ k }) => k);
  }

}
