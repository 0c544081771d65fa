// Feet brought level to the line: stories of random lengths in two and three columns, as a
// search places them whole.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import type { Piece } from '../../model/layout';
import { withLevelFeet } from './level-feet';
import type { Placed } from '../search/place';
import { waitingFor } from '../search/place';

const roll = random(11);
const ids = Array.from({ length: 24 }, (_, i) => `a${i}`);
const pkg = packageOf(ids.map((id) => article(id, 'news', doc(...Array.from({ length: 3 + roll(4) }, () => p(prose(roll, 60 + roll(160))))), { 'deck.main': '市政协五届四次会议隆重开幕' })));
const { ruler, candidates } = fakeSetting(pkg, shipped('N8', ids, { paper: DAILY }));
const waiting = waitingFor(candidates, ruler);

const placedAs = (pieces: readonly Piece[]): Placed => ({ placement: { pages: [{ number: 2, mastheadRows: 0, pieces }], left: [], unboxed: [] }, cost: 0, faults: 0, led: true });
const pieceOf = (index: number, columns: number): Piece => {
  const one = waiting[index]!;
  const { into, rows, fitted } = ruler.whole(one, columns)!;
  return { article: one.article, variant: one.variant, deck: null, body: [{ area: { column: 0, columns, row: 0, rows }, into }], box: null, from: null, to: null, ...(fitted === undefined ? {} : { fitted }) };
};
const shortOf = (piece: Piece): number => ruler.measure.ends(ruler.measure.body(piece.article, piece.variant), piece).short;

describe('a last column that ends above the others', () => {
  const pairs = [2, 3].flatMap((columns) => ids.map((_, i) => {
    const before = pieceOf(i, columns);
    return { before, after: withLevelFeet(placedAs([before]), ruler).placement.pages[0]!.pieces[0]! };
  }));

  it('ends with them where the paragraphs give the lines, in the same place and size, and gapes nowhere', () => {
    const short = pairs.filter(({ before }) => shortOf(before) > 0);
    let level = 0;
    for (const { before, after } of short) {
      expect(after.body).toEqual(before.body);
      expect(shortOf(after)).toBeLessThanOrEqual(shortOf(before));
      expect(ruler.tooLoose(ruler.measure.body(after.article, after.variant), after)).toBeNull();
      if (shortOf(after) === 0) level++;
    }
    expect(short.length).toBeGreaterThan(8);
    expect(level / short.length).toBeGreaterThan(0.25);
  });

  it('no other is touched, none that is pinned, and none that jumps', () => {
    for (const { before, after } of pairs) if (shortOf(before) === 0) expect(after).toBe(before);
    for (const { before } of pairs) for (const piece of [{ ...before, pinned: true }, { ...before, to: 3 }]) {
      const placed = placedAs([piece]);
      expect(withLevelFeet(placed, ruler)).toBe(placed);
    }
  });
});

describe('columns that end a row or two above what stands below them', () => {
  const pairs = ids.map((_, i) => {
    const own = pieceOf(i, 2);
    const [only] = own.body;
    const { rows } = only!.area;
    // Its two base columns apart, the right one a row short of the left and of what stands beside it.
    const runs: Piece['body'] = [{ area: { ...only!.area, columns: 1, rows }, into: 1 }, { area: { ...only!.area, column: 1, columns: 1, rows: rows - 1 }, into: 1 }];
    const before: Piece = { ...own, body: runs };
    delete (before as { fitted?: number }).fitted;
    const beside: Piece = { article: ids[(i + 1) % ids.length]!, variant: 'news', deck: null, body: [], box: { area: { column: 2, columns: 6, row: 0, rows }, into: 3 }, from: null, to: null };
    return { before, beside, after: withLevelFeet(placedAs([before, beside]), ruler).placement.pages[0]!.pieces[0]! };
  });

  it('go down to it where the paragraphs give the lines, by no more than is free, and gape nowhere', () => {
    const longer = pairs.filter(({ before, after }) => after.body.length === 2 && after.body[1]!.area.rows > before.body[1]!.area.rows);
    for (const { before, after } of longer) {
      expect(after.body[1]!.area.rows - before.body[1]!.area.rows).toBe(1);
      expect(after.body[0]).toEqual(before.body[0]);
      expect(shortOf(after)).toBe(0);
      expect(ruler.tooLoose(ruler.measure.body(after.article, after.variant), after)).toBeNull();
    }
    expect(longer.length).toBeGreaterThan(3);
  });

  it('else are one run with those beside them, level to a line, nothing white below them', () => {
    const one = pairs.filter(({ after }) => after.body.length === 1);
    for (const { before, after } of one) {
      expect(after.body).toEqual([{ area: { ...before.body[0]!.area, columns: 2 }, into: 2 }]);
      expect(shortOf(after)).toBeLessThanOrEqual(1);
      expect(ruler.measure.ends(ruler.measure.body(after.article, after.variant), after)).toMatchObject({ fault: null, over: false });
    }
    expect(one.length).toBeGreaterThan(3);
    // What stands in the row below the higher run stays there, and so do both runs.
    for (const { before, beside } of pairs) {
      const below: Piece = { ...beside, article: ids.find((id) => id !== before.article && id !== beside.article)!, box: { area: { column: 1, columns: 1, row: before.body[0]!.area.rows, rows: 9 }, into: 1 } };
      expect(withLevelFeet(placedAs([before, beside, below]), ruler).placement.pages[0]!.pieces[0]!.body).toHaveLength(2);
    }
  });

  it('stay where they are pinned', () => {
    for (const { before, beside } of pairs) {
      const placed = placedAs([{ ...before, pinned: true }, beside]);
      expect(withLevelFeet(placed, ruler)).toBe(placed);
    }
  });
});

