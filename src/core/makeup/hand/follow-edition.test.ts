// A make-up by hand and the edition that is another one since: the page is written by hand
// (fixed-page.ts), so that where each block has to stand is known to the row.
import { describe, expect, it } from 'vitest';
import { article, doc, p } from '../../../../test/build';
import { DAILY, FAKE } from '../../../../test/build-edition';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import { areasOf, type Layout, layoutFault, type PagePlan, type Piece } from '../../model/layout';
import type { Edition, Package } from '../../model/package';
import { Typesetter } from '../../typeset';

const { pkg, edition } = fixedPage();
const [page] = FIXED.pages as [PagePlan];
const pieces = (layout: Layout): readonly Piece[] => layout.pages.flatMap((plan) => plan.pieces);
const without = (...gone: string[]): readonly Piece[] => page.pieces.filter((piece) => !gone.includes(piece.article));

const titleOf = (id: string): string => pkg.articles.find((one) => one.id === id)!.fields['deck.main']!.textContent;

function set(change: Partial<Edition>, articles: Package['articles'] = pkg.articles): { readonly layout: Layout; readonly said: string } {
  const now = { ...edition, ...change };
  const { layout, diagnostics } = new Typesetter(FAKE).typeset({ ...pkg, articles, editions: [now] }, now);
  return { layout: layout!.layout, said: diagnostics.find(({ code }) => code === 'layout-followed')?.message ?? '' };
}

describe('a make-up by hand stays', () => {
  it('as it is where nothing is another, and nothing is said', () => expect(set({})).toEqual({ layout: FIXED, said: '' }));

  it('where an article was deleted: its place is free, each other block in its own', () => {
    const { layout, said } = set({ articles: ['lead', 'other', 'editorial', 'story'] }, pkg.articles.filter(({ id }) => id !== 'brief'));
    expect(layout).toEqual({ pages: [{ ...page, pieces: without('brief') }] });
    expect(said).toBe('版面：撤下了 1 篇，它的地方空着；别的版块没有动');
  });

  it('where an article was chosen: it stands in free room, whole, each other block in its place', () => {
    const fresh = article('fresh', 'news', doc(p('己'.repeat(13 * 12 - 2))), { 'deck.main': '会议日程公布' });
    const { layout, said } = set({ articles: [...edition.articles, 'fresh'] }, [...pkg.articles, fresh]);
    expect(pieces(layout).filter((piece) => piece.article !== 'fresh')).toEqual(page.pieces);
    // Below all others, whose feet are at row 96, a blank row between.
    const own = pieces(layout).find((piece) => piece.article === 'fresh')!;
    expect(Math.min(...areasOf(own).map(({ row }) => row))).toBe(97);
    expect(layoutFault(layout, 8, 123)).toBeNull();
    expect(said).toBe('版面：新选的“会议日程公布”排在第1版第 1 栏第 98 行；别的版块没有动');
  });

  it('where what was chosen has no free room: it stands on a page of its own', () => {
    const long = article('long', 'news', doc(...Array.from({ length: 30 }, () => p('己'.repeat(128)))), { 'deck.main': '本市公布新一年民生实事项目' });
    const { layout, said } = set({ articles: [...edition.articles, 'long'] }, [...pkg.articles, long]);
    expect(layout.pages[0]).toEqual(page);
    expect(layout.pages.slice(1).flatMap((plan) => plan.pieces.map((piece) => piece.article))).toEqual(['long']);
    expect(said).toContain('“本市公布新一年民生实事项目”版面上没有空处，排在第2版');
  });

  it('where the paper begins with another page: in its rows, pins and jumps with it; back again as it was', () => {
    const pinned: Layout = { pages: [{ ...page, mastheadRows: 12, pieces: page.pieces.map((piece) => ({ ...lowered(piece, 12), ...(piece.article === 'editorial' ? { pinned: true } : {}) })) }] };
    const second = set({ layout: pinned, paper: { ...DAILY, firstPage: 2 } });
    expect(second.layout).toEqual({ pages: [{ ...pinned.pages[0], number: 2, mastheadRows: 0 }] });
    expect(second.said).toBe('版面：改从第2版起；报头不排了，它的 12 行空着；别的版块没有动');
    expect(set({ layout: second.layout, paper: DAILY }).layout).toEqual(pinned);
  });

  it('under a masthead that was not there: all of the first page as much lower', () => {
    const { layout, said } = set({ paper: DAILY });
    expect(layout).toEqual({ pages: [{ ...page, mastheadRows: 12, pieces: page.pieces.map((piece) => lowered(piece, 12)) }] });
    expect(said).toBe('版面：给报头让出 12 行，第1版各块都低了这么多，彼此没有动');
  });

  it('on a type area that its frames still stand in; where they do not, what is pinned and does stays, and that is said', () => {
    const { master } = edition;
    if (master.kind !== 'paper') throw new Error('a paper');
    expect(set({ master: { ...master, lines: 120 } })).toEqual({ layout: FIXED, said: '' });
    const brief = page.pieces.find((piece) => piece.article === 'brief')!;
    const pinned: Layout = { pages: [{ ...page, pieces: page.pieces.map((piece) => (piece === brief ? { ...piece, pinned: true } : piece)) }] };
    const narrow = set({ layout: pinned, articles: ['lead', 'brief', 'other'], master: { ...master, columns: 6 } });
    expect(pieces(narrow.layout).find((piece) => piece.article === 'brief')).toMatchObject({ deck: brief.deck, body: brief.body, pinned: true });
    expect(layoutFault(narrow.layout, 6, 123)).toBeNull();
    expect(narrow.said).toBe(`版面：原来的版面在现在的版心里排不下（第1版“${titleOf('lead')}”排到了版心外），程序重新拼过；锁定的 1 块还在原处`);
  });
});

