// Rows given and taken at random on pages as searches find them: whatever is asked, blocks
// stay apart and in their columns, and what the numbers say of the white is what the page has.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import { areasOf, layoutFault, type PagePlan, textRows } from '../../model/layout';
import { headRows } from '../measure/head-rows';
import { whiteOf } from '../rules/page-white';
import { PageRows } from './page-rows';
import { NO_OTHERS, placements } from '../search/place';
import { SearchMemory } from './search-memory';

const roll = random(5);
const text = (characters: number): ReturnType<typeof doc> => doc(...Array.from({ length: Math.ceil(characters / 120) }, () => p(prose(roll, 60 + roll(120)))));
const titled = { 'deck.main': '市政协五届四次会议隆重开幕' };
const pkg = packageOf([
  article('lead', 'news', text(1300), titled), article('leader', 'editorial', text(800), titled, '社论'), article('report', 'report', text(2400), titled),
  article('a', 'news', text(500), titled), article('b', 'news', text(400), titled), article('c', 'news', text(300), titled),
]);
const { ruler, candidates, options } = fakeSetting(pkg, shipped('N8', pkg.articles.map(({ id }) => id), { paper: DAILY }));
const plans: readonly PagePlan[] = placements(candidates, options, ruler, new SearchMemory(), NO_OTHERS, true).flatMap(({ placement }) => placement.pages);
const { columns, lines } = ruler.master;
const rowsOf = (plan: PagePlan): PageRows => new PageRows(plan, plan.pieces.map(({ body }) => textRows(body)), false, ruler);

describe('rows of a page given and taken', () => {
  it('leave blocks apart, in their columns and order, and the white that they say', () => {
    let stood = 0;
    fc.assert(fc.property(fc.integer({ min: 0, max: plans.length - 1 }), fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }), (at, steps) => {
      const plan = plans[at]!;
      const page = rowsOf(plan);
      let rows = page.none;
      for (const step of steps) rows = page.add(rows, page.ways[step % page.ways.length]!) ?? rows;
      const given = page.given(rows);
      if (given === null) {
        expect(() => page.pieces(rows)).toThrow(RangeError);
        return;
      }
      stood++;
      const pieces = page.pieces(rows);
      expect(layoutFault({ pages: [{ ...plan, pieces }] }, columns, lines)).toBeNull();
      expect(given.white).toBe(whiteOf({ ...plan, pieces }, columns, lines).holes);
      for (const [i, piece] of pieces.entries()) {
        const before = plan.pieces[i]!;
        expect(areasOf(piece).map(({ column, columns: wide }) => [column, wide])).toEqual(areasOf(before).map(({ column, columns: wide }) => [column, wide]));
        // No headline has less than it needs, nor more than what counts as no hole, but where it had.
        const [head, old] = [headRows(piece, ruler), headRows(before, ruler)];
        if (head !== null) expect(head.spare).toBeLessThanOrEqual(Math.max(head.most, old!.spare));
        if (piece.deck !== null) expect(piece.deck.rows).toBeGreaterThanOrEqual(ruler.deck(piece, piece.deck.columns).rows);
        if (piece.box === null) expect(given.off[i]).toBe(textRows(piece.body) - textRows(before.body));
      }
    }), { numRuns: 400 });
    expect(stood).toBeGreaterThan(100);
  });

  it('nothing given, nothing that stands close changes; what is pinned never does', () => {
    for (const plan of plans) {
      const page = rowsOf(plan);
      const given = page.given(page.none);
      if (given !== null && given.white === whiteOf(plan, columns, lines).holes) expect(page.pieces(page.none).map(areasOf)).toEqual(plan.pieces.map(areasOf));
      const pinned = { ...plan, pieces: plan.pieces.map((piece) => ({ ...piece, pinned: true })) };
      const still = rowsOf(pinned);
      // The page's foot alone is left to go up and down by.
      expect(still.none).toHaveLength(1);
      expect(still.pieces(still.none)).toEqual(pinned.pieces);
    }
  });
});
