// The ways come out best first, of two as good the earlier one, as a sorted list has them;
// room is made again and again, and nothing of the ways before is left in it.
import { describe, expect, it } from 'vitest';
import { random } from '../../../../test/random';
import { MoveList } from './move-list';
import { emptyPage } from './page-state';
import { shipped } from '../../../../test/build-edition';
import type { PaperMaster } from '../../model/master';

const page = emptyPage([], shipped('N8', []).master as PaperMaster, 0);

describe('ways to go on', () => {
  const moves = new MoveList();

  it.each([0, 1, 7, 300, 9000])('%i of them, the best first', (count) => {
    const roll = random(count + 1);
    const scores = Array.from({ length: count }, () => roll(40) / 4);
    moves.clear();
    scores.forEach((score, i) => moves.made(score, page, { ...page, wasted: i }));
    moves.order();
    const out: number[] = [];
    for (let move = moves.next(); move >= 0; move = moves.next()) {
      expect(moves.score(move)).toBe(scores[move]);
      expect(moves.state(move)).toBe(page);
      out.push(moves.make(move)!.wasted);
    }
    expect(out).toEqual(scores.map((_, i) => i).sort((a, b) => scores[a]! - scores[b]! || a - b));
  });

  it('tells the columns\' tops that a way leaves before it is made', () => {
    const one = { article: 'a', kind: 'news', variant: 'news', boxed: false, rank: 0, rest: null } as const;
    const from = { ...page, left: [one], sky: [0, 0, 9, 9, 9, 0, 0, 0] };
    const size = { into: 3, rows: 20, short: 0 };
    const way = { columns: 4, into: 2, variant: 'box', poor: 0, rows: 30, characters: 20, lines: [], mainLines: 1 } as const;
    moves.clear();
    moves.whole(1, from, one, size, 5, 2, 3, false);
    moves.whole(2, from, one, size, 5, 0, 2, true);
    moves.box(3, from, one, way, 4, false, 2);
    moves.box(4, from, one, way, 4, true, 0);
    moves.stepped(5, from, one, { deckRows: 4, left: 10, right: 22, into: [2, 3] }, 0, 2, 3, true);
    moves.stepped(6, from, one, { deckRows: 4, left: 10, right: 22, into: [2, 3] }, 3, 2, 3, false);
    moves.order();
    for (let move = moves.next(); move >= 0; move = moves.next()) {
      const tops: number[] = [];
      expect(moves.topsAfter(move, tops)).toBe(one);
      expect(tops).toEqual(moves.make(move)!.sky);
    }
    moves.clear();
    moves.made(1, page, page);
    moves.order();
    expect(moves.topsAfter(moves.next(), [])).toBeNull();
  });

  it('makes the piece that it was told of', () => {
    const one = { article: 'a', kind: 'news', variant: 'news', boxed: false, rank: 0, rest: null } as const;
    moves.clear();
    moves.whole(1, { ...page, left: [one] }, one, { into: 3, rows: 20, short: 0 }, 5, 2, 3, false);
    moves.box(2, { ...page, left: [one] }, one, { columns: 4, into: 2, variant: 'box', poor: 0, rows: 30, characters: 20, lines: [], mainLines: 1 }, 4, true, 0);
    moves.stepped(3, { ...page, left: [one] }, one, { deckRows: 4, left: 10, right: 22, into: [2, 3] }, 0, 2, 3, true);
    moves.order();
    const areas = (): unknown => {
      const [piece] = moves.make(moves.next())!.pieces;
      return [piece!.deck, piece!.body, piece!.box];
    };
    expect(areas()).toEqual([{ column: 2, columns: 3, row: 0, rows: 5 }, [{ area: { column: 2, columns: 3, row: 5, rows: 20 }, into: 3 }], null]);
    expect(areas()).toEqual([null, [], { area: { column: 4, columns: 4, row: 93, rows: 30 }, into: 2 }]);
    expect(areas()).toEqual([
      { column: 0, columns: 2, row: 0, rows: 4 },
      [{ area: { column: 0, columns: 2, row: 4, rows: 10 }, into: 2 }, { area: { column: 2, columns: 3, row: 0, rows: 22 }, into: 3 }], null,
    ]);
  });
});
