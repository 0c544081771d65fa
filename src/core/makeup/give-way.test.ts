// Blocks that others give way to: by 提到版首, a drop on a headline, a swap that does not fit
// and 试排 of a low lead. After each the page is whole, and nothing that is pinned has moved. Fake fonts.
import { beforeAll, describe, expect, it } from 'vitest';
import { FAKE } from '../../../test/build-edition';
import { checkLaws } from '../../../test/laws-pages';
import { fourOnTabloid } from '../../../test/makeup/four-on-tabloid';
import { areasOf, layoutFault, type Layout, type Piece } from '../model/layout';
import { Typesetter } from '../typeset';
import type { HandOutcome } from './by-hand';
import { boundsOf } from './hand-shape';
import type { DeskAct } from './mend-taboo';

const { pkg, edition } = fourOnTabloid(1, 1);
const typesetter = new Typesetter(FAKE);
const head = 12;
let low: Layout;
beforeAll(() => {
  low = typesetter.propose(pkg, edition).find(({ taboos, layout }) => layout.pages.length === 1 && taboos.some(({ kind }) => kind === 'lead'))!.layout;
}, 60_000);
const act = (one: DeskAct, on: Layout = low): HandOutcome => typesetter.actByHand(pkg, edition, on, one);
const made = (outcome: HandOutcome): Extract<HandOutcome, { readonly ok: true }> => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
};
const piece = (article: string, on: Layout): Piece => on.pages.flatMap(({ pieces }) => pieces).find((one) => one.article === article)!;
/** Everything has its room: no line is over, none is lost, nothing overlaps. */
const isWhole = (layout: Layout): void => {
  expect(layoutFault(layout, 6, 85)).toBeNull();
  const kept = { ...edition, layout };
  const set = typesetter.typeset(pkg, kept);
  expect(set.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(checkLaws(set, pkg, kept, FAKE)).toEqual([]);
  expect(layout.pages.flatMap(({ pieces }) => pieces).some(({ pinned }) => pinned === true)).toBe(false);
};

describe('the others give way', () => {
  it('a lead lower than others is put at the head of its page as it is, in one act', () => {
    const before = piece('report', low);
    expect(boundsOf(before).row).toBeGreaterThan(head);
    const { layout, note } = made(act({ kind: 'lead', page: 1, article: 'report' }));
    expect(note).toContain('让了位');
    const after = piece('report', layout);
    expect(boundsOf(after)).toEqual({ ...boundsOf(before), column: 0, row: head });
    isWhole(layout);
    expect(act({ kind: 'lead', page: 1, article: 'report' }, layout)).toEqual({ ok: false, reason: expect.stringContaining('已经在版首') as string });
  });
  it('a drop on a headline is refused while the hand holds it, and makes room where it is let go', () => {
    const { column, row } = boundsOf(piece('report', low));
    const up = { kind: 'move', page: 1, article: 'report', columns: -column, rows: head - row } as const;
    expect(act(up)).toEqual({ ok: false, reason: expect.stringMatching(/会压住“.+”的(标题|框)/) as string });
    isWhole(made(act({ ...up, giveWay: true })).layout);
    // Beyond the page nobody makes room.
    expect(act({ ...up, rows: -row - 1, giveWay: true }).ok).toBe(false);
  });
  it('what is pinned does not give way', () => {
    const at = areasOf(piece('story', low));
    const held: Layout = { pages: low.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((one) => (one.article === 'story' ? { ...one, pinned: true } : one)) })) };
    const outcome = act({ kind: 'lead', page: 1, article: 'report' }, held);
    if (outcome.ok) expect(areasOf(piece('story', outcome.layout))).toEqual(at);
    else expect(outcome.reason).toMatch(/锁定|压住|排不下/);
  });
  it('试排 beside a low lead puts it at the head', () => {
    const { layout } = made(act({ kind: 'mend', page: 1, articles: ['report'], taboo: 'lead' }));
    isWhole(layout);
    expect(typesetter.typeset(pkg, { ...edition, layout }).diagnostics.map(({ code }) => code)).not.toContain('lead-low');
  });
});
