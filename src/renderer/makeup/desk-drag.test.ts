import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeskAct } from '../../core/makeup/hand/hand-act';
import type { Layout, Piece } from '../../core/model/layout';
import { Observable } from '../session/observable';
import type { HandAnswer } from '../worker/protocol';
import { DeskDrag } from './desk-drag';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const layoutAt = (row: number): Layout => ({ pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'a', variant: 'news', deck: { column: 0, columns: 2, row, rows: 3 }, body: [{ area: { column: 0, columns: 2, row: row + 3, rows: 9 }, into: 2 }], box: null, from: null, to: null } satisfies Piece] }] });
const MOVE = { kind: 'move', page: 1, article: 'a', columns: 0, rows: 5 } as const;
const REFUSED: HandAnswer = { layout: null, reason: '会压住“乙”的标题：换个位置', note: undefined } as unknown as HandAnswer;

/** Refused as it is; with the others giving way it stands two rows lower. */
function desk(answers: (act: DeskAct | null) => HandAnswer | null) {
  const [said, kept, asked] = [new Observable(''), [] as [Layout, string][], [] as (DeskAct | null)[]];
  const hand = (_: Layout, act: DeskAct | null): Promise<HandAnswer | null> => {
    asked.push(act);
    return Promise.resolve(answers(act));
  };
  const notes: (string | undefined)[] = [];
  const drag = new DeskDrag({ layout: () => layoutAt(0), said, hand, handNoMore: () => {}, look: hand, keep: (layout, label) => kept.push([layout, label]), note: (note) => notes.push(note), mayChange: () => true });
  return { drag, said, kept, asked, notes };
}
const GIVES = (act: DeskAct | null): HandAnswer | null => (act === null ? null : 'giveWay' in act ? ({ layout: layoutAt(7), reason: null, note: '“乙”让了位，版面由 90 分变为 80 分' } as unknown as HandAnswer) : REFUSED);

it('at rest over a headline it tells what letting go does and costs, and where the block lands; let go, it is that, without a second search', async () => {
  const { drag, said, kept, asked, notes } = desk(GIVES);
  drag.grab();
  drag.move(MOVE);
  await vi.advanceTimersByTimeAsync(50);
  expect(said.get()).toBe('会压住“乙”的标题：松开就排在这里，别的稿件让位。');
  await vi.advanceTimersByTimeAsync(400);
  expect(said.get()).toBe('松开：“乙”让了位，版面由 90 分变为 80 分。');
  expect(drag.ahead.get()?.area).toMatchObject({ column: 0, row: 7 });
  const before = asked.length;
  const dropped = drag.drop('移动版块');
  await vi.advanceTimersByTimeAsync(50);
  await dropped;
  expect(asked).toHaveLength(before);
  expect(kept).toEqual([[layoutAt(7), '移动版块']]);
  expect(notes).toEqual(['“乙”让了位，版面由 90 分变为 80 分']);
  expect([drag.isOn.get(), drag.ahead.get()]).toEqual([false, null]);
});

it('over running text it is shown as it is moved, and where it is let go the text about it is set level; where nothing comes of that it stays as it was seen, with what that has to say', async () => {
  for (const isGivenUp of [false, true]) {
    const { drag, kept, asked, notes } = desk((act) => (act === null || (isGivenUp && 'giveWay' in act) ? null : 'giveWay' in act ? ({ layout: layoutAt(6), reason: null, note: '“乙”让了位' } as unknown as HandAnswer) : ({ layout: layoutAt(5), reason: null, note: '“甲”在第2版余 3 行' } as unknown as HandAnswer)));
    drag.grab();
    drag.move(MOVE);
    await vi.advanceTimersByTimeAsync(50);
    const dropped = drag.drop('移动版块');
    await vi.advanceTimersByTimeAsync(50);
    await dropped;
    expect(asked.at(-1)).toEqual({ ...MOVE, giveWay: true });
    expect(kept).toEqual([[layoutAt(isGivenUp ? 5 : 6), '移动版块']]);
    expect(notes).toEqual([isGivenUp ? '“甲”在第2版余 3 行' : '“乙”让了位']);
  }
});

