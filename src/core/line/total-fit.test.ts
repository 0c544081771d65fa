// The search against full enumeration: every way to break a short text, priced
// by the same line costs, and none cheaper than the one that was found.
import { describe, expect, it } from 'vitest';
import type { Font, FontRole } from '../font';
import type { PunctuationStyle } from '../flow/flow';
import { fakeFont } from '../../../test/fake-font';
import { paragraphOf } from '../../../test/paragraphs';
import { breakLines, gapIn } from './break-lines';
import { LONE_CHARACTER, VERY_LOOSE, hotContrastCost } from './cost';
import { loneAt } from './last-line';
import { layeredFit } from './layered-fit';
import { Measured } from './measured';
import { shape } from './shape';
import { totalFit } from './total-fit';

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [fakeFont()]]]);

/** Cost of a setting by its ends, and of the best one, by trying all. */
function costOf(m: Measured, n: number, ends: readonly number[], measureOf: (line: number) => number): number {
  let cost = 0;
  let i = 0;
  let gap = 0;
  for (let k = 0; k < ends.length; k++) {
    const j = ends[k]!;
    const last = j === n;
    cost += m.hotPrice(i, j, measureOf(k), last) + (last ? 0 : m.breakPrice(j));
    if (last && i > 0 && loneAt(m.shaped, i, n)) cost += LONE_CHARACTER;
    if (k > 0 && !last) cost += hotContrastCost(m.gap[0]!, gap);
    gap = m.gap[0]!;
    i = j;
  }
  return cost;
}

interface Best {
  cost: number;
  lines: number;
}

function bestOfAll(m: Measured, n: number, measureOf: (line: number) => number, onlyLines: number | null, widest = Infinity): Best {
  const best: Best = { cost: Infinity, lines: 0 };
  const walk = (i: number, line: number, gap: number, cost: number): void => {
    for (let j = i + 1; j <= n; j++) {
      const last = j === n;
      if (!last && m.brk[j] === 0) continue;
      const own = m.hotPrice(i, j, measureOf(line), last);
      const newGap = m.gap[0]!;
      if (own === Infinity || own >= 1e5 || newGap > widest) continue;
      let sum = cost + own + (last ? 0 : m.breakPrice(j));
      if (line > 0 && !last) sum += hotContrastCost(newGap, gap);
      if (last && i > 0 && loneAt(m.shaped, i, n)) sum += LONE_CHARACTER;
      if (sum >= best.cost) continue;
      if (!last) walk(j, line + 1, newGap, sum);
      else if (onlyLines === null || line + 1 === onlyLines) {
        best.cost = sum;
        best.lines = line + 1;
      }
    }
  };
  walk(0, 0, 0, 0);
  return best;
}

const WORDS = ['政协', '委员会', '，', '。', '“两个确立”', '《办法》', '会议', '2024年', '12件', '——', '；', '高质量', '发展', '（试行）', '：'];

function randomText(seed: number): string {
  let state = seed * 7919 + 13;
  let text = '第';
  while (text.length < 34) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    text += WORDS[(state >>> 8) % WORDS.length]!;
  }
  return text + '工作。';
}

describe('the search finds the cheapest setting there is', () => {
  for (const punctuation of ['kaiming', 'quanjiao'] as readonly PunctuationStyle[]) {
    it(`as full enumeration of 200 short texts shows, ${punctuation}, 8 and 11 characters`, () => {
      const m = new Measured();
      const wrong: string[] = [];
      for (let seed = 1; seed <= 100; seed++) {
        const text = randomText(seed);
        const shaped = shape(paragraphOf(text, { punctuation }), FONTS);
        const n = shaped.glyph.length;
        for (const measure of [8, 11]) {
          m.load(shaped, 'justified');
          const measureOf = (line: number): number => (line === 0 ? measure - 2 : measure);
          const ends: number[] = [];
          totalFit(m, 0, n, measure - 2, measure, ends);
          const best = bestOfAll(m, n, measureOf, null);
          const found = costOf(m, n, ends, measureOf);
          if (best.cost < Infinity && Math.abs(found - best.cost) > 1e-6) wrong.push(`${text} at ${measure}: ${found}, best ${best.cost}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  it('by line number too: changing measures, and a line more or less, as full enumeration of the settings in so many lines shows', () => {
    const m = new Measured();
    const wrong: string[] = [];
    const reached = { 1: 0, [-1]: 0, refused: 0 };
    for (let seed = 1; seed <= 240; seed++) {
      const text = randomText(seed);
      const shaped = shape(paragraphOf(text, { punctuation: 'quanjiao' }), FONTS);
      const n = shaped.glyph.length;
      m.load(shaped, 'justified');
      const measureOf = (line: number): number => (line < 2 ? 9 - line : 12);
      const ends: number[] = [];
      layeredFit(m, 0, n, 0, measureOf, 0, ends);
      const best = bestOfAll(m, n, measureOf, null);
      if (Math.abs(costOf(m, n, ends, measureOf) - best.cost) > 1e-6) wrong.push(text);
      for (const lines of [1, -1] as const) {
        const other: number[] = [];
        const got = layeredFit(m, 0, n, 0, measureOf, lines, other);
        const only = bestOfAll(m, n, measureOf, ends.length + lines, VERY_LOOSE);
        // a lone last character is no way to another number of lines
        const can = only.cost < LONE_CHARACTER;
        reached[can ? lines : 'refused']++;
        if (got !== (can ? lines : 0)) wrong.push(`${text}: reached ${got} for ${lines}`);
        else if (can && Math.abs(costOf(m, n, other, measureOf) - only.cost) > 1e-6) wrong.push(`${text}: ${lines} costs too much`);
      }
    }
    expect(wrong).toEqual([]);
    expect(reached[1]).toBeGreaterThan(2);
    expect(reached[-1]).toBeGreaterThan(2);
    expect(reached.refused).toBeGreaterThan(2);
  });
});

describe('the gap that a number of lines surely needs', () => {
  it('is never more than the worst one of a setting in so many lines, and nothing that it rules out can be set', () => {
    const wrong: string[] = [];
    let ruledOut = 0;
    for (let seed = 1; seed <= 200; seed++) {
      for (const [punctuation, hanging] of [['kaiming', false], ['quanjiao', false], ['quanjiao', true]] as const) {
        const shaped = shape(paragraphOf(randomText(seed) + randomText(seed + 900), { punctuation, hanging }), FONTS);
        const best = breakLines(shaped, () => 120).lines.length;
        for (const lines of [-1, 1]) {
          const least = gapIn(shaped, 120, best + lines);
          const { lines: set } = breakLines(shaped, () => 120, lines);
          // looseness counts from the lines that stand without it, greedy or searched
          if (set.length !== best && set.length !== best + lines) wrong.push(`${seed} ${punctuation}: ${set.length} lines for ${best} and ${lines}`);
          if (least === Infinity) ruledOut++;
          if (set.length === best + lines && least > Math.max(...set.map((line) => line.gap))) wrong.push(`${seed} ${punctuation} ${lines}: ${least}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(ruledOut).toBeGreaterThan(20);
  });
});
