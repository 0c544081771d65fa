// One TrueType glyph, from its bytes to points: simple glyphs unpacked,
// composites gathered from their parts (scaled, shifted, or matched point to
// point). Instructions are not run: at print sizes they change nothing.
import type { InkBox } from '../core/font';
import { i16, u16 } from './byte-source';
import { FontError } from './font-error';
import type { PathBuilder } from './outline-store';

/** Ink as a glyph's header has it; null where nothing is drawn. */
export function inkOfHeader(bytes: Uint8Array): InkBox | null {
  if (bytes.length < 10 || i16(bytes, 0) === 0) return null;
  return { xMin: i16(bytes, 2), yMin: i16(bytes, 4), xMax: i16(bytes, 6), yMax: i16(bytes, 8) };
}

/** Points of a glyph; a contour ends at each index of `ends` (inclusive). */
export interface GlyphPoints {
  readonly xs: number[];
  readonly ys: number[];
  readonly onCurve: boolean[];
  readonly ends: number[];
}

/** A part of a composite glyph: where its glyph id stands in the bytes, and how it is placed. */
export interface Component {
  readonly glyph: number;
  readonly idAt: number;
  /** x' = a·x + c·y + dx, y' = b·x + d·y + dy. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly dx: number;
  readonly dy: number;
  /** Point of the parts so far, and of this part, to lay on each other; null where dx, dy are given. */
  readonly match: readonly [number, number] | null;
}

const WORDS = 1;
const OFFSETS = 2;
const SCALE = 8;
const MORE = 32;
const SCALE_XY = 64;
const MATRIX = 128;
const SCALED_OFFSET = 2048;
/** Real faces nest two deep; a loop of parts must end. */
const MAX_DEPTH = 8;
const MAX_PARTS = 256;

/** The parts of a composite glyph (its contour count is negative). @throws FontError `broken`. */
export function readComponents(bytes: Uint8Array): Component[] {
  const parts: Component[] = [];
  let at = 10;
  for (;;) {
    if (at + 6 > bytes.length || parts.length >= MAX_PARTS) throw new FontError('broken', '字体的组合字形数据损坏');
    const flags = u16(bytes, at);
    const idAt = at + 2;
    const words = (flags & WORDS) !== 0;
    at += 4;
    const matching = (flags & OFFSETS) === 0;
    const first = words ? (matching ? u16(bytes, at) : i16(bytes, at)) : matching ? bytes[at]! : (bytes[at]! << 24) >> 24;
    const second = words ? (matching ? u16(bytes, at + 2) : i16(bytes, at + 2)) : matching ? bytes[at + 1]! : (bytes[at + 1]! << 24) >> 24;
    at += words ? 4 : 2;
    let [a, b, c, d] = [1, 0, 0, 1];
    if ((flags & SCALE) !== 0) {
      a = d = fixed(bytes, at);
      at += 2;
    } else if ((flags & SCALE_XY) !== 0) {
      a = fixed(bytes, at);
      d = fixed(bytes, at + 2);
      at += 4;
    } else if ((flags & MATRIX) !== 0) {
      a = fixed(bytes, at);
      b = fixed(bytes, at + 2);
      c = fixed(bytes, at + 4);
      d = fixed(bytes, at + 6);
      at += 8;
    }
    if (at > bytes.length) throw new FontError('broken', '字体的组合字形数据损坏');
    const scaled = (flags & SCALED_OFFSET) !== 0;
    parts.push({
      glyph: u16(bytes, idAt), idAt, a, b, c, d,
      dx: matching ? 0 : first * (scaled ? Math.hypot(a, b) : 1),
      dy: matching ? 0 : second * (scaled ? Math.hypot(c, d) : 1),
      match: matching ? [first, second] : null,
    });
    if ((flags & MORE) === 0) return parts;
  }
}

function fixed(bytes: Uint8Array, at: number): number {
  return i16(bytes, at) / 16384;
}

/** All points of a glyph; `data` gives the bytes of any glyph. @throws FontError `broken`. */
export function readPoints(glyph: number, data: (glyph: number) => Uint8Array, depth = 0): GlyphPoints {
  const bytes = data(glyph);
  if (bytes.length === 0) return { xs: [], ys: [], onCurve: [], ends: [] };
  if (bytes.length < 10) throw new FontError('broken', `字体第 ${glyph} 号字形数据损坏`);
  const contours = i16(bytes, 0);
  if (contours >= 0) return readSimple(glyph, bytes, contours);
  if (depth >= MAX_DEPTH) throw new FontError('broken', `字体第 ${glyph} 号字形的组合层数过多`);
  const whole: GlyphPoints = { xs: [], ys: [], onCurve: [], ends: [] };
  for (const part of readComponents(bytes)) appendPart(whole, readPoints(part.glyph, data, depth + 1), part);
  return whole;
}

