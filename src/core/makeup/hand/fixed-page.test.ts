// What an act by hand does to a page whose make-up is written by hand too, to the row: no
// search has a say in where things were, so that what is expected can be worked out by head.
import { describe, expect, it } from 'vitest';
import { doc, h, p } from '../../../../test/build';
import { FAKE } from '../../../../test/build-edition';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import type { Area, BlockName, Layout, Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import type { HandOutcome } from './hand-act';
import { boundsOf } from '../measure/hand-shape';

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
    const back = act({ kind: 'swap', ...at('brief'), other: at('other') }, swapped);
    expect(back).toMatchObject({ ok: true, layout: FIXED, note: expect.stringMatching(/^又对调回去，版面和原来一样/u) as string });
  });
  it('of a box and a story of its width: the story goes up to the box’s first row, the box below it', () => {
    expect(done({ kind: 'swap', ...at('editorial'), other: at('story') })).toEqual(moved({ editorial: { rows: 32 }, story: { rows: -28 } }));
  });
  it('of a brief and the wide box beside it: the two sides of the page change places, the briefs in their two columns', () => {
    expect(done({ kind: 'swap', ...at('brief'), other: at('editorial') })).toEqual(moved({ brief: { columns: 6 }, other: { columns: 6 }, editorial: { columns: -2 }, story: { columns: -2 } }));
  });
});

