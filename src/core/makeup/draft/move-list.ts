// Ways to put one more piece on a page, as numbers: a search weighs tens of thousands of
// them and makes few, so that each is a score and a few small numbers in arrays that are
// used again, no object of its own (a third of a search's time was collecting those). In:
// ways in any order. Out: the best first, and the state that one makes when its turn comes.
import { atFoot, atTop, boxed, highest, type PageState, steppedTop } from './page-state';
import type { BoxWay, Stepped, Waiting, Whole } from '../measure/ruler';

/** What a way is; `made`: the state that it makes is there already. */
const MADE = 0;
const WHOLE = 1;
const BOX = 2;
const STEPPED = 3;

/** Small numbers of a way, one beside the other. */
const FIELDS = 5;
const FIRST_ROOM = 4096;

export class MoveList {
  private count = 0;
  private scores = new Float64Array(FIRST_ROOM);
  private fields = new Int16Array(FIRST_ROOM * FIELDS);
  private heap = new Int32Array(FIRST_ROOM);
  private waiting = 0;
  private readonly from: PageState[] = [];
  private readonly ones: (Waiting | null)[] = [];
  private readonly sizes: (PageState | Whole | BoxWay | Stepped)[] = [];

  /** Forgets the ways, not the room for them. */
  clear(): void {
    this.count = 0;
    this.waiting = 0;
  }

  made(score: number, from: PageState, state: PageState): void {
    this.push(score, from, null, state, MADE, 0, 0, 0, 0);
  }

  /** The whole of an article over so many columns, at their foot or under what stands there. */
  whole(score: number, from: PageState, one: Waiting, whole: Whole, deckRows: number, column: number, columns: number, foot: boolean): void {
    this.push(score, from, one, whole, WHOLE, column, columns, deckRows, foot ? 1 : 0);
  }

  /** An article in a box, `spare` rows higher than it needs. */
  box(score: number, from: PageState, one: Waiting, way: BoxWay, column: number, foot: boolean, spare: number): void {
    this.push(score, from, one, way, BOX, column, 0, spare, foot ? 1 : 0);
  }

  /** An article with its feet at two heights; `beside`: its title over the left columns alone. */
  stepped(score: number, from: PageState, one: Waiting, step: Stepped, column: number, left: number, right: number, beside: boolean): void {
    this.push(score, from, one, step, STEPPED, column, left, right, beside ? 1 : 0);
  }

  private push(score: number, from: PageState, one: Waiting | null, size: PageState | Whole | BoxWay | Stepped, kind: number, column: number, columns: number, more: number, flag: number): void {
    const at = this.count++;
    if (at === this.scores.length) this.grow();
    this.scores[at] = score;
    this.from[at] = from;
    this.ones[at] = one;
    this.sizes[at] = size;
    const { fields } = this;
    const field = at * FIELDS;
    fields[field] = kind;
    fields[field + 1] = column;
    fields[field + 2] = columns;
    fields[field + 3] = more;
    fields[field + 4] = flag;
  }

  private grow(): void {
    const room = this.scores.length * 2;
    const [scores, fields] = [new Float64Array(room), new Int16Array(room * FIELDS)];
    scores.set(this.scores);
    fields.set(this.fields);
    [this.scores, this.fields, this.heap] = [scores, fields, new Int32Array(room)];
  }

  /** Makes ready for `next`: a heap, since the most part of the ways is never wanted. */
  order(): void {
    this.waiting = this.count;
    for (let i = 0; i < this.count; i++) this.heap[i] = i;
    for (let i = (this.count >> 1) - 1; i >= 0; i--) this.sink(i);
  }

  /** The best way that was not answered yet, of two as good the earlier; -1: none is left. */
  next(): number {
    if (this.waiting === 0) return -1;
    const best = this.heap[0]!;
    this.heap[0] = this.heap[--this.waiting]!;
    this.sink(0);
    return best;
  }

  private sink(from: number): void {
    const { heap, scores, waiting } = this;
    const move = heap[from]!;
    const score = scores[move]!;
    let at = from;
    for (let child = 2 * at + 1; child < waiting; child = 2 * at + 1) {
      let other = heap[child]!;
      let best = scores[other]!;
      if (child + 1 < waiting) {
        const right = heap[child + 1]!;
        const own = scores[right]!;
        if (own < best || (own === best && right < other)) {
          child++;
          other = right;
          best = own;
        }
      }
      if (!(best < score || (best === score && other < move))) break;
      heap[at] = other;
      at = child;
    }
    heap[at] = move;
  }

  score(move: number): number {
    return this.scores[move]!;
  }

  /** The state that it goes on from. */
  state(move: number): PageState {
    return this.from[move]!;
  }

  /** Whose way it is, and into `tops` the columns' tops as it leaves them; null where its state is made already. */
  topsAfter(move: number, tops: number[]): Waiting | null {
    const { fields } = this;
    const at = move * FIELDS;
    const kind = fields[at]!;
    if (kind === MADE) return null;
    const { sky } = this.from[move]!;
    const [column, columns, more, flag] = [fields[at + 1]!, fields[at + 2]!, fields[at + 3]!, fields[at + 4] === 1];
    for (let c = 0; c < sky.length; c++) tops[c] = sky[c]!;
    if (kind === STEPPED) {
      const { deckRows, left, right } = this.sizes[move] as Stepped;
      const row = highest(sky, column, columns + more);
      tops.fill(row + deckRows + left + 1, column, column + columns);
      tops.fill(row + (flag ? 0 : deckRows) + right + 1, column + columns, column + columns + more);
    } else if (!flag) {
      const size = this.sizes[move] as Whole | BoxWay;
      const wide = kind === BOX ? (size as BoxWay).columns : columns;
      tops.fill(highest(sky, column, wide) + more + size.rows + 1, column, column + wide);
    }
    return this.ones[move]!;
  }

  /** The state that it makes; null where there is no room after all. */
  make(move: number): PageState | null {
    const { fields } = this;
    const [at, from, one, size] = [move * FIELDS, this.from[move]!, this.ones[move]!, this.sizes[move]!];
    const [kind, column, columns, more, flag] = [fields[at]!, fields[at + 1]!, fields[at + 2]!, fields[at + 3]!, fields[at + 4] === 1];
    switch (kind) {
      case WHOLE: return (flag ? atFoot : atTop)(from, one!, column, columns, size as Whole, more);
      case BOX: return boxed(from, one!, size as BoxWay, column, flag, more);
      case STEPPED: return steppedTop(from, one!, column, columns, more, flag, size as Stepped);
      default: return size as PageState;
    }
  }
}
