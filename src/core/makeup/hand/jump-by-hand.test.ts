// 转版 by hand and 标题一行、两行: what an article has too much goes on in free room of a
// later page, both ends with five lines, text whole; undone it is as it was. Fake fonts.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { checkLaws } from '../../../../test/laws-pages';
import { prose, random } from '../../../../test/random';
import { areasOf, layoutFault, type Layout, type Piece } from '../../model/layout';
import { Typesetter } from '../../typeset';
import type { HandAct } from './hand-act';
import { pieceOf } from './hand-put';
import { jumpTargets } from './jump-by-hand';

const SIZES = [7, 4, 5];

describe.each(['N8', 'N6', 'T6'])('%s', (preset) => {
  const roll = random(23);
  const pkg = packageOf(SIZES.map((blocks, i) => article(`a${i}`, 'news', doc(...Array.from({ length: blocks }, () => p(prose(roll, 60 + roll(120))))), { 'deck.main': `市政协${prose(roll, 12)}` })));
  const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: DAILY });
  const typesetter = new Typesetter(FAKE);
  const { layout } = typesetter.typeset(pkg, edition).layout!;
  const act = (on: Layout, one: HandAct) => typesetter.actByHand(pkg, edition, on, one);
  const done = (on: Layout, one: HandAct): Layout => {
    const outcome = act(on, one);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.layout;
  };
  const lines = edition.master.kind === 'paper' ? edition.master.lines : 0;
  const columns = edition.master.kind === 'paper' ? edition.master.columns : 0;
  // An article of one block without a box.
  const whole = layout.pages.flatMap(({ number, pieces }) => pieces.filter(({ box, to, from }) => box === null && to === null && from === null).map(({ article: id }) => ({ page: number, article: id }))).at(-1)!;

  it('what does not fit goes on a later page, text whole, five lines at each end; joined it is as it was', () => {
    const foot = Math.min(...pieceOf(layout, whole)!.body.map(({ area }) => area.rows));
    const low = done(layout, { kind: 'pull', ...whole, edges: { left: 0, right: 0, top: 0, bottom: -Math.max(1, Math.floor(foot / 2)) } });
    expect(typesetter.rooms(pkg, edition, low).find(({ article: id }) => id === whole.article)!.over).toBeGreaterThan(0);
    const to = jumpTargets(low, whole.page, lines).at(-1)!;
    const jumped = done(low, { kind: 'jump', ...whole, to });
    expect(layoutFault(jumped, columns, lines)).toBeNull();
    const set = typesetter.typeset(pkg, { ...edition, layout: jumped });
    expect(set.diagnostics.filter(({ code }) => code === 'frame-overset' || code === 'jump-broken')).toEqual([]);
    expect(checkLaws(set, pkg, { ...edition, layout: jumped }, FAKE)).toEqual([]);
    for (const page of [whole.page, to]) {
      const room = typesetter.rooms(pkg, edition, jumped).find((one) => one.article === whole.article && one.page === page)!;
      expect(room.lines - room.short).toBeGreaterThanOrEqual(5);
    }
    // Lines that it loses here turn up there: told, though that page is not in hand, and counted by the score.
    const shorter = act(jumped, { kind: 'pull', ...whole, edges: { left: 0, right: 0, top: 0, bottom: -2 } });
    let told = false;
    if (shorter.ok) {
      const over = typesetter.rooms(pkg, edition, shorter.layout).find((one) => one.article === whole.article && one.page === to)!;
      if (over.over > 0) {
        expect(shorter.note).toMatch(new RegExp(`^“.+”在第${to}版余 ${over.over} 行$`, 'u'));
        told = true;
        expect(typesetter.typeset(pkg, { ...edition, layout: shorter.layout }).layout!.reasons.join()).toContain('还有余，没有排完');
      } else expect(shorter.note).toBeUndefined();
    }
    expect(told).toBe(true);
    const joined = done(jumped, { kind: 'join', ...whole });
    const { fitted: _fitted, ...before } = pieceOf(low, whole)!;
    const piece = pieceOf(joined, whole)!;
    // Rows that it gave up for the other end stay given up.
    expect({ ...piece, body: [] }).toEqual({ ...before, body: [] });
    expect(joined.pages.map(({ number }) => number)).toEqual(low.pages.map(({ number }) => number));
  });

  it('with fewer than five lines before it a jump is refused for that, onto a page that is made for it too, never for want of room there', () => {
    for (const rows of [2, 4]) {
      const low: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'a0', variant: 'news', deck: { column: 0, columns: 1, row: 0, rows: 6 }, body: [{ area: { column: 0, columns: 1, row: 6, rows }, into: 1 }], box: null, from: null, to: null }] }] };
      expect(act(low, { kind: 'jump', page: 1, article: 'a0', to: 2 })).toEqual({ ok: false, reason: expect.stringMatching(/第1版不够 5 行，不能从这里转/u) as string });
    }
  });

  it('on a page with much room below, what goes on takes few columns, five rows of each: no strip', () => {
    const block = (id: string, wide: number, rows: number): Piece => ({ article: id, variant: 'news', deck: { column: 0, columns: wide, row: 0, rows: 6 }, body: [{ area: { column: 0, columns: wide, row: 6, rows }, into: wide }], box: null, from: null, to: null });
    const wide = Math.min(3, columns);
    let seen = 0;
    for (let rows = 8; rows < 30; rows += 2) {
      const low: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [block('a0', wide, rows)] }, { number: 2, mastheadRows: 0, pieces: [block('a1', columns, Math.floor(lines / 3))] }] };
      const over = typesetter.rooms(pkg, edition, low).find(({ article: id }) => id === 'a0')!.over;
      // Few lines make one column, and many of them the page's width.
      if (over < 10 || over > 5 * columns) continue;
      seen++;
      const { area } = pieceOf(done(low, { kind: 'jump', page: 1, article: 'a0', to: 2 }), { page: 2, article: 'a0' })!.body[0]!;
      expect([over, area.rows >= 5, area.columns <= wide + 1]).toEqual([over, true, true]);
    }
    expect(seen).toBeGreaterThan(1);
  });

  it('is refused in words where it fits, where it was jumped, and back', () => {
    expect(act(layout, { kind: 'jump', ...whole, to: whole.page + 1 })).toEqual({ ok: false, reason: expect.stringContaining('不用转版') as string });
    expect(act(layout, { kind: 'join', ...whole })).toEqual({ ok: false, reason: expect.stringContaining('没有转版') as string });
    expect(act(layout, { kind: 'jump', ...whole, to: whole.page })).toEqual({ ok: false, reason: expect.stringContaining('后面的版') as string });
  });

  it('a headline is set in one line or two as asked, its block as high as that, or the reason is told', () => {
    const seen = new Set<string>();
    for (const { number, pieces } of layout.pages) {
      for (const { article: id, deck, upright } of pieces) {
        if (deck === null || upright === true) continue;
        for (const wished of [1, 2] as const) {
          const outcome = act(layout, { kind: 'headline', page: number, article: id, lines: wished });
          if (!outcome.ok) {
            expect(outcome.reason).toMatch(/排不成[一两]行|太矮|重叠|压住/);
            continue;
          }
          seen.add(String(wished));
          const set = typesetter.typeset(pkg, { ...edition, layout: outcome.layout });
          expect(set.diagnostics.filter(({ code, message }) => code === 'frame-overset' && message.includes('标题'))).toEqual([]);
          const piece = pieceOf(outcome.layout, { page: number, article: id })!;
          expect(piece.headline).toBe(wished);
          expect(areasOf(piece).every(({ rows }) => rows > 0)).toBe(true);
          const back = done(outcome.layout, { kind: 'headline', page: number, article: id, lines: null });
          expect(pieceOf(back, { page: number, article: id })!.headline).toBeUndefined();
        }
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  it('so is one in a box, whose text then begins where that headline ends; the wish stays with the box when it is made wider, and is taken back', () => {
    const boxed = done(layout, { kind: 'box', ...whole, boxed: true });
    const headOf = (on: Layout): number => {
      const page = typesetter.typeset(pkg, { ...edition, layout: on }).list.pages[on.pages.findIndex(({ number }) => number === whole.page)]!;
      const heads = page.items.filter((item) => item.kind === 'group').filter(({ what, article: id }) => what === 'box-deck' && id === whole.article);
      return new Set(heads.flatMap(({ items }) => items.filter((item) => item.kind === 'glyphs')).map(({ y }) => y)).size;
    };
    const tried = ([1, 2] as const).map((lines) => ({ lines, outcome: act(boxed, { kind: 'headline', ...whole, lines }) }));
    for (const { lines, outcome } of tried) {
      if (!outcome.ok) {
        expect(outcome.reason).toMatch(/框里(?:排不成一行|太短，排不成两行)/);
        continue;
      }
      expect(headOf(outcome.layout)).toBe(lines);
      expect(pieceOf(outcome.layout, whole)).toEqual({ ...pieceOf(boxed, whole), headline: lines });
      // What has no room in the box is counted with the headline that it has.
      const low = act(outcome.layout, { kind: 'pull', ...whole, edges: { left: 0, right: 0, top: 0, bottom: -2 } });
      if (low.ok) expect(pieceOf(low.layout, whole)!.headline).toBe(lines);
      const room = typesetter.rooms(pkg, edition, outcome.layout).find((one) => one.article === whole.article)!;
      if (room.over === 0) expect(checkLaws(typesetter.typeset(pkg, { ...edition, layout: outcome.layout }), pkg, { ...edition, layout: outcome.layout }, FAKE)).toEqual([]);
      expect(done(outcome.layout, { kind: 'headline', ...whole, lines: null })).toEqual(boxed);
    }
    expect(tried.filter(({ outcome }) => outcome.ok).length).toBeGreaterThan(0);
  });

  it('a title stands downwards in a box, nine characters wide at the left of the text, which is whole beside it; the box stays; turned back it is as it was', () => {
    const boxed = done(layout, { kind: 'box', ...whole, boxed: true });
    const before = pieceOf(boxed, whole)!;
    const outcome = act(boxed, { kind: 'turn', ...whole, upright: true });
    // Beside a title of nine characters, two base columns have no 13 left.
    if (!outcome.ok) {
      expect(outcome.reason).toContain('的框里排不下竖题');
      expect(before.box!.area.columns).toBeLessThan(4);
      return;
    }
    const piece = pieceOf(outcome.layout, whole)!;
    expect(act(outcome.layout, { kind: 'headline', ...whole, lines: 1 })).toEqual({ ok: false, reason: expect.stringContaining('先改回横题') as string });
    expect(piece).toEqual({ ...before, upright: true, box: { area: before.box!.area, into: expect.any(Number) as number } });
    // High enough for the whole text, where there is none below it.
    const high = typesetter.rooms(pkg, edition, outcome.layout).find((one) => one.article === whole.article)!;
    const on = high.over === 0 ? outcome.layout : done(outcome.layout, { kind: 'pull', ...whole, edges: { left: 0, right: 0, top: 0, bottom: high.more! } });
    expect(pieceOf(on, whole)!.upright).toBe(true);
    const set = typesetter.typeset(pkg, { ...edition, layout: on });
    expect(checkLaws(set, pkg, { ...edition, layout: on }, FAKE)).toEqual([]);
    const groups = set.list.pages[on.pages.findIndex(({ number }) => number === whole.page)]!.items.filter((item) => item.kind === 'group').filter((group) => group.article === whole.article);
    const [title] = groups.filter(({ what }) => what === 'upright-deck');
    const bodies = groups.filter(({ what }) => what === 'box-body');
    const em = edition.master.kind === 'paper' ? edition.master.em : 0;
    for (const { x } of bodies) expect(x).toBeGreaterThanOrEqual(title!.x + 9 * em);
    const textOf = (some: typeof groups): string => some.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'glyphs' ? [item.text] : []))).join('');
    const article = pkg.articles.find(({ id }) => id === whole.article)!;
    expect(textOf(bodies)).toBe(article.doc.textContent);
    expect(textOf([title!])).toBe(article.fields['deck.main']!.textContent);
    expect(done(outcome.layout, { kind: 'turn', ...whole, upright: false })).toEqual(boxed);
  });
});
