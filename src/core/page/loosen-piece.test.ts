import { describe, expect, it } from 'vitest';
import type { Block } from '../flow/flow';
import { paragraphOf } from '../../../test/paragraphs';
import { prose, random } from '../../../test/random';
import { block, head, newSetter, textOf } from '../../../test/threads';
import type { ColumnGroup } from './column-group';
import { copyfitPiece, type FilledPiece, fillPiece } from './fill-piece';
import { hasJumpRoom } from './jump-room';
import { shortStrays } from './mend-strays';
import { Paginator } from './paginate';
import { endOf } from './piece-end';

const WIDTH = 200;
const columns = (count: number, rows: number): ColumnGroup => ({ columns: count, width: WIDTH, rows });
const text = (seed: number, length: number): Block => block(paragraphOf(prose(random(seed), length)));
const worstGap = (piece: FilledPiece): number => Math.max(...piece.columns.flatMap(({ fragments }) => fragments.flatMap(({ set, first, end }) => set.lines.slice(first, end).map(({ gap }) => gap))));
const spare = (piece: FilledPiece, rows: number): number => rows - piece.columns.at(-1)!.used;

/** Long threads of four to nine paragraphs, and the piece of each in so many columns, before and after. */
function pairs(groups: readonly ColumnGroup[], withHeads: boolean): { thread: Block[]; before: FilledPiece; after: FilledPiece }[] {
  return Array.from({ length: 40 }, (_, seed) => {
    const roll = random(seed + 1);
    const thread = Array.from({ length: 4 + roll(6) }, (_, i) => (withHeads && i % 3 === 1 ? head(1) : text(seed * 10 + i, 150 + roll(200))));
    const paginator = new Paginator(newSetter());
    return { thread, before: fillPiece(thread, groups, paginator), after: copyfitPiece(thread, groups, paginator) };
  });
}

describe('N-34: a last column more than two rows short is filled by paragraphs a line longer', () => {
  const ended = pairs([columns(6, 60)], false).filter(({ before }) => before.rest === null);

  it('where they give so much: the text is the same, in the same columns', () => {
    const short = ended.filter(({ before }) => before.columns.length === 6 && spare(before, before.rows[0]!) > 2);
    expect(short.length).toBeGreaterThan(4);
    let mended = 0;
    for (const { before, after } of short) {
      expect(after.rows).toEqual(before.rows);
      expect(after.columns.length).toBe(before.columns.length);
      expect(textOf(after.columns)).toBe(textOf(before.columns));
      expect(spare(after, after.rows[0]!)).toBeLessThanOrEqual(spare(before, before.rows[0]!));
      if (spare(after, after.rows[0]!) <= 2) mended++;
    }
    expect(mended / short.length).toBeGreaterThan(0.6);
  });
  it('T-24: no line gets a gap that would be reported', () => {
    for (const { before, after } of ended) expect(worstGap(after)).toBeLessThanOrEqual(Math.max(0.12, worstGap(before)) + 1e-9);
  });
  it('a last column one row short stays as it is; two that it is short of are shared out among two columns, the same lines (T-36), else filled where paragraphs give that', () => {
    const level = ended.filter(({ before }) => before.columns.length === 6 && spare(before, before.rows[0]!) <= 2);
    const used = ({ columns: all }: FilledPiece): number[] => all.map((one) => one.used);
    let shared = 0;
    for (const { before, after } of level) {
      expect(textOf(after.columns)).toBe(textOf(before.columns));
      if (spare(before, before.rows[0]!) < 2) expect(used(after)).toEqual(used(before));
      else if (used(after).join() !== used(before).join()) {
        const [rows] = before.rows as [number];
        if (used(after).filter((own) => own < rows).length === 2) shared++;
        // Those at the right, unless a last line would stand alone at a column's head for it.
        expect(used(after).every((own) => own >= rows - 1)).toBe(true);
        expect(used(after).filter((own) => own < rows).length).toBeLessThanOrEqual(2);
      }
    }
    expect(shared).toBeGreaterThan(1);
    expect(level.length).toBeGreaterThan(shared);
  });
});

