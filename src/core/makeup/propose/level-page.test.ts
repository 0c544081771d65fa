// Pages whose columns end a row or two apart made level: two stacks of stories of random
// lengths beside each other, as a search leaves them.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import { areasOf, type Layout, layoutFault, type Piece } from '../../model/layout';
import { withLevelPages } from './level-page';
import { whiteOf } from '../rules/page-white';
import { type Placed, waitingFor } from '../search/place';
import { roomsOf } from '../judge/rooms';
import { taboosOf } from '../rules/taboos';
import { wholePiece } from '../draft/page-state';

const roll = random(3);
const ids = Array.from({ length: 32 }, (_, i) => `a${i}`);
const pkg = packageOf(ids.map((id) => article(id, 'news', doc(...Array.from({ length: 3 + roll(4) }, () => p(prose(roll, 60 + roll(160))))), { 'deck.main': '市政协五届四次会议隆重开幕' })));
const { ruler, candidates } = fakeSetting(pkg, shipped('N8', ids, { paper: DAILY }));
const waiting = waitingFor(candidates, ruler);
const { columns, lines } = ruler.master;
const placedAs = (pieces: readonly Piece[]): Placed => ({ placement: { pages: [{ number: 2, mastheadRows: 0, pieces }], left: [], unboxed: [] }, cost: 0, faults: 0, led: true });
const layoutOf = ({ placement }: Placed): Layout => ({ pages: placement.pages });

/** Two stories, one over the other, in these columns. */
function stack(first: number, column: number, wide: number): Piece[] {
  let row = 0;
  return [first, first + 1].map((i) => {
    const one = waiting[i]!;
    const { rows: deckRows } = ruler.deck(one, wide);
    const whole = ruler.whole(one, wide)!;
    const piece = wholePiece(one, column, wide, row, whole, deckRows);
    row += deckRows + whole.rows + 1;
    return piece;
  });
}

const worstOf = ({ placement: { pages } }: Placed): number => Math.max(...pages.map((page) => whiteOf(page, columns, lines).worst));
// Any two stacks that end one to three rows apart.
const pairs = Array.from({ length: 15 }, (_, i) => 2 * i).flatMap((left) => Array.from({ length: 15 }, (_, k) => 2 * k).filter((right) => right > left + 1).map((right) => placedAs([...stack(left, 0, 5), ...stack(right, 5, 3)])))
  .filter((placed) => worstOf(placed) > 0 && worstOf(placed) <= 3).map((before) => ({ before, after: withLevelPages(before, ruler) }));

describe('two stacks that end a row to three apart', () => {
  it('end level, most of them: all text in its room, none loose, everything in its columns and near its place', () => {
    let level = 0;
    for (const { before, after } of pairs) {
      if (after === before) continue;
      level++;
      expect(worstOf(after)).toBe(0);
      expect(layoutFault(layoutOf(after), columns, lines)).toBeNull();
      const olds = roomsOf(layoutOf(before), ruler);
      for (const [i, { over, short }] of roomsOf(layoutOf(after), ruler).entries()) {
        expect(over).toBe(0);
        // No columns are higher than their text but by a line or two.
        expect(short).toBeLessThanOrEqual(Math.max(2, olds[i]!.short));
      }
      const [page] = after.placement.pages;
      const [old] = before.placement.pages;
      expect(taboosOf(page!, null, ruler).length).toBeLessThanOrEqual(taboosOf(old!, null, ruler).length);
      for (const [i, piece] of page!.pieces.entries()) {
        const [was, is] = [areasOf(old!.pieces[i]!), areasOf(piece)];
        expect(is.map(({ column, columns: wide }) => [column, wide])).toEqual(was.map(({ column, columns: wide }) => [column, wide]));
        for (const [k, { row }] of is.entries()) expect(Math.abs(row - was[k]!.row)).toBeLessThanOrEqual(5);
        const thread = ruler.measure.body(piece.article, piece.variant);
        expect(ruler.tooLoose(thread, piece)).toBeNull();
        expect(ruler.measure.ends(thread, piece).short).toBeLessThanOrEqual(Math.max(1, ruler.measure.ends(thread, old!.pieces[i]!).short));
      }
    }
    expect(pairs.length).toBeGreaterThan(5);
    expect(level / pairs.length).toBeGreaterThan(0.8);
  });

  it('stay where all is pinned, and where they are level', () => {
    for (const { before, after } of pairs) {
      const pinned = placedAs(before.placement.pages[0]!.pieces.map((piece) => ({ ...piece, pinned: true })));
      expect(withLevelPages(pinned, ruler)).toBe(pinned);
      if (after !== before) expect(withLevelPages(after, ruler)).toBe(after);
    }
  });
});

