// What a layout loses by where texts stand to headlines, in its words: text under another
// article (N-33), by its headline's side, and a headline wider than its few lines. A page by hand.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import type { Area, Piece } from '../../model/layout';
import type { ArticlePicture } from '../../model/package';
import { judgedPaper, worthOfPaper } from '../../typeset-paper';

const roll = random(6);
const text = (paragraphs: number) => doc(...Array.from({ length: paragraphs }, () => p(prose(roll, 90))));
const pkg = packageOf([article('lead', 'news', text(8), { 'deck.main': '头条' }), article('other', 'news', text(8), { 'deck.main': '另一条' }), article('brief', 'news', text(1), { 'deck.main': '短讯' })]);
const setting = fakeSetting(pkg, shipped('N6', ['lead', 'other', 'brief'], { paper: { ...DAILY, firstPage: 2 } }));

const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const piece = (id: string, deck: Area, ...body: Area[]): Piece => ({ article: id, variant: 'news', deck, body: body.map((one) => ({ area: one, into: one.columns })), box: null, from: null, to: null });
const judged = (...pieces: Piece[]) => judgedPaper({ placement: { pages: [{ number: 2, mastheadRows: 0, pieces }], left: [], unboxed: [] }, cost: 0, faults: 0, led: true }, setting);

const other = piece('other', area(3, 3, 0, 5), area(3, 3, 5, 14));
const brief = piece('brief', area(0, 2, 60, 4), area(0, 2, 64, 6));

it('text that goes on under another article is 题文分离 and names both, by its headline’s side it is told, under its own not', () => {
  const below = judged(piece('lead', area(0, 3, 6, 5), area(0, 3, 11, 20), area(3, 3, 20, 11)), other, brief);
  expect(below.taboos).toContainEqual({ kind: 'headless', page: 2, severity: 'warning', articles: ['lead', 'other'] });
  expect(below.reasons).toContain('第2版有题文分离：“头条”有文字排在“另一条”下面，上边没有自己的标题');
  const beside = judged(piece('lead', area(0, 3, 18, 5), area(0, 3, 23, 20), area(3, 3, 20, 11)), other, brief);
  expect(beside.taboos.map(({ kind }) => kind)).not.toContain('headless');
  expect(beside.reasons).toContain('第2版“头条”有 33 行排在标题右边、别的稿件下面');
  const own = judged(piece('lead', area(0, 6, 20, 5), area(0, 6, 25, 16)), other, brief);
  expect(own.reasons.join()).not.toMatch(/头条”有.*下面/u);
});

it('a brief’s headline over the whole page is told with what its text is worth', () => {
  const wide = judged(piece('lead', area(0, 3, 6, 5), area(0, 3, 11, 31)), other, piece('brief', area(0, 6, 60, 4), area(0, 2, 64, 6)));
  expect(wide.reasons).toContain('第2版“短讯”的标题跨 6 栏，正文只有 12 行，宜跨 2 栏以内');
  expect(judged(piece('lead', area(0, 3, 6, 5), area(0, 3, 11, 31)), other, brief).reasons.join()).not.toContain('宜跨 2 栏以内');
  // What leads is told of the columns beside its text alone.
  expect(judged(piece('lead', area(0, 6, 20, 5), area(0, 2, 25, 47)), other).reasons).toContain('第2版“头条”的标题跨 6 栏，下面只有 2 栏自己的正文，宜跨 4 栏以内');
});

it('a headline that is larger than one picked before it is told with both sizes, as they are printed; one that its rows let be smaller is not', () => {
  const same = packageOf(['lead', 'first', 'second'].map((id) => article(id, 'news', text(6), { 'deck.main': { lead: '头条', first: '先选', second: '后选' }[id]! })));
  const paper = fakeSetting(same, shipped('N6', ['lead', 'first', 'second'], { paper: { ...DAILY, firstPage: 2 } }));
  // N6 sets news over one column in 16 pt, over five in 32, which may be as small as 24; over two in 21, which may be 16.
  const said = (columns: number): [words: string, printed: number | undefined] => {
    const pieces = [piece('lead', area(0, 6, 0, 5), area(0, 6, 5, 6)), piece('first', area(5, 1, 12, 5), area(5, 1, 17, 40)), piece('second', area(0, columns, 12, 5), area(0, columns, 17, 40))];
    const placement = { pages: [{ number: 2, mastheadRows: 0, pieces }], left: [], unboxed: [] };
    const deck = paper.composer.compose(placement).pages[0]!.frames.find((one) => one.article === 'second' && one.frame.what === 'deck');
    return [judgedPaper({ placement, cost: 0, faults: 0, led: true }, paper).reasons.join('；'), deck?.fragments[0]?.set.paragraph.style.text.size];
  };
  const [[wide, large], [narrow, small]] = [said(5), said(2)];
  expect(wide).toContain('第2版“后选”的标题（24 磅）大过先选的“先选”（16 磅）');
  expect(narrow).not.toContain('磅');
  expect([large, small]).toEqual([24, 16]);
});

