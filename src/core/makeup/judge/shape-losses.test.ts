// What is said of odd shapes, and what they take of the score; and that a page proposed for less
// text than room has none of them where it need not. Fake fonts.
import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import type { Area, Broken, PagePlan, Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { judgePage } from '../rules/page-cost';
import { pageShape, pieceShape } from '../rules/page-shapes';
import { waitingFor } from '../search/place';
import { judged } from './proposal';

const roll = random(11);
const text = (blocks: number): readonly ReturnType<typeof p>[] => Array.from({ length: blocks }, () => p(prose(roll, 120)));
const pkg = packageOf([article('a', 'news', doc(...text(6)), { 'deck.main': '市政协全会开幕' }), article('b', 'news', doc(...text(2)), { 'deck.main': '主席会议举行' })]);
const edition = shipped('N8', ['a', 'b'], { paper: { ...DAILY, firstPage: 2 } });
const { candidates, options, ruler } = fakeSetting(pkg, edition);
const waiting = waitingFor(candidates, ruler);
const titleOf = (id: string): string => id;

const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const legs = (column: number, columns: number, row: number, rows: number): Broken => ({ area: area(column, columns, row, rows), into: columns });
const piece = (id: string, deck: Area | null, ...body: readonly Broken[]): Piece => ({ article: id, variant: 'news', deck, body, box: null, from: null, to: null });

function worthOf(...pieces: readonly Piece[]): { readonly cost: number; readonly reasons: string } {
  const plan: PagePlan = { number: options.firstPage, mastheadRows: 0, pieces };
  const placement = { pages: [plan], left: [], unboxed: [] };
  return { cost: judgePage(plan, [], waiting, ruler).cost, reasons: judged({ placement, cost: 0, faults: 0, led: true }, candidates, ruler, titleOf).reasons.join('；') };
}

describe('what is said of a shape, and what it costs a search', () => {
  const below = piece('b', area(0, 4, 40, 5), legs(0, 4, 45, 8));

  it('a strip of four rows beside longer legs', () => {
    const strip = worthOf(piece('a', area(0, 4, 0, 6), legs(0, 2, 6, 21), legs(2, 2, 6, 4)));
    const level = worthOf(piece('a', area(0, 4, 0, 6), legs(0, 2, 6, 21), legs(2, 2, 6, 5)));
    expect(strip.reasons).toContain('“a”有不足 5 行的短栏');
    expect(level.reasons).not.toContain('短栏');
    expect(strip.cost).toBeGreaterThan(level.cost);
  });

  it('one leg down the page', () => {
    const one = worthOf(piece('a', area(0, 4, 0, 6), legs(0, 1, 6, 33), legs(1, 3, 6, 11)), below);
    const short = worthOf(piece('a', area(0, 4, 0, 6), legs(0, 1, 6, 32), legs(1, 3, 6, 11)), below);
    expect(one.reasons).toContain('“a”有一栏比两旁的长两倍以上');
    expect(short.reasons).not.toContain('长两倍');
    expect(one.cost).toBeGreaterThan(short.cost + 50);
  });

  it('a headline right under another one', () => {
    const { reasons } = worthOf(piece('a', area(0, 6, 0, 6), legs(0, 3, 6, 20)), piece('b', area(3, 3, 6, 5), legs(3, 3, 11, 10)));
    expect(reasons).toContain('“b”的标题紧接在“a”的标题下面，像它的副题');
  });

  it('a text round others where the page has room, and a text without a headline above the largest one', () => {
    const { reasons } = worthOf(piece('a', area(0, 4, 20, 6), legs(0, 4, 26, 10)), piece('b', null, legs(0, 4, 0, 19), legs(4, 2, 0, 40)));
    expect(reasons).toContain('开头是没有标题的文字，大标题“a”排在它下面');
    expect(worthOf(piece('a', null, legs(0, 2, 0, 20), legs(2, 2, 6, 30), legs(4, 2, 0, 12))).reasons).toContain('地方有余，“a”却绕着别的稿件排');
  });
});

describe.each([['N8', 90], ['N8', 110], ['N8', 130], ['N6', 120], ['T6', 50]] as const)('an edition whose last page has more room than text: %s, a report of %i paragraphs', (preset, blocks) => {
  const day = packageOf([
    article('lead', 'news', doc(...text(9)), { 'deck.main': '市政协五届四次会议开幕' }),
    article('report', 'report', doc(h(1, '工作回顾'), ...text(blocks)), { 'deck.main': '常务委员会工作报告' }),
    article('brief', 'news', doc(...text(2)), { 'deck.main': '主席会议举行' }),
  ]);
  const [best] = new Typesetter(FAKE).propose(day, shipped(preset, ['lead', 'report', 'brief'], { paper: DAILY }));
  const last = best!.layout.pages.at(-1)!;

  it('opens it with its headline, and stacks its texts in blocks with one step at the most', () => {
    expect(last.pieces.some(({ from }) => from !== null)).toBe(true);
    expect(pageShape(last).opens).toBeNull();
    for (const one of last.pieces) expect(pieceShape(one).bends).toBeLessThanOrEqual(1);
  });
});