it('moved on it is forgotten; given up nothing is kept, and the page is as it was', async () => {
  const { drag, kept, asked } = desk(GIVES);
  drag.grab();
  drag.move(MOVE);
  await vi.advanceTimersByTimeAsync(500);
  drag.move({ ...MOVE, rows: 6 });
  expect(drag.ahead.get()).toBeNull();
  const dropped = drag.drop(null);
  await vi.advanceTimersByTimeAsync(500);
  await dropped;
  expect(kept).toEqual([]);
  expect(asked.at(-1)).toBeNull();
});

it('over the middle of a block of like size the swap is looked for, told, and done as it was told', async () => {
  const { drag, said, kept } = desk((act) => (act?.kind === 'swap' ? ({ layout: layoutAt(20), reason: null, note: '对调后版面由 90 分变为 85 分' } as unknown as HandAnswer) : ({ layout: layoutAt(0), reason: null, note: undefined } as unknown as HandAnswer)));
  drag.grab();
  drag.exchange.set({ page: 1, article: 'b' });
  drag.move({ ...MOVE, rows: 0 });
  await vi.advanceTimersByTimeAsync(500);
  expect(said.get()).toBe('松开：对调后版面由 90 分变为 85 分。');
  const dropped = drag.drop('对调');
  await vi.advanceTimersByTimeAsync(50);
  await dropped;
  expect(kept).toEqual([[layoutAt(20), '对调']]);
});

it('an edge pulled onto a headline, for which nobody can make room, stays where it was seen last: that is told before and after, with what it costs', async () => {
  const pull = (right: number) => ({ kind: 'pull', page: 1, article: 'a', edges: { left: 0, right, top: 0, bottom: 0 } }) as const;
  const { drag, said, kept, asked, notes } = desk((act) => (act?.kind === 'pull' && act.edges.right === 1 ? ({ layout: layoutAt(4), reason: null, note: act.giveWay === undefined ? undefined : '版面由 90 分变为 80 分，“报告”余 6 行' } as unknown as HandAnswer) : REFUSED));
  drag.grab();
  drag.move(pull(1));
  await vi.advanceTimersByTimeAsync(50);
  drag.move(pull(2));
  await vi.advanceTimersByTimeAsync(50);
  expect(said.get()).toBe('会压住“乙”的标题：停一下，看别的稿件让不让得开。');
  await vi.advanceTimersByTimeAsync(400);
  expect(said.get()).toBe('松开：只拉到宽 2 栏、高 12 行，再拉就会压住“乙”的标题。');
  expect(drag.ahead.get()?.area).toMatchObject({ row: 4, columns: 2, rows: 12 });
  const dropped = drag.drop('改版块大小');
  await vi.advanceTimersByTimeAsync(50);
  await dropped;
  expect(asked.at(-1)).toEqual({ ...pull(1), giveWay: 'level' });
  expect(kept).toEqual([[layoutAt(4), '改版块大小']]);
  expect(notes).toEqual(['只拉到宽 2 栏、高 12 行，再拉就会压住“乙”的标题；版面由 90 分变为 80 分，“报告”余 6 行']);
});

/** Rows from where a block was dropped to where it stands when the others gave way: of each place its own. */
const landed = (rows: number): number => rows + (rows % 3);

/**
 * A page worker as the window knows it: one thing after another, a search in parts between which it may be given up, each
 * answer after its time. `waits`: ms that each part takes, in turn. What the page shows is `shown`.
 */
function slowDesk(waits: readonly number[]) {
  const [kept, told] = [[] as Layout[], new Observable('')];
  let [searching, turn] = [0, 0];
  let shown: Layout = layoutAt(0);
  let last: Promise<unknown> = Promise.resolve();
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, waits[turn++ % waits.length]));
  const hand = (base: Layout, act: DeskAct | null): Promise<HandAnswer> => {
    const own = ++searching;
    const done = last.then(async (): Promise<HandAnswer> => {
      await wait();
      let next = base;
      if (act?.kind === 'move' && act.giveWay === undefined) {
        // Every other row is on somebody's headline.
        if (act.rows % 2 === 1) return REFUSED;
        next = layoutAt(act.rows);
      } else if (act?.kind === 'move') {
        for (let part = 0; part < 3; part++) {
          await wait();
          if (own !== searching) return { layout: null, reason: '不再找了，版面没有动' };
        }
        next = layoutAt(landed(act.rows));
      }
      shown = next;
      await wait();
      return { layout: next, reason: null };
    });
    last = done;
    return done;
  };
  const drag = new DeskDrag({ layout: () => layoutAt(0), said: told, hand, handNoMore: () => void searching++, look: hand, keep: (layout) => kept.push(layout), note: () => {}, mayChange: () => true });
  return { drag, kept, shown: () => shown };
}

