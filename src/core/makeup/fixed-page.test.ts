// What an act by hand does to a page whose make-up is written by hand too, to the row: no
// search has a say in where things were, so that what is expected can be worked out by head.
import { describe, expect, it } from 'vitest';
import { FAKE } from '../../../test/build-edition';
import { FIXED, fixedPage } from '../../../test/fixed-page';
import type { Layout, Piece } from '../model/layout';
import { Typesetter } from '../typeset';
import type { BlockName, HandOutcome } from './hand-act';

const { pkg, edition } = fixedPage();
const typesetter = new Typesetter(FAKE);
type Act = Parameters<Typesetter['actByHand']>[3];
const act = (one: Act, on: Layout = FIXED): HandOutcome => typesetter.actByHand(pkg, edition, on, one);
const done = (one: Act, on: Layout = FIXED): Layout => {
  const outcome = act(one, on);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.layout;
};
const at = (article: string): BlockName => ({ page: 1, article });
const STILL = { left: 0, right: 0, top: 0, bottom: 0 };
/** 余 of what has any. */
const overs = (on: Layout): Readonly<Record<string, number>> => Object.fromEntries(typesetter.rooms(pkg, edition, on).flatMap(({ article, over }) => (over > 0 ? [[article, over]] : [])));
const shorts = (on: Layout): Readonly<Record<string, number>> => Object.fromEntries(typesetter.rooms(pkg, edition, on).flatMap(({ article, short }) => (short > 0 ? [[article, short]] : [])));

/** The page with some blocks so many rows lower, or in other columns; all else to the row as it is. */
function moved(moves: Readonly<Record<string, { readonly rows?: number; readonly columns?: number }>>, on: Layout = FIXED): Layout {
  const shifted = (piece: Piece): Piece => {
    const { rows = 0, columns = 0 } = moves[piece.article] ?? {};
    const by = <A extends { readonly row: number; readonly column: number }>(area: A): A => ({ ...area, row: area.row + rows, column: area.column + columns });
    return { ...piece, deck: piece.deck === null ? null : by(piece.deck), body: piece.body.map((run) => ({ ...run, area: by(run.area) })), box: piece.box === null ? null : { ...piece.box, area: by(piece.box.area) } };
  };
  return { pages: on.pages.map((page) => ({ ...page, pieces: page.pieces.map(shifted) })) };
}
const edited = (article: string, change: (piece: Piece) => Piece, on: Layout = FIXED): Layout => ({ pages: on.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece.article === article ? change(piece) : piece)) })) });
/** A block's text so many rows higher than it is. */
const taller = (article: string, rows: number, on: Layout = FIXED): Layout => edited(article, (piece) => ({ ...piece, body: piece.body.map((run) => ({ ...run, area: { ...run.area, rows: run.area.rows + rows } })) }), on);

it('the page as it is written has room for every line, and none is left', () => {
  expect([overs(FIXED), shorts(FIXED)]).toEqual([{}, {}]);
});

describe('对调, to the row', () => {
  // 40 lines above 60 in the same two columns: 24 rows, one of air, 34 rows.
  const swapped = moved({ brief: { rows: 35 }, other: { rows: -25 } });
  it('of two that stand one above the other: each as high as it was, no other line moves; back again too', () => {
    expect(done({ kind: 'swap', ...at('brief'), other: at('other') })).toEqual(swapped);
    expect(done({ kind: 'swap', ...at('other'), other: at('brief') })).toEqual(swapped);
    expect(done({ kind: 'swap', ...at('brief'), other: at('other') }, swapped)).toEqual(FIXED);
  });
  it('of a box and a story of its width: the story goes up to the box’s first row, the box below it', () => {
    expect(done({ kind: 'swap', ...at('editorial'), other: at('story') })).toEqual(moved({ editorial: { rows: 32 }, story: { rows: -28 } }));
  });
  it('of a brief and the wide box beside it: the two sides of the page change places, the briefs in their two columns', () => {
    expect(done({ kind: 'swap', ...at('brief'), other: at('editorial') })).toEqual(moved({ brief: { columns: 6 }, other: { columns: 6 }, editorial: { columns: -2 }, story: { columns: -2 } }));
  });
});