describe('对调 of any two', () => {
  const ids = FIXED.pages[0]!.pieces.map(({ article }) => article);
  const titles: Readonly<Record<string, string>> = { lead: '市政协会议今天开幕', brief: '市政协举行会议', other: '委员走进社区', editorial: '同心启新程', story: '委员热议新一年的协商工作' };
  const of = (id: string, on: Layout): Piece => on.pages[0]!.pieces.find(({ article }) => article === id)!;
  // A story in two columns under the editorial, and one beside it: below all of them the page is free.
  const narrow = edited('story', (piece) => ({ ...piece, deck: { ...piece.deck!, columns: 3 }, body: [{ area: { column: 2, columns: 3, row: 69, rows: 54 }, into: 3 }] }));
  it.each([['as it is', FIXED], ['with a narrow story', narrow]] as const)('%s: who else gets blank rows is nobody, who is another than it was is told, and so is where the two stand if not in each other’s places', (_, page) => {
    let [made, gave] = [0, 0];
    const were = shorts(page);
    for (const [i, article] of ids.entries()) {
      for (const other of ids.slice(i + 1)) {
        const outcome = act({ kind: 'swap', ...at(article), other: at(other) }, page);
        if (!outcome.ok) continue;
        made++;
        const { layout, note = '' } = outcome;
        const bystanders = ids.filter((id) => id !== article && id !== other);
        // Less than a row of its columns is what a whole number of rows leaves.
        const columns = (id: string): number => of(id, layout).body.reduce((sum, { into }) => sum + into, 0);
        for (const id of bystanders) expect([article, other, id, (shorts(layout)[id] ?? 0) < Math.max(1 + (were[id] ?? 0), columns(id))]).toEqual([article, other, id, true]);
        const changed = bystanders.filter((id) => JSON.stringify(of(id, layout)) !== JSON.stringify(of(id, page)));
        gave += changed.length;
        for (const id of changed) expect([note, note.includes(titles[id]!) || /等 \d+ 篇让了位/u.test(note)]).toEqual([note, true]);
        // Each in the other's place, or in a part of it, or told.
        const cells = (a: Area, b: Area): number => Math.max(0, Math.min(a.column + a.columns, b.column + b.columns) - Math.max(a.column, b.column)) * Math.max(0, Math.min(a.row + a.rows, b.row + b.rows) - Math.max(a.row, b.row));
        for (const [id, place] of [[article, other], [other, article]] as const) if (cells(boundsOf(of(id, layout)), boundsOf(of(place, page))) === 0) expect(note).toContain('只换了先后');
      }
    }
    expect([made > 3, gave > 0]).toEqual([true, true]);
  }, 60_000);
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
  it('it stands near to where it was put, though many rows off fewer would give way or the page be worth more', () => {
    // In each of these a neighbour gives way alone 14 to 31 rows off.
    for (const [article, rows] of [['story', -59], ['story', -12], ['other', -45], ['editorial', 28], ['editorial', -22]] as const) {
      const outcome = act({ kind: 'move', ...at(article), columns: 0, rows, giveWay: true });
      if (!outcome.ok) throw new Error(outcome.reason);
      const [old, there] = [FIXED, outcome.layout].map(({ pages }) => boundsOf(pages[0]!.pieces.find((piece) => piece.article === article)!)) as [Area, Area];
      expect([article, rows, there.column - old.column]).toEqual([article, rows, 0]);
      expect(Math.abs(there.row - old.row - rows), `${article} ${rows}`).toBeLessThanOrEqual(10);
      expect(outcome.note).toMatch(/让了位/u);
    }
  });
  it('text that a block is dropped on has the room that it left, as far as that goes; lines without room are told when it is let go', () => {
    const up = { kind: 'move', ...at('brief'), columns: 0, rows: -12 } as const;
    // Two columns of twelve rows of the lead's text.
    expect(act(up)).toMatchObject({ ok: true, layout: moved({ brief: { rows: -12 } }, edited('lead', (piece) => ({ ...piece, body: [{ area: { column: 0, columns: 2, row: 6, rows: 18 }, into: 2 }, { area: { column: 2, columns: 6, row: 6, rows: 30 }, into: 6 }] }))) });
    expect(act({ ...up, giveWay: true })).toMatchObject({ ok: true, note: expect.stringContaining('“市政协会议今天开幕”余 24 行') as string });
    // With what stands beside it pinned it is seven rows lower, and so much less is over.
    const held = edited('editorial', (piece) => ({ ...piece, pinned: true }), edited('story', (piece) => ({ ...piece, pinned: true })));
    const outcome = act({ ...up, giveWay: true }, held);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(overs(outcome.layout)).toEqual({ lead: 10 });
    expect(outcome.note).toMatch(/“市政协会议今天开幕”余 10 行/u);
  });
  it('into what is free it goes as far as asked, alone; beyond the last line it does not', () => {
    expect(done({ kind: 'move', ...at('other'), columns: 0, rows: 27 })).toEqual(moved({ other: { rows: 27 } }));
    expect(act({ kind: 'move', ...at('other'), columns: 0, rows: 28 })).toEqual({ ok: false, reason: expect.stringContaining('版心外') as string });
  });
  it('put on rows that are empty it stands there to the row, alone, whatever the page is worth then; that is told', () => {
    // Below the feet, which are at row 96: a row of air, and then any.
    for (const [article, height] of [['brief', 24], ['other', 34]] as const) {
      const { row } = article === 'brief' ? { row: 37 } : { row: 62 };
      for (const to of [97, 98, 123 - height].filter((one) => one + height <= 123)) {
        for (const columns of article === 'brief' ? [0, 3, 6] : [0]) {
          const outcome = act({ kind: 'move', ...at(article), columns, rows: to - row, giveWay: true });
          expect(outcome).toMatchObject({ ok: true, layout: moved({ [article]: { columns, rows: to - row } }), note: expect.stringMatching(/^别的稿件都没有动，版面由 [\d.]+ 分变为 [\d.]+ 分/u) as string });
        }
      }
    }
  });
  it('where the row of air alone is missing it stands that row on, and that is told; nothing else moves', () => {
    const outcome = act({ kind: 'move', ...at('brief'), columns: 3, rows: 59, giveWay: true });
    expect(outcome).toMatchObject({ ok: true, layout: moved({ brief: { columns: 3, rows: 60 } }), note: expect.stringMatching(/^“市政协举行会议”落在第 98 行（比放的地方低 1 行，中间空一行）；别的稿件都没有动，版面/u) as string });
  });
  it('rows of a block that its text does not come to are empty too', () => {
    // 53 rows of a story that takes 27 or 28 of them, to row 96 at the most.
    const loose = taller('story', 26);
    const outcome = act({ kind: 'move', ...at('brief'), columns: 4, rows: 98 - 37, giveWay: true }, loose);
    if (!outcome.ok) throw new Error(outcome.reason);
    const of = (id: string, on: Layout): Piece => on.pages[0]!.pieces.find(({ article }) => article === id)!;
    expect(of('brief', outcome.layout).deck).toEqual({ column: 4, columns: 2, row: 98, rows: 4 });
    for (const id of ['lead', 'other', 'editorial']) expect(of(id, outcome.layout)).toEqual(of(id, loose));
    expect(of('story', outcome.layout).deck).toEqual(of('story', loose).deck);
    expect([overs(outcome.layout), outcome.note]).toEqual([{}, expect.stringContaining('别的稿件都没有动')]);
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

describe('缺, as the page is printed', () => {
  const boxed = (rows: number): Layout => edited('editorial', (piece) => ({ ...piece, box: { ...piece.box!, area: { ...piece.box!.area, rows: piece.box!.area.rows + rows } } }), moved({ story: { rows } }));
  const room = (id: string, on: Layout) => typesetter.rooms(pkg, edition, on).find(({ article }) => article === id)!;
  const said = (on: Layout): string[] => typesetter.typeset(pkg, { ...edition, layout: on }).diagnostics.filter(({ code, message }) => code === 'page-underfull' && !message.startsWith('第1版没有排满')).map(({ message }) => message);
  it('of a box: three rows more stand around its headline of one line, and are none; what is more is, of each of its columns', () => {
    for (const [rows, inHead, short] of [[0, undefined, 0], [1, 1, 0], [3, 3, 0], [4, 3, 3], [9, 3, 18]] as const) {
      const { inHead: around, short: empty } = room('editorial', boxed(rows));
      expect([rows, around, empty]).toEqual([rows, inHead, short]);
    }
  });
  it('of one that goes on elsewhere: none; apart from that, the lines before its jump line that what went over whole left empty', () => {
    const lower = edited('lead', (piece) => ({ ...piece, body: piece.body.map((run) => ({ ...run, area: { ...run.area, rows: 20 } })) }));
    const jumped = done({ kind: 'jump', ...at('lead'), to: 2 }, lower);
    // 160 lines, of which the jump line is the last: 157 of text, and a head that would stand alone with what is left.
    const withHead = { ...pkg, articles: pkg.articles.map((one) => (one.id === 'lead' ? { ...one, doc: doc(p('甲'.repeat(13 * 157 - 2)), h(1, '今年的工作'), p('甲'.repeat(13 * 82 - 2))) } : one)) };
    const before = (one: typeof pkg): unknown => typesetter.rooms(one, edition, jumped).filter(({ article, page }) => article === 'lead' && page === 1).map(({ over, short, beforeJump }) => [over, short, beforeJump]);
    // Of the last paragraph's ten lines two go over, as one alone would stand at a column's head.
    expect(before(pkg)).toEqual([[0, 0, 1]]);
    expect(before(withHead)).toEqual([[0, 0, 2]]);
  });
  it('of a text: rows that it does not come to are told by its block and found on the page, at their place', () => {
    expect(said(FIXED)).toEqual([]);
    // Ten rows more of two columns: twenty lines of nothing, from row 96 on.
    const loose = taller('other', 10);
    expect([room('other', loose).short, room('other', loose).needs]).toEqual([20, 60]);
    expect(said(loose)).toEqual([]);
    // Between two they are a hole; the block says as many.
    const hole = moved({ other: { rows: 10 } }, taller('brief', 10));
    expect(room('brief', hole).short).toBe(20);
    expect(said(hole)).toEqual(['第1版第3栏第97行起空着 10 行，6 栏宽', '第1版第1栏第62行起空着 11 行，2 栏宽']);
  });
});

describe('what is advised can be done', () => {
  const advice = (on: Layout): (string | null)[] => typesetter.typeset(pkg, { ...edition, layout: on }).diagnostics.filter(({ code }) => code === 'frame-overset').map(({ suggestion }) => suggestion);
  it('no column more for what is as wide as its page; one for what is not', () => {
    expect(advice(done({ kind: 'pull', ...at('lead'), edges: { ...STILL, bottom: -10 } }))).toEqual([expect.not.stringContaining('加宽')]);
    expect(advice(done({ kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: -3 } }))).toEqual([expect.stringContaining('加宽一栏')]);
  });
  it('试排 of a page that lacks text asks for text, no other make-up', () => {
    // 27 rows of eight columns: 216 lines of thirteen characters.
    expect(act({ kind: 'mend', page: 1, articles: [], taboo: 'hole' })).toEqual({ ok: false, reason: '第1版还缺约 2800 字的稿件，挪动填不满：补稿、配图，或换用较小的版面' });
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