it('what stands below a later one costs a point each, the 头条 more, and a lead that is not at its page’s head no more than that', () => {
  const order = (...pieces: Piece[]): { readonly points: number; readonly say: string }[] => worthOfPaper({ pages: [{ number: 2, mastheadRows: 0, pieces }] }, setting).losses.filter(({ say }) => /低于后选|先后与选稿|不在左上/u.test(say)).map(({ points, say }) => ({ points, say }));
  const high = piece('lead', area(0, 6, 0, 5), area(0, 6, 5, 12));
  expect(order(high, piece('other', area(0, 3, 18, 5), area(0, 3, 23, 14)), piece('brief', area(3, 2, 30, 4), area(3, 2, 34, 6)))).toEqual([{ points: 0, say: '各篇先后与选稿的次序一致' }]);
  // Beside it at the right, higher, the later one is the next stack's; at the left it is read before.
  expect(order(high, piece('other', area(0, 3, 30, 5), area(0, 3, 35, 14)), piece('brief', area(3, 2, 18, 4), area(3, 2, 22, 6)))).toEqual([{ points: 0, say: '各篇先后与选稿的次序一致' }]);
  expect(order(high, piece('other', area(3, 3, 30, 5), area(3, 3, 35, 14)), piece('brief', area(0, 2, 18, 4), area(0, 2, 22, 6)))).toEqual([{ points: 1, say: '“另一条”在版上低于后选的稿件' }]);
  const low = order(piece('lead', area(0, 6, 30, 5), area(0, 6, 35, 12)), piece('other', area(0, 3, 0, 5), area(0, 3, 5, 14)), brief);
  expect(low).toEqual([{ points: 24, say: '第2版头条不在左上：“头条”' }]);
});

it('a picture that its block is too low for is told with the columns that it was to have; one as wide as it was set to, or that nobody set, is not', () => {
  const said = (columns: number | null, rows: number): string => {
    const withPicture = { ...pkg, pictures: { lead: { asset: 'a', format: 'jpeg', width: 900, height: 900, caption: '', credit: '', columns, place: 'right', keepRatio: true } as unknown as ArticlePicture } };
    const paper = fakeSetting(withPicture, shipped('N6', ['lead', 'other', 'brief'], { paper: { ...DAILY, firstPage: 2 } }));
    return judgedPaper({ placement: { pages: [{ number: 2, mastheadRows: 0, pieces: [piece('lead', area(0, 6, 6, 5), area(0, 6, 11, rows))] }], left: [], unboxed: [] }, cost: 0, faults: 0, led: true }, paper).reasons.filter((reason) => reason.includes('”的配图')).join();
  };
  expect(said(3, 20)).toBe('第2版“头条”的配图要跨 3 栏，只跨 1 栏');
  expect(said(3, 70)).toBe('');
  expect(said(null, 20)).toBe('');
  expect(said(2, 4)).toBe('第2版“头条”的配图没有地方放');
});

it('what is 重要 in one long column is told and costs more than a headline of three lines; a short one, two columns, or what is not 重要 is not', () => {
  const weighed = fakeSetting(pkg, shipped('N6', ['lead', 'other', 'brief'], { paper: { ...DAILY, firstPage: 2 }, important: ['other'] }));
  const said = (...pieces: Piece[]) => worthOfPaper({ pages: [{ number: 2, mastheadRows: 0, pieces }] }, weighed).losses.filter(({ say }) => say.includes('只排了 1 栏'));
  const lead = piece('lead', area(0, 4, 0, 5), area(0, 4, 5, 20));
  expect(said(lead, piece('other', area(5, 1, 0, 6), area(5, 1, 6, 60)))).toEqual([{ points: 8, say: '第2版重要稿件“另一条”只排了 1 栏，高 66 行，压不住；宜跨 2 栏以上' }]);
  expect(said(lead, piece('other', area(5, 1, 0, 6), area(5, 1, 6, 30)))).toEqual([]);
  expect(said(lead, piece('other', area(4, 2, 0, 6), area(4, 2, 6, 60)))).toEqual([]);
  expect(said(lead, piece('brief', area(5, 1, 0, 6), area(5, 1, 6, 60)))).toEqual([]);
});

it('a report’s title over less than half of its only page costs as much as on several (N-21); a 讲话’s does not', () => {
  const two = packageOf([article('report', 'report', text(8), { 'deck.main': '工作报告' }), article('talk', 'address', text(8), { 'deck.main': '讲话' })]);
  const paper = fakeSetting(two, shipped('N6', ['report', 'talk'], { paper: { ...DAILY, firstPage: 2 } }));
  const said = (...pieces: Piece[]) => worthOfPaper({ pages: [{ number: 2, mastheadRows: 0, pieces: pieces.map((one) => ({ ...one, variant: 'report' })) }] }, paper).losses.filter(({ say }) => say.includes('报告的标题宜跨')).map(({ points, say }) => [points, say]);
  expect(said(piece('report', area(0, 2, 0, 9), area(0, 2, 9, 40)), piece('talk', area(2, 2, 0, 9), area(2, 2, 9, 40)))).toEqual([
    [31, '第2版“工作报告”的标题只跨 2 栏，不到版面的一半，报告的标题宜跨 5 栏以上'], [6, '第2版“讲话”的标题只跨 2 栏，不到版面的一半，报告的标题宜跨 5 栏以上'],
  ]);
  expect(said(piece('report', area(0, 3, 0, 9), area(0, 3, 9, 40)))).toEqual([[4, '第2版“工作报告”的标题只跨 3 栏，报告的标题宜跨 5 栏以上']]);
});