describe('move, to the row', () => {
  it('dropped where it stands after a swap the other gives way as in a swap, from above and from below', () => {
    for (const [article, rows, other] of [['brief', 35, '委员走进社区'], ['other', -25, '市政协举行会议']] as const) {
      const outcome = act({ kind: 'move', ...at(article), columns: 0, rows, giveWay: true });
      // The later one stands above the earlier one now (N-37).
      expect(outcome).toEqual({ ok: true, layout: moved({ brief: { rows: 35 }, other: { rows: -25 } }), note: `“${other}”让了位，版面由 56.3 分变为 55.3 分`, done: `“${other}”让了位` });
    }
  });
  it('dropped on the other’s headline it goes a few rows on, where nothing else has to move and no line is over; that is said', () => {
    for (const [article, rows, landed] of [['brief', 25, '落在第 73 行（比放的地方低 10 行，别的少动）'], ['other', -15, '落在第 38 行（比放的地方高 10 行，别的少动）']] as const) {
      const outcome = act({ kind: 'move', ...at(article), columns: 0, rows, giveWay: true });
      expect(outcome).toEqual({ ok: true, layout: moved({ brief: { rows: 35 }, other: { rows: -25 } }), note: expect.stringContaining(landed) as string, done: expect.stringContaining(landed) as string });
    }
  });
  it('into what is free it goes as far as asked, alone; beyond the last line it does not', () => {
    expect(done({ kind: 'move', ...at('other'), columns: 0, rows: 27 })).toEqual(moved({ other: { rows: 27 } }));
    expect(act({ kind: 'move', ...at('other'), columns: 0, rows: 28 })).toEqual({ ok: false, reason: expect.stringContaining('版心外') as string });
  });
  it('to a new page: at its head, whole, the first page as it was without it', () => {
    const [page] = FIXED.pages;
    expect(done({ kind: 'carry', ...at('brief'), to: 2 })).toEqual({
      pages: [{ ...page, pieces: page!.pieces.filter((piece) => piece.article !== 'brief') }, { number: 2, mastheadRows: 0, pieces: moved({ brief: { rows: -37 } }).pages[0]!.pieces.filter((piece) => piece.article === 'brief') }],
    });
  });
});

describe('text about what is put into it, to the line', () => {
  // Four rows of headline and eight of text in two columns, from row 14 of the lead's 30 rows from row 6 on.
  const small = edited('brief', (piece) => ({ ...piece, body: piece.body.map((run) => ({ ...run, area: { ...run.area, rows: 8 } })) }));
  const put = done({ kind: 'move', ...at('brief'), columns: 3, rows: -23 }, small);
  it('goes on below it: of two columns sixteen rows stay, of which a row above and one below are air; 28 lines have no room', () => {
    const run = (column: number, columns: number, row: number, rows: number) => ({ area: { column, columns, row, rows }, into: columns });
    expect(put.pages[0]!.pieces.find(({ article }) => article === 'lead')!.body).toEqual([run(0, 3, 6, 30), run(3, 1, 6, 7), run(3, 1, 27, 9), run(4, 1, 6, 7), run(4, 1, 27, 9), run(5, 3, 6, 30)]);
    expect(overs(put)).toEqual({ lead: 28, brief: 24 });
  });
  it('a block of three columns takes the columns that it stands in, no others', () => {
    expect(put.pages[0]!.pieces.filter(({ article }) => article !== 'lead' && article !== 'brief')).toEqual(FIXED.pages[0]!.pieces.filter(({ article }) => article !== 'lead' && article !== 'brief'));
  });
});

