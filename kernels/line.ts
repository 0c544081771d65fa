// The line setter's inner loops for the command line, in AssemblyScript (scripts/cli/compile-kernels.mjs turns
// it into WebAssembly): V8 has these few KB compiled in a fraction of a millisecond, where the same loops in
// TypeScript keep its optimising compiler busy for 11 ms of each process. What a function does, and why, stands
// at its like in src/core/line (measured, tries, total-fit, layered-fit, greedy, set-lines), which the window
// runs. Here is the same in the same order of reckoning: both give the same bits, and
// test/property/line-kernel.test.ts holds them to it. Lines that hang a mark (T-15) and paragraphs that are eased are left to TypeScript.
import {
  ADDRESS_LACKING_PRICE, BREAK_PRICE, BROKEN, DIGIT, EMERGENCY, FREE, GIVE_PRICE, GIVE_STEPS, GIVE_STEP_OF_KIND, GLUE_BLANK, GLUE_COMMA, GLUE_GAP, GLUE_LABEL, GLUE_LIST, GLUE_MASK, GLUE_WORD,
  HAN, IDEOSPACE, LACKING_PRICE, LATIN, LEAST_BLANK, LEAST_GAP, LEAST_WORD, LONE_CHARACTER, LOOSE, MAY_STAND, MOST_COMMA, MOST_GAP, MOST_LABEL, MOST_LIST, MOST_WORD, OPENING, PARTS_ADDRESS,
  RAGGED_PRICE, SPACE, SQUEEZE_PRICE, STEP_BLANK, STEP_OF_KIND, STEP_STOP, TOLERANCE, VERY_LOOSE,
} from './figures';

// Arrays of a paragraph, `room` glyphs long; the tried lines stand behind them, to the end of the memory.
let room: i32 = 0;
let LEFT: usize = 0;
let RIGHT: usize = 0;
let GIVE: usize = 0;
let SQUEEZE: usize = 0;
let ALL: usize = 0;
let STRIDE: usize = 0;
let X: usize = 0;
let WIDTH: usize = 0;
let SHIFT: usize = 0;
let GLUE: usize = 0;
let OPENINGS: usize = 0;
let SOLID: usize = 0;
let FROM: usize = 0;
let INTO: usize = 0;
let ACTIVE: usize = 0;
let ENDS: usize = 0;
let KIND: usize = 0;
let BREAKS: usize = 0;
let CLASSES: usize = 0;
let TRIES: usize = 0;
let triesEnd: usize = 0;

// The paragraph under work.
let count: i32 = 0;
let blanks: bool = false;
let ragged: bool = false;
let openCommas: bool = false;
let fullness: f64 = 0;
/** Of the line priced last. */
let gap: f64 = 0;
let tried: usize = 0;

/** Steps of squeezing of a paragraph that is not eased. */
const STEPS_HERE: i32 = STEP_BLANK + 1;

/** What came of the last call, for TypeScript to read: see `place`. */
const RESULT: usize = memory.data(24, 8);
const SHARES: usize = memory.data(48, 8);

/** A tried line: its first glyph, the line before it, the next of its chain, its gap and its cost. */
const LINE: usize = 32;
const NONE: i32 = -1;

// @ts-ignore: decorator
@inline
function f64At(array: usize, k: i32): f64 {
  return load<f64>(array + (<usize>k << 3));
}

// @ts-ignore: decorator
@inline
function f32At(array: usize, k: i32): f64 {
  return load<f32>(array + (<usize>k << 2));
}

// @ts-ignore: decorator
@inline
function i32At(array: usize, k: i32): i32 {
  return load<i32>(array + (<usize>k << 2));
}

// @ts-ignore: decorator
@inline
function byteAt(array: usize, k: i32): i32 {
  return load<u8>(array + <usize>k);
}

/** Where the results of a call stand. */
export function result(): usize {
  return RESULT;
}

