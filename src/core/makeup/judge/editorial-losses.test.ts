// What is said of a 社论 by where it stands: on the front page, beside the report, behind it, at a page's foot.
// Pages by hand; what is right of each was settled by N-37, not by what the program says today.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import type { Area, Piece } from '../../model/layout';
import { worthOfPaper } from '../../typeset-paper';

const roll = random(9);
const text = (paragraphs: number) => doc(...Array.from({ length: paragraphs }, () => p(prose(roll, 90))));
const pkg = packageOf([
  article('lead', 'news', text(8), { 'deck.main': '头条' }), article('report', 'report', text(40), { 'deck.main': '工作报告' }),
  article('voice', 'editorial', text(6), { 'deck.main': '启新程' }, '社论'), article('story', 'news', text(8), { 'deck.main': '联组讨论' }),
]);
const ids = ['lead', 'report', 'voice', 'story'];
const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const piece = (id: string, deck: Area, ...body: Area[]): Piece => ({ article: id, variant: id === 'report' ? 'report' : 'news', deck, body: body.map((one) => ({ area: one, into: one.columns })), box: null, from: null, to: null });
const box = (column: number, columns: number, row: number, rows: number): Piece => ({ article: 'voice', variant: 'box', deck: null, body: [], box: { area: area(column, columns, row, rows), into: 1 }, from: null, to: null });

/** What is said of the order, page by page as they are given; the first has a masthead. */
function said(pages: readonly (readonly Piece[])[], articles = ids): { readonly points: number; readonly say: string }[] {
  const setting = fakeSetting(pkg, shipped('N6', articles, { paper: DAILY }));
  const plans = pages.map((pieces, i) => ({ number: i + 1, mastheadRows: i === 0 ? 12 : 0, pieces }));
  return worthOfPaper({ pages: plans }, setting).losses.filter(({ say }) => /社论“|先后与选稿|后选的稿件后面/u.test(say)).map(({ points, say }) => ({ points, say }));
}

const lead = piece('lead', area(0, 6, 12, 5), area(0, 6, 17, 8));
const report = (row: number, columns = 6) => piece('report', area(0, 6, row, 10), area(0, columns, row + 10, 40));
const story = (column: number, columns: number, row: number) => piece('story', area(column, columns, row, 5), area(column, columns, row + 5, 10));

it('on the front page it stands where it belongs, however low', () => {
  expect(said([[lead, report(26, 4), story(4, 2, 40), box(4, 2, 60, 20)]]).map(({ points }) => points)).toEqual([0]);
});

it('behind the report’s page it costs twice what an article out of its order does, and says of what page and why', () => {
  expect(said([[lead, report(26)], [story(0, 3, 0), box(3, 3, 0, 30)]]).filter(({ points }) => points > 0)).toEqual([{ points: 9, say: '社论“启新程”排到第2版，在报告开头的第1版之后；社论是本报的声音，宜在第1版，或与报告的标题同版' }]);
  expect(said([[lead, report(26)], [story(0, 6, 0), box(0, 3, 70, 30)]]).filter(({ points }) => points > 0)).toEqual([{ points: 11, say: '社论“启新程”排到第2版，在版的下部、后选的“联组讨论”下面，在报告开头的第1版之后；社论是本报的声音，宜在第1版，或与报告的标题同版' }]);
});

it('on the report’s page it is told at the foot alone, below what was picked after it and away from the report', () => {
  const foot = said([[lead], [report(0), story(0, 3, 52), box(0, 3, 70, 30)]]);
  expect(foot).toContainEqual({ points: 2, say: '社论“启新程”在第2版的下部、后选的“联组讨论”下面；社论是本报的声音，宜在第1版，或与报告的标题同版' });
  const beside = said([[lead], [piece('report', area(0, 6, 0, 10), area(0, 4, 10, 90)), story(4, 2, 10), box(4, 2, 60, 30)]]);
  expect(beside.filter(({ points }) => points > 0)).toEqual([]);
});

it('on an inner page without a report it misses the front page', () => {
  expect(said([[lead, story(0, 3, 30)], [box(0, 3, 0, 30)]], ['lead', 'voice', 'story'])).toEqual([{ points: 4, say: '社论“启新程”排到第2版；社论是本报的声音，宜在第1版' }]);
});

it('is not said to be in the order of the edition where it stands below a later one', () => {
  expect(said([[lead, report(26, 4), story(4, 2, 40), box(4, 2, 60, 20)]])).toEqual([{ points: 0, say: '除“启新程”外，各篇先后与选稿的次序一致' }]);
  expect(said([[lead, report(26, 4), box(4, 2, 36, 20), story(4, 2, 60)]])).toEqual([{ points: 0, say: '各篇先后与选稿的次序一致' }]);
});

it('takes as many points where the fold runs through its label as a headline’s line does, and says so (N-36)', () => {
  const setting = fakeSetting(pkg, shipped('N6', ids, { paper: { ...DAILY, firstPage: 2 } }));
  const losses = (row: number) => worthOfPaper({ pages: [{ number: 2, mastheadRows: 0, pieces: [lead, box(0, 3, row, 30)] }] }, setting).losses;
  const { height, top, pitch } = setting.ruler.master;
  const fold = (height / 2 - top) / pitch;
  const label = setting.ruler.box({ article: 'voice', variant: 'box' }, 3, 1).label!;
  const cut = Array.from({ length: 30 }, (_, i) => 45 + i).filter((row) => row + label.from < fold && fold < row + label.to);
  expect(cut.length).toBeGreaterThan(0);
  for (let row = 45; row < 75; row++) {
    expect([row, losses(row).filter(({ say }) => say.includes('折线压题') && say.endsWith('的标签')).map(({ points, say }) => ({ points, say }))]).toEqual([row, cut.includes(row) ? [{ points: 12, say: '第2版有折线压题：“启新程”的标签' }] : []]);
    if (cut.includes(row)) expect(losses(row).map(({ say }) => say).join()).not.toMatch(/没有碰题.*(忌讳|折线压题)/u);
  }
});

it('in a box whose text has the page’s size it is told that its own is larger (T-35)', () => {
  const plain: Piece = { ...box(4, 2, 36, 20), variant: 'news' };
  expect(said([[lead, report(26, 4), plain, story(4, 2, 60)]])).toContainEqual({ points: 0.5, say: '社论“启新程”的正文用版面字号（9 磅），没有用社论自己的大字：用大字，这一案就放不下' });
  expect(said([[lead, report(26, 4), box(4, 2, 36, 20), story(4, 2, 60)]]).map(({ say }) => say).join()).not.toContain('版面字号');
});
