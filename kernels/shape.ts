// From characters to classes and glyphs, for the command line, in AssemblyScript: see kernels/line.ts for why. What each
// loop does stands in src/core/line/classify.ts and shape.ts, which do the same (test/property/line-kernel.test.ts holds
// them to it): here is what every character goes through, there what needs a second look, and the font is asked.
import { HAN } from './figures';
import { block } from './memory';

export { block };

/** Size of a block for a table of UTF-16 units: one byte each, and two. */
const UNITS: i32 = 0x10000;

/** A character that is no plain Han, as it stands wherever it is of that class: width and shift (em of its size), glyph, class, whether its face is the Latin one. */
const BOX: usize = 24;

/** What came of `span`: the glyphs and the turns that there are. */
const RESULT: usize = memory.data(8, 8);

let CLASSES: usize = 0;

// Arrays of a paragraph, `room` units or glyphs long.
let AT: usize = 0;
let WIDTH: usize = 0;
let SHIFT: usize = 0;
let SCALES: usize = 0;
let GLUE: usize = 0;
let TURNS: usize = 0;
let GLYPH: usize = 0;
let UNIT: usize = 0;
let FACE: usize = 0;
let CLS: usize = 0;
let KIND: usize = 0;
let BREAKS: usize = 0;
let CHARS: usize = 0;
let PACKED: usize = 0;

/** Where the results of `span` stand. */
export function result(): usize {
  return RESULT;
}

/** Makes room for the class of every unit; returns where they are to be written. */
export function classes(): usize {
  CLASSES = block(UNITS);
  return CLASSES;
}

/** Lays out arrays of `room` places, a multiple of eight, in the order below; returns where the first stands. */
export function reserve(room: i32): usize {
  const n = <usize>room;
  AT = block(62 * room);
  WIDTH = AT + 4 * n;
  SHIFT = WIDTH + 4 * n;
  SCALES = SHIFT + 4 * n;
  GLUE = SCALES + 4 * n;
  TURNS = GLUE + 4 * n;
  GLYPH = TURNS + 8 * n + 8;
  UNIT = GLYPH + 2 * n;
  FACE = UNIT + 2 * n;
  CLS = FACE + n;
  KIND = CLS + n;
  BREAKS = KIND + n;
  CHARS = BREAKS + n;
  PACKED = (CHARS + n + 7) & ~7;
  return AT;
}

/** Writes the class of each of the `length` units; returns which were seen, a bit each. */
export function classify(length: i32): i32 {
  let seen = 0;
  for (let i = 0; i < length; i++) {
    const cls = load<u8>(CLASSES + <usize>load<u16>(UNIT + (<usize>i << 1)));
    store<u8>(CHARS + <usize>i, cls);
    seen |= 1 << cls;
  }
  return seen;
}

/** First unit from `from` on whose class is among `kinds`, a bit each; `length` where there is none. */
export function next(from: i32, length: i32, kinds: i32): i32 {
  let i = from;
  while (i < length && ((kinds >> load<u8>(CHARS + <usize>i)) & 1) === 0) i++;
  return i;
}

/**
 * Shapes units from `from` on, `n` glyphs and `t` turns being there, up to the first that is none of `known` (glyphs of plain Han, by
 * unit) and of `others` (numbers of `boxes`, by unit, from 1 on); returns it, `to` where there is none.
 */
export function span(from: i32, to: i32, n: i32, t: i32, known: usize, others: usize, boxes: usize, body: i32, latin: i32, scale: f64): i32 {
  let i = from;
  let k = <usize>n;
  let turned = <usize>t;
  for (; i < to; i++, k++) {
    const unit = <usize>load<u16>(UNIT + (<usize>i << 1));
    const cls = <i32>load<u8>(CHARS + <usize>i);
    const han = cls === HAN ? <i32>load<u16>(known + (unit << 1)) : 0;
    if (han !== 0) {
      store<u16>(GLYPH + (k << 1), han);
      store<u8>(FACE + k, body);
      store<f32>(WIDTH + (k << 2), <f32>scale);
      store<f32>(SHIFT + (k << 2), 0);
    } else {
      const own = <usize>load<u8>(others + unit);
      if (own === 0) break;
      const box = boxes + (own - 1) * BOX;
      if (<i32>load<u8>(box + 18) !== cls) break;
      store<u16>(GLYPH + (k << 1), load<u16>(box + 16));
      store<u8>(FACE + k, load<u8>(box + 19) !== 0 ? latin : body);
      store<f32>(WIDTH + (k << 2), <f32>(load<f64>(box) * scale));
      store<f32>(SHIFT + (k << 2), <f32>(load<f64>(box + 8) * scale));
      if (load<u32>(TURNS + (turned << 2) - 4) !== <u32>k) {
        store<u32>(TURNS + (turned << 2), <u32>k);
        turned++;
      }
      store<u32>(TURNS + (turned << 2), <u32>k + 1);
      turned++;
    }
    store<u32>(AT + (k << 2), i);
    store<u8>(CLS + k, cls);
    store<f32>(SCALES + (k << 2), <f32>scale);
    store<f32>(GLUE + (k << 2), 0);
  }
  store<i32>(RESULT, <i32>k);
  store<i32>(RESULT + 4, <i32>turned);
  return i;
}

/** Copies what there is of `count` glyphs one array behind the other: place, glyph and face; then width, shift, glue, class, kind and break. Returns where. */
export function pack(count: i32): usize {
  const n = <usize>count;
  memory.copy(PACKED, AT, 4 * n);
  memory.copy(PACKED + 4 * n, GLYPH, 2 * n);
  memory.copy(PACKED + 6 * n, FACE, n);
  const rest = PACKED + 7 * n;
  memory.copy(rest, WIDTH, 4 * n);
  memory.copy(rest + 4 * n, SHIFT, 4 * n);
  memory.copy(rest + 8 * n, GLUE, 4 * n);
  memory.copy(rest + 12 * n, CLS, n);
  memory.copy(rest + 13 * n, KIND, n);
  memory.copy(rest + 14 * n, BREAKS, n);
  return PACKED;
}
