// 对调 and 让位 on the sample's opening page, with fake fonts: an editorial in a box under a
// brief that the lead reaches around. The two change places on their page; what is put on a
// boxed block never costs it its box, its columns or its page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { type Area, layoutFault, type Layout, type Piece } from '../../model/layout';
import { readPackage } from '../../model/package-file';
import { Typesetter } from '../../typeset';
import type { HandAct, HandOutcome } from './hand-act';
import { boundsOf } from '../measure/hand-shape';

const { pkg } = readPackage(readFileSync(path.resolve(import.meta.dirname, '../../../../resources/samples/yunling.banxin')));
const edition = { ...pkg.editions.find(({ id }) => id === 'paper-opening')!, articles: ['opening-story', 'report', 'brief', 'editorial'] };
const typesetter = new Typesetter({ ...FAKE, images: pkg.assets });
const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
const PART = { box: null, from: null, to: null } as const;
/** As the program made it up once; what it would propose today is no matter here. */
const layout: Layout = {
  pages: [
    {
      number: 1, mastheadRows: 12,
      pieces: [
        { ...PART, article: 'opening-story', variant: 'news', deck: area(0, 6, 12, 15), body: [{ area: area(0, 1, 27, 58), into: 1 }, { area: area(1, 2, 27, 15), into: 2 }], to: 2 },
        { ...PART, article: 'brief', variant: 'news', deck: area(3, 3, 27, 7), body: [{ area: area(3, 3, 34, 8), into: 3 }] },
        { ...PART, article: 'editorial', variant: 'box', deck: null, body: [], box: { area: area(1, 5, 43, 42), into: 2 } },
      ],
    },
    {
      number: 2, mastheadRows: 0,
      pieces: [
        { ...PART, article: 'opening-story', variant: 'news', deck: null, body: [{ area: area(2, 4, 50, 35), into: 3 }], from: 1 },
        { ...PART, article: 'report', variant: 'report', deck: area(0, 6, 0, 17), body: [{ area: area(0, 2, 17, 68), into: 1 }, { area: area(2, 4, 17, 32), into: 2 }], to: 3 },
      ],
    },
    { number: 3, mastheadRows: 0, pieces: [{ ...PART, article: 'report', variant: 'report', deck: null, body: [{ area: area(0, 6, 0, 74), into: 3 }], from: 2, fitted: 2 }] },
  ],
};
const act = (one: HandAct, on: Layout = layout): HandOutcome => typesetter.actByHand(pkg, edition, on, one);
const first = (id: string, on: Layout): { readonly page: number; readonly piece: Piece } => on.pages.flatMap(({ number, pieces }) => pieces.filter(({ article, from }) => article === id && from === null).map((piece) => ({ page: number, piece })))[0]!;
const overs = (on: Layout): number => typesetter.rooms(pkg, edition, on).reduce((sum, { over }) => sum + over, 0);
const oversOf = (on: Layout, id: string): number => typesetter.rooms(pkg, edition, on).reduce((sum, { article, over }) => sum + (article === id ? over : 0), 0);
const centre = (piece: Piece): number => boundsOf(piece).row + boundsOf(piece).rows / 2;

/** Every block but one has its form, and a box its columns. */
const expectDressed = (before: Layout, after: Layout, except: string): void => {
  expect(layoutFault(after, 6, 85)).toBeNull();
  for (const id of edition.articles.filter((one) => one !== except)) {
    const [old, next] = [first(id, before).piece, first(id, after).piece];
    expect([id, next.variant, next.upright, next.box === null]).toEqual([id, old.variant, old.upright, old.box === null]);
    if (old.box !== null) expect(boundsOf(next).columns).toBeGreaterThanOrEqual(boundsOf(old).columns);
  }
};

