// A finding mended in one step: what was wrong is gone, nothing else is worse; where no
// step does it, that is said. Fake fonts.
import { beforeAll, describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import { layoutFault, type Layout, type Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import { whiteOf } from '../rules/page-white';

const roll = random(23);
const pkg = packageOf([5, 3, 2, 2, 3].map((blocks, i) => article(`a${i}`, 'news', doc(...Array.from({ length: blocks }, () => p(prose(roll, 60 + roll(160))))), { 'deck.main': `市政协${prose(roll, 9)}` })));
const edition = shipped('N8', pkg.articles.map(({ id }) => id), { paper: DAILY });
const typesetter = new Typesetter(FAKE);
let good: Layout;
beforeAll(() => {
  ({ layout: good } = typesetter.typeset(pkg, edition).layout!);
});
const wrongIn = (layout: Layout): readonly string[] => typesetter.typeset(pkg, { ...edition, layout }).diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);

describe('试排', () => {
  it('closes a hole that a block left when it was made lower, and brings its text back', () => {
    const block = { page: good.pages[0]!.number, article: 'a3' };
    const lower = typesetter.actByHand(pkg, edition, good, { kind: 'pull', ...block, edges: { left: 0, right: 0, top: 0, bottom: -4 } });
    if (!lower.ok) throw new Error(lower.reason);
    expect(wrongIn(lower.layout)).toEqual(expect.arrayContaining(['frame-overset']));
    const mended = typesetter.actByHand(pkg, edition, lower.layout, { kind: 'mend', page: block.page, articles: [], taboo: 'hole' });
    if (!mended.ok) throw new Error(mended.reason);
    expect(layoutFault(mended.layout, 8, 123)).toBeNull();
    expect(wrongIn(mended.layout)).not.toContain('frame-overset');
    const worst = ({ pages }: Layout): number => whiteOf(pages[0]!, 8, 123).worst;
    expect([worst(lower.layout) > 2, worst(mended.layout) > 2]).toEqual([true, false]);
    // What was done is said, and that the page is worth more.
    const [, was, is] = /^“.+”(?:下边加高 4 行|.+)，版面由 ([\d.]+) 分变为 ([\d.]+) 分$/u.exec(mended.note ?? '') ?? [];
    expect(Number(is)).toBeGreaterThan(Number(was));
  });
  it('makes no text without room, and no page that is worth less, for a taboo to be gone', () => {
    // The lead goes over the whole page, and all others begin under it: 断版. A brief that goes up takes the lead's last lines.
    const fixed = fixedPage();
    const act = { kind: 'mend', page: 1, articles: [], taboo: 'across' } as const;
    const overs = (layout: Layout): number => typesetter.rooms(fixed.pkg, fixed.edition, layout).reduce((sum, { over }) => sum + over, 0);
    const up = typesetter.actByHand(fixed.pkg, fixed.edition, FIXED, { kind: 'move', page: 1, article: 'brief', columns: 0, rows: -2 });
    if (!up.ok) throw new Error(up.reason);
    expect(overs(up.layout)).toBeGreaterThan(0);
    const mended = typesetter.actByHand(fixed.pkg, fixed.edition, FIXED, act);
    if (mended.ok) {
      expect(overs(mended.layout)).toBe(0);
      expect(mended.note).toMatch(/，版面由 [\d.]+ 分变为 [\d.]+ 分$/u);
    } else expect(mended.reason).toContain('有稿件排不下');
  });
  it('says so where there is nothing to mend, and leaves what is pinned', () => {
    expect(typesetter.actByHand(pkg, edition, good, { kind: 'mend', page: good.pages[0]!.number, articles: [], taboo: 'abreast' })).toEqual({ ok: false, reason: expect.stringContaining('挪一步改不掉') as string });
    const pinned: Layout = { pages: good.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => ({ ...piece, pinned: true })) })) };
    expect(typesetter.actByHand(pkg, edition, pinned, { kind: 'mend', page: good.pages[0]!.number, articles: [], taboo: 'hole' }).ok).toBe(false);
  });
  it('brings a headline over much more than its text back to the columns that this is worth, and says by how much', () => {
    const dice = random(24);
    const few = packageOf([6, 4, 3, 1, 1].map((blocks, i) => article(`a${i}`, 'news', doc(...Array.from({ length: blocks }, () => p(prose(dice, 60 + dice(120))))), { 'deck.main': `市政协${prose(dice, 7)}` })));
    const paper = shipped('N8', few.articles.map(({ id }) => id), { paper: DAILY });
    const layout = typesetter.typeset(few, paper).layout!.layout;
    const wide = (one: Layout): readonly string[] => typesetter.typeset(few, { ...paper, layout: one }).diagnostics.filter(({ code }) => code === 'headline-wide').map(({ message }) => message);
    const pulled = typesetter.actByHand(few, paper, layout, { kind: 'pull', page: 1, article: 'a3', edges: { left: 0, right: 2, top: 0, bottom: 0 }, giveWay: true });
    if (!pulled.ok) throw new Error(pulled.reason);
    expect([wide(layout), wide(pulled.layout)]).toEqual([[], [expect.stringMatching(/的标题跨 5 栏，正文只有 15 行，宜跨 3 栏以内$/u)]]);
    const mended = typesetter.actByHand(few, paper, pulled.layout, { kind: 'mend', page: 1, articles: [], taboo: 'wide' });
    if (!mended.ok) throw new Error(mended.reason);
    expect(wide(mended.layout)).toEqual([]);
    expect(mended.note).toMatch(/^“.+”右边收窄 2 栏/u);
    const overs = (one: Layout): number => typesetter.rooms(few, paper, one).reduce((sum, { over }) => sum + over, 0);
    expect(overs(mended.layout)).toBeLessThanOrEqual(overs(pulled.layout));
    // Where none is too wide there is nothing to do.
    expect(typesetter.actByHand(few, paper, layout, { kind: 'mend', page: 1, articles: [], taboo: 'wide' }).ok).toBe(false);
  });

  describe('of two of a kind', () => {
    const block = (id: string, column: number, columns: number, row: number, deck: number, rows: number): Piece => ({ article: id, variant: 'news', deck: { column, columns, row, rows: deck }, body: [{ area: { column, columns, row: row + deck, rows }, into: columns }], box: null, from: null, to: null });
    // Two pairs of headlines abreast, each with white rows above it, between stories over the whole page.
    const pieces = [block('lead', 0, 8, 0, 6, 30), block('b', 0, 4, 42, 5, 20), block('c', 4, 4, 42, 5, 20), block('mid', 0, 8, 68, 6, 10), block('d', 0, 4, 90, 5, 25), block('e', 4, 4, 90, 5, 25)];
    const layout: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces }] };
    const lines = (count: number, character: string) => Array.from({ length: count / 10 }, () => p(character.repeat(128)));
    const six = packageOf(pieces.map(({ article: id, body: [text] }, i) => article(id, 'news', doc(...lines(text!.area.rows * text!.into, '甲乙丙丁戊己'[i]!)), { 'deck.main': `市政协举行会议${'甲乙丙丁戊己'[i]!}` })));
    const paper = shipped('N8', pieces.map(({ article: id }) => id), { layout });
    const abreast = (one: Layout): readonly string[] => typesetter.typeset(six, { ...paper, layout: one }).diagnostics.filter(({ code }) => code === 'headlines-abreast').map(({ message }) => /“.*”/u.exec(message)![0].replaceAll('市政协举行会议', ''));

    it.each([['“乙”与“丙”', '“戊”与“己”', 42], ['“戊”与“己”', '“乙”与“丙”', 90]] as const)('mends %s, which is asked about, and not %s', (asked, other, row) => {
      expect(abreast(layout)).toEqual(expect.arrayContaining([asked, other]));
      const mended = typesetter.actByHand(six, paper, layout, { kind: 'mend', page: 1, articles: [], taboo: 'abreast', where: { column: 0, columns: 8, row, rows: 5 } });
      if (!mended.ok) throw new Error(mended.reason);
      expect(abreast(mended.layout)).toEqual([other]);
    });

    it('says that it cannot where a step mends the other alone', () => {
      // The lower pair has no white to go into, and may not be shifted.
      const tight: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: pieces.map((one) => (['d', 'e'].includes(one.article) ? { ...one, pinned: true } : one)) }] };
      const asked = (row: number) => typesetter.actByHand(six, paper, tight, { kind: 'mend', page: 1, articles: [], taboo: 'abreast', where: { column: 0, columns: 8, row, rows: 5 } });
      expect(asked(42).ok).toBe(true);
      expect(asked(90)).toEqual({ ok: false, reason: expect.stringMatching(/^这一处挪一步改不掉/u) as string });
    });
  });
});
