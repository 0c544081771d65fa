// Between two articles, one above the other, a blank row stays, in which the rule stands: after
// any act by hand, and where a page was made without it that is an error of the page. On the
// page that is written row by row: brief ends on row 60, other begins on row 62.
import { describe, expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import { checkLaws } from '../../../../test/laws-pages';
import { random } from '../../../../test/random';
import type { Area, BlockName, Layout, Piece } from '../../model/layout';
import type { Edition } from '../../model/package';
import { Typesetter } from '../../typeset';
import { crowded } from './crowded';
import type { HandAct, HandOutcome } from '../hand/hand-act';

const { pkg, edition } = fixedPage();
const typesetter = new Typesetter(FAKE);
const act = (one: HandAct, on: Layout = FIXED): HandOutcome => typesetter.actByHand(pkg, edition, on, one);
const at = (article: string): BlockName => ({ page: 1, article });
const STILL = { left: 0, right: 0, top: 0, bottom: 0 };
const lower = (article: string, rows: number): Layout => ({
  pages: FIXED.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece): Piece => {
    const by = (area: Area): Area => ({ ...area, row: area.row + rows });
    return piece.article !== article ? piece : { ...piece, deck: piece.deck === null ? null : by(piece.deck), body: piece.body.map((run) => ({ ...run, area: by(run.area) })) };
  }) })),
});
const found = (layout: Layout): string[] => {
  const own: Edition = { ...edition, layout };
  return typesetter.typeset({ ...pkg, editions: [own] }, own).diagnostics.filter(({ code, severity }) => code === 'rule-through-text' && severity === 'error').map(({ message }) => message);
};

describe('the blank row between two articles', () => {
  it('is there on the page as it is written, and no rule goes through a line', () => {
    expect(crowded(FIXED)).toEqual([]);
    expect(found(FIXED)).toEqual([]);
  });
  it('a block made a row higher, or moved a row down, does not take it: what is below has to give way', () => {
    for (const one of [{ kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: 1 } }, { kind: 'move', ...at('brief'), columns: 0, rows: 1 }] satisfies HandAct[]) {
      const outcome = act(one);
      expect(outcome).toEqual({ ok: false, reason: expect.stringContaining('会压住') as string });
    }
    expect(act({ kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: 1 } })).toEqual({ ok: false, reason: '会压住与“委员走进社区”之间的空行：换个位置、与它对调，或按 G 让它让位' });
    const given = act({ kind: 'pull', ...at('brief'), edges: { ...STILL, bottom: 1 }, giveWay: 'shift' });
    if (!given.ok) throw new Error(given.reason);
    expect(given.layout.pages[0]!.pieces.find(({ article }) => article === 'other')?.deck?.row).toBe(63);
  });
  it('text that is covered gives way with it: the row above what was put is blank', () => {
    const outcome = act({ kind: 'move', ...at('brief'), columns: 0, rows: -12 });
    if (!outcome.ok) throw new Error(outcome.reason);
    const lead = outcome.layout.pages[0]!.pieces.find(({ article }) => article === 'lead')!;
    // The lead’s text ends on row 35; the brief begins on row 25 of two of its columns.
    expect(lead.body.map(({ area }) => [area.column, area.columns, area.row + area.rows])).toEqual([[0, 2, 24], [2, 6, 36]]);
  });
  it('that a page lacks, by hand of old or pinned, is an error where the rule goes through a line; other acts on it go on', () => {
    const tight = lower('other', -1);
    expect(crowded(tight)).toEqual([{ page: 1, upper: 'brief', lower: 'other' }]);
    expect(found(tight)).toEqual(['第1版“市政协举行会议”有一行字压在线上，要印花：两篇之间没有空出一行']);
    const own: Edition = { ...edition, layout: tight };
    expect(checkLaws(typesetter.typeset({ ...pkg, editions: [own] }, own), pkg, own, FAKE)).toEqual(expect.arrayContaining([expect.stringContaining('a rule at') as string]));
    expect(act({ kind: 'pin', ...at('brief'), pinned: true }, tight).ok).toBe(true);
    expect(act({ kind: 'move', ...at('other'), columns: 0, rows: 1 }, tight)).toEqual({ ok: true, layout: FIXED });
    // 试排 beside it does as much.
    const mended = typesetter.actByHand(pkg, edition, tight, { kind: 'mend', page: 1, articles: [], taboo: 'crowd' });
    expect(mended).toEqual({ ok: true, layout: FIXED, note: expect.stringContaining('“委员走进社区”下移 1 行') as string, done: '“委员走进社区”下移 1 行' });
  });
  it('after any acts: no pair without it, no rule through a line', () => {
    const roll = random(26);
    let layout = FIXED;
    let made = 0;
    for (let step = 0; step < 60; step++) {
      const articles = layout.pages[0]!.pieces.map(({ article }) => article);
      const block = at(articles[roll(articles.length)]!);
      const few = (): number => roll(7) - 3;
      const acts: HandAct[] = [
        { kind: 'move', ...block, columns: roll(3) - 1, rows: few() },
        { kind: 'pull', ...block, edges: { left: 0, right: 0, top: few(), bottom: few() } },
        { kind: 'pull', ...block, edges: { ...STILL, bottom: 1 + roll(4) }, giveWay: 'shift' },
        { kind: 'head', ...block, rows: few() },
      ];
      const outcome = act(acts[roll(acts.length)]!, layout);
      if (!outcome.ok) continue;
      made++;
      layout = outcome.layout;
      expect(crowded(layout)).toEqual([]);
      if (made % 5 === 0) expect(found(layout)).toEqual([]);
    }
    expect(made).toBeGreaterThan(12);
  });
});
