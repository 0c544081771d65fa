import { describe, expect, it } from 'vitest';
import type { PathItem } from './list';
import { ornament } from './ornament';

const BOX = { x: 10, y: 20, width: 100, height: 61 };

/** The furthest points of some paths. */
function reach(paths: readonly PathItem[]): number[] {
  const xs = paths.flatMap(({ coords }) => coords.filter((_, i) => i % 2 === 0));
  const ys = paths.flatMap(({ coords }) => coords.filter((_, i) => i % 2 === 1));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

describe('花线', () => {
  it('dots stand on the line from one end to the other, evenly', () => {
    const [path] = ornament('dots', { x: 0, y: 5, width: 42, height: 0 });
    const starts = path!.ops.split('Z').length - 1;
    expect(starts).toBe(11);
    const centres = Array.from({ length: starts }, (_, i) => path!.coords[i * 26]! - 0.8);
    centres.forEach((x, i) => expect(x).toBeCloseTo(4.2 * i));
  });
  it('around a box every side has whole figures, and the corners one each', () => {
    const [path] = ornament('dots', BOX);
    expect(path!.ops.split('Z').length - 1).toBe(2 * Math.round(100 / 4.2) + 2 * Math.round(61 / 4.2));
  });
  it('a wave ends where the next side begins', () => {
    const [path] = ornament('wave', BOX);
    expect(path!.fill).toBeNull();
    const { coords, ops } = path!;
    const ends: number[][] = [];
    const begins: number[][] = [];
    let at = 0;
    for (const op of ops) {
      if (op === 'M') {
        if (at > 0) ends.push(coords.slice(at - 2, at));
        begins.push(coords.slice(at, at + 2));
      }
      at += op === 'C' ? 6 : 2;
    }
    ends.push(coords.slice(-2));
    expect(begins).toHaveLength(4);
    ends.forEach((end, i) => end.forEach((value, k) => expect(value).toBeCloseTo(begins[(i + 1) % 4]![k]!)));
  });
  it.each([['dots', 0.8], ['wave', 2.01], ['chain', 3.1]] as const)('%s stays within %f pt of its line', (pattern, most) => {
    const [left, top, right, foot] = reach(ornament(pattern, BOX)) as [number, number, number, number];
    expect(left).toBeGreaterThanOrEqual(BOX.x - most - 1e-6);
    expect(top).toBeGreaterThanOrEqual(BOX.y - most - 1e-6);
    expect(right).toBeLessThanOrEqual(BOX.x + BOX.width + most + 1e-6);
    expect(foot).toBeLessThanOrEqual(BOX.y + BOX.height + most + 1e-6);
  });
});
