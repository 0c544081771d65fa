import { describe, expect, it } from 'vitest';
import { shipped } from '../../../../test/build-edition';
import type { Area, Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { closed } from './close-holes';
import type { Ruler } from '../measure/ruler';

const N8 = shipped('N8', []).master as PaperMaster;
const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const story = (article: string, deck: Area, body: Area): Piece => ({ article, variant: 'news', deck, body: [{ area: body, into: body.columns }], box: null, from: null, to: null });
const box = (article: string, own: Area): Piece => ({ article, variant: 'box', deck: null, body: [], box: { area: own, into: 1 }, from: null, to: null });
/** Headlines of two lines need six rows, in a box the whole takes 72. */
const ruler = { master: N8, deck: () => ({ rows: 6, lines: [], mainLines: 2 }), box: () => ({ rows: 72, lines: [], mainLines: 2, characters: 20 }) } as unknown as Ruler;
const close = (pieces: readonly Piece[], goesOn = false): readonly Piece[] => closed({ number: 1, mastheadRows: 0, pieces }, ruler, goesOn).pieces;

describe('N-34: a hole of a few rows goes into the title block that it stands at', () => {
  const head = story('a', area(0, 8, 0, 6), area(0, 8, 6, 40));
  it('above a piece: its title block is higher, its text stays', () => {
    const [, low] = close([{ ...head, pinned: true }, story('b', area(0, 8, 50, 6), area(0, 8, 56, 67))]);
    expect(low).toMatchObject({ deck: { row: 47, rows: 9 }, body: [{ area: { row: 56 } }] });
  });
  it('below a piece: its text goes down with the title block’s foot', () => {
    const [high] = close([story('a', area(0, 4, 0, 6), area(0, 4, 6, 40)), story('b', area(0, 4, 49, 6), area(0, 4, 55, 68)), { ...box('c', area(4, 4, 0, 123)), pinned: true }]);
    expect(high).toMatchObject({ deck: { row: 0, rows: 8 }, body: [{ area: { row: 8, rows: 40 } }] });
  });
  it('a box takes four rows, a title block three', () => {
    expect(close([{ ...head, pinned: true }, box('c', area(0, 8, 51, 72))])[1]).toMatchObject({ box: { area: { row: 47, rows: 76 } } });
    expect(close([head, story('b', area(0, 8, 51, 6), area(0, 8, 57, 66))])[1]).toMatchObject({ deck: { row: 51, rows: 6 } });
  });
  it('a headline of one line takes two rows, with those that it has already', () => {
    const one = { ...ruler, deck: () => ({ rows: 6, lines: [], mainLines: 1 }) } as unknown as Ruler;
    const at = (row: number, rows: number): Piece => closed({ number: 1, mastheadRows: 0, pieces: [{ ...head, pinned: true }, story('b', area(0, 8, row, rows), area(0, 8, row + rows, 60))] }, one, false).pieces[1]!;
    expect(at(49, 6)).toMatchObject({ deck: { row: 47, rows: 8 } });
    expect(at(50, 6)).toMatchObject({ deck: { row: 50, rows: 6 } });
    expect(at(48, 7)).toMatchObject({ deck: { row: 47, rows: 8 } });
    expect(at(49, 7)).toMatchObject({ deck: { row: 49, rows: 7 } });
  });
  it('the page’s foot is a hole where text waits for another page', () => {
    const low = [story('a', area(0, 8, 0, 6), area(0, 8, 6, 115))];
    expect(close(low, true)[0]).toMatchObject({ deck: { rows: 8 }, body: [{ area: { row: 8 } }] });
    expect(close(low, false)).toEqual(low);
  });
  it('nothing moves under a title that is wider than its text, in a stepped article, or where it is pinned', () => {
    const wide = story('a', area(0, 8, 0, 6), area(0, 5, 6, 40));
    expect(close([wide, box('c', area(5, 3, 6, 60)), story('b', area(0, 5, 49, 6), area(0, 5, 55, 11))])[0]).toEqual(wide);
    const pinned = { ...story('b', area(0, 8, 50, 6), area(0, 8, 56, 67)), pinned: true };
    expect(close([{ ...head, pinned: true }, pinned])).toEqual([{ ...head, pinned: true }, pinned]);
  });
});
