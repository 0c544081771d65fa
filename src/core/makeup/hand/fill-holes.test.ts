// Holes beside blocks of a page that is written row by row: who takes their columns.
import { expect, it } from 'vitest';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import { layoutFault, type PagePlan } from '../../model/layout';
import { filledHoles } from './fill-holes';
import { boundsOf } from '../measure/hand-shape';

const { pkg, edition } = fixedPage();
const { ruler } = fakeSetting(pkg, edition);
const [page] = FIXED.pages as [PagePlan];
/** Without the brief above it the other has 24 rows and one of air free over its two columns. */
const without = (...articles: string[]): PagePlan => ({ ...page, pieces: page.pieces.filter(({ article }) => !articles.includes(article)) });
const widths = (plan: PagePlan): (readonly [string, number, number, number])[] => filledHoles(plan, ruler).map(({ plan: next, article }) => {
  const { column, columns, rows } = boundsOf(next.pieces.find((one) => one.article === article)!);
  return [article, column, columns, rows] as const;
});

it('a full page has none to fill', () => {
  expect(filledHoles(page, ruler)).toEqual([]);
});

it('at the side of a box the box takes them, lower than it was; at that of a story the story does, as high as its text is there', () => {
  const [[article, column, columns, rows] = ['', 0, 0, 0] as const, ...more] = widths(without('brief'));
  expect([article, column, columns, more]).toEqual(['editorial', 0, 8, []]);
  expect(rows).toBeLessThan(27);
  // 162 lines over eight columns: 21 rows below its headline.
  expect(widths(without('other'))[0]).toEqual(['story', 0, 8, 21 + ruler.deck({ article: 'story', variant: 'news' }, 8).rows]);
});

it('every page that is given can stand, with all that is pinned where it was', () => {
  for (const plan of [without('brief'), without('other'), without('brief', 'other'), without('story'), without('editorial')]) {
    for (const { plan: next } of filledHoles(plan, ruler)) {
      expect(layoutFault({ pages: [next] }, 8, 123)).toBeNull();
      expect(next.pieces.map(({ article }) => article)).toEqual(plan.pieces.map(({ article }) => article));
    }
  }
  const pinned: PagePlan = { ...page, pieces: without('brief').pieces.map((piece) => ({ ...piece, pinned: true as const })) };
  expect(filledHoles(pinned, ruler)).toEqual([]);
});