it('where it is let go it lands as that place has it, and as it was shown there, however long each answer takes and wherever the hand rested on its way', async () => {
  const ms = fc.constantFrom(0, 3, 40, 400, 3000);
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), ms), { minLength: 1, maxLength: 5 }), fc.array(ms, { minLength: 1, maxLength: 6 }), async (way, waits) => {
    const { drag, kept, shown } = slowDesk(waits);
    drag.grab();
    for (const [rows, rest] of way) {
      drag.move({ ...MOVE, rows });
      await vi.advanceTimersByTimeAsync(rest);
      // What is told ahead is of the place under the hand, never of one passed on the way.
      const ahead = drag.ahead.get();
      if (ahead !== null) expect([ahead.act, ahead.area?.row]).toEqual([{ ...MOVE, rows, giveWay: true }, landed(rows)]);
    }
    const dropped = drag.drop('移动版块');
    await vi.advanceTimersByTimeAsync(100_000);
    await dropped;
    expect(kept).toEqual([layoutAt(landed(way.at(-1)![0]))]);
    expect(shown()).toEqual(kept[0]);
  }), { numRuns: 200, seed: 14 });
});

it('a place that was looked for and passed on the way is not what the page shows beside the next one', async () => {
  const { drag, shown } = slowDesk([0, 0, 0, 0, 0, 60]);
  drag.grab();
  drag.move({ ...MOVE, rows: 7 });
  // Found and set, its answer on its way, when the hand moves on, onto a headline.
  while (JSON.stringify(shown()) !== JSON.stringify(layoutAt(landed(7)))) await vi.advanceTimersByTimeAsync(1);
  drag.move({ ...MOVE, rows: 9 });
  await vi.advanceTimersByTimeAsync(300);
  expect(shown()).toEqual(layoutAt(0));
  const dropped = drag.drop(null);
  await vi.advanceTimersByTimeAsync(1000);
  await dropped;
});

it('setting that is lost under the hand leaves nothing of a place passed on the way to be kept', async () => {
  const { drag, kept } = desk((act) => (act?.kind === 'move' && act.rows === 5 ? ({ layout: layoutAt(5), reason: null } as unknown as HandAnswer) : null));
  drag.grab();
  drag.move(MOVE);
  await vi.advanceTimersByTimeAsync(50);
  drag.move({ ...MOVE, rows: 9 });
  await vi.advanceTimersByTimeAsync(50);
  const dropped = drag.drop('移动版块');
  await vi.advanceTimersByTimeAsync(50);
  await dropped;
  expect(kept).toEqual([]);
});

it('given up by Escape it says that nothing was moved, not what letting go would have done', async () => {
  for (const rest of [50, 500]) {
    const { drag, said, kept, asked } = desk(GIVES);
    drag.grab();
    drag.move(MOVE);
    await vi.advanceTimersByTimeAsync(rest);
    expect(said.get()).toContain('松开');
    const dropped = drag.drop(null);
    await vi.advanceTimersByTimeAsync(50);
    await dropped;
    expect([said.get(), kept, asked.at(-1)]).toEqual(['没有动。', [], null]);
  }
  // Where another act is made behind it, that one speaks.
  const { drag, said } = desk(GIVES);
  drag.grab();
  drag.move(MOVE);
  await vi.advanceTimersByTimeAsync(500);
  const dropped = drag.drop(null, '移到第2版');
  await vi.advanceTimersByTimeAsync(50);
  await dropped;
  expect(said.get()).toBe('');
});
