// Encoding is undone by the reader, which the pinned faces prove right against
// fontkit; sizes are those of the OpenType specification, "Simple Glyph Description".
import { describe, expect, it } from 'vitest';
import { FontError } from './font-error';
import { encodePoints, moveSimple } from './glyf-encode';
import { type GlyphPoints, readPoints } from './glyf-points';

const points = (xs: number[], ys: number[], ends = [xs.length - 1], onCurve = xs.map(() => true)): GlyphPoints => ({ xs, ys, onCurve, ends });
const again = (p: GlyphPoints): GlyphPoints => readPoints(1, () => encodePoints(1, p));

describe('points written and read again', () => {
  it.each([
    ['steps of 0, ±1, ±255 (one byte) and ±256 (two)', points([0, 0, 1, 0, 255, 0, 256, 0], [5, 5, 260, 5, 4, 260, 4, 4])],
    ['points on and off the curve, two contours', points([0, 100, 200, 50, 60, 70], [0, 50, 0, 10, 20, 10], [2, 5], [true, false, true, false, false, true])],
    ['300 equal flags: a repeat counts to 255 and begins anew', points(Array.from({ length: 300 }, (_, i) => i), Array.from({ length: 300 }, (_, i) => 2 * i))],
    ['600 times the same point', points(Array(600).fill(7), Array(600).fill(-7))],
    ['the largest steps', points([-16383, 16383, -16383], [16383, -16383, 16383])],
  ])('%s', (_what, p) => {
    expect(again(p)).toEqual(p);
  });

  it('300 points on a slope: header 10, end 2, count of instructions 2, flags 1 + 2 + 2 (first, 256 and 43 alike), 299 + 300 short steps', () => {
    const bytes = encodePoints(1, points(Array.from({ length: 300 }, (_, i) => i), Array.from({ length: 300 }, (_, i) => 2 * i + 1)));
    expect(bytes).toHaveLength(10 + 2 + 2 + 5 + 299 + 300);
  });

  it('the header has the box of all points', () => {
    const bytes = encodePoints(1, points([10, -20, 30], [5, 40, -6]));
    expect([...bytes.subarray(0, 10)]).toEqual([0, 1, 0xff, 0xec, 0xff, 0xfa, 0, 30, 0, 40]);
  });

  it('no points: no bytes', () => {
    expect(encodePoints(1, points([], [], []))).toHaveLength(0);
  });

  it.each([[16384], [-16384]])('a coordinate of %d is refused, since a step could leave 16 bits', (x) => {
    expect(() => encodePoints(1, points([0, x], [0, 0]))).toThrow(FontError);
  });
});
