import { describe, expect, it } from 'vitest';
import type { Block } from '../flow/flow';
import { han } from '../../../test/build';
import { paragraphOf } from '../../../test/paragraphs';
import { prose, random } from '../../../test/random';
import { block, head, newSetter, textOf, threadText } from '../../../test/threads';
import type { Filled } from './fill-frame';
import { Paginator, type Slot } from './paginate';
import { stretchPiece } from './stretch-piece';

const WIDTH = 200;
/** So many lines of 20 Han, too few to give one or take one. */
const stiffLines = (count: number): Block => block(paragraphOf(han(20 * count - 2)));
const text = (seed: number, length: number): Block => block(paragraphOf(prose(random(seed), length)));
const slots = (count: number, rows: number): Slot[] => Array.from({ length: count }, () => ({ width: WIDTH, rows, endAtStop: 0 }));
const looseLines = (columns: readonly Filled[]): number => columns.flatMap(({ fragments }) => fragments.flatMap(({ set, first, end }) => set.lines.slice(first, end))).filter(({ gap }) => gap > 0.12).length;

describe('N-34, 撑版: a text a few lines short of its columns’ feet fills them', () => {
  const paginator = new Paginator(newSetter());
  const thread = Array.from({ length: 9 }, (_, i) => (i % 4 === 2 ? head(1, 1, { gridLines: 2 }) : text(i + 1, 420)));
  const lines = paginator.paginate(thread, () => ({ width: WIDTH, rows: 10_000, endAtStop: 0 }), { stray: 'tolerate' })[0]!.used;
  const whole = paginator.paginate(thread, () => ({ width: WIDTH, rows: 10_000, endAtStop: 0 }), { stray: 'tolerate' });

  it.each([3, 4, 5])('in %d columns, a few rows higher than it needs: to the foot, its text whole, no more lines that would be reported', (count) => {
    let stretched = 0;
    for (let more = 1; more <= 2; more++) {
      const rows = Math.ceil(lines / count) + more;
      const found = stretchPiece(thread, slots(count, rows), paginator);
      if (found === null) continue;
      stretched++;
      expect(textOf(found.columns)).toBe(threadText(thread));
      expect(found.columns).toHaveLength(count);
      expect(rows - found.columns.at(-1)!.used).toBeLessThanOrEqual(1);
      expect(found.lines + found.rows).toBeGreaterThan(0);
      expect(looseLines(found.columns)).toBeLessThanOrEqual(looseLines(whole));
    }
    expect(stretched).toBeGreaterThan(0);
  });
  it('what is far from filling them, or fills them already, is left', () => {
    expect(stretchPiece(thread, slots(4, lines), paginator)).toBeNull();
    expect(stretchPiece(thread, slots(1, lines), paginator)).toBeNull();
    expect(stretchPiece([], slots(2, 10), paginator)).toBeNull();
  });
  it('at 13 and 11 characters no line gets a gap beyond the worst that a newspaper has, but where the best setting has it', () => {
    let fitted = 0;
    for (let seed = 1; seed <= 24; seed++) {
      const roll = random(seed);
      const width = seed % 2 === 0 ? 130 : 110;
      // Numbers, which no narrow line can take or leave.
      const numbered = Array.from({ length: 4 }, () => block(paragraphOf(`${prose(roll, 40 + roll(90))}${1000 + roll(9000)}.${roll(99)}万元、${prose(roll, 20 + roll(60))}增长${roll(100)}.${roll(10)}%，${prose(roll, 30 + roll(60))}`)));
      const at = (rows: number, count: number): Slot[] => Array.from({ length: count }, () => ({ width, rows, endAtStop: 0 }));
      const [plain] = paginator.paginate(numbered, () => ({ width, rows: 10_000, endAtStop: 0 }), { stray: 'tolerate' });
      const worst = (columns: readonly Filled[]): number => Math.max(...columns.flatMap(({ fragments }) => fragments.flatMap(({ set, first, end }) => set.lines.slice(first, end).map(({ gap }) => gap))));
      for (const off of [-2, -1, 1, 2]) {
        const found = stretchPiece(numbered, at(Math.round(plain!.used / 3) + off, 3), paginator);
        if (found === null) continue;
        fitted++;
        expect(worst(found.columns)).toBeLessThanOrEqual(Math.max(0.24, worst([plain!])) + 1e-9);
      }
    }
    expect(fitted).toBeGreaterThan(5);
  });
  it('T-33: its rows go above other headings where that takes a last line from a column’s head, two at the most above one', () => {
    let [fitted, strays] = [0, 0];
    for (let seed = 1; seed <= 120; seed++) {
      const roll = random(seed);
      // Paragraphs that give no line: whole lines of Han.
      const stiff = Array.from({ length: 14 }, (_, i) => (i % 4 === 2 ? head(2, 1, { gridLines: 2 }) : stiffLines(2 + roll(5))));
      const rows = stiff.reduce((sum, { content }) => sum + (content.style.gridLines === 2 ? 2 : newSetter().set(content as never, WIDTH).lines.length), 0);
      const found = stretchPiece(stiff, slots(3, Math.ceil(rows / 3) + 1), paginator);
      if (found === null) continue;
      fitted++;
      strays += found.columns.filter(({ forced }) => forced === 'stray').length;
      expect(textOf(found.columns)).toBe(threadText(stiff));
      for (const { fragments } of found.columns) for (const { set } of fragments) expect(set.paragraph.style.linesBefore).toBeLessThanOrEqual(2);
    }
    expect(fitted).toBeGreaterThan(60);
    // 9 with the rows above the first headings alone.
    expect(strays).toBeLessThanOrEqual(6);
  });
  it('the same twice', () => {
    const shape = slots(3, Math.ceil(lines / 3) + 1);
    const [one, other] = [stretchPiece(thread, shape, paginator), stretchPiece(thread, shape, paginator)];
    expect(one?.lines).toBe(other?.lines);
    expect(one === null ? null : textOf(one.columns)).toBe(other === null ? null : textOf(other.columns));
  });
});