describe('frames that cannot stand are made up anew, which a warning tells with their articles', () => {
  const moved = (rows: number): Layout => ({ pages: [{ ...page, pieces: page.pieces.map((piece) => (piece.article === 'other' ? lowered(piece, rows) : piece)) }] });
  const told = (rows: number) => {
    const now = { ...edition, layout: moved(rows) };
    return new Typesetter(FAKE).typeset({ ...pkg, editions: [now] }, now).diagnostics.filter(({ code }) => code === 'layout-followed').map(({ severity, message }) => `${severity} ${message}`);
  };
  it('off the page', () => expect(told(100)).toEqual([`warning 版面：原来的版面在现在的版心里排不下（第1版“${titleOf('other')}”排到了版心外），程序重新拼过`]));
  it('over each other', () => expect(told(-20)).toEqual([expect.stringMatching(new RegExp(`^warning 版面：原来的版面在现在的版心里排不下（第1版“.+”与“.+”重叠），程序重新拼过$`, 'u'))]));
});

it('a page that has nothing any more goes, and those behind it are numbered on', () => {
  const one = (of: string): Piece => page.pieces.find((piece) => piece.article === of)!;
  const three: Layout = { pages: [{ ...page, pieces: without('brief', 'other') }, { number: 2, mastheadRows: 0, pieces: [one('brief')] }, { number: 3, mastheadRows: 0, pieces: [one('other')] }] };
  const { layout } = set({ layout: three, articles: ['lead', 'other', 'editorial', 'story'] });
  expect(layout).toEqual({ pages: [three.pages[0], { ...three.pages[2], number: 2 }] });
});

/** So many rows lower. */
function lowered(piece: Piece, rows: number): Piece {
  const by = <A extends { readonly row: number }>(area: A): A => ({ ...area, row: area.row + rows });
  return { ...piece, deck: piece.deck === null ? null : by(piece.deck), body: piece.body.map((run) => ({ ...run, area: by(run.area) })), box: piece.box === null ? null : { ...piece.box, area: by(piece.box.area) } };
}
