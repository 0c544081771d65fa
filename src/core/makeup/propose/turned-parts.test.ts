// Parts of a page turned, in plain numbers: the same blocks, as wide and as high, none over another.
import { describe, expect, it } from 'vitest';
import { areasOf, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { boundsOf } from '../measure/hand-shape';
import { closed, turnedAbout, turnedPages } from './turned-parts';

const block = (article: string, column: number, columns: number, row: number, rows: number): Piece => ({
  article, variant: 'news', deck: { column, columns, row, rows: 4 }, body: [{ into: columns, area: { column, columns, row: row + 4, rows: rows - 4 } }], box: null, from: null, to: null,
});
const lead: Piece = {
  article: 'lead', variant: 'news', deck: { column: 0, columns: 6, row: 0, rows: 8 },
  body: [{ into: 2, area: { column: 0, columns: 2, row: 8, rows: 22 } }, { into: 4, area: { column: 2, columns: 4, row: 8, rows: 12 } }], box: null, from: null, to: null,
};
// Under the lead, whose text goes on at the left: a tall one and a stack of two; under its text one more.
const page: PagePlan = { number: 1, mastheadRows: 0, pieces: [lead, block('tall', 2, 2, 21, 44), block('story', 4, 2, 21, 30), block('brief', 4, 2, 52, 13), block('low', 0, 2, 31, 34)] };
const of = ({ pieces }: PagePlan, article: string): Piece => pieces.find((piece) => piece.article === article)!;
const spot = (plan: PagePlan, article: string): string => `${boundsOf(of(plan, article)).column},${boundsOf(of(plan, article)).row}`;
const sizes = ({ pieces }: PagePlan): string[] => pieces.map((piece) => `${piece.article} ${areasOf(piece).map(({ columns, rows }) => `${columns}×${rows}`).toSorted().join(' ')}`);
const pinned = (...articles: readonly string[]): PagePlan => ({ ...page, pieces: page.pieces.map((piece) => (articles.includes(piece.article) ? { ...piece, pinned: true } : piece)) });

it('a part is grown until no block stands in it with a part of itself alone', () => {
  expect(closed(page, { column: 3, columns: 2, row: 30, rows: 2 })).toEqual({ column: 2, columns: 4, row: 21, rows: 44 });
  // What reaches around it with its text elsewhere is no part of it.
  expect(closed(page, { column: 0, columns: 1, row: 40, rows: 1 })).toEqual({ column: 0, columns: 2, row: 31, rows: 34 });
});

describe('two blocks', () => {
  const ways = turnedPages(page, [of(page, 'tall'), of(page, 'brief')], 6, 65);
  it('change sides with what stands beside them, the rest of the page as it is', () => {
    expect(ways.some((way) => spot(way, 'tall') === '4,21' && spot(way, 'story') === '2,21' && spot(way, 'brief') === '2,52' && of(way, 'lead') === lead && of(way, 'low') === of(page, 'low'))).toBe(true);
  });
  it('or with all of the page', () => expect(ways.some((way) => spot(way, 'tall') === '2,21' && spot(way, 'story') === '0,21' && spot(way, 'low') === '4,31')).toBe(true));
  it('one above the other', () => expect(turnedPages(page, [of(page, 'story'), of(page, 'brief')], 6, 65).some((way) => spot(way, 'brief') === '4,21' && spot(way, 'story') === '4,35')).toBe(true));
  it('are the same blocks, none over another', () => {
    for (const way of ways) {
      expect(sizes(way)).toEqual(sizes(page));
      expect(layoutFault({ pages: [way] }, 6, 65)).toBeNull();
    }
  });
});

describe('about what is pinned', () => {
  it('the others turn, each page once; what is pinned stays', () => {
    const ways = turnedAbout(pinned('tall'), 6, 65);
    expect(ways.length).toBeGreaterThan(0);
    expect(new Set(ways.map(({ pieces }) => JSON.stringify(pieces))).size).toBe(ways.length);
    for (const way of ways) expect(spot(way, 'tall')).toBe('2,21');
    expect(ways.some((way) => spot(way, 'brief') === '4,21')).toBe(true);
  });
  it('nothing does where all is', () => expect(turnedAbout(pinned(...page.pieces.map(({ article }) => article)), 6, 65)).toEqual([]));
});
