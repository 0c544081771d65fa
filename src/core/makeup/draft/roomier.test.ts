// A page a few rows higher: what stands below goes down with it, nothing overlaps, and where
// the page has no rows, or something beside would stand in the way, there is none.
import { describe, expect, it } from 'vitest';
import type { Area, Piece } from '../../model/layout';
import type { Waiting } from '../measure/ruler';
import { roomier } from './roomier';

const at = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const piece = (article: string, deck: Area | null, body: Area, more: Partial<Piece> = {}): Piece => ({ article, variant: 'news', deck, body: [{ area: body, into: body.columns }], box: null, from: null, to: null, ...more });
const one: Waiting = { article: 'top', kind: 'news', variant: 'news', boxed: false, rank: 0, rest: null };
/** Over all columns, its feet at two heights, a piece under each. */
const rest = { one, deck: at(0, 8, 0, 6), body: [{ area: at(0, 4, 6, 20), into: 4 }, { area: at(4, 4, 6, 30), into: 4 }] };
const left = piece('left', at(0, 4, 27, 4), at(0, 4, 31, 19));
const right = piece('right', at(4, 4, 37, 4), at(4, 4, 41, 9));

describe('rows more for the article over the others', () => {
  it('goes down with what stands under it', () => {
    const made = roomier([left, right], rest, 2, 123)!;
    expect(made.rest.body.map(({ area }) => area)).toEqual([at(0, 4, 6, 22), at(4, 4, 6, 32)]);
    expect(made.pieces.map(({ deck }) => deck!.row)).toEqual([29, 39]);
    expect(made.pieces.map(({ body }) => body[0]!.area.row)).toEqual([33, 43]);
  });
  it('and what stands under that', () => {
    const third = piece('third', at(0, 4, 51, 3), at(0, 4, 54, 10));
    expect(roomier([left, third, right], rest, 1, 123)!.pieces.map(({ deck }) => deck!.row)).toEqual([28, 52, 38]);
  });
  it.each([
    ['the page ends there', [left, right], 51],
    ['a pinned piece stands below', [{ ...left, pinned: true }, right], 123],
  ] as const)('none where %s', (_, pieces, lines) => {
    expect(roomier(pieces, rest, 2, lines)).toBeNull();
  });
});
