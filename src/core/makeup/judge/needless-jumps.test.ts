// What is said of a 头条 that is torn while stories stand whole beside it, and of a text that goes on twice. Pages by hand: which stories
// could have gone is counted in cells here, not by what the program says.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import type { Area, Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { worthOfPaper } from '../../typeset-paper';
import { oftenTorn, tornLead } from './needless-jumps';

const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const piece = (article: string, deck: Area | null, body: Area, jump: Partial<Piece> = {}): Piece => ({ article, variant: 'news', deck, body: [{ area: body, into: body.columns }], box: null, from: null, to: null, ...jump });
const boxed = (article: string, of: Area): Piece => ({ article, variant: 'box', deck: null, body: [], box: { area: of, into: 1 }, from: null, to: null });
const page = (number: number, ...pieces: Piece[]) => ({ number, mastheadRows: number === 1 ? 12 : 0, pieces });

const EDITION = ['voice', 'lead', 'long', 'short', 'last'];
const begun = piece('lead', area(0, 6, 12, 6), area(0, 6, 18, 12), { to: 2 });
/** 60 cells are missing on the first page. */
const goesOn = piece('lead', null, area(0, 6, 0, 10), { from: 1 });
const long = piece('long', area(0, 3, 31, 5), area(0, 3, 36, 30));
const short = piece('short', area(3, 3, 31, 4), area(3, 3, 35, 8));
const last = piece('last', area(3, 3, 44, 4), area(3, 3, 48, 8));
const voice = boxed('voice', area(3, 3, 57, 30));

describe('a 头条 that is torn', () => {
  it('could be whole where the stories beside it have as much room: those chosen last, as many as are needed', () => {
    // 36 cells each: one alone is too few, two are enough.
    expect(tornLead([page(1, begun, long, short, last), page(2, goesOn)], 'lead', EDITION)).toEqual({ page: 1, to: 2, instead: ['short', 'last'] });
    const little = piece('lead', null, area(0, 6, 0, 6), { from: 1 });
    expect(tornLead([page(1, begun, long, short, last), page(2, little)], 'lead', EDITION)).toEqual({ page: 1, to: 2, instead: ['last'] });
  });

  it('could not where they have less, where a box or what is pinned is all there is, where another is torn as well, or where it is whole', () => {
    expect(tornLead([page(1, begun, short), page(2, goesOn)], 'lead', EDITION)).toBeNull();
    expect(tornLead([page(1, begun, voice), page(2, goesOn)], 'lead', EDITION)).toBeNull();
    expect(tornLead([page(1, begun, { ...long, pinned: true }), page(2, goesOn)], 'lead', EDITION)).toBeNull();
    expect(tornLead([page(1, { ...begun, pinned: true }, long), page(2, goesOn)], 'lead', EDITION)).toBeNull();
    expect(tornLead([page(1, begun, { ...long, to: 2 }), page(2, goesOn)], 'lead', EDITION)).toBeNull();
    expect(tornLead([page(1, { ...begun, to: null }, long)], 'lead', EDITION)).toBeNull();
    expect(tornLead([page(1, long, { ...short, to: 2 })], 'lead', EDITION)).toBeNull();
  });

  it('costs five times what a jump does, and says what is to be done', () => {
    const roll = random(8);
    const text = (paragraphs: number) => doc(...Array.from({ length: paragraphs }, () => p(prose(roll, 90))));
    const names: Readonly<Record<string, string>> = { voice: '启新程', lead: '胜利闭幕', long: '联组讨论', short: '议事亭', last: '索道' };
    const pkg = packageOf(EDITION.map((id) => article(id, id === 'voice' ? 'editorial' : 'news', text(6), { 'deck.main': names[id]! }, id === 'voice' ? '社论' : undefined)));
    const setting = fakeSetting(pkg, shipped('N6', EDITION, { paper: DAILY }));
    const said = (...pieces: Piece[]) => worthOfPaper({ pages: [page(1, ...pieces), page(2, goesOn)] }, setting).losses.filter(({ say }) => /拆成|转第/u.test(say)).map(({ points, say }) => [points, say]);
    expect(said(begun, short, last)).toEqual([[15, '头条“胜利闭幕”拆成两版，同版的“议事亭”、“索道”却整篇排着；宜把这几篇移到第2版，头条排全'], [3, '“胜利闭幕”由第1版转第2版']]);
    expect(said(begun, long)).toEqual([[15, '头条“胜利闭幕”拆成两版，同版的“联组讨论”却整篇排着；宜把这一篇移到第2版，头条排全'], [3, '“胜利闭幕”由第1版转第2版']]);
    expect(said(begun, short)).toEqual([[3, '“胜利闭幕”由第1版转第2版']]);
  });
});