describe('T-36: what a last column is short of is a line in the end, where its columns can share it', () => {
  it('no short last line of a paragraph comes to stand alone at a column’s head for it (T-33), and the text is the same', () => {
    let [uneven, stays] = [0, 0];
    for (const count of [3, 4, 6]) {
      for (const { before, after } of pairs([columns(count, 100)], false)) {
        if (before.rest !== null || before.columns.length < count) continue;
        const [rows] = before.rows as [number];
        const slots = before.columns.map(() => ({ width: WIDTH, rows, endAtStop: 0 }));
        expect(textOf(after.columns)).toBe(textOf(before.columns));
        if (spare(before, rows) < 2) continue;
        uneven++;
        const isLevel = after.columns.every(({ used }) => used >= rows - 1);
        if (!isLevel) stays++;
        expect(shortStrays(after.columns, slots)).toBeLessThanOrEqual(shortStrays(before.columns, slots));
      }
    }
    expect(uneven).toBeGreaterThan(50);
    // 29 while what paragraphs had given was not shared out, 4 while only the columns at the right took a share.
    expect(stays).toBe(0);
  });
});

describe('N-20, N-34: a jump’s last column goes down to its jump line', () => {
  it('what goes on elsewhere is the same, and fewer rows stay empty above the label', () => {
    let rows = [0, 0];
    let jumps = 0;
    for (const { before, after } of pairs([columns(3, 12)], false)) {
      if (before.rest === null) continue;
      jumps++;
      expect(after.rest).toStrictEqual(before.rest);
      expect(textOf(after.columns)).toBe(textOf(before.columns));
      rows = [rows[0]! + spare(before, 11), rows[1]! + spare(after, 11)];
      expect(spare(after, 11)).toBeLessThanOrEqual(spare(before, 11));
      expect(spare(after, 11)).toBeGreaterThanOrEqual(0);
    }
    expect(jumps).toBeGreaterThan(10);
    expect(rows[1]! / rows[0]!).toBeLessThan(0.6);
  });
});

describe('T-34: rows that a heading’s keep left at a column’s foot', () => {
  it('are never more than before, and the keeps hold', () => {
    let rows = [0, 0];
    for (const { before, after } of pairs([columns(4, 30)], true)) {
      const short = (piece: FilledPiece): number => piece.columns.reduce((sum, column) => sum + column.short, 0);
      rows = [rows[0]! + short(before), rows[1]! + short(after)];
      expect(short(after)).toBeLessThanOrEqual(short(before));
      expect(after.columns.filter(({ forced }) => forced === 'heading').length).toBeLessThanOrEqual(before.columns.filter(({ forced }) => forced === 'heading').length);
      expect(textOf(after.columns)).toBe(textOf(before.columns));
    }
    expect(rows[1]).toBeLessThanOrEqual(rows[0]!);
  });
});

describe('N-20 (1): a jump line that has room on the last line of its part keeps no row for itself', () => {
  const JUMP = 90;
  const rows = 30;
  const groups = [columns(3, rows)];
  const parted = Array.from({ length: 60 }, (_, seed) => {
    const thread = Array.from({ length: 12 }, (_, i) => text(seed * 20 + i, 120 + random(seed * 20 + i)(200)));
    const paginator = new Paginator(newSetter());
    return { apart: copyfitPiece(thread, groups, paginator), after: copyfitPiece(thread, groups, paginator, JUMP) };
  }).filter(({ apart }) => apart.rest !== null && apart.columns.length === 3);

  it('its last line stands at the foot of the others where paragraphs give the line; else nothing changes', () => {
    let [low, high] = [0, 0];
    for (const { apart, after } of parted) {
      expect(after.rest).toEqual(apart.rest);
      expect(textOf(after.columns)).toBe(textOf(apart.columns));
      const last = after.columns.at(-1)!;
      const has = hasJumpRoom(last, WIDTH, JUMP);
      if (last.used === rows) {
        expect(has).toBe(true);
        low++;
      } else {
        expect(after.columns.map(({ used }) => used)).toEqual(apart.columns.map(({ used }) => used));
        if (has) high++;
      }
    }
    expect(low).toBeGreaterThan(5);
    // One set of paragraphs alone was asked once, the least visible.
    expect(low).toBeGreaterThan(3 * high);
  });
  it('the end of a part counts the row that its jump line does not take', () => {
    const { after } = parted.find(({ after: { columns: all } }) => all.at(-1)!.used === rows - 1)!;
    const given = after.columns.map(() => rows);
    const short = (jumpOnLine: boolean): number => endOf({ filled: after, given, unused: null, jumpOnLine }).short;
    expect([short(false), short(true)]).toEqual([0, 1]);
  });
});
