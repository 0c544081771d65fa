// Blocks that others give way to: by 提到版首, a drop on a headline, a swap that does not fit
// and 试排 of a low lead. After each the page is whole, and nothing that is pinned has moved. Fake fonts.
import { beforeAll, describe, expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { checkLaws } from '../../../../test/laws-pages';
import { dailyFront } from '../../../../test/makeup/daily-front';
import { editionOf } from '../../../../test/makeup/editions';
import { fourOnTabloid } from '../../../../test/makeup/four-on-tabloid';
import { Flower } from '../../flow/flow-article';
import { areasOf, layoutFault, type Layout, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { Paginator } from '../../page/paginate';
import { rowTop } from '../../page/paper-grid';
import { PieceMemory } from '../../page/piece-memory';
import { Setter } from '../../page/setter';
import { Typesetter } from '../../typeset';
import { paperSetting } from '../../typeset-paper';
import type { DeskAct, HandOutcome } from './hand-act';
import { boundsOf } from '../measure/hand-shape';
import { whiteOf } from '../rules/page-white';

const { pkg, edition } = fourOnTabloid(1, 1);
const typesetter = new Typesetter(FAKE);
const head = 12;
let low: Layout;
beforeAll(() => {
  // Made up for a paper that the story leads: the report stands lower, whatever the search learns.
  const others = { ...edition, articles: ['story', 'feature', 'comment', 'report'] };
  low = typesetter.propose(pkg, others).map(({ layout }) => layout).find((layout) => layout.pages.length === 1 && typesetter.typeset(pkg, { ...edition, layout }).diagnostics.some(({ code }) => code === 'lead-low'))!;
});
const act = (one: DeskAct, on: Layout = low): HandOutcome => typesetter.actByHand(pkg, edition, on, one);
const made = (outcome: HandOutcome): Extract<HandOutcome, { readonly ok: true }> => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
};
const piece = (article: string, on: Layout): Piece => on.pages.flatMap(({ pieces }) => pieces).find((one) => one.article === article)!;
/** Everything has its room, or it is told how many lines have not; none is lost, nothing overlaps, no page is added. */
const isWhole = (layout: Layout, note = ''): void => {
  expect(layoutFault(layout, 6, 85)).toBeNull();
  const kept = { ...edition, layout };
  const set = typesetter.typeset(pkg, kept);
  expect(layout.pages.length).toBe(low.pages.length);
  const overs = typesetter.rooms(pkg, edition, layout).filter(({ over }) => over > 0);
  expect(set.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(overs.map(() => 'frame-overset'));
  for (const { over } of overs) {
    expect(over).toBeLessThanOrEqual(15);
    expect(note).toContain(`余 ${over} 行`);
  }
  // What has no room is not on the page.
  expect(checkLaws(set, pkg, kept, FAKE).filter((said) => !overs.some(({ article }) => said.startsWith(`${article}: `)))).toEqual([]);
  expect(layout.pages.flatMap(({ pieces }) => pieces).some(({ pinned }) => pinned === true)).toBe(false);
};

describe('the others give way', () => {
  it('a lead lower than others is put at the head of its page, in one act', () => {
    expect(boundsOf(piece('report', low)).row).toBeGreaterThan(head);
    const { layout, note } = made(act({ kind: 'lead', page: 1, article: 'report' }));
    expect(note).toContain('让了位');
    const after = piece('report', layout);
    expect(boundsOf(after)).toMatchObject({ column: 0, row: head });
    isWhole(layout, note);
    expect(act({ kind: 'lead', page: 1, article: 'report' }, layout)).toEqual({ ok: false, reason: expect.stringContaining('已经在版首') as string });
  });
  it('a drop on a headline is refused while the hand holds it, and makes room where it is let go', () => {
    const { column, row } = boundsOf(piece('report', low));
    const up = { kind: 'move', page: 1, article: 'report', columns: -column, rows: head - row } as const;
    expect(act(up)).toEqual({ ok: false, reason: expect.stringMatching(/会压住“.+”的(标题|框)/) as string });
    const dropped = made(act({ ...up, giveWay: true }));
    isWhole(dropped.layout, dropped.note);
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
    const codesOf = (on: Layout, kinds: readonly string[]): string[] => typesetter.typeset(pkg, { ...edition, layout: on }).diagnostics.filter(({ severity }) => kinds.includes(severity)).map(({ code }) => code);
    expect(codesOf(layout, ['info', 'warning'])).not.toContain('lead-low');
    // A taboo is not mended by another one.
    for (const code of ['headlines-abreast', 'page-break-across', 'gutter-through', 'headline-missing', 'flow-reversed', 'fold-in-headline']) {
      const count = (on: Layout): number => codesOf(on, ['warning', 'error']).filter((one) => one === code).length;
      expect([code, count(layout) <= count(low)]).toEqual([code, true]);
    }
  });
});

/** Lines that stand below the foot of their frame, or of their box, in a layout as it is composed. */
function strayLines(layout: Layout): string[] {
  const setter = new Setter(FAKE.fonts);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  const master = edition.master as PaperMaster;
  const tools = { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() };
  const { composer } = paperSetting(edition, master, pkg.articles, pkg.meeting, (one, variant) => flower.flow(one, { edition, meeting: pkg.meeting, stage: null, variant, noteNumber: null, notesKey: '' }, new Map()).flow, tools);
  return composer.compose({ pages: layout.pages, left: [], unboxed: [] }).pages.flatMap(({ frames }, i) => frames.flatMap(({ frame, fragments, article }) => fragments.flatMap(({ set, first, end, row }) => {
    const rows = row + (end - first) * set.paragraph.style.gridLines;
    const box = layout.pages[i]!.pieces.find((one) => one.article === article)?.box ?? null;
    const foot = box === null ? Infinity : rowTop(master, box.area.row + box.area.rows);
    return rows > frame.rows || frame.y + (rows - 1) * frame.grid.pitch + frame.grid.em > foot ? [`${article} ${frame.what}: ${rows} of ${frame.rows}`] : [];
  })));
}

describe('a place that is too small', () => {
  const proposals = typesetter.propose(pkg, edition).map(({ layout }) => layout).filter(({ pages }) => pages.length === 1);
  /** 余 is the same beside the block and in the findings. */
  const expectTold = (layout: Layout): void => {
    const { diagnostics } = typesetter.typeset(pkg, { ...edition, layout });
    for (const { article, over, measure } of typesetter.rooms(pkg, edition, layout)) {
      const said = diagnostics.filter(({ code, at }) => code === 'frame-overset' && at !== null && 'article' in at && at.article === article).map(({ message }) => message);
      if (over === 0) expect(said).toEqual([]);
      else expect(said.join('')).toContain(`余 ${over} 行（每行 ${measure} 字`);
    }
  };

  it('对调 of any two: no line leaves its frame, what is over is told alike, and the same two swapped again are the page before, with the pins of now', () => {
    let swapped = 0;
    for (const layout of proposals.slice(0, 2)) {
      for (const [i, { id }] of pkg.articles.entries()) {
        for (const other of pkg.articles.slice(i + 1)) {
          const outcome = act({ kind: 'swap', page: 1, article: id, other: { page: 1, article: other.id } }, layout);
          if (!outcome.ok) continue;
          swapped++;
          expect(layoutFault(outcome.layout, 6, 85)).toBeNull();
          expect(strayLines(outcome.layout)).toEqual([]);
          expectTold(outcome.layout);
          const back: DeskAct = { kind: 'swap', page: 1, article: other.id, other: { page: 1, article: id } };
          expect(act(back, outcome.layout)).toMatchObject({ ok: true, layout });
          const third = pkg.articles.find((one) => one.id !== id && one.id !== other.id)!.id;
          const pinned = made(act({ kind: 'pin', page: 1, article: third, pinned: true }, outcome.layout)).layout;
          const before = made(act(back, pinned)).layout;
          expect(before).toEqual(made(act({ kind: 'pin', page: 1, article: third, pinned: true }, layout)).layout);
        }
      }
    }
    expect(swapped).toBeGreaterThan(4);
  }, 90_000);

  it('a block pulled over those below it: they shift as they are, none the smaller, and it is told which; else it is refused', () => {
    let given = 0;
    // Three under each other, white below them.
    const ids = pkg.articles.filter(({ kind }) => kind !== 'editorial').slice(0, 3).map(({ id }) => id);
    const stacked = (wide: number): Layout => ({ pages: [{ number: 1, mastheadRows: 0, pieces: ids.map((id, i): Piece => ({
      article: id, variant: 'news', deck: { column: 0, columns: wide, row: 18 * i, rows: 6 }, body: [{ area: { column: 0, columns: wide, row: 18 * i + 6, rows: 11 }, into: wide }], box: null, from: null, to: null,
    })) }] });
    const roomy = [stacked(6), stacked(3)];
    expect(ids).toHaveLength(3);
    for (const layout of roomy) {
      for (const { article } of layout.pages[0]!.pieces) {
        for (const rows of [2, 6, 12]) {
          const edges = { left: 0, right: 0, top: 0, bottom: rows };
          const plain = act({ kind: 'pull', page: 1, article, edges }, layout);
          const outcome = act({ kind: 'pull', page: 1, article, edges, giveWay: 'shift' }, layout);
          if (plain.ok || !outcome.ok) {
            expect(outcome).toEqual(plain);
            continue;
          }
          given++;
          // G asks for the same, and makes the page anew only where nothing can shift.
          expect(act({ kind: 'pull', page: 1, article, edges, giveWay: true }, layout)).toEqual(outcome);
          expect(layoutFault(outcome.layout, 6, 85)).toBeNull();
          expect(strayLines(outcome.layout)).toEqual([]);
          expect(outcome.note).toMatch(/^“.+”让了位$/u);
          const sizes = (one: Layout) => one.pages[0]!.pieces.map((piece) => ({ id: piece.article, ...boundsOf(piece) })).map(({ id, columns, rows: high }) => [id, columns, high - (id === article && one !== layout ? rows : 0)]);
          expect(sizes(outcome.layout)).toEqual(sizes(layout));
          // In their order, and no further than they must: as far as the one above was pulled.
          const rowsOf = (one: Layout) => one.pages[0]!.pieces.map((piece) => boundsOf(piece).row);
          const at = layout.pages[0]!.pieces.findIndex((piece) => piece.article === article);
          expect(rowsOf(outcome.layout)).toEqual(rowsOf(layout).map((row, i) => row + (i > at ? rows : 0)));
        }
      }
    }
    expect(given).toBeGreaterThan(0);
  });

  it('a box pulled too low prints what fits inside it, down to nothing', () => {
    const layout = proposals.find((all) => piece('comment', all).box !== null)!;
    const { rows } = piece('comment', layout).box!.area;
    const { short, columns } = typesetter.rooms(pkg, edition, layout).find(({ article }) => article === 'comment')!;
    // Rows beyond its need, which the page gave it.
    const spare = Math.ceil(short / columns);
    let before = 0;
    for (const less of [spare + 3, spare + 9, rows - 8, rows - 2]) {
      const lower = made(act({ kind: 'pull', page: 1, article: 'comment', edges: { left: 0, right: 0, top: 0, bottom: -less } }, layout)).layout;
      const { over } = typesetter.rooms(pkg, edition, lower).find(({ article }) => article === 'comment')!;
      expect(over).toBeGreaterThanOrEqual(Math.max(1, before));
      before = over;
      expect(strayLines(lower)).toEqual([]);
      expectTold(lower);
    }
  });
});

describe('a drop in the upper left corner of a page', () => {
  /** A block dropped there, or somewhere else, on the first proposal; what the page is worth before and after. */
  const dropped = ({ pkg: paper, edition: day }: ReturnType<typeof dailyFront>, article: string, by: { readonly columns: number; readonly rows: number } | null = null) => {
    const [best] = typesetter.propose(paper, day);
    const page = best!.layout.pages[0]!;
    const { column, row } = boundsOf(page.pieces.find((one) => one.article === article)!);
    const outcome = made(typesetter.actByHand(paper, day, best!.layout, { kind: 'move', page: page.number, article, ...(by ?? { columns: -column, rows: page.mastheadRows - row }), giveWay: true }));
    const holes = (layout: Layout): number => whiteOf(layout.pages[0]!, (day.master as PaperMaster).columns, (day.master as PaperMaster).lines).holes;
    return { note: outcome.note ?? '', there: boundsOf(outcome.layout.pages[0]!.pieces.find((one) => one.article === article)!), head: page.mastheadRows, holes: [holes(best!.layout), holes(outcome.layout)] as const };
  };
  it('makes it what the page begins with, in a width in which the others stand well beside it', () => {
    const { note, there, head: rows } = dropped(dailyFront(), 'second');
    expect(there).toMatchObject({ column: 0, row: rows });
    // In its own width the page falls to a tenth of its points.
    expect(Number(/变为 ([\d.]+) 分/u.exec(note)?.[1])).toBeGreaterThan(40);
  }, 60_000);
  it('tells that nothing is empty beside it only where that is so', () => {
    const { note, holes: [before, after] } = dropped(editionOf(7), 'brief-4', { columns: 2, rows: 17 });
    expect(note).toContain('排成 6 栏宽');
    expect(after).toBeGreaterThan(before);
    expect(note).not.toContain('旁边不空');
  }, 60_000);
});