describe('a text that goes on twice (N-20 (6))', () => {
  const master = { columns: 6, lines: 50 } as PaperMaster;
  const parts = (first: Area, second: Area, third: Area) => [
    page(2, piece('long', area(0, 6, 0, 6), first, { to: 3 }), piece('short', area(0, 3, 40, 3), area(0, 3, 43, 7))),
    page(3, piece('long', null, second, { from: 2, to: 4 })), page(4, piece('long', null, third, { from: 3 })),
  ];

  it('need not where two pages have room for it, to the cell; where they have not, or it is pinned, or goes on once, it is not told', () => {
    // 36 + 200 + 264 + 100 cells, two pages have 600.
    expect(oftenTorn(parts(area(0, 5, 6, 40), area(0, 6, 0, 44), area(0, 2, 0, 50)), master)).toEqual([{ article: 'long', page: 2, times: 2 }]);
    expect(oftenTorn(parts(area(0, 5, 6, 40), area(0, 6, 0, 44), area(0, 1, 0, 50)), master)).toHaveLength(1);
    expect(oftenTorn(parts(area(0, 5, 6, 40), area(0, 6, 0, 44), area(0, 2, 0, 50)).map((one, i) => ({ ...one, mastheadRows: i === 0 ? 1 : 0 })), master)).toEqual([]);
    expect(oftenTorn(parts(area(0, 5, 6, 40), area(0, 6, 0, 44), area(0, 3, 0, 34)), master)).toEqual([]);
    expect(oftenTorn(parts(area(0, 5, 6, 10), area(0, 6, 0, 10), area(0, 2, 0, 10)).map((one) => ({ ...one, pieces: one.pieces.map((own) => ({ ...own, pinned: true })) })), master)).toEqual([]);
    // A text of three pages: one page fewer is no one jump.
    const whole = area(0, 6, 0, 50);
    expect(oftenTorn([page(2, piece('long', null, whole, { to: 3 })), page(3, piece('long', null, whole, { from: 2, to: 4 })), page(4, piece('long', null, area(0, 6, 0, 5), { from: 3, to: 5 })), page(5, piece('long', null, area(0, 6, 0, 5), { from: 4 }))], master)).toEqual([]);
    expect(oftenTorn([page(1, begun, long), page(2, goesOn)], master)).toEqual([]);
  });

  it('costs as much as a 头条 torn needlessly, beside its jumps, and says which page is to be its own', () => {
    const roll = random(8);
    const pkg = packageOf(['long', 'short'].map((id) => article(id, 'news', doc(...Array.from({ length: 6 }, () => p(prose(roll, 90)))), { 'deck.main': id === 'long' ? '工作报告' : '短讯' })));
    const setting = fakeSetting(pkg, shipped('N6', ['long', 'short'], { paper: { ...DAILY, firstPage: 2 } }));
    const said = worthOfPaper({ pages: parts(area(0, 6, 6, 30), area(0, 6, 0, 50), area(0, 6, 0, 20)) }, setting).losses.filter(({ say }) => /转了/u.test(say)).map(({ points, say }) => [points, say]);
    expect(said).toEqual([[15, '“工作报告”转了 2 次，转一次就够；宜把第2版让给它，别的稿件排到后面'], [6, '“工作报告”由第2版转第3版、第4版，转了 2 次']]);
  });
});