/** Lays out arrays for `glyphs` glyphs, a multiple of eight; returns where the first stands, all others follow in the order below. What they held is lost. */
export function reserve(glyphs: i32): usize {
  const n = <usize>glyphs;
  const first = (__heap_base + 15) & ~15;
  room = glyphs;
  LEFT = first;
  RIGHT = LEFT + 8 * n;
  GIVE = RIGHT + 8 * n;
  SQUEEZE = GIVE + 8 * n;
  STRIDE = 8 * n;
  X = SQUEEZE + <usize>STEPS_HERE * STRIDE;
  WIDTH = X + 8 * n;
  SHIFT = WIDTH + 4 * n;
  GLUE = SHIFT + 4 * n;
  OPENINGS = GLUE + 4 * n;
  SOLID = OPENINGS + 4 * n;
  FROM = SOLID + 4 * n;
  INTO = FROM + 4 * n;
  ACTIVE = INTO + 4 * n;
  ENDS = ACTIVE + 4 * n;
  KIND = ENDS + 4 * n;
  BREAKS = KIND + n;
  CLASSES = BREAKS + n;
  TRIES = (CLASSES + n + 15) & ~15;
  triesEnd = <usize>memory.size() << 16;
  if (triesEnd < TRIES + 8192 * LINE) widen(TRIES + 8192 * LINE - triesEnd);
  return first;
}

function widen(bytes: usize): void {
  memory.grow(<i32>((bytes + 0xffff) >> 16));
  triesEnd = <usize>memory.size() << 16;
}

/** Takes up the paragraph of `n` glyphs that stands in the arrays. Returns the most that a glue keeps when everything is squeezed. */
export function sum(n: i32, isRagged: bool, hasBlanks: bool, commasOpen: bool, weight: f64): f64 {
  count = n;
  ragged = isRagged;
  blanks = hasBlanks;
  openCommas = commasOpen;
  fullness = weight;
  ALL = SQUEEZE + <usize>(hasBlanks ? STEP_BLANK : STEP_STOP) * STRIDE;
  store<u8>(BREAKS + <usize>n, 0);
  let x: f64 = 0;
  let c0: f64 = 0;
  let c1: f64 = 0;
  let c2: f64 = 0;
  let c3: f64 = 0;
  let c4: f64 = 0;
  let given: f64 = 0;
  let open: i32 = 0;
  let kept: f64 = 0;
  for (let k = 0; k < n; k++) {
    const g = f32At(GLUE, k);
    const type = byteAt(KIND, k);
    if ((type & OPENING) !== 0) open++;
    const own = type & GLUE_MASK;
    if (own !== 0) {
      const step = <i32>load<i8>(STEP_OF_KIND + <usize>own);
      const least = roomOf(own, g);
      if (step <= 4) c4 += least;
      if (step <= 3) c3 += least;
      if (step <= 2) c2 += least;
      if (step <= 1) c1 += least;
      if (step === 0) c0 += least;
      given += giveOf(own, g);
      if (g - least > kept && k > 0) kept = g - least;
    } else if (g > kept && k > 0) kept = g;
    const at = <usize>k << 3;
    x += g;
    store<f64>(LEFT + at, x);
    x += f32At(WIDTH, k);
    store<f64>(RIGHT + at, x);
    store<f64>(SQUEEZE + at, c0);
    store<f64>(SQUEEZE + STRIDE + at, c1);
    store<f64>(SQUEEZE + 2 * STRIDE + at, c2);
    store<f64>(SQUEEZE + 3 * STRIDE + at, c3);
    store<f64>(SQUEEZE + 4 * STRIDE + at, c4);
    store<f64>(GIVE + at, given);
    store<i32>(OPENINGS + (<usize>k << 2), open);
  }
  if (hasBlanks) markBlanks(n);
  return kept;
}

function markBlanks(n: i32): void {
  const stops = SQUEEZE + <usize>STEP_STOP * STRIDE;
  let end = 0;
  let sum: f64 = 0;
  for (let k = 0; k < n; k++) {
    store<i32>(SOLID + (<usize>k << 2), end);
    const own = byteAt(KIND, k) & GLUE_MASK;
    if (<i32>load<i8>(STEP_OF_KIND + <usize>own) === STEP_BLANK) sum += roomOf(own, f32At(GLUE, k));
    store<f64>(ALL + (<usize>k << 3), f64At(stops, k) + sum);
    const c = byteAt(CLASSES, k);
    if (c !== SPACE && c !== IDEOSPACE) end = k + 1;
  }
  store<i32>(SOLID + (<usize>n << 2), end);
}