describe('two stacks that end so far apart that rows at titles and lines of their texts do not take it all', () => {
  const far = Array.from({ length: 31 }, (_, left) => Array.from({ length: 31 }, (_, right) => right).filter((right) => Math.abs(left - right) > 1).map((right) => placedAs([...stack(left, 0, 5), ...stack(right, 5, 3)]))).flat()
    .filter((placed) => worstOf(placed) > 2 && worstOf(placed) <= 5).map((before) => ({ before, after: withLevelPages(before, ruler) }));

  it('are left a row or two above a title inside the page, which is no hole (N-34), or as they are; what heads the page stays at its head', () => {
    let small = 0;
    for (const { before, after } of far) {
      if (after === before || worstOf(after) === 0) continue;
      small++;
      expect(worstOf(after)).toBeLessThanOrEqual(2);
      expect(layoutFault(layoutOf(after), columns, lines)).toBeNull();
      for (const { over } of roomsOf(layoutOf(after), ruler)) expect(over).toBe(0);
      const [page, old] = [after.placement.pages[0]!, before.placement.pages[0]!];
      expect(taboosOf(page, null, ruler).length).toBeLessThanOrEqual(taboosOf(old, null, ruler).length);
      for (const [i, piece] of page.pieces.entries()) {
        if (old.pieces[i]!.deck!.row === 0) expect(piece.deck!.row).toBe(0);
        const thread = ruler.measure.body(piece.article, piece.variant);
        expect(ruler.tooLoose(thread, piece)).toBeNull();
        expect(ruler.measure.ends(thread, piece).short).toBeLessThanOrEqual(Math.max(1, ruler.measure.ends(thread, old.pieces[i]!).short));
      }
    }
    expect(small).toBeGreaterThan(5);
  });
});

describe('a last page that is full but for a row to five', () => {
  // Stories over half a page each, as many as it takes, in two stacks alike in height.
  const heights = waiting.map((one) => ruler.deck(one, 4).rows + ruler.whole(one, 4)!.rows + 1);
  const starts = waiting.map((_, first) => {
    const [pieces, rows] = [[] as Piece[], [0, 0]];
    for (let k = 0; k < waiting.length; k++) {
      const i = (first + k) % waiting.length;
      const side = rows[0]! <= rows[1]! ? 0 : 1;
      if (rows[side]! + heights[i]! - 1 > lines) break;
      const one = waiting[i]!;
      pieces.push(wholePiece(one, 4 * side, 4, rows[side]!, ruler.whole(one, 4)!, ruler.deck(one, 4).rows));
      rows[side]! += heights[i]!;
    }
    return placedAs(pieces);
  });
  const open = starts.filter(({ placement: { pages: [page] } }) => {
    const { foot, worst } = whiteOf(page!, columns, lines);
    return foot > 0 && foot <= 5 * columns && worst <= 3;
  });

  it('is filled, level, to its last row, all text in its room', () => {
    let full = 0;
    for (const before of open) {
      const after = withLevelPages(before, ruler);
      if (after === before) continue;
      const { foot, holes } = whiteOf(after.placement.pages[0]!, columns, lines);
      expect(holes).toBe(0);
      if (foot === 0) full++;
      for (const { over } of roomsOf(layoutOf(after), ruler)) expect(over).toBe(0);
    }
    expect(open.length).toBeGreaterThan(2);
    expect(full / open.length).toBeGreaterThan(0.5);
  });

  it('what is white by more is left so', () => {
    const low = placedAs(stack(0, 0, 8).slice(0, 1));
    expect(whiteOf(low.placement.pages[0]!, columns, lines).foot).toBeGreaterThan(5 * columns);
    expect(withLevelPages(low, ruler)).toBe(low);
  });
});
