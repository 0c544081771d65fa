// Where two pages are used anyway, one make-up has the report whole on a page of its own, under
// its title over all columns (N-21), and the white that this leaves before it is told and priced as a last page's.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { checkLaws } from '../../../../test/laws-pages';
import { prose, random } from '../../../../test/random';
import { openInput } from '../../../node/package-store';
import type { Piece } from '../../model/layout';
import type { Edition, Package } from '../../model/package';
import { Typesetter } from '../../typeset';
import { proposingPaper, worthOfPaper } from '../../typeset-paper';
import { isSunkOrTorn, textAhead } from './report-apart';
import { SearchMemory } from '../draft/search-memory';

const PACKAGE = path.resolve(import.meta.dirname, '../../../../resources/samples/yunling.banxin');

async function opening(first: readonly string[] = []): Promise<{ readonly pkg: Package; readonly edition: Edition; readonly report: string }> {
  const { pkg } = await openInput(PACKAGE);
  const articles = pkg.editions.find(({ id }) => id === 'paper-opening')!.articles;
  const report = pkg.articles.find(({ id, kind }) => kind === 'report' && articles.includes(id))!.id;
  const order = [...new Set([...first, ...articles])];
  return { pkg: { ...pkg, articles: order.map((id) => pkg.articles.find((one) => one.id === id)!) }, report, edition: shipped('N8', order, { paper: DAILY }) };
}

