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

/** One coordinate of the points under work. */
interface Axis {
  /** A flag's bits that say how it is written. */
  readonly short: number;
  readonly same: number;
  values: Int32Array;
  /** Those bits, by point; and the bytes that they speak of, `end` of them. */
  bits: Uint8Array;
  bytes: Uint8Array;
  end: number;
  least: number;
  most: number;
}

/** Points under work, used again by the next glyph. */
let flags = new Uint8Array(0);
const X: Axis = axisOf(SHORT_X, SAME_X);
const Y: Axis = axisOf(SHORT_Y, SAME_Y);
let packed = new Uint8Array(0);

function axisOf(short: number, same: number): Axis {
  return { short, same, values: new Int32Array(0), bits: new Uint8Array(0), bytes: new Uint8Array(0), end: 0, least: 0, most: 0 };
}

function reserve(count: number): void {
  if (count <= flags.length) return;
  const room = Math.max(count, flags.length * 2, 512);
  flags = new Uint8Array(room);
  for (const axis of [X, Y]) {
    axis.values = new Int32Array(room);
    axis.bits = new Uint8Array(room);
    axis.bytes = new Uint8Array(2 * room);
  }
}

/** Coordinates of the usual kind, looked up and not reckoned: a face's glyphs share a move, and ask for the same few thousand. */
const REACH = 4096;
const UNKNOWN = 0x7fffffff;

/** What a move makes of a coordinate. */
interface Moved {
  readonly scale: number;
  readonly shift: number;
  /** By coordinate + REACH, as far as it was asked. */
  readonly known: Int32Array;
}

/** Moves of late: a face has one for its Han and a few for its marks, each with two shifts. */
const moves: Moved[] = [];
const MOST_MOVES = 16;

function movedBy(scale: number, shift: number): Moved {
  let found = moves.find((one) => one.scale === scale && one.shift === shift);
  if (found === undefined) {
    found = { scale, shift, known: new Int32Array(2 * REACH).fill(UNKNOWN) };
    if (moves.length === MOST_MOVES) moves.shift();
    moves.push(found);
  }
  return found;
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
  at = unpack(bytes, at, count, X, movedBy(scale, dx));
  at = unpack(bytes, at, count, Y, movedBy(scale, dy));
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
    X.values[i] = Math.round(points.xs[i]!);
    Y.values[i] = Math.round(points.ys[i]!);
  }
  const bytes = pack(glyph, count, points.ends.length);
  points.ends.forEach((end, i) => { putU16(bytes, 10 + i * 2, end); });
  return bytes;
}

function broken(glyph: number): FontError {
  return new FontError('broken', `字体第 ${glyph} 号字形数据损坏`);
}

/** Reads the points' coordinates into the axis, moved and rounded to whole units; returns where they ended. */
function unpack(bytes: Uint8Array, start: number, count: number, { values, short, same }: Axis, { scale, shift, known }: Moved): number {
  let at = start;
  let value = 0;
  for (let i = 0; i < count; i += 1) {
    const flag = flags[i]!;
    if ((flag & short) !== 0) value += (flag & same) !== 0 ? bytes[at++]! : -bytes[at++]!;
    else if ((flag & same) === 0) {
      value += i16(bytes, at);
      at += 2;
    }
    let moved = known[value + REACH] ?? UNKNOWN;
    if (moved === UNKNOWN) known[value + REACH] = moved = Math.round(scale * value + shift);
    values[i] = moved;
  }
  return at;
}

/** The glyph of the scratch arrays' points; the ends of its contours are for the caller to fill in. */
function pack(glyph: number, count: number, contours: number): Uint8Array {
  packAxis(X, count);
  packAxis(Y, count);
  if (X.least < -FURTHEST || Y.least < -FURTHEST || X.most > FURTHEST || Y.most > FURTHEST) throw broken(glyph);
  const most = 12 + contours * 2 + count * 5;
  if (packed.length < most) packed = new Uint8Array(most * 2);
  const bytes = packed;
  putU16(bytes, 0, contours);
  putU16(bytes, 2, X.least);
  putU16(bytes, 4, Y.least);
  putU16(bytes, 6, X.most);
  putU16(bytes, 8, Y.most);
  let at = 12 + contours * 2;
  putU16(bytes, at - 2, 0); // instructions
  const xBits = X.bits;
  const yBits = Y.bits;
  let last = -1;
  let repeats = 0;
  for (let i = 0; i < count; i += 1) {
    const flag = (flags[i]! & ON_CURVE) | xBits[i]! | yBits[i]!;
    if (flag !== last || repeats === 255) {
      bytes[at++] = last = flag;
      repeats = 0;
    } else {
      repeats += 1;
      if (repeats === 1) bytes[at++ - 1] = flag | REPEAT;
      bytes[at - 1] = repeats;
    }
  }
  bytes.set(X.bytes.subarray(0, X.end), at);
  bytes.set(Y.bytes.subarray(0, Y.end), at + X.end);
  return bytes.slice(0, at + X.end + Y.end);
}

/** Writes the axis' values as steps from point to point, in one pass, since a subset has tens of thousands. */
function packAxis(axis: Axis, count: number): void {
  const { values, bits, bytes, short, same } = axis;
  let least = values[0]!;
  let most = least;
  let last = 0;
  let end = 0;
  for (let i = 0; i < count; i += 1) {
    const value = values[i]!;
    const delta = value - last;
    last = value;
    if (delta === 0) {
      bits[i] = same;
      continue;
    }
    if (value > most) most = value;
    else if (value < least) least = value;
    if (delta > 255 || delta < -255) {
      bits[i] = 0;
      bytes[end++] = delta >> 8;
      bytes[end++] = delta;
    } else {
      bits[i] = delta > 0 ? short | same : short;
      bytes[end++] = delta > 0 ? delta : -delta;
    }
  }
  axis.end = end;
  axis.least = least;
  axis.most = most;
}