function roomOf(kind: i32, glue: f64): f64 {
  if (kind === GLUE_WORD) return max<f64>(0, glue - LEAST_WORD);
  if (kind === GLUE_GAP) return max<f64>(0, glue - LEAST_GAP);
  if (kind === GLUE_LABEL) return 0;
  return kind === GLUE_BLANK || kind === GLUE_LIST ? max<f64>(0, glue - LEAST_BLANK) : glue;
}

function giveOf(kind: i32, glue: f64): f64 {
  if (kind === GLUE_WORD) return max<f64>(0, MOST_WORD - glue);
  if (kind === GLUE_GAP) return max<f64>(0, MOST_GAP - glue);
  if (kind === GLUE_LABEL) return max<f64>(0, MOST_LABEL - glue);
  if (kind === GLUE_LIST) return max<f64>(0, MOST_LIST - glue);
  if (kind === GLUE_COMMA && openCommas) return max<f64>(0, MOST_COMMA - glue);
  return 0;
}

function contentEnd(i: i32, j: i32): i32 {
  return blanks ? max<i32>(i, i32At(SOLID, j)) : j;
}

function natural(i: i32, e: i32): f64 {
  return e > i ? f64At(RIGHT, e - 1) - f64At(LEFT, i) : 0;
}

function least(i: i32, e: i32): f64 {
  if (e <= i) return 0;
  return f64At(RIGHT, e - 1) - f64At(LEFT, i) - (f64At(ALL, e - 1) - f64At(ALL, i));
}

function price(i: i32, j: i32, measure: f64, last: bool): f64 {
  const e = contentEnd(i, j);
  gap = 0;
  if (e <= i) return last ? 0 : BROKEN;
  const rest = measure - (f64At(RIGHT, e - 1) - f64At(LEFT, i));
  if (rest < -TOLERANCE) return squeezeCost(i, e, -rest);
  return last ? 0 : ragged ? RAGGED_PRICE * rest * rest : loosenCost(i, e, rest);
}

function squeezeCost(i: i32, e: i32, need: f64): f64 {
  if (need > f64At(ALL, e - 1) - f64At(ALL, i) + TOLERANCE) return Infinity;
  let cost: f64 = 0;
  let taken: f64 = 0;
  let used: f64 = 0;
  for (let s = 0; s < STEPS_HERE && taken < need; s++) {
    const sums = s === STEP_BLANK ? ALL : SQUEEZE + <usize>s * STRIDE;
    const least = f64At(sums, e - 1) - f64At(sums, i);
    if (least <= used) continue;
    const next = min<f64>(need, least);
    cost += (next - taken) * f64At(SQUEEZE_PRICE, s);
    taken = next;
    used = least;
  }
  const full: f64 = used > 0 ? min<f64>(1, need / used) : 0;
  return cost + fullness * full * full;
}

function loosenCost(i: i32, e: i32, rest: f64): f64 {
  if (rest <= TOLERANCE) return 0;
  const give = f64At(GIVE, e - 1) - f64At(GIVE, i);
  if (rest <= give) return rest * GIVE_PRICE;
  const openings = i32At(OPENINGS, e - 1) - i32At(OPENINGS, i);
  const wide: f64 = openings === 0 ? Infinity : (rest - give) / <f64>openings;
  if (wide > VERY_LOOSE && byteAt(BREAKS, e) === PARTS_ADDRESS) return gapCost(VERY_LOOSE) + rest * ADDRESS_LACKING_PRICE;
  if (openings === 0) return BROKEN / 4 + rest * LACKING_PRICE;
  gap = wide;
  return give * GIVE_PRICE + gapCost(wide);
}

function gapCost(wide: f64): f64 {
  const g = wide / LOOSE;
  let cost = 100 * g * g * g;
  if (wide > LOOSE + TOLERANCE) cost += 120 + (300 * (wide - LOOSE)) / 0.13;
  if (wide > VERY_LOOSE) cost += 4000 + 20000 * (wide - VERY_LOOSE);
  return cost;
}