describe('lead, editorial, a report and a brief, a page and a third of text', () => {
  it('one proposal has the report whole on the second page under a title over all columns, all else before it', async () => {
    const { pkg, edition, report } = await opening();
    const setting = fakeSetting(pkg, edition);
    const proposals = [...proposingPaper(setting, new SearchMemory())].at(-1)!;
    expect(proposals).toHaveLength(3);
    const apart = proposals.filter(({ layout }) => !isSunkOrTorn({ placement: { pages: layout.pages } }, 8));
    expect(apart).toHaveLength(1);
    // It is what a desk prints of these.
    expect(proposals[0]).toBe(apart[0]);
    const [front, second] = apart[0]!.layout.pages;
    expect(front!.pieces.map(({ article }) => article).sort()).toEqual(edition.articles.filter((id) => id !== report).sort());
    expect(second!.pieces).toMatchObject([{ article: report, from: null, to: null, deck: { column: 0, columns: 8, row: 0 } }]);
    expect(apart[0]!.taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const kept = { ...edition, layout: apart[0]!.layout };
    expect(checkLaws(new Typesetter(FAKE).typeset(pkg, kept), pkg, kept, FAKE)).toEqual([]);
    // White at the foot of a page before the last is told by its page, as on a last one.
    const foot = (page: number) => worthOfPaper(apart[0]!.layout, setting).losses.find(({ say }) => say.startsWith(`第${page}版没有排满`));
    expect(foot(1)!.say).toMatch(/缺 \d+ 行（每行 13 字），下部8栏各空 \d+ 行，占这一版 [\d.]+%；可补约 \d+ 字的稿件、配图$/u);
    // No desk tears the report to fill it: it takes what a last page's takes, by its part of the page.
    const share = Number(/占这一版 ([\d.]+)%/u.exec(foot(1)!.say)![1]) / 100;
    expect(foot(1)!.points).toBeCloseTo(135 * 0.1 + 60 * (share - 0.12), 0);
    expect(foot(2)!.points).toBeLessThan(foot(1)!.points);
    expect(apart[0]!.reasons.join()).not.toContain('各篇之间缺');
  }, 60_000);

  it('a report that is the edition’s 头条 stays on the front page', async () => {
    const { report } = await opening();
    const { pkg, edition } = await opening([report]);
    for (const { layout } of [...proposingPaper(fakeSetting(pkg, edition), new SearchMemory())].at(-1)!) {
      expect(layout.pages[0]!.pieces.some(({ article, from }) => article === report && from === null)).toBe(true);
    }
  }, 60_000);
});

it('a report that takes a page, torn twice where all is filled page after page, has the page that it begins on for itself in all proposals, and stands whole there or goes on once', async () => {
  const { pkg } = await openInput(path.join(path.dirname(PACKAGE), 'lanpu.banxin'));
  const own = pkg.editions.find(({ id }) => id === 'paper-sitting')!;
  const edition = shipped('T6', own.articles, { paper: own.paper });
  const report = pkg.articles.find(({ id, kind }) => kind === 'report' && own.articles.includes(id))!.id;
  const proposals = [...proposingPaper(fakeSetting(pkg, edition), new SearchMemory())].at(-1)!;
  expect(proposals).toHaveLength(3);
  for (const { layout, taboos, reasons } of proposals) {
    const on = layout.pages.filter(({ pieces }) => pieces.some(({ article }) => article === report));
    expect(on[0]!.pieces.map(({ article }) => article)).toEqual([report]);
    expect(on.length).toBeLessThan(3);
    expect(reasons.join()).not.toMatch(/转了 2 次/u);
    expect(taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const kept = { ...edition, layout };
    expect(checkLaws(new Typesetter(FAKE).typeset(pkg, kept), pkg, kept, FAKE)).toEqual([]);
  }
}, 60_000);

it('a text of a page and a third has the page that it begins on for itself, and goes on once, on the next with all else; the 头条 keeps its page', () => {
  const roll = random(3);
  const text = (characters: number) => doc(...Array.from({ length: Math.ceil(characters / 100) }, () => p(prose(roll, 96))));
  const articles = [7000, 900, 700, 600, 500, 300].map((size, i) => article(i === 0 ? 'report' : i === 2 ? 'voice' : `story${i}`, i === 0 ? 'report' : i === 2 ? 'editorial' : 'news', text(size), { 'deck.main': prose(roll, 10 + 2 * (i % 3)) }, i === 2 ? '社论' : undefined));
  const edition = shipped('T6', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage: 2 } });
  const pkg = packageOf(articles, [edition]);
  const { candidates, options, ruler } = fakeSetting(pkg, edition);
  const piece = (article: string, to: number | null): Piece => ({ article, variant: article === 'report' ? 'report' : 'news', deck: null, body: [], box: null, from: null, to });
  const begun = { placement: { pages: [{ number: 2, mastheadRows: 0, pieces: [piece('report', 3), piece('story1', null)] }], left: [], unboxed: [] }, cost: 0, faults: 0, led: true };
  const made = textAhead(begun, { article: 'report', page: 2, times: 2 }, candidates, options, ruler);
  expect(made.length).toBeGreaterThan(0);
  for (const { placement: { pages, left } } of made) {
    expect(left).toEqual([]);
    expect(pages[0]!.pieces).toMatchObject([{ article: 'report', from: null, to: 3 }]);
    expect(pages[1]!.pieces.find(({ article: id }) => id === 'report')).toMatchObject({ from: 2, to: null });
    expect(pages.flatMap(({ pieces }) => pieces).some(({ pinned }) => pinned)).toBe(false);
    const kept = { ...edition, layout: { pages } };
    expect(checkLaws(new Typesetter(FAKE).typeset(pkg, kept), pkg, kept, FAKE)).toEqual([]);
  }
  // The 头条 keeps its page, whatever goes on from there.
  expect(textAhead({ ...begun, placement: { ...begun.placement, pages: [{ number: 2, mastheadRows: 0, pieces: [piece('report', null), piece('story1', 3)] }] } }, { article: 'story1', page: 2, times: 2 }, candidates, options, ruler)).toEqual([]);
}, 60_000);

it('a title narrower than half the page is sunk, and so is what goes on on another page, the report or another', () => {
  const sunk = (variant: 'report' | 'news', columns: number, to: number | null): boolean => isSunkOrTorn({ placement: { pages: [{ number: 1, mastheadRows: 12, pieces: [{ article: 'r', variant, deck: { column: 0, columns, row: 12, rows: 9 }, body: [], box: null, from: null, to }] }] } }, 8);
  expect([sunk('report', 3, null), sunk('report', 4, null), sunk('report', 8, 2)]).toEqual([true, false, true]);
  expect([sunk('news', 3, null), sunk('news', 8, 2)]).toEqual([false, true]);
});
