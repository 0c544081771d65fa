// T-33 and T-34's run-in heads in newspaper columns: pieces by seed, copyfitted and mended.
import { expect, it } from 'vitest';
import { paragraphOf } from '../../../test/paragraphs';
import { prose, random } from '../../../test/random';
import { block, newSetter, textOf, threadText } from '../../../test/threads';
import type { Filled } from './fill-frame';
import { copyfitPiece, fillPiece } from './fill-piece';
import { mendStrays } from './mend-strays';
import { Paginator, type Slot } from './paginate';

const RULES = { stray: 'tolerate' } as const;
const straysOf = (columns: readonly Filled[]): number => columns.filter(({ forced }) => forced === 'stray').length;
/** Heads of columns at which a paragraph's last line stands alone, by what stands there. */
const lonely = (columns: readonly Filled[]): number => columns.slice(1).filter(({ fragments: [first] }) => first !== undefined && first.first > 0 && first.end === first.set.lines.length && first.end - first.first === 1).length;
const loose = (columns: readonly Filled[]): number => columns.flatMap(({ fragments }) => fragments.flatMap(({ set, first, end }) => set.lines.slice(first, end))).filter(({ gap }) => gap > 0.12).length;
const worst = (columns: readonly Filled[]): number => Math.max(...columns.flatMap(({ fragments }) => fragments.flatMap(({ set, first, end }) => set.lines.slice(first, end).map(({ gap }) => gap))));
/** Of the lonely ones, those of less than half the measure. */
const shortOf = (columns: readonly Filled[], width: number): number => columns.slice(1).filter(({ fragments: [first] }) => first !== undefined && first.first > 0 && first.first === first.set.lines.length - 1 && first.set.lines[first.first]!.right < width / 2).length;

it('a last line alone at a column’s head goes where the text gives that: all of the text, no foot higher, one line looser at the most', () => {
  const paginator = new Paginator(newSetter());
  let [before, after] = [0, 0];
  for (let seed = 1; seed <= 150; seed++) {
    const roll = random(seed);
    const thread = Array.from({ length: 9 }, () => block(paragraphOf(prose(roll, 60 + roll(110)), { tighten: 0.028 })));
    const [{ used }] = paginator.paginate(thread, () => ({ width: 170, rows: 10_000, endAtStop: 0 }), RULES) as [Filled];
    const rows = Math.ceil(used / 4) + 2;
    const slots = Array.from({ length: 4 }, (): Slot => ({ width: 170, rows, endAtStop: 0 }));
    const wishes = new Map(Array.from({ length: 4 }, (_, i) => [2 * i, 1] as const));
    const filled = paginator.paginate(thread, (index) => slots[index] ?? null, RULES, undefined, wishes);
    if (filled.at(-1)!.next !== null) continue;
    expect(straysOf(filled)).toBe(lonely(filled));
    const { columns, lines } = mendStrays(thread, slots, filled, wishes, RULES, paginator);
    before += straysOf(filled);
    after += lonely(columns);
    expect(textOf(columns)).toBe(threadText(thread));
    expect(columns.every((column, i) => column.used >= filled[i]!.used && column.used <= rows)).toBe(true);
    expect(columns.reduce((sum, column) => sum + column.used + column.short, 0) - filled.reduce((sum, column) => sum + column.used + column.short, 0)).toBe(lines);
    const short = shortOf(filled, 170) > shortOf(columns, 170);
    expect(loose(columns)).toBeLessThanOrEqual(Math.max(loose(filled), short ? 1 : 0));
    expect(worst(columns)).toBeLessThanOrEqual(Math.max(worst(filled), short ? 1 / 7 : 0.12) + 1e-3);
    if (straysOf(filled) === 0) expect(columns).toBe(filled);
  }
  // Two in three of the 35 that there were.
  expect(before).toBeGreaterThan(20);
  expect(after).toBeLessThanOrEqual(before / 2);
});