describe('a text that goes on on another page', () => {
  // The lead ten rows lower has 80 lines over, which are jumped.
  const lower = done({ kind: 'pull', ...at('lead'), edges: { ...STILL, bottom: -10 } });
  const jumped = done({ kind: 'jump', ...at('lead'), to: 2 }, lower);
  const less = { kind: 'pull', ...at('lead'), edges: { ...STILL, bottom: -3 } } as const;
  it('what it loses on the first has room made on the second by what is looked for, not by what is shown while the hand moves', () => {
    expect([overs(lower), overs(jumped)]).toEqual([{ lead: 80 }, {}]);
    // Three rows of eight columns; the second page sets them in columns of its own.
    expect(overs(done(less, jumped)).lead).toBeGreaterThan(0);
    const outcome = act({ ...less, giveWay: 'level' }, jumped);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(overs(outcome.layout)).toEqual({});
    expect(outcome.note).toMatch(/^“市政协会议今天开幕”在第2版接着排，加高 \d+ 行/u);
    expect(outcome.layout.pages[0]).toEqual(done(less, jumped).pages[0]);
  });
  it('where what goes on is pinned it stays, and what has no room is told', () => {
    const pinned = done({ kind: 'pin', page: 2, article: 'lead', pinned: true }, jumped);
    const outcome = act({ ...less, giveWay: 'level' }, pinned);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.layout.pages[1]).toEqual(pinned.pages[1]);
    expect(outcome.note).toMatch(/在第2版余 \d+ 行/u);
  });
});

describe('size and form, to the line', () => {
  it('three rows less in two columns are six lines over; three rows more mend it', () => {
    const lower = done({ kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: -3 } });
    expect(lower).toEqual(taller('brief', -3));
    expect(overs(lower)).toEqual({ brief: 6 });
    expect(done({ kind: 'remedy', act: { kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: 3 } } }, lower)).toEqual(FIXED);
  });
  it('two rows more push what stands below by two, and are four lines of nothing', () => {
    for (const giveWay of ['shift', 'level'] as const) {
      const outcome = act({ kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: 2 }, giveWay });
      expect(outcome).toEqual({ ok: true, layout: taller('brief', 2, moved({ other: { rows: 2 } })), note: '“委员走进社区”让了位' });
      expect(outcome.ok && shorts(outcome.layout)).toEqual({ brief: 4 });
    }
  });
  it('the headline downwards takes nine characters of two columns: of four paragraphs of eight lines of seventeen 24 have room', () => {
    const turned = done({ kind: 'turn', ...at('brief'), upright: true });
    expect(turned).toEqual(edited('brief', (piece) => ({ ...piece, upright: true, deck: { column: 0, columns: 1, row: 37, rows: 24 }, body: [{ area: { column: 1, columns: 1, row: 37, rows: 24 }, into: 1, beside: true }] })));
    expect(overs(turned)).toEqual({ brief: 8 });
    // Turned back its headline takes the three rows that it needs, the fourth is the text's.
    expect(done({ kind: 'turn', ...at('brief'), upright: false }, turned)).toEqual(edited('brief', (piece) => ({ ...piece, deck: { ...piece.deck!, rows: 3 }, body: [{ area: { column: 0, columns: 2, row: 40, rows: 21 }, into: 2 }] })));
  });
  it('six columns set in five hold lines of fifteen characters: of 146 there is room for 135', () => {
    const broken = done({ kind: 'break', ...at('story'), into: 5 });
    expect(broken).toEqual(edited('story', (piece) => ({ ...piece, body: piece.body.map((run) => ({ ...run, into: 5 })) })));
    expect(typesetter.rooms(pkg, edition, broken).find(({ article }) => article === 'story')).toMatchObject({ over: 11, short: 0, lines: 135, measure: 15 });
  });
  it('what is pinned stays to the row, whatever is put on it or beside it', () => {
    const pinned = done({ kind: 'pin', ...at('other'), pinned: true });
    expect(pinned).toEqual(edited('other', (piece) => ({ ...piece, pinned: true })));
    for (const one of [{ kind: 'move', ...at('brief'), columns: 0, rows: 35, giveWay: true }, { kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: 2 }, giveWay: 'level' }] as const) {
      const outcome = act(one, pinned);
      if (outcome.ok) expect(outcome.layout.pages[0]!.pieces.find(({ article }) => article === 'other')).toEqual(pinned.pages[0]!.pieces.find(({ article }) => article === 'other'));
      else expect(outcome.reason).toMatch(/锁定|压住|排不下/u);
    }
    expect(act({ kind: 'swap', ...at('brief'), other: at('other') }, pinned)).toEqual({ ok: false, reason: expect.stringContaining('锁定') as string });
  });
});
