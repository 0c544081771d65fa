// One glyph from points to TrueType bytes: a simple glyph without
// instructions, its box in the header. The way back from glyf-points.ts, for
// glyphs that are not the file's own. Coordinates must be whole units.
import type { InkBox } from '../core/font';
import { putU16 } from './byte-source';
import { FontError } from './font-error';
import type { GlyphPoints } from './glyf-points';

const ON_CURVE = 1;
const SHORT_X = 2;
const SHORT_Y = 4;
const REPEAT = 8;
/** With a short coordinate: it is positive. Without: it is the same as the last. */
const SAME_X = 16;
const SAME_Y = 32;
const EMPTY = new Uint8Array(0);

/** Box of all points, control points too, as a glyph's header has it; null where there are none. */
export function boxOfPoints({ xs, ys }: GlyphPoints): InkBox | null {
  if (xs.length === 0) return null;
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xs.length; i += 1) {
    xMin = Math.min(xMin, xs[i]!);
    xMax = Math.max(xMax, xs[i]!);
    yMin = Math.min(yMin, ys[i]!);
    yMax = Math.max(yMax, ys[i]!);
  }
  return { xMin, yMin, xMax, yMax };
}

/** Empty for a glyph without points. @throws FontError `broken` where the form cannot hold it: 16 bits a coordinate step, and for the count of points. */
export function encodePoints(points: GlyphPoints): Uint8Array {
  const { xs, ys, onCurve, ends } = points;
  const box = boxOfPoints(points);
  if (box === null) return EMPTY;
  if (Math.min(box.xMin, box.yMin) < -0x4000 || Math.max(box.xMax, box.yMax) > 0x3fff || xs.length > 0xffff) {
    throw new FontError('broken', '字体的字形坐标或点数超出范围');
  }
  const bytes = new Uint8Array(12 + ends.length * 2 + xs.length * 5);
  putU16(bytes, 0, ends.length);
  putU16(bytes, 2, box.xMin);
  putU16(bytes, 4, box.yMin);
  putU16(bytes, 6, box.xMax);
  putU16(bytes, 8, box.yMax);
  ends.forEach((end, i) => putU16(bytes, 10 + i * 2, end));
  let at = 12 + ends.length * 2; // behind the count of instructions, which is 0
  let last = -1;
  let repeated = false;
  for (let i = 0; i < xs.length; i += 1) {
    const flag = (onCurve[i]! ? ON_CURVE : 0) | flagOf(step(xs, i), SHORT_X, SAME_X) | flagOf(step(ys, i), SHORT_Y, SAME_Y);
    if (flag !== last || (repeated && bytes[at - 1] === 255)) {
      bytes[at++] = last = flag;
      repeated = false;
    } else if (repeated) {
      bytes[at - 1]! += 1;
    } else {
      bytes[at - 1] = flag | REPEAT;
      bytes[at++] = 1;
      repeated = true;
    }
  }
  at = writeAxis(bytes, at, xs);
  at = writeAxis(bytes, at, ys);
  return bytes.slice(0, at);
}

function step(values: readonly number[], i: number): number {
  return values[i]! - (i === 0 ? 0 : values[i - 1]!);
}

function flagOf(delta: number, short: number, same: number): number {
  if (delta === 0) return same;
  return Math.abs(delta) > 255 ? 0 : delta > 0 ? short | same : short;
}

function writeAxis(bytes: Uint8Array, start: number, values: readonly number[]): number {
  let at = start;
  for (let i = 0; i < values.length; i += 1) {
    const delta = step(values, i);
    if (delta === 0) continue;
    if (Math.abs(delta) <= 255) {
      bytes[at++] = Math.abs(delta);
    } else {
      putU16(bytes, at, delta);
      at += 2;
    }
  }
  return at;
}
