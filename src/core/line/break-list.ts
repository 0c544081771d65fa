// The legal break list (T-01…T-06): for each glyph, whether a line may begin
// with it, and what that costs beside a free break. Forbidden is forbidden: the
// breaker never weighs a kinsoku fault against a loose line. Levels are T-03.
import type { Kinsoku } from '../flow/flow';
import { namesInBylines } from './byline';
import {
  CLASS_COUNT, CLOSE, COMBINING, CONN, DASH, DIGIT, ELLIPSIS, FIXED, HAN, IDEOSPACE, LATIN, MID, NARROW_CLOSE, NARROW_OPEN,
  NARROW_STOP, NOTE, OPEN, POST, PRE, SIGN, SOL, SPACE, STOP_END, STOP_IN, STOP_PAIR, WIDE,
} from './char-class';
import { namesInRuns, namesInSeries } from './listed-names';
import { LEANS_ON_NUMBER, ORDINAL_PREFIX, measureWordTable } from './measure-words';
import { AFTER_OPENER, AFTER_ORDINAL, AT_CONNECTOR, BEFORE_CLOSER, FORBIDDEN, FREE, GLUE_BLANK, GLUE_FIXED, GLUE_LIST, PARTS_NAME, PARTS_NUMBER } from './shaped';

const NOT_AT_START = 1;
const NOT_AT_END = 2;

/** T-01 and T-02 by level; what holds units together is apart (`glued`) and holds at every level. */
function kinsokuFlags(level: Kinsoku): Uint8Array {
  const flags = new Uint8Array(CLASS_COUNT);
  if (level === 'none') return flags;
  for (const cls of [STOP_END, STOP_IN, STOP_PAIR, CLOSE, NARROW_CLOSE, NARROW_STOP, CONN, MID, SOL, POST]) flags[cls] = NOT_AT_START;
  for (const cls of [OPEN, NARROW_OPEN, PRE]) flags[cls] = NOT_AT_END;
  if (level !== 'basic') flags[SOL] = NOT_AT_START | NOT_AT_END;
  if (level === 'strict') flags[DASH] = flags[ELLIPSIS] = NOT_AT_START;
  return flags;
}

const FLAGS = new Map<Kinsoku, Uint8Array>();

function flagsOf(level: Kinsoku): Uint8Array {
  let flags = FLAGS.get(level);
  if (flags === undefined) FLAGS.set(level, (flags = kinsokuFlags(level)));
  return flags;
}

/** Value of `pairsOf` for a pair that no text has had so far. */
const UNKNOWN = 0xff;
const PAIRS = new Map<Kinsoku, Uint8Array>();

/** What a break is between two classes, by `a * CLASS_COUNT + b`, as far as it was asked. */
function pairsOf(level: Kinsoku): Uint8Array {
  let pairs = PAIRS.get(level);
  if (pairs === undefined) PAIRS.set(level, (pairs = new Uint8Array(CLASS_COUNT * CLASS_COUNT).fill(UNKNOWN)));
  return pairs;
}

/** What a break between two classes is, whatever the characters. */
function pairBreak(level: Kinsoku, a: number, b: number): number {
  const flags = flagsOf(level);
  if ((flags[a]! & NOT_AT_END) !== 0 || (flags[b]! & NOT_AT_START) !== 0 || glued(a, b)) return FORBIDDEN;
  return (a === CONN && (b === DIGIT || b === LATIN)) || b === SIGN ? AT_CONNECTOR : FREE;
}

/** T-04…T-06: units that no line may part, whatever the level. */
function glued(a: number, b: number): boolean {
  if (b === SPACE || b === IDEOSPACE || b === NOTE || b === FIXED || a === FIXED) return true; // blanks end lines, never begin them
  if (b === POST && (a === DIGIT || a === LATIN || a === NARROW_STOP || a === WIDE)) return true;
  if (a === POST && b === WIDE) return true; // 50％∶50％
  if (a === b && (a === DASH || a === ELLIPSIS)) return true;
  return isWordPart(a) && isWordPart(b);
}

function isWordPart(cls: number): boolean {
  return cls === DIGIT || cls === LATIN || cls === SIGN || cls === NARROW_STOP || cls === PRE || cls === SOL || cls === WIDE;
}

/** The row of glyphs under work. */
interface BreakRow {
  readonly text: string;
  readonly count: number;
  /** Display offsets of the glyphs in `text`. */
  readonly at: Uint32Array;
  readonly cls: Uint8Array;
  /** Glyphs to look at: all that are no plain Han or stand right after such, and the first. */
  readonly turns: Uint32Array;
}

