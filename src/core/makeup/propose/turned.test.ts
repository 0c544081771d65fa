// A make-up the other way round: the same pieces as wide and as high, on the same page,
// none over another; a piece comes up over those of its width. Plain numbers.
import { describe, expect, it } from 'vitest';
import { areasOf, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import { differences } from './differences';
import { turned } from './turned';

const block = (article: string, column: number, columns: number, row: number, rows: number): Piece => ({
  article, variant: 'news', deck: { column, columns, row, rows: 4 }, body: [{ into: columns, area: { column, columns, row: row + 4, rows: rows - 4 } }], box: null, from: null, to: null,
});
const page: PagePlan = {
  number: 1, mastheadRows: 0,
  pieces: [
    block('lead', 0, 6, 0, 20), block('story', 0, 2, 21, 20), block('brief', 0, 2, 42, 10), block('last', 0, 2, 53, 12),
    { article: 'comment', variant: 'box', deck: null, body: [], box: { into: 2, area: { column: 2, columns: 4, row: 21, rows: 44 } }, from: null, to: null },
  ],
};
const spot = ({ pieces }: PagePlan, article: string): string => {
  const [first] = areasOf(pieces.find((piece) => piece.article === article)!);
  return `${first!.column},${first!.row}`;
};

describe('a page the other way round', () => {
  const ways = turned([page], 6).map(([only]) => only!);

  it('holds the same pieces, as wide and as high, none over another', () => {
    const sizes = ({ pieces }: PagePlan): string[] => pieces.map((piece) => `${piece.article} ${areasOf(piece).map(({ columns, rows }) => `${columns}×${rows}`).join(' ')}`);
    for (const way of ways) {
      expect(sizes(way)).toEqual(sizes(page));
      expect(layoutFault({ pages: [way] }, 6, 65)).toBeNull();
      expect(differences({ pages: [page] }, { pages: [way] })).toBeGreaterThanOrEqual(2);
    }
  });
  it('has at the right what stood at the left; what is as wide as the page stays', () => {
    expect(ways.some((way) => spot(way, 'story') === '4,21' && spot(way, 'comment') === '0,21' && spot(way, 'lead') === '0,0')).toBe(true);
  });
  it('has a piece over the one above it, and over all of its width above it', () => {
    expect(ways.some((way) => spot(way, 'brief') === '0,21' && spot(way, 'story') === '0,32')).toBe(true);
    expect(ways.some((way) => spot(way, 'last') === '0,21' && spot(way, 'story') === '0,34' && spot(way, 'brief') === '0,55')).toBe(true);
  });
  it('text in two runs goes on at the right, as ever (N-35)', () => {
    const runs: Piece = { ...block('runs', 0, 6, 0, 4), body: [{ into: 3, area: { column: 0, columns: 3, row: 4, rows: 30 } }, { into: 3, area: { column: 3, columns: 3, row: 4, rows: 10 } }] };
    const [way] = turned([{ ...page, pieces: [runs, block('under', 3, 3, 15, 19)] }], 6);
    expect(way![0]!.pieces[0]!.body.map(({ area }) => [area.column, area.rows])).toEqual([[0, 10], [3, 30]]);
    expect(spot(way![0]!, 'under')).toBe('0,15');
  });
  it('text that would begin below something else than its title is not turned (N-33)', () => {
    const around: Piece = { ...block('around', 0, 6, 0, 4), body: [{ into: 3, area: { column: 0, columns: 3, row: 4, rows: 30 } }, { into: 3, area: { column: 3, columns: 3, row: 20, rows: 14 } }] };
    const box: Piece = { article: 'comment', variant: 'box', deck: null, body: [], box: { into: 2, area: { column: 3, columns: 3, row: 4, rows: 15 } }, from: null, to: null };
    expect(turned([{ ...page, pieces: [around, box] }], 6)).toEqual([]);
  });
  it('a page with something pinned, or a title downwards, is left alone', () => {
    for (const more of [{ pinned: true }, { upright: true }]) expect(turned([{ ...page, pieces: page.pieces.map((piece, i) => (i === 1 ? { ...piece, ...more } : piece)) }], 6)).toEqual([]);
  });
});