describe('columns under a title that all end a row above their area', () => {
  const lowOf = (piece: Piece): number => ruler.measure.ends(ruler.measure.body(piece.article, piece.variant), piece).low;
  const pairs = [2, 3].flatMap((columns) => ids.map((_, i) => {
    const { fitted: _fitted, ...own } = pieceOf(i, columns);
    const [only] = own.body;
    const { rows } = ruler.deck(own, columns);
    const before: Piece = { ...own, deck: { column: 0, columns, row: 0, rows }, body: [{ ...only!, area: { ...only!.area, row: rows, rows: only!.area.rows + 1 } }] };
    return { before, after: withLevelFeet(placedAs([before]), ruler).placement.pages[0]!.pieces[0]! };
  })).filter(({ before }) => lowOf(before) === 1);

  it('come down to it: by lines where the paragraphs give them, else by a row at the title; the foot stays where it was', () => {
    const footOf = ({ body: [only] }: Piece): number => only!.area.row + only!.area.rows;
    let [byLines, byTitle] = [0, 0];
    for (const { before, after } of pairs) {
      expect(lowOf(after)).toBe(0);
      expect(footOf(after)).toBe(footOf(before));
      if (after.deck!.rows === before.deck!.rows) byLines++;
      else {
        byTitle++;
        expect(after.deck!.rows).toBe(before.deck!.rows + 1);
        expect(after.body[0]!.area.row).toBe(before.body[0]!.area.row + 1);
      }
    }
    expect(byLines).toBeGreaterThan(3);
    expect(byTitle).toBeGreaterThan(3);
  });

  it('stay where they are pinned, or where the title has no row left for it', () => {
    for (const { before } of pairs) {
      const pinned = placedAs([{ ...before, pinned: true }]);
      expect(withLevelFeet(pinned, ruler)).toBe(pinned);
      const full: Piece = { ...before, deck: { ...before.deck!, rows: before.deck!.rows + 3 }, body: before.body.map((run) => ({ ...run, area: { ...run.area, row: run.area.row + 3 } })) };
      expect(withLevelFeet(placedAs([full]), ruler).placement.pages[0]!.pieces[0]!.deck).toEqual(full.deck);
    }
  });
});

describe('a box that ends above the page’s foot (T-35)', () => {
  const boxPkg = packageOf([article('voice', 'editorial', doc(...Array.from({ length: 6 }, () => p(prose(roll, 150)))), { 'deck.main': '凝心聚力谋新篇' }, '社论'), article('story', 'news', doc(p(prose(roll, 400))), { 'deck.main': '市政协举行常委会会议' })]);
  const box = fakeSetting(boxPkg, shipped('N8', ['voice', 'story'], { paper: DAILY })).ruler;
  const need = box.box({ article: 'voice', variant: 'box' }, 4, 2).rows;
  const voice: Piece = { article: 'voice', variant: 'box', deck: null, body: [], box: { area: { column: 0, columns: 4, row: 0, rows: need }, into: 2 }, from: null, to: null };
  const beside = (rows: number): Piece => ({ article: 'story', variant: 'news', deck: { column: 4, columns: 4, row: 0, rows: 4 }, body: [{ area: { column: 4, columns: 4, row: 4, rows: rows - 4 }, into: 4 }], box: null, from: null, to: null });
  const rowsOf = (pieces: readonly Piece[]): number => withLevelFeet(placedAs(pieces), box).placement.pages[0]!.pieces[0]!.box!.area.rows;
  it('comes down by a row or two to the foot beside it; a pinned one, and one with a larger hole below, stay', () => {
    expect(rowsOf([voice, beside(need + 1)])).toBe(need + 1);
    expect(rowsOf([voice, beside(need + 2)])).toBe(need + 2);
    expect(rowsOf([voice, beside(need + 3)])).toBe(need);
    expect(rowsOf([{ ...voice, pinned: true }, beside(need + 1)])).toBe(need);
  });
  it('comes no nearer to what stands below it than a blank row', () => {
    const below: Piece = { ...beside(20), deck: { column: 0, columns: 4, row: need + 2, rows: 4 }, body: [{ area: { column: 0, columns: 4, row: need + 6, rows: 10 }, into: 4 }] };
    expect(rowsOf([voice, below])).toBe(need + 1);
    expect(rowsOf([voice, { ...below, deck: { ...below.deck!, row: need + 1 }, body: [{ area: { column: 0, columns: 4, row: need + 5, rows: 10 }, into: 4 }] }])).toBe(need);
  });
});
