// Glyphs that are not the file's own, written as TrueType has them: simple, no
// instructions, the box of their points in the header. A simple glyph is moved
// from bytes to bytes on scratch arrays, because a subset does it to hundreds
// of glyphs of 150 points each; composites, which Chinese faces hardly have,
// come as points.
import { i16, putU16, u16 } from './byte-source';
import { FontError } from './font-error';
import type { GlyphPoints } from './glyf-points';
import type { GlyphMove } from './glyph-adjust';

const ON_CURVE = 1;
const SHORT_X = 2;
const SHORT_Y = 4;
const REPEAT = 8;
/** With a short coordinate: it is positive. Without: it is the same as the last. */
const SAME_X = 16;
const SAME_Y = 32;
/** No step between two such coordinates leaves 16 bits. */
const FURTHEST = 0x3fff;
const EMPTY = new Uint8Array(0);

/** Points under work, used again by the next glyph. */
let flags = new Uint8Array(0);
let xs = new Int32Array(0);
let ys = new Int32Array(0);
let packed = new Uint8Array(0);

function reserve(count: number): void {
  if (count <= flags.length) return;
  const room = Math.max(count, flags.length * 2, 512);
  flags = new Uint8Array(room);
  xs = new Int32Array(room);
  ys = new Int32Array(room);
}

/** A simple glyph (its contour count is not negative) moved, coordinates rounded to whole units. @throws FontError `broken`. */
export function moveSimple(glyph: number, bytes: Uint8Array, { scale, dx, dy }: GlyphMove): Uint8Array {
  const contours = i16(bytes, 0);
  if (contours === 0) return EMPTY;
  let at = 10 + contours * 2;
  if (at + 2 > bytes.length) throw broken(glyph);
  for (let i = 12; i < at; i += 2) if (u16(bytes, i) < u16(bytes, i - 2)) throw broken(glyph);
  const count = u16(bytes, at - 2) + 1;
  reserve(count);
  at += 2 + u16(bytes, at);
  for (let i = 0; i < count; ) {
    if (at >= bytes.length) throw broken(glyph);
    const flag = bytes[at++]!;
    flags[i++] = flag;
    if ((flag & REPEAT) === 0) continue;
    for (let repeat = bytes[at++]!; repeat > 0 && i < count; repeat -= 1) flags[i++] = flag;
  }
  at = unpack(bytes, at, count, xs, SHORT_X, SAME_X, scale, dx);
  at = unpack(bytes, at, count, ys, SHORT_Y, SAME_Y, scale, dy);
  if (at > bytes.length) throw broken(glyph);
  const moved = pack(glyph, count, contours);
  moved.set(bytes.subarray(10, 10 + contours * 2), 10);
  return moved;
}

/** Points as a simple glyph, coordinates rounded to whole units; empty where there are none. @throws FontError `broken`. */
export function encodePoints(glyph: number, points: GlyphPoints): Uint8Array {
  const count = points.xs.length;
  if (count === 0) return EMPTY;
  if (count > 0xffff) throw broken(glyph);
  reserve(count);
  for (let i = 0; i < count; i += 1) {
    flags[i] = points.onCurve[i]! ? ON_CURVE : 0;
    xs[i] = Math.round(points.xs[i]!);
    ys[i] = Math.round(points.ys[i]!);
  }
  const bytes = pack(glyph, count, points.ends.length);
  points.ends.forEach((end, i) => { putU16(bytes, 10 + i * 2, end); });
  return bytes;
}

function broken(glyph: number): FontError {
  return new FontError('broken', `字体第 ${glyph} 号字形数据损坏`);
}

function unpack(
  bytes: Uint8Array, start: number, count: number, into: Int32Array, short: number, same: number, scale: number, shift: number,
): number {
  let at = start;
  let value = 0;
  for (let i = 0; i < count; i += 1) {
    const flag = flags[i]!;
    if ((flag & short) !== 0) value += (flag & same) !== 0 ? bytes[at++]! : -bytes[at++]!;
    else if ((flag & same) === 0) {
      value += i16(bytes, at);
      at += 2;
    }
    into[i] = Math.round(scale * value + shift);
  }
  return at;
}

/** The glyph of the scratch arrays' points; the ends of its contours are for the caller to fill in. */
function pack(glyph: number, count: number, contours: number): Uint8Array {
  let [xMin, yMin, xMax, yMax] = [xs[0]!, ys[0]!, xs[0]!, ys[0]!];
  for (let i = 1; i < count; i += 1) {
    const x = xs[i]!;
    const y = ys[i]!;
    if (x < xMin) xMin = x;
    if (x > xMax) xMax = x;
    if (y < yMin) yMin = y;
    if (y > yMax) yMax = y;
  }
  if (xMin < -FURTHEST || yMin < -FURTHEST || xMax > FURTHEST || yMax > FURTHEST) throw broken(glyph);
  const most = 12 + contours * 2 + count * 5;
  if (packed.length < most) packed = new Uint8Array(most * 2);
  const bytes = packed;
  putU16(bytes, 0, contours);
  putU16(bytes, 2, xMin);
  putU16(bytes, 4, yMin);
  putU16(bytes, 6, xMax);
  putU16(bytes, 8, yMax);
  let at = 12 + contours * 2;
  putU16(bytes, at - 2, 0); // instructions
  let last = -1;
  let repeats = 0;
  for (let i = 0; i < count; i += 1) {
    const flag = (flags[i]! & ON_CURVE) | flagOf(xs, i, SHORT_X, SAME_X) | flagOf(ys, i, SHORT_Y, SAME_Y);
    if (flag !== last || repeats === 255) {
      bytes[at++] = last = flag;
      repeats = 0;
    } else {
      repeats += 1;
      if (repeats === 1) bytes[at++ - 1] = flag | REPEAT;
      bytes[at - 1] = repeats;
    }
  }
  at = packAxis(bytes, at, count, xs);
  at = packAxis(bytes, at, count, ys);
  return bytes.slice(0, at);
}

function flagOf(values: Int32Array, i: number, short: number, same: number): number {
  const delta = values[i]! - (i === 0 ? 0 : values[i - 1]!);
  if (delta === 0) return same;
  return delta > 255 || delta < -255 ? 0 : delta > 0 ? short | same : short;
}

function packAxis(bytes: Uint8Array, start: number, count: number, values: Int32Array): number {
  let at = start;
  let last = 0;
  for (let i = 0; i < count; i += 1) {
    const delta = values[i]! - last;
    last = values[i]!;
    if (delta === 0) continue;
    if (delta <= 255 && delta >= -255) {
      bytes[at++] = delta < 0 ? -delta : delta;
    } else {
      putU16(bytes, at, delta);
      at += 2;
    }
  }
  return at;
}