function loneAt(i: i32, t: i32): bool {
  let characters = 0;
  for (let k = i; k < t; k++) {
    const c = byteAt(CLASSES, k);
    if ((c === HAN || c === DIGIT || c === LATIN) && ++characters === 2) return false;
  }
  return true;
}

/** Greedy lines of glyphs [s, t), the first in `first` em, all others in `rest`: their number, with the ends in `ENDS`; −1 where they may not stand. */
export function greedy(s: i32, t: i32, first: f64, rest: f64): i32 {
  let lines = 0;
  for (let i = s; i < t; lines++) {
    const j = nextEnd(i, t, lines === 0 ? first : rest);
    if (j < 0 || (j === t && i > s && loneAt(i, t))) return -1;
    store<i32>(ENDS + (<usize>lines << 2), j);
    i = j;
  }
  return lines;
}

function nextEnd(i: i32, t: i32, measure: f64): i32 {
  const limit = f64At(LEFT, i) + measure + TOLERANCE;
  let k = i;
  let high = t;
  while (k < high) {
    const middle = (k + high) >> 1;
    if (f64At(RIGHT, middle) <= limit) k = middle + 1;
    else high = middle;
  }
  if (k === t) return t;
  if (byteAt(BREAKS, k) === FREE && k > i && price(i, k, measure, false) <= MAY_STAND) return k;
  for (let j = k + 1; j <= t && least(i, contentEnd(i, j)) <= measure + TOLERANCE; j++) {
    if ((j === t || byteAt(BREAKS, j) === FREE) && price(i, j, measure, j === t) <= MAY_STAND) return j;
  }
  for (let j = k - 1; j > i; j--) {
    if (byteAt(BREAKS, j) === FREE) return price(i, j, measure, false) <= MAY_STAND ? j : -1;
  }
  return -1;
}

/** The exact search under a limit; the number of lines, with their ends in `ENDS`, or −1 where none comes so cheap. */
export function search(s: i32, t: i32, first: f64, rest: f64, limit: f64, bound: f64): i32 {
  tried = 0;
  memory.fill(INTO + (<usize>s << 2), 0xff, <usize>(t + 1 - s) << 2);
  linesFrom(s, s + 1, t, t, first, bound, limit, NONE);
  let low = s + 1;
  for (let i = s + 1; i < t; i++) {
    const lead = i32At(INTO, i);
    if (lead < 0) continue;
    low = firstWide(i, t, max<i32>(low, i + 1), rest, bound);
    linesFrom(i, low, t, t, rest, bound, limit, lead);
  }
  const best = cheapest(i32At(INTO, t));
  return best < 0 ? -1 : trace(best, t);
}

/** Begins a search by line number at glyph `s` of [s, t). */
export function beginLayers(s: i32, t: i32): void {
  tried = 0;
  memory.fill(FROM + (<usize>s << 2), 0xff, <usize>(t + 1 - s) << 2);
  memory.fill(INTO + (<usize>s << 2), 0xff, <usize>(t + 1 - s) << 2);
  store<i32>(ACTIVE, s);
}

/**
 * Tries the next line number: from the `starts` glyphs in `ACTIVE`, ends from `low` to `high`. Returns how many glyphs
 * it reached, which are in `ACTIVE` then. RESULT: the cheapest line that ends at `t`, −1 for none.
 */
export function layer(starts: i32, s: i32, t: i32, lowest: i32, high: i32, measure: f64, bound: f64, limit: f64): i32 {
  let low = lowest;
  let furthest = s;
  for (let k = 0; k < starts; k++) {
    const i = i32At(ACTIVE, k);
    low = firstWide(i, t, max<i32>(low, i + 1), measure, bound);
    furthest = max<i32>(furthest, linesFrom(i, low, high, t, measure, bound, limit, i === s ? NONE : i32At(FROM, i)));
  }
  const first = i32At(ACTIVE, 0);
  for (let k = 0; k < starts; k++) store<i32>(FROM + (<usize>i32At(ACTIVE, k) << 2), NONE);
  store<f64>(RESULT, cheapest(i32At(INTO, t)));
  store<i32>(INTO + (<usize>t << 2), NONE);
  const most = min<i32>(furthest, t - 1);
  let reached = 0;
  for (let j = first + 1; j <= most; j++) {
    if (i32At(INTO, j) < 0) continue;
    store<i32>(ACTIVE + (<usize>reached << 2), j);
    reached++;
  }
  const swap = FROM;
  FROM = INTO;
  INTO = swap;
  return reached;
}