/** Columns that end in the middle of a run-in head, or with less than four characters of its text, by their lines' ends. */
const headless = (columns: readonly Filled[]): number => columns.slice(0, -1).filter(({ fragments }) => {
  const { set, first, end } = fragments.at(-1)!;
  const lead = set.paragraph.lead ?? 0;
  return first === 0 && lead > 0 && set.lines[end - 1]!.to < lead + 4;
}).length;

/** Rows between the lowest foot and the highest. */
const unlevel = (columns: readonly Filled[]): number => Math.max(...columns.map(({ used }) => used)) - Math.min(...columns.map(({ used }) => used));

it('a run-in head alone at a column’s foot goes over or gets its text, in most pieces, no foot higher and one line looser at the most (T-34)', () => {
  const paginator = new Paginator(newSetter());
  let [before, after] = [0, 0];
  for (let seed = 1; seed <= 400; seed++) {
    const roll = random(seed);
    // Heads of one to two lines, set like their text: nothing above them can take a row.
    const thread = Array.from({ length: 9 }, (_, i) => {
      const own = paragraphOf(prose(roll, 90 + roll(90)), { tighten: 0.028 });
      return block(i % 2 === 0 ? own : { ...own, lead: 14 + roll(12) });
    });
    const [{ used }] = paginator.paginate(thread, () => ({ width: 170, rows: 10_000, endAtStop: 0 }), RULES) as [Filled];
    const rows = Math.ceil(used / 4);
    const groups = [{ columns: 4, width: 170, rows: rows + 1 }];
    const plain = fillPiece(thread, groups, paginator);
    if (plain.rest !== null) continue;
    const fitted = copyfitPiece(thread, groups, paginator);
    expect(plain.columns.filter(({ forced }) => forced === 'lead').length).toBe(headless(plain.columns));
    before += headless(plain.columns);
    after += headless(fitted.columns);
    if (headless(plain.columns) === 0) continue;
    expect(textOf(fitted.columns)).toBe(threadText(thread));
    expect(unlevel(fitted.columns)).toBeLessThanOrEqual(Math.max(1, unlevel(plain.columns)));
    // One for a short line at a column's head, as below.
    expect(loose(fitted.columns)).toBeLessThanOrEqual(Math.max(1, loose(plain.columns)));
  }
  // 46 of the 54 that there were.
  expect(before).toBeGreaterThan(40);
  expect(after).toBeLessThanOrEqual(before / 5);
});

it('a piece whose feet are level without any paragraph set otherwise has fewer short last lines at its columns’ heads too, its feet as they were and one line in it looser at the most (T-33)', () => {
  const WIDTH = 153;
  const paginator = new Paginator(newSetter());
  let [before, after] = [0, 0];
  for (let seed = 1; seed <= 900; seed++) {
    const roll = random(seed);
    const thread = Array.from({ length: 9 }, () => block(paragraphOf(prose(roll, 60 + roll(140)), { tighten: 0.028 })));
    const groups = [{ columns: 6, width: WIDTH, rows: 60 }];
    const plain = fillPiece(thread, groups, paginator);
    if (plain.rest !== null || shortOf(plain.columns, WIDTH) === 0) continue;
    const fitted = copyfitPiece(thread, groups, paginator);
    expect(textOf(fitted.columns)).toBe(threadText(thread));
    expect(fitted.rows).toEqual(plain.rows);
    expect(unlevel(fitted.columns)).toBeLessThanOrEqual(Math.max(1, unlevel(plain.columns)));
    expect(loose(fitted.columns)).toBeLessThanOrEqual(Math.max(1, loose(plain.columns)));
    expect(worst(fitted.columns)).toBeLessThanOrEqual(Math.max(worst(plain.columns), 1 / 7) + 1e-3);
    expect(lonely(fitted.columns)).toBeLessThanOrEqual(lonely(plain.columns));
    before += shortOf(plain.columns, WIDTH);
    after += shortOf(fitted.columns, WIDTH);
  }
  // 18 of the 46 that there were.
  expect(before).toBeGreaterThan(30);
  expect(after).toBeLessThan(0.75 * before);
});
