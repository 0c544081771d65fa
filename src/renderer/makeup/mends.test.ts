import { describe, expect, it } from 'vitest';
import type { Piece } from '../../core/model/layout';
import { pageNamer } from '../../core/model/page-name';
import { cutAmong, leastBeside, mendsOf, roomWords, totalWords, whiteLines } from './mends';

const NAME = { page: 2, article: 'a' };
const PIECE: Piece = { article: 'a', variant: 'news', deck: { column: 0, columns: 2, row: 0, rows: 4 }, body: [{ area: { column: 0, columns: 2, row: 4, rows: 20 }, into: 2 }], box: null, from: null, to: null };

describe('余 and 缺', () => {
  it.each([[{ over: 3, short: 0 }, '余 3 行'], [{ over: 0, short: 2 }, '缺 2 行'], [{ over: 0, short: 0 }, '正好'], [{ over: 0, short: 0, beforeJump: 2 }, '正好（转版前末栏空 2 行）']] as const)('%o is told as %s', (room, words) => expect(roomWords(room)).toBe(words));
  it('what does not fit is mended by room: rows shared by the columns', () => {
    const mends = mendsOf(NAME, PIECE, { ...NAME, over: 5, short: 0, needs: 40, lines: 40, columns: 2, measure: 13 }, [], pageNamer(null));
    expect(mends.map(({ title }) => title)).toContain('下边加高 3 行');
    expect(mends[1]?.act).toEqual({ kind: 'pull', page: 2, article: 'a', edges: { left: 0, right: 0, top: 0, bottom: 3 } });
  });
  it('columns that stand empty beside it are tried in each number, at one side and at both; where none does, one column each', () => {
    const room = { ...NAME, over: 55, short: 0, needs: 95, lines: 40, columns: 1, measure: 13 };
    const wider = (free?: { left: number; right: number }): (readonly [string, number, number])[] => mendsOf(NAME, PIECE, room, [], pageNamer(null), free).flatMap(({ title, act }) => (act.kind === 'pull' && act.edges.left + act.edges.right > 0 ? [[title, act.edges.left, act.edges.right]] : []));
    expect(wider()).toEqual([['右边加宽 1 栏', 0, 1], ['左边加宽 1 栏', 1, 0]]);
    expect(wider({ left: 1, right: 2 })).toEqual([
      ['右边加宽 1 栏', 0, 1], ['右边加宽 2 栏', 0, 2], ['左边加宽 1 栏', 1, 0], ['左边加宽 1 栏，右边加宽 1 栏', 1, 1], ['左边加宽 1 栏，右边加宽 2 栏', 1, 2],
    ]);
  });
  it('a box is not copyfitted; what fits needs nothing', () => {
    const box: Piece = { ...PIECE, deck: null, body: [], box: { area: { column: 0, columns: 2, row: 0, rows: 24 }, into: 1 } };
    expect(mendsOf(NAME, box, { ...NAME, over: 1, short: 0, needs: 40, lines: 24, columns: 1, measure: 13 }, [], pageNamer(null)).some(({ act }) => act.kind === 'fit')).toBe(false);
    expect(mendsOf(NAME, PIECE, { ...NAME, over: 0, short: 0, needs: 40, lines: 40, columns: 2, measure: 13 }, [], pageNamer(null))).toEqual([]);
  });
  it('what is left empty: whole rows only are taken back', () => {
    expect(mendsOf(NAME, PIECE, { ...NAME, over: 0, short: 1, needs: 40, lines: 40, columns: 2, measure: 13 }, [], pageNamer(null)).some(({ title }) => title.includes('收回'))).toBe(false);
    expect(mendsOf(NAME, PIECE, { ...NAME, over: 0, short: 5, needs: 40, lines: 40, columns: 2, measure: 13 }, [], pageNamer(null)).map(({ title }) => title)).toContain('下边收回 2 行');
  });
  it('what does not fit may be jumped, once and not out of a box', () => {
    const room = { ...NAME, over: 9, short: 0, needs: 40, lines: 40, columns: 2, measure: 13 };
    expect(mendsOf(NAME, PIECE, room, [3, 4], pageNamer(null)).slice(-2).map(({ title, act }) => [title, act])).toEqual([
      ['转到第3版', { kind: 'jump', page: 2, article: 'a', to: 3 }], ['转到第4版', { kind: 'jump', page: 2, article: 'a', to: 4 }],
    ]);
    expect(mendsOf(NAME, { ...PIECE, to: 3 }, room, [3], pageNamer(null)).some(({ act }) => act.kind === 'jump')).toBe(false);
  });
  it('before it is jumped the page is set level about it', () => {
    const acts = mendsOf(NAME, PIECE, { ...NAME, over: 5, short: 0, needs: 40, lines: 40, columns: 2, measure: 13 }, [3], pageNamer(null)).map(({ act }) => act);
    expect(acts.at(-2)).toEqual({ kind: 'pull', page: 2, article: 'a', edges: { left: 0, right: 0, top: 0, bottom: 3 }, giveWay: 'level' });
  });
  it('what goes on nowhere any more is joined again', () => {
    expect(mendsOf(NAME, { ...PIECE, deck: null, from: 1 }, { ...NAME, over: 0, short: 40, needs: 40, lines: 40, columns: 2, measure: 13 }, [], pageNamer(null)).map(({ title }) => title)).toEqual(['并回一版']);
  });
  it('lines of one measure are added up as they are, of several in the page\'s', () => {
    const room = (over: number, short: number, measure: number) => ({ ...NAME, over, short, needs: 40, lines: 40, columns: 2, measure });
    expect(totalWords([room(3, 0, 20), room(2, 0, 20), room(0, 4, 13)], 'over', 13)).toBe('余 5 行（每行 20 字）');
    expect(totalWords([room(3, 0, 20), room(2, 0, 13)], 'over', 13)).toBe('余约 7 行（每行 13 字）');
    expect(totalWords([room(0, 4, 13)], 'short', 13)).toBe('缺 4 行（每行 13 字）');
    expect(totalWords([], 'over', 13)).toBe('');
  });
  it('the page\'s own white is missing too: between blocks and below them, in lines of one column', () => {
    const room = (short: number, measure: number) => ({ ...NAME, over: 0, short, needs: 40, lines: 40, columns: 2, measure });
    const plan = (rows: number) => ({ number: 1, mastheadRows: 0, pieces: [{ ...PIECE, deck: null, body: [{ area: { column: 0, columns: 2, row: 0, rows }, into: 2 }] }, { ...PIECE, article: 'b', deck: null, body: [{ area: { column: 2, columns: 1, row: 0, rows: 40 }, into: 1 }] }] });
    expect(whiteLines([plan(30)], 3, 40)).toBe(20);
    expect(whiteLines([plan(30), plan(40)], 3, 50)).toBe(20 + 30 + 30);
    expect(totalWords([], 'short', 13, 20)).toBe('缺 20 行（每行 13 字）');
    expect(totalWords([room(8, 13)], 'short', 13, 80)).toBe('缺 88 行（每行 13 字，其中块外空 80 行）');
    expect(totalWords([room(3, 20)], 'short', 13, 80)).toBe('缺约 85 行（每行 13 字，其中块外空 80 行）');
  });
});

it('见报略 stands among the ways by what the page is worth, a little behind those that leave the text whole; before those that break a rule', () => {
  const way = (score: number, added = ''): { score: number; added: string } => ({ score, added });
  expect(leastBeside(88)).toBe(85);
  // 转到第2版 leaves 19.5 points of 69.5.
  expect(cutAmong([way(19.5)], 68)).toBe(0);
  expect(cutAmong([way(85), way(84.9), way(19.5)], 88)).toBe(1);
  expect(cutAmong([way(85)], 88)).toBe(1);
  expect(cutAmong([way(90, '2 处碰题'), way(60)], 75)).toBe(0);
  expect(cutAmong([way(92, '2 处碰题'), way(60)], 75)).toBe(1);
  expect(cutAmong([], 75)).toBe(0);
});