/** Writes the ends of the lines that lead to `line`, which ends at `t`, into `ENDS`; returns how many. */
export function trace(line: i32, t: i32): i32 {
  let lines = 0;
  for (let at = line; at >= 0; at = load<i32>(TRIES + <usize>at * LINE + 4)) lines++;
  let end = t;
  let k = lines;
  for (let at = line; at >= 0; at = load<i32>(TRIES + <usize>at * LINE + 4)) {
    k--;
    store<i32>(ENDS + (<usize>k << 2), end);
    end = load<i32>(TRIES + <usize>at * LINE);
  }
  return lines;
}

export function costOf(line: i32): f64 {
  return load<f64>(TRIES + <usize>line * LINE + 24);
}

/** First glyph of a tried line. */
export function startOf(line: i32): i32 {
  return load<i32>(TRIES + <usize>line * LINE);
}

function cheapest(first: i32): i32 {
  let best = NONE;
  let cost: f64 = 0;
  for (let line = first; line >= 0; line = load<i32>(TRIES + <usize>line * LINE + 8)) {
    const own = load<f64>(TRIES + <usize>line * LINE + 24);
    if (best < 0 || own < cost) {
      best = line;
      cost = own;
    }
  }
  return best;
}

function firstWide(i: i32, t: i32, from: i32, measure: f64, bound: f64): i32 {
  if (bound === Infinity || ragged) return i + 1;
  const start = f64At(LEFT, i) + f64At(GIVE, i);
  let j = from;
  while (j < t && f64At(RIGHT, j - 1) - start + f64At(GIVE, j - 1) + bound * <f64>(j - i) < measure) j++;
  return j;
}

function linesFrom(i: i32, low: i32, high: i32, t: i32, measure: f64, bound: f64, limit: f64, lead: i32): i32 {
  const widest = measure + TOLERANCE + f64At(LEFT, i) - f64At(ALL, i);
  let furthest = i;
  for (let j = low; j <= high; j++) {
    const last = j === t;
    const kind = byteAt(BREAKS, j);
    if (!last && kind === 0) continue;
    const k = contentEnd(i, j) - 1;
    if (k >= i && f64At(RIGHT, k) - f64At(ALL, k) > widest) break;
    let cost = price(i, j, measure, last);
    const wide = gap;
    if (cost > limit || cost === Infinity || wide > bound) continue;
    if (last) {
      if (lead >= 0 && loneAt(i, t)) cost += LONE_CHARACTER;
    } else cost += f64At(BREAK_PRICE, kind);
    if (add(i, j, wide, cost, last, lead, limit)) furthest = j;
  }
  if (furthest > i || limit !== Infinity) return furthest;
  let j = i + 1;
  while (j < t && byteAt(BREAKS, j) === 0) j++;
  add(i, j, 0, BROKEN * 10, true, lead, limit);
  return j;
}

function add(i: i32, j: i32, wide: f64, cost: f64, last: bool, lead: i32, limit: f64): bool {
  let best = NONE;
  let lowest: f64 = lead < 0 ? 0 : Infinity;
  for (let line = lead; line >= 0; ) {
    const at = TRIES + <usize>line * LINE;
    const before = load<f64>(at + 24);
    if (before < lowest) {
      let sum = before;
      if (!last) {
        const d = (wide - load<f64>(at + 16)) / LOOSE;
        sum = before + 25 * d * d;
      }
      if (sum < lowest) {
        lowest = sum;
        best = line;
      }
    }
    line = load<i32>(at + 8);
  }
  if (lowest + cost > limit) return false;
  const own = TRIES + tried * LINE;
  if (own + LINE > triesEnd) widen(own - TRIES);
  store<i32>(own, i);
  store<i32>(own + 4, best);
  store<i32>(own + 8, i32At(INTO, j));
  store<f64>(own + 16, wide);
  store<f64>(own + 24, lowest + cost);
  store<i32>(INTO + (<usize>j << 2), <i32>tried);
  tried++;
  return true;
}

