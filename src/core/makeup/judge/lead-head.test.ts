// The 头条's headline is the strongest of its page (N-11, N-37): what takes points, in which words.
// Pages by hand, fake fonts.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import type { Area, PagePlan, Piece } from '../../model/layout';
import { worthOfPaper } from '../../typeset-paper';
import { airyRows, columnsShort } from './lead-head';

const roll = random(8);
const text = (paragraphs: number) => doc(...Array.from({ length: paragraphs }, () => p(prose(roll, 90))));
const pkg = packageOf([
  article('lead', 'news', text(6), { 'deck.main': '头条' }), article('other', 'news', text(6), { 'deck.over': '履职尽责', 'deck.main': '另一条', 'deck.sub': '各界热议' }),
  article('voice', 'editorial', text(4), { 'deck.main': '社论题' }), article('report', 'report', text(20), { 'deck.main': '工作报告' }),
]);
const setting = fakeSetting(pkg, shipped('N6', ['lead', 'other', 'voice', 'report'], { paper: { ...DAILY, firstPage: 2 } }));

const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const piece = (id: string, deck: Area | null, body: readonly Area[], more: Partial<Piece> = {}): Piece => ({ article: id, variant: 'news', deck, body: body.map((one) => ({ area: one, into: one.columns })), box: null, from: null, to: null, ...more });
const box = piece('voice', null, [], { variant: 'box', box: { area: area(2, 4, 0, 40), into: 3 } });
const needs = (columns: number): number => setting.ruler.deck({ article: 'lead', variant: 'news' }, columns).rows;
const lead = (columns: number, rows = needs(columns)): Piece => piece('lead', area(0, columns, 0, rows), [area(0, columns, rows, Math.round(70 / columns))]);

/** What is said of the 头条's headline, and what that takes. */
function worthOf(...pieces: Piece[]): { readonly points: number; readonly said: string } {
  const plan: PagePlan = { number: 2, mastheadRows: 0, pieces };
  const losses = worthOfPaper({ pages: [plan] }, setting).losses.filter(({ say }) => /头条“头条”的标题/u.test(say));
  return { points: losses.reduce((sum, { points }) => sum + points, 0), said: losses.map(({ say }) => say).join('；') };
}

describe('the headline of the 头条', () => {
  it('is half as wide as its page, where its text is worth it', () => {
    expect([1, 2, 3, 6].map((columns) => columnsShort(lead(columns), 6))).toEqual([2, 1, 0, 0]);
    expect([1, 2, 3, 4].map((columns) => columnsShort(lead(columns), 8))).toEqual([3, 2, 1, 0]);
    // 16 rows of text are two columns' headline, a brief's one column's.
    expect(columnsShort(piece('lead', area(0, 1, 0, 5), [area(0, 1, 5, 16)]), 8)).toBe(1);
    expect(columnsShort(piece('lead', area(0, 1, 0, 5), [area(0, 1, 5, 11)]), 8)).toBe(0);
    expect(columnsShort({ ...lead(1), upright: true }, 6)).toBe(0);
    expect(columnsShort({ ...lead(1), variant: 'report' }, 6)).toBe(0);
    expect(columnsShort({ ...lead(1), deck: null, from: 1 }, 6)).toBe(0);
  });

  it('narrow is told with what it may be, and wide not', () => {
    const [narrow, wide] = [worthOf(lead(2)), worthOf(lead(3))];
    expect(narrow).toMatchObject({ points: 5, said: '第2版头条“头条”的标题只跨 2 栏，不到版面的一半，压不住版；宜跨 3 栏以上' });
    expect(wide).toMatchObject({ points: 0, said: '' });
  });

  it('in a zone of rows that it does not need is told with them, one row more is not, nor two around large letters', () => {
    const [one, three] = [1, 3].map((spare) => worthOf(lead(3, needs(3) + spare)));
    expect(one!.points).toBe(0);
    expect(three!.said).toBe(`第2版头条“头条”的标题（24 磅）占 ${needs(3) + 3} 行，比需要的多空 3 行，显得空`);
    expect(three!.points).toBe(2);
    const { rows } = setting.ruler.deck({ article: 'other', variant: 'news' }, 6);
    expect(airyRows(piece('other', area(0, 6, 0, rows + 2), []), setting.ruler)).toEqual({ spare: 2, many: 0 });
  });

  it('is no smaller than a box’s on a page that it leads; a report that leads has its own title (N-21)', () => {
    const beside = worthOf(lead(1), box);
    expect(beside.said).toMatch(/第2版“社论题”的标题（28 磅）大过头条“头条”的标题（\d+ 磅）/u);
    expect(worthOf(lead(6), { ...box, box: { area: area(2, 4, 40, 40), into: 3 } })).toMatchObject({ said: '' });
    const under = worthOf(piece('report', area(0, 6, 0, 14), [area(0, 6, 14, 40)], { variant: 'report' }), piece('lead', area(0, 1, 60, needs(1)), [area(0, 1, 60 + needs(1), 40)]), { ...box, box: { area: area(2, 4, 60, 40), into: 3 } });
    expect(under.said).toBe('');
  });
});
