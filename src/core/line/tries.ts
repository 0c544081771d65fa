// The lines that a search has tried, in flat arrays: a state of the search is a
// line (its contrast with the next one is priced), and states that end at the
// same glyph are chained from `head`. Shared by the plain search, which has one
// chain a glyph, and the layered one, which has one a glyph and line number.
import { BROKEN, LONE_CHARACTER, STEPS, TOLERANCE, hotContrastCost } from './cost';
import { loneAt } from './last-line';
import type { Measured } from './measured';

/** Lines that arrays hold at first: few paragraphs try more (a newspaper page of one report 5,700 at most, a hundred reports 4,300), and growing is a path that throws optimised code away the first time. */
const FIRST_ROOM = 1 << 13;

export class Tries {
  private starts = new Int32Array(0);
  private before = new Int32Array(0);
  private next = new Int32Array(0);
  private gaps = new Float64Array(0);
  private costs = new Float64Array(0);
  private count = 0;

  /** Begins a search. The arrays come with the first: where the kernel searches, there is none. */
  clear(): void {
    this.count = 0;
    if (this.starts.length > 0) return;
    this.starts = new Int32Array(FIRST_ROOM);
    this.before = new Int32Array(FIRST_ROOM);
    this.next = new Int32Array(FIRST_ROOM);
    this.gaps = new Float64Array(FIRST_ROOM);
    this.costs = new Float64Array(FIRST_ROOM);
  }

  cost(line: number): number {
    return this.costs[line]!;
  }

  /** First glyph of a line. */
  start(line: number): number {
    return this.starts[line]!;
  }

  /** The cheapest line of the chain `first`, −1 where there is none. */
  cheapest(first: number): number {
    let best = -1;
    for (let line = first; line >= 0; line = this.next[line]!) {
      if (best < 0 || this.costs[line]! < this.costs[best]!) best = line;
    }
    return best;
  }

  /** Pushes the ends of the lines that lead to `line`, which ends at `t`. */
  trace(line: number, t: number, ends: number[]): void {
    const back: number[] = [];
    let end = t;
    for (let at = line; at >= 0; at = this.before[at]!) {
      back.push(end);
      end = this.starts[at]!;
    }
    for (let k = back.length - 1; k >= 0; k--) ends.push(back[k]!);
  }

  /**
   * Tries all lines from glyph `i` with ends from `low` to `high` whose added gap is at most `bound` em and that cost no
   * more than `limit`, all before them counted; chained to `into`. Without a limit there is always one.
   * @param lead chain of the lines that end at `i`; −1 at the stretch's start
   * @param t end of the stretch: a line that ends there is its last
   * @returns the furthest end reached, `i` where there is none
   */
  hotLinesFrom(m: Measured, i: number, low: number, high: number, t: number, measure: number, bound: number, limit: number, lead: number, into: Int32Array): number {
    const { brk, right, blanks } = m;
    const all = m.squeeze[STEPS - 1]!;
    // no line is narrower than with everything squeezed
    const widest = measure + TOLERANCE + (m.hanging ? 0.5 : 0) + m.left[i]! - all[i]!;
    let furthest = i;
    for (let j = low; j <= high; j++) {
      const last = j === t;
      if (!last && brk[j] === 0) continue;
      const k = (blanks ? m.contentEnd(i, j) : j) - 1;
      if (k >= i && right[k]! - all[k]! > widest) break;
      let cost = m.hotPrice(i, j, measure, last);
      const gap = m.gap[0]!;
      if (cost > limit || cost === Infinity || gap > bound) continue;
      if (last) {
        if (lead >= 0 && loneAt(m.shaped, i, t)) cost += LONE_CHARACTER;
      } else cost += m.breakPrice(j);
      if (this.hotAdd(i, j, gap, cost, last, lead, into, limit)) furthest = j;
    }
    if (furthest > i || limit !== Infinity) return furthest;
    let j = i + 1; // nothing fits: the shortest piece stands alone, outside every rule
    while (j < t && brk[j] === 0) j++;
    this.hotAdd(i, j, 0, BROKEN * 10, true, lead, into, limit);
    return j;
  }

  /** Adds the line [i, j), led to by the cheapest line of `lead`. A last line has no contrast. */
  private hotAdd(i: number, j: number, gap: number, cost: number, last: boolean, lead: number, into: Int32Array, limit: number): boolean {
    let best = -1;
    let least = lead < 0 ? 0 : Infinity;
    for (let line = lead; line >= 0; line = this.next[line]!) {
      if (this.costs[line]! >= least) continue; // contrast makes it no cheaper
      const sum = this.costs[line]! + (last ? 0 : hotContrastCost(gap, this.gaps[line]!));
      if (sum < least) {
        least = sum;
        best = line;
      }
    }
    if (least + cost > limit) return false;
    if (this.count === this.starts.length) this.grow();
    const line = this.count++;
    this.starts[line] = i;
    this.before[line] = best;
    this.gaps[line] = gap;
    this.costs[line] = least + cost;
    this.next[line] = into[j]!;
    into[j] = line;
    return true;
  }

  private grow(): void {
    this.starts = wider(this.starts);
    this.before = wider(this.before);
    this.next = wider(this.next);
    const gaps = new Float64Array(this.gaps.length * 2);
    gaps.set(this.gaps);
    this.gaps = gaps;
    const costs = new Float64Array(this.costs.length * 2);
    costs.set(this.costs);
    this.costs = costs;
  }
}

function wider(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** First break from `j` on that a line from `i` can reach with every glyph opened by `bound` em. */
export function hotFirstWide(m: Measured, i: number, t: number, j: number, measure: number, bound: number): number {
  if (bound === Infinity || m.filling === 'ragged') return i + 1;
  const { right, left, reach } = m;
  const start = left[i]! + reach[i]!;
  while (j < t && right[j - 1]! - start + reach[j - 1]! + bound * (j - i) < measure) j++;
  return j;
}