function appendPart(whole: GlyphPoints, points: GlyphPoints, part: Component): void {
  const first = whole.xs.length;
  const xs = points.xs.map((x, i) => part.a * x + part.c * points.ys[i]!);
  const ys = points.ys.map((y, i) => part.b * points.xs[i]! + part.d * y);
  let { dx, dy } = part;
  if (part.match !== null) {
    const [parent, child] = part.match;
    if (parent >= first || child >= xs.length) throw new FontError('broken', '字体的组合字形数据损坏');
    dx = whole.xs[parent]! - xs[child]!;
    dy = whole.ys[parent]! - ys[child]!;
  }
  for (let i = 0; i < xs.length; i += 1) {
    whole.xs.push(xs[i]! + dx);
    whole.ys.push(ys[i]! + dy);
    whole.onCurve.push(points.onCurve[i]!);
  }
  for (const end of points.ends) whole.ends.push(first + end);
}

function readSimple(glyph: number, bytes: Uint8Array, contours: number): GlyphPoints {
  const broken = (): FontError => new FontError('broken', `字体第 ${glyph} 号字形数据损坏`);
  const ends: number[] = [];
  for (let i = 0, last = -1; i < contours; i += 1) {
    const end = u16(bytes, 10 + i * 2);
    if (end < last) throw broken();
    ends.push(end);
    last = end;
  }
  if (contours === 0) return { xs: [], ys: [], onCurve: [], ends };
  const count = ends[contours - 1]! + 1;
  let at = 10 + contours * 2;
  at += 2 + u16(bytes, at);
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; ) {
    if (at >= bytes.length) throw broken();
    const flag = bytes[at++]!;
    flags[i++] = flag;
    if ((flag & 8) !== 0) {
      for (let repeat = bytes[at++]!; repeat > 0 && i < count; repeat -= 1) flags[i++] = flag;
    }
  }
  const xs: number[] = [];
  const ys: number[] = [];
  at = readAxis(bytes, at, flags, xs, 2, 16);
  at = readAxis(bytes, at, flags, ys, 4, 32);
  if (at > bytes.length) throw broken();
  return { xs, ys, ends, onCurve: Array.from(flags, (flag) => (flag & 1) !== 0) };
}

function readAxis(bytes: Uint8Array, start: number, flags: Uint8Array, into: number[], short: number, same: number): number {
  let at = start;
  let value = 0;
  for (const flag of flags) {
    if ((flag & short) !== 0) value += (flag & same) !== 0 ? bytes[at++]! : -bytes[at++]!;
    else if ((flag & same) === 0) {
      value += i16(bytes, at);
      at += 2;
    }
    into.push(value);
  }
  return at;
}

/** Writes the contours as quadratic curves; implied on-curve points are put in. */
export function drawPoints(points: GlyphPoints, path: PathBuilder): void {
  let first = 0;
  for (const end of points.ends) {
    drawContour(points, first, end, path);
    first = end + 1;
  }
}

function drawContour({ xs, ys, onCurve }: GlyphPoints, first: number, end: number, path: PathBuilder): void {
  const count = end - first + 1;
  if (count < 2) return; // a lone point is an anchor, not ink
  // A contour starts on a curve point: its first, else its last, else half way between the two.
  const start = onCurve[first]! || !onCurve[end]! ? 0 : count - 1;
  const none = !onCurve[first]! && !onCurve[end]!;
  const startX = none ? (xs[first]! + xs[end]!) / 2 : xs[first + start]!;
  const startY = none ? (ys[first]! + ys[end]!) / 2 : ys[first + start]!;
  path.moveTo(startX, startY);
  let controlX = 0;
  let controlY = 0;
  let pending = false;
  for (let step = none ? 0 : 1; step < count; step += 1) {
    const i = first + ((start + step) % count);
    const x = xs[i]!;
    const y = ys[i]!;
    if (onCurve[i]!) {
      if (pending) path.quadTo(controlX, controlY, x, y);
      else path.lineTo(x, y);
      pending = false;
      continue;
    }
    if (pending) path.quadTo(controlX, controlY, (controlX + x) / 2, (controlY + y) / 2);
    controlX = x;
    controlY = y;
    pending = true;
  }
  if (pending) path.quadTo(controlX, controlY, startX, startY);
  path.close();
}
