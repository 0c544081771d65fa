// An act by hand is an answer to the page and the act alone: whatever was tried, proposed or given
// up before in the same program, whichever searches stand half done beside it, and however slow
// the machine is, the page after it is that of a Typesetter that has done nothing else.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { HandAct, HandOutcome } from '../../src/core/makeup/hand/hand-act';
import { boundsOf } from '../../src/core/makeup/measure/hand-shape';
import type { Layout } from '../../src/core/model/layout';
import type { PaperMaster } from '../../src/core/model/master';
import type { Edition, Package } from '../../src/core/model/package';
import { Typesetter } from '../../src/core/typeset';
import { article, doc, h, p, packageOf } from '../build';
import { DAILY, FAKE, shipped } from '../build-edition';
import { prose, random } from '../random';

const KINDS = [['lead', 'news', 6], ['report', 'report', 14], ['comment', 'editorial', 7], ['brief', 'news', 2], ['resolution', 'resolution', 3], ['other', 'news', 4]] as const;

function paper(seed: number): Package {
  const roll = random(seed);
  return packageOf(KINDS.map(([id, kind, blocks]) => article(id, kind, doc(
    ...Array.from({ length: blocks }, (_, i) => (kind === 'report' && i % 6 === 0 ? h(1, '工作回顾') : p(prose(roll, 40 + roll(180))))),
  ), { 'deck.main': `${id === 'report' ? '' : '市政协'}${prose(roll, 9)}` })));
}

const PAPERS = (['N8', 'T6'] as const).map((preset, i) => {
  // A front page, and an inner one of fewer columns.
  const edition = shipped(preset, KINDS.map(([id]) => id), { paper: { ...DAILY, firstPage: 1 + i } });
  const pkg = paper(31 + i);
  return [preset, { pkg, edition, layout: new Typesetter(FAKE).propose(pkg, edition)[0]!.layout }] as const;
});

interface Wish {
  readonly block: number;
  readonly kind: number;
  readonly column: number;
  readonly row: number;
}

/** All of its range alike: a double is mostly near to nothing. */
const part = fc.noBias(fc.integer({ min: 0, max: 1000 })).map((thousandths) => thousandths / 1000);
const wish: fc.Arbitrary<Wish> = fc.record({ block: fc.noBias(fc.nat(99)), kind: fc.noBias(fc.nat(7)), column: part, row: part });

/** A drop, mostly; a swap, or an edge pulled. */
function actOf({ pages }: Layout, { columns, lines }: PaperMaster, { block, kind, column, row }: Wish): HandAct {
  const blocks = pages.flatMap((plan) => plan.pieces.map((piece) => ({ plan, piece })));
  const { plan, piece } = blocks[block % blocks.length]!;
  const name = { page: plan.number, article: piece.article };
  const other = plan.pieces[(plan.pieces.indexOf(piece) + 1) % plan.pieces.length]!;
  if (kind === 6 && other !== piece) return { kind: 'swap', ...name, other: { page: plan.number, article: other.article } };
  if (kind === 7) return { kind: 'pull', ...name, edges: { left: 0, top: 0, right: Math.round(2 * column) - 1, bottom: Math.round(20 * row) - 10 }, giveWay: 'level' };
  const own = boundsOf(piece);
  const to = { column: Math.round(column * (columns - own.columns)), row: plan.mastheadRows + Math.round(row * (lines - own.rows - plan.mastheadRows)) };
  return { kind: 'move', ...name, columns: to.column - own.column, rows: to.row - own.row, giveWay: true };
}

/** An act, and what goes before it in the same program: another one, or proposals, given up after so many steps. */
interface Asked {
  readonly wish: Wish;
  readonly before: Wish | null;
  readonly steps: number;
  /** Its steps to each one of proposals that are made beside it; 0: none are. */
  readonly beside: number;
}

const asked: fc.Arbitrary<Asked> = fc.record({ wish, before: fc.option(wish, { freq: 3 }), steps: fc.constantFrom(1, 2, 9, Infinity), beside: fc.constantFrom(0, 2, 5) });

it.each(PAPERS)('%s: a drop, a swap or a pull gives one page, whatever went before it, runs beside it, or how long it takes', (_, { pkg, edition, layout }) => {
  const clock = [vi.spyOn(Date, 'now'), vi.spyOn(performance, 'now'), vi.spyOn(Math, 'random')];
  fc.assert(fc.property(fc.array(asked, { minLength: 5, maxLength: 5 }), (all) => {
    const actFor = (one: Wish): HandAct => actOf(layout, edition.master as PaperMaster, one);
    for (const one of clock) one.mockClear();
    const used = new Typesetter(FAKE);
    for (const { wish: own, before, steps, beside } of all) {
      const act = actFor(own);
      const alone = new Typesetter(FAKE).actByHand(pkg, edition, layout, act);
      // What is given up may be a swap: which were made is remembered on purpose (swap-memory.ts), and the page before one comes back.
      const other = before === null ? null : actFor(before);
      if (other?.kind !== 'swap') ended(other === null ? used.proposing(pkg, edition) : used.actingByHand(pkg, edition, layout, other), other === null ? Math.min(steps, 2) : steps);
      expect(interleaved(used, pkg, edition, layout, act, beside)).toEqual(alone);
    }
    // None has a clock to run out, or dice.
    for (const one of clock) expect(one).not.toHaveBeenCalled();
  }), { numRuns: Number(process.env['BANXIN_SOAK'] ?? 1), seed: 14, endOnFailure: true });
  for (const one of clock) one.mockRestore();
}, 120_000);

/** Steps of what is given up after so many. */
function ended(steps: Iterator<unknown, unknown>, most: number): void {
  for (let i = 0; i < most && steps.next().done !== true; i++);
}

/** The act's answer where the same program proposes between its steps, so many of its own to one of those. */
function interleaved(used: Typesetter, pkg: Package, edition: Edition, layout: Layout, act: HandAct, every: number): HandOutcome {
  const steps = used.actingByHand(pkg, edition, layout, act);
  const proposing = every === 0 ? null : used.proposing(pkg, edition);
  let step = steps.next();
  for (let i = 1; step.done !== true; i++) {
    if (proposing !== null && i % every === 0) proposing.next();
    step = steps.next();
  }
  return step.value;
}