/**
 * Sets the line of glyphs [i, j) from `left` em on, its places (pt) in `X`. RESULT: its right end and its gap, em, and the end
 * of its content. Returns whether it could not be filled or held.
 * @param lean part of the free room that stands left of a line which is not filled
 */
export function place(i: i32, j: i32, left: f64, measure: f64, last: bool, lean: f64, size: f64): bool {
  const e = contentEnd(i, j);
  price(i, j, measure, last);
  const wide = gap;
  const rest = measure - natural(i, e);
  const filled = !ragged && !last && rest > TOLERANCE;
  const squeezed = rest < -TOLERANCE && shareOut(i, e, -rest);
  const given = filled && giveOut(i, e, rest);
  let at = left + (filled ? 0 : max<f64>(0, rest) * lean);
  for (let k = i; k < e; k++) {
    if (k > i) {
      const type = byteAt(KIND, k);
      const own = type & GLUE_MASK;
      let g = f32At(GLUE, k);
      if (own !== 0) {
        if (squeezed) g -= roomOf(own, g) * f64At(SHARES, <i32>load<i8>(STEP_OF_KIND + <usize>own));
        else if (given) {
          const step = <i32>load<i8>(GIVE_STEP_OF_KIND + <usize>own);
          if (step >= 0) g += giveOf(own, g) * f64At(SHARES, step);
        }
      }
      if (wide > 0 && (type & OPENING) !== 0) g += wide;
      at += g;
    }
    store<f64>(X + (<usize>k << 3), (at + f32At(SHIFT, k)) * size);
    at += f32At(WIDTH, k);
  }
  for (let k = e; k < j; k++) store<f64>(X + (<usize>k << 3), at * size);
  if (blanks) standBlanks(i, e, size);
  store<f64>(RESULT, at * size);
  store<f64>(RESULT + 8, wide);
  store<f64>(RESULT + 16, e);
  const inAddress = j < count && byteAt(BREAKS, j) === PARTS_ADDRESS;
  return (rest < -TOLERANCE && !squeezed) || (filled && wide === 0 && !given && !inAddress) || (j < count && !last && byteAt(BREAKS, j) >= EMERGENCY);
}

function giveOut(i: i32, e: i32, rest: f64): bool {
  if (e > 0 && f64At(GIVE, e - 1) - f64At(GIVE, i) <= 0) return false;
  memory.fill(SHARES, 0, <usize>GIVE_STEPS << 3);
  for (let k = i + 1; k < e; k++) {
    const own = byteAt(KIND, k) & GLUE_MASK;
    const step = <i32>load<i8>(GIVE_STEP_OF_KIND + <usize>own);
    if (step < 0) continue;
    const at = SHARES + (<usize>step << 3);
    store<f64>(at, load<f64>(at) + giveOf(own, f32At(GLUE, k)));
  }
  let left = rest;
  for (let s = 0; s < GIVE_STEPS; s++) {
    const room = f64At(SHARES, s);
    store<f64>(SHARES + (<usize>s << 3), room > 0 ? min<f64>(1, left / room) : 0);
    left = max<f64>(0, left - room);
  }
  return true;
}

function shareOut(i: i32, e: i32, need: f64): bool {
  let used: f64 = 0;
  for (let s = 0; s < STEPS_HERE; s++) {
    const sums = s === STEP_BLANK ? ALL : SQUEEZE + <usize>s * STRIDE;
    const upTo = f64At(sums, e - 1) - f64At(sums, i);
    const room = upTo - used;
    store<f64>(SHARES + (<usize>s << 3), room > 0 ? min<f64>(room, max<f64>(0, need - used)) / room : 0);
    used = upTo;
  }
  return need <= used + TOLERANCE;
}

function standBlanks(i: i32, e: i32, size: f64): void {
  let room: f64 = 0;
  for (let k = i; k < e; k++) {
    const at = X + (<usize>k << 3);
    const left = load<f64>(at) / size - f32At(SHIFT, k);
    const c = byteAt(CLASSES, k);
    if (k > i && (c === SPACE || c === IDEOSPACE)) store<f64>(at, (room + f32At(SHIFT, k)) * size);
    room = left + f32At(WIDTH, k);
  }
}