/** Fills `brk[0 … count)`; a stretch's first glyph gets FORBIDDEN, for no line is broken before it. */
export function listBreaks(row: BreakRow, brk: Uint8Array, level: Kinsoku): void {
  const { text, count, at, cls, turns } = row;
  const pairs = pairsOf(level);
  const words = measureWordTable();
  brk.fill(FREE, 0, count);
  let a = FIXED; // nothing breaks before the first
  let before = -1;
  for (let i = 0; i < turns.length; i++) {
    const k = turns[i]!;
    const b = cls[k]!;
    if (k > before + 1) a = HAN;
    before = k;
    if (a === HAN && b === HAN) continue;
    if (b === COMBINING) {
      brk[k] = FORBIDDEN;
      continue;
    }
    const pair = a * CLASS_COUNT + b;
    let own = pairs[pair]!;
    if (own === UNKNOWN) own = pairs[pair] = pairBreak(level, a, b);
    if (own === FREE) {
      if (b === HAN && (a === DIGIT || a === WIDE) && (words[text.charCodeAt(at[k]!)]! & LEANS_ON_NUMBER) !== 0) own = isMore(text.charCodeAt(at[k]!)) && glueMore(row, brk, k, words) ? FORBIDDEN : PARTS_NUMBER;
      else if ((b === DIGIT || b === WIDE) && a === HAN && (words[text.charCodeAt(at[k - 1]!)]! & ORDINAL_PREFIX) !== 0) own = AFTER_ORDINAL;
      else if (stacked(text, at, k, a, b)) own = FORBIDDEN;
    }
    brk[k] = own;
    a = b;
  }
  if (level !== 'none') priceEdges(row, brk);
}

/** 余 and 多 between a number and what it counts. */
function isMore(code: number): boolean {
  return code === 0x4f59 || code === 0x591a;
}

/** 5,200余户 is one unit, and short enough for any column; false where what follows 余 counts nothing: 30多一点. */
function glueMore({ text, count, at }: BreakRow, brk: Uint8Array, k: number, words: Uint8Array): boolean {
  if (k + 1 >= count || (words[text.charCodeAt(at[k + 1]!)]! & LEANS_ON_NUMBER) === 0) return false;
  brk[k + 1] = FORBIDDEN;
  return true;
}

/** ？！ in a row are one unit (T-04) even where no kinsoku holds. */
function stacked(text: string, at: Uint32Array, k: number, a: number, b: number): boolean {
  return a === STOP_END && b === STOP_END && isShout(text.charCodeAt(at[k]!)) && isShout(text.charCodeAt(at[k - 1]!));
}

function isShout(code: number): boolean {
  return code === 0xff1f || code === 0xff01;
}

/** T-06: an opener with the following 2, a closer with the preceding 2, as a price. */
function priceEdges({ count, cls, turns }: BreakRow, brk: Uint8Array): void {
  for (let i = 1; i < turns.length; i++) {
    const k = turns[i]!;
    const c = cls[k]!;
    if (c === OPEN && brk[k + 2] === FREE && k + 2 < count) brk[k + 2] = AFTER_OPENER;
    else if (c === CLOSE && brk[k - 1] === FREE && cls[k - 1] === HAN) brk[k - 1] = BEFORE_CLOSER;
  }
  if (count > 2 && cls[0] === OPEN && brk[2] === FREE) brk[2] = AFTER_OPENER;
}

/** T-06, label glue: nothing breaks inside `[first, end)`, after it, nor after the character that follows. */
export function glueLabel(brk: Uint8Array, first: number, end: number, count: number): void {
  for (let k = first + 1; k <= Math.min(end + 1, count - 1); k++) brk[k] = FORBIDDEN;
}

/**
 * Names of a byline or a 名单: a line breaks inside them only where it would be far too loose, and a blank before one may
 * be narrower, in a 名单 wider too (`kind`). A typed space of a 电头 is as wide as the full-width one that it stands for
 * (`glue`, TYPESETTING 2.4). Names that a sentence parts by 、 break where the line would be loose.
 */
export function priceNames({ text, count, at, cls, scale, glue }: Pick<BreakRow, 'text' | 'count' | 'at' | 'cls'> & { readonly scale: Float32Array; readonly glue: Float32Array }, brk: Uint8Array, kind: Uint8Array): void {
  let k = 0;
  const widen = (place: number): void => {
    const space = at.subarray(0, count).indexOf(place);
    if (space < 0 || cls[space] !== SPACE) return;
    glue[space] = scale[space]!;
    kind[space] = GLUE_BLANK;
  };
  const price = (from: number, to: number, own: number, blank: number): void => {
    while (k > 0 && at[k]! > from) k--;
    while (k < count && at[k]! <= from) k++;
    if (blank !== GLUE_FIXED && k > 1 && (cls[k - 2] === IDEOSPACE || (blank === GLUE_LIST && cls[k - 2] === SPACE))) kind[k - 2] = blank;
    for (; k < count && at[k]! < to; k++) if (brk[k] === FREE || (own === PARTS_NAME && brk[k] !== FORBIDDEN)) brk[k] = own;
  };
  namesInRuns(text, (from, to, isBlank) => price(from, to, PARTS_NAME, isBlank ? GLUE_LIST : GLUE_FIXED));
  namesInBylines(text, (from, to) => price(from, to, PARTS_NAME, GLUE_BLANK), widen);
  namesInSeries(text, (from, to) => price(from, to, PARTS_NUMBER, GLUE_FIXED));
}