describe('对调', () => {
  it('of an editorial and a brief: in each other\'s order on their page, all else on its own; back again too; what it costs is told', () => {
    const [editorial, brief] = ['editorial', 'brief'].map((id) => first(id, layout)) as [ReturnType<typeof first>, ReturnType<typeof first>];
    expect(brief.page).toBe(editorial.page);
    let on = layout;
    for (let turn = 0; turn < 2; turn++) {
      const outcome = act({ kind: 'swap', page: editorial.page, article: 'editorial', other: { page: editorial.page, article: 'brief' } }, on);
      if (!outcome.ok) throw new Error(outcome.reason);
      const next = outcome.layout;
      expectDressed(on, next, '');
      for (const id of edition.articles) expect([id, first(id, next).page]).toEqual([id, first(id, on).page]);
      expect(Math.sign(centre(first('editorial', next).piece) - centre(first('brief', next).piece))).toBe(-Math.sign(centre(first('editorial', on).piece) - centre(first('brief', on).piece)));
      expect(overs(next) - overs(on)).toBeLessThanOrEqual(15);
      if (overs(next) > overs(on)) expect(outcome.note).toMatch(/版面由 [\d.]+ 分变为 [\d.]+ 分(?:（.+）)?，“.+”余 \d+ 行/u);
      on = next;
    }
  });
  it('of blocks that are very different, of which one reaches around the other: each in a width of its own, all on their page; else it is told what would make room', () => {
    const heads = (on: Layout, id: string): number => (first(id, on).piece.deck ?? boundsOf(first(id, on).piece)).row;
    const { page } = first('opening-story', layout);
    let [made, refused] = [0, 0];
    for (const id of ['brief', 'editorial']) {
      expect(first(id, layout).page).toBe(page);
      const outcome = act({ kind: 'swap', page, article: 'opening-story', other: { page, article: id } });
      if (!outcome.ok) {
        refused++;
        expect(outcome.reason).toMatch(/会余 \d+ 行（约 \d+ 字），没有对调：先.+（L）.+（J），或.+下一版/u);
        continue;
      }
      made++;
      expectDressed(layout, outcome.layout, '');
      for (const one of edition.articles) expect([one, first(one, outcome.layout).page]).toEqual([one, first(one, layout).page]);
      expect(Math.sign(heads(outcome.layout, id) - heads(outcome.layout, 'opening-story'))).toBe(-Math.sign(heads(layout, id) - heads(layout, 'opening-story')));
      for (const one of edition.articles) expect(oversOf(outcome.layout, one) - oversOf(layout, one)).toBeLessThanOrEqual(15);
    }
    expect(made).toBeGreaterThan(0);
    expect(made + refused).toBe(2);
  });
});

it('a brief put wherever its page has room for it: no neighbour loses its form, none goes without a word', () => {
  let [given, refused] = [0, 0];
  for (const rows of [-47, -24, -9, 9, 24]) {
    const { page } = first('brief', layout);
    const outcome = act({ kind: 'move', page, article: 'brief', columns: 0, rows, giveWay: true });
    if (!outcome.ok) {
      refused++;
      expect(outcome.reason).toMatch(/压住|排不下|版心外|会余/u);
      continue;
    }
    given++;
    expectDressed(layout, outcome.layout, 'brief');
    for (const id of edition.articles) if (first(id, outcome.layout).page !== first(id, layout).page) expect(outcome.note).toContain(`到了第${first(id, outcome.layout).page}版`);
  }
  expect(given).toBeGreaterThan(0);
  // Put at the head, beside the lead's text: there it is, the box under it in its columns, a few rows higher at the most.
  const toHead = layout.pages[0]!.mastheadRows - boundsOf(first('brief', layout).piece).row;
  const up = act({ kind: 'move', page: 1, article: 'brief', columns: 0, rows: toHead, giveWay: true });
  if (!up.ok) throw new Error(up.reason);
  expect(boundsOf(first('brief', up.layout).piece)).toEqual({ ...boundsOf(first('brief', layout).piece), row: layout.pages[0]!.mastheadRows });
  const [box, old] = [up.layout, layout].map((on) => boundsOf(first('editorial', on).piece)) as [ReturnType<typeof boundsOf>, ReturnType<typeof boundsOf>];
  expect([box.column, box.columns]).toEqual([old.column, old.columns]);
  expect(box.rows - old.rows).toBeGreaterThanOrEqual(0);
  expect(box.rows - old.rows).toBeLessThanOrEqual(4);
  expect(overs(up.layout)).toBe(0);
  // In the middle of the box, or a little short of the head: where it lands, who gave way and what has no room is told.
  for (const rows of [-9, toHead + 7]) {
    const outcome = act({ kind: 'move', page: 1, article: 'brief', columns: 0, rows, giveWay: true });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.note).toMatch(/让了位/u);
    const landed = boundsOf(first('brief', outcome.layout).piece).row - boundsOf(first('brief', layout).piece).row;
    if (landed !== rows) expect(outcome.note).toMatch(/落在第 \d+ 行（比放的地方[高低] \d+ 行|在原处排不下，排在了最近的地方/u);
    if (overs(outcome.layout) > 0) expect(outcome.note).toMatch(/“.+”余 \d+ 行/u);
  }
  expect(given + refused).toBe(5);
});
