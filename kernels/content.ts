// A run of glyphs as bytes of a content stream, for the command line, in AssemblyScript: see kernels/line.ts for why.
// What it writes is what src/pdf/text-writer.ts and content-buffer.ts write, byte by byte
// (test/property/content-kernel.test.ts holds it to that), up to the first glyph whose font object depends on its text.
import { MOST, TOLERANCE } from './figures';

export { block, reset } from './memory';

const MINUS: i32 = 0x2d;
const POINT: i32 = 0x2e;
const ZERO: i32 = 0x30;
const CR: i32 = 0x0d;
const BACKSLASH: i32 = 0x5c;

/** What came of the last run: see `run`. */
const RESULT: usize = memory.data(40, 8);

let GLYPHS: usize = 0;
let PLACES: usize = 0;
let CODES: usize = 0;
let WIDTHS: usize = 0;
let FLAGGED: usize = 0;

/** Where the results of a call stand. */
export function result(): usize {
  return RESULT;
}

/** Where the page's glyphs and their places (f32) stand. */
export function page(glyphs: usize, places: usize): void {
  GLYPHS = glyphs;
  PLACES = places;
}

/** Where the codes (by glyph), the widths (f64, by code) and the flags (by glyph) of the face in use stand. */
export function face(codes: usize, widths: usize, flagged: usize): void {
  CODES = codes;
  WIDTHS = widths;
  FLAGGED = flagged;
}

// @ts-ignore: decorator
@inline
function codeOf(i: i32): i32 {
  return load<u16>(CODES + (<usize>load<u16>(GLYPHS + (<usize>i << 1)) << 1));
}

// @ts-ignore: decorator
@inline
function widthOf(code: i32): f64 {
  return load<f64>(WIDTHS + (<usize>code << 3));
}

// @ts-ignore: decorator
@inline
function placeOf(i: i32): f64 {
  return load<f32>(PLACES + (<usize>i << 2));
}

/** JavaScript's own: halves go up. */
function rounded(value: f64): f64 {
  const up = Math.ceil(value);
  return up - 0.5 > value ? up - 1 : up;
}

/**
 * Writes glyphs [first, end) of the page from byte `to` on: the spacing where it is not `spacing` (1/100000 pt), the way to the line's start
 * where `moves` (thousandths), the array of strings. `pen`: where the pen stands then, pt. Returns where the bytes end, or 0
 * where a number is none of 32 bits. RESULT: the pen, the spacing, the first glyph that was not written (then the
 * array is open), where its bracket stands, and whether it holds adjustments.
 */
export function run(to: usize, first: i32, end: i32, dx: f64, size: f64, spacing: f64, moves: bool, moveX: f64, moveY: f64, pen: f64): usize {
  const scale = size / 1000;
  let at = to;
  const even = evenSpacing(first, end, scale, spacing);
  if (tooLarge(even) || tooLarge(moveX) || tooLarge(moveY)) return 0;
  if (even !== spacing) {
    at = fixed(at, <i32>even, 5);
    store<u32>(at, 0x0a635420); // ` Tc`, LF
    at += 4;
  }
  if (moves) {
    at = fixed(at, <i32>moveX, 3);
    store<u8>(at++, 0x20);
    at = fixed(at, <i32>moveY, 3);
    store<u32>(at, 0x0a645420); // ` Td`, LF
    at += 4;
  }
  const wide = even / 1e5;
  const bracket = at;
  let adjusted = false;
  let stand = pen;
  store<u16>(at, 0x285b); // `[(`
  at += 2;
  let i = first;
  for (; i < end; i++) {
    const id = <usize>load<u16>(GLYPHS + (<usize>i << 1));
    if (load<u8>(FLAGGED + id) !== 0) break;
    const miss = dx + placeOf(i) - stand;
    if (miss > TOLERANCE || miss < -TOLERANCE) {
      const units = rounded((-miss / scale) * 10);
      if (tooLarge(units * 100)) return 0;
      store<u8>(at++, 0x29);
      at = fixed(at, <i32>(units * 100), 3);
      store<u8>(at++, 0x28);
      stand -= (units / 10) * scale;
      adjusted = true;
    }
    const code = <i32>load<u16>(CODES + (id << 1));
    at = byte(at, code >> 8);
    at = byte(at, code & 0xff);
    stand += widthOf(code) * scale + wide;
  }
  store<f64>(RESULT, stand);
  store<f64>(RESULT + 8, even);
  store<f64>(RESULT + 16, <f64>i);
  store<f64>(RESULT + 24, <f64>bracket);
  store<f64>(RESULT + 32, adjusted ? 1 : 0);
  return i < end ? at : close(at, bracket, adjusted);
}

function tooLarge(value: f64): bool {
  return !(value <= MOST && value >= -MOST);
}

function evenSpacing(first: i32, end: i32, scale: f64, set: f64): f64 {
  let before = NaN;
  for (let i = first; i + 1 < end; i++) {
    const extra = placeOf(i + 1) - placeOf(i) - widthOf(codeOf(i)) * scale;
    if (Math.abs(extra - before) < TOLERANCE / 5) return rounded(extra * 1e5) + 0; // no −0
    before = extra;
  }
  return end - first > 1 && Math.abs(before) < TOLERANCE ? 0 : set;
}

/** A byte of a code inside a literal string. */
// @ts-ignore: decorator
@inline
function byte(to: usize, value: i32): usize {
  let at = to;
  if (value === 0x28 || value === 0x29 || value === BACKSLASH || value === CR) store<u8>(at++, BACKSLASH);
  store<u8>(at++, value === CR ? 0x72 : value);
  return at;
}

function close(to: usize, bracket: usize, adjusted: bool): usize {
  if (adjusted) {
    store<u32>(to, 0x4a545d29); // `)]TJ`
    store<u8>(to + 4, 0x0a);
    return to + 5;
  }
  if (to <= bracket + 2) return bracket;
  store<u8>(bracket, 0x20);
  store<u32>(to, 0x0a6a5429); // `)Tj`, LF
  return to + 4;
}

/** The whole number `value` with its last `places` digits behind the point, in its shortest form. */
function fixed(to: usize, value: i32, places: i32): usize {
  let start = to;
  let rest = value;
  if (rest < 0) {
    store<u8>(start++, MINUS);
    rest = -rest;
  }
  let size = 0;
  let behind = places;
  for (let left = rest; left > 0 || behind > 0; behind--) {
    const digit = left % 10;
    if (size > 0 || behind <= 0 || digit !== 0) size += behind === 1 ? 2 : 1;
    left = left / 10;
  }
  if (size === 0) {
    store<u8>(start, ZERO);
    return start + 1;
  }
  const end = start + size;
  let at = end;
  for (behind = places; at > start; behind--) {
    const digit = rest % 10;
    if (at < end || behind <= 0 || digit !== 0) {
      store<u8>(--at, ZERO + digit);
      if (behind === 1) store<u8>(--at, POINT);
    }
    rest = rest / 10;
  }
  return end;
}
