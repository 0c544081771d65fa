// Glue between glyphs (T-04, T-10, T-11, T-14, T-25): what stands naturally
// before each glyph, what kind it is (so that a line knows what it may take or
// give), and whether the place opens when a line is loosened. Works on the
// paragraph's one row of glyphs, so that squeezing runs on over style borders.
import type { ParagraphStyle } from '../flow/flow';
import {
  CLASS_COUNT, CLOSE, COMBINING, CONN, DASH, DIGIT, ELLIPSIS, FIXED, HAN, IDEOSPACE, LATIN, MID, NARROW_CLOSE, NARROW_OPEN, NARROW_STOP,
  NOTE, OPEN, POST, PRE, SIGN, SOL, SPACE, STOP_END, STOP_IN, WIDE,
} from './char-class';
import { GLUE_BRACKET, GLUE_COMMA, GLUE_FIXED, GLUE_GAP, GLUE_STOP, GLUE_WORD, OPENING } from './shaped';

/** The adjustable half of a mark, em. */
const HALF = 0.5;
/** Blank of a typed U+0020 beside Han: in titles it stands for a comma (N-13) and takes an em. */
const TITLE_SPACE = 1;
const HAN_SPACE = 0.5;

/** The row of glyphs under work. */
export interface Row {
  readonly text: string;
  readonly count: number;
  readonly at: Uint32Array;
  readonly cls: Uint8Array;
  /** Size of each glyph's text, em of the paragraph's. */
  readonly scale: Float32Array;
  /** On entry 0, but its font's advance in em for a SPACE. */
  readonly glue: Float32Array;
  readonly kind: Uint8Array;
  /** Glyphs to look at: all that are no plain Han or stand right after such, and the first. */
  readonly turns: Uint32Array;
}

/** Fills `glue` and `kind` of the row. The first glyph gets the blank that an opener has on its left. */
export function spaceOut(row: Row, style: ParagraphStyle): void {
  const { count, cls, glue, kind, scale, turns } = row;
  const blanks = BLANKS[style.punctuation];
  kind.fill(GLUE_FIXED | OPENING, 0, count);
  let a = -1; // class of the glyph before, drawn-over ones left out
  let stack = 0; // stops ？！ in a row so far (T-04)
  let before = -1;
  for (let i = 0; i < turns.length; i++) {
    const k = turns[i]!;
    const b = cls[k]!;
    if (k > before + 1) {
      a = HAN;
      stack = 0;
    }
    before = k;
    if (a === HAN && b === HAN) continue;
    if (b === COMBINING) {
      glue[k] = 0;
      kind[k] = GLUE_FIXED;
      continue;
    }
    if (b === SPACE || b === IDEOSPACE) {
      blankBefore(row, k, a, style);
    } else if (a < 0) {
      glue[k] = b === OPEN ? blanks.open * scale[k]! : 0;
      kind[k] = GLUE_FIXED;
    } else {
      const pair = a * CLASS_COUNT + b;
      let plan = PLANS[pair]!;
      if (plan === UNKNOWN) plan = PLANS[pair] = planOf(a, b);
      if (stack > 0 && b === STOP_END && isShout(row, k)) plan &= ~OPENING;
      // nearly all there is, and already so
      if (plan !== OPENING) between(row, k, a, b, plan, stack, blanks, style.hanLatinGap);
    }
    stack = b === STOP_END && isShout(row, k) ? stack + 1 : 0;
    a = b;
  }
}

/** A mark's natural blank by style: `stop` right of 。？！, `comma` right of ，、；：, `close` and `open` of brackets. */
interface Blanks {
  readonly stop: number;
  readonly comma: number;
  readonly close: number;
  readonly open: number;
}

const BLANKS: Readonly<Record<ParagraphStyle['punctuation'], Blanks>> = {
  quanjiao: { stop: HALF, comma: HALF, close: HALF, open: HALF },
  kaiming: { stop: HALF, comma: 0, close: 0, open: 0 },
  banjiao: { stop: 0, comma: 0, close: 0, open: 0 },
  // marks keep their em as a box: no blank that could be taken
  plain: { stop: 0, comma: 0, close: 0, open: 0 },
};

function isShout(row: Row, k: number): boolean {
  const code = row.text.charCodeAt(row.at[k]!);
  return code === 0xff1f || code === 0xff01;
}

/** A typed blank: its room is glue, so that it falls away at a line's edge (T-06). */
function blankBefore(row: Row, k: number, a: number, style: ParagraphStyle): void {
  const scale = row.scale[k]!;
  if (row.cls[k] === IDEOSPACE) {
    row.glue[k] = scale;
    // One em as it was typed, however loose its line is (T-22 opens word spaces).
    row.kind[k] = GLUE_FIXED;
    return;
  }
  if (isLatinish(a) || isLatinish(row.cls[k + 1] ?? -1)) {
    row.glue[k] = Math.min(0.5, Math.max(0.25, row.glue[k]!)) * scale;
    row.kind[k] = GLUE_WORD | OPENING;
  } else {
    row.glue[k] = (style.title ? TITLE_SPACE : HAN_SPACE) * scale;
    row.kind[k] = (style.title ? GLUE_FIXED : GLUE_WORD) | OPENING;
  }
}

// What stands between two classes, whatever the style: OPENING where it takes part in T-22 step 3, one of these forms, and SOFT where it can be squeezed.
const BARE = 0;
/** The blank right of a mark. */
const AFTER_MARK = 1;
/** The blank left of an opener. */
const BEFORE_OPENER = 2;
const HAN_LATIN = 3;
const FORM = 3;
const SOFT = 0x10;

/** Value of `PLANS` for a pair that no text has had so far. */
const UNKNOWN = 0xff;
/** By `a * CLASS_COUNT + b`, as far as it was asked. */
const PLANS = new Uint8Array(CLASS_COUNT * CLASS_COUNT).fill(UNKNOWN);

function planOf(a: number, b: number): number {
  return formOf(a, b) | (opens(a, b) ? OPENING : 0);
}

function formOf(a: number, b: number): number {
  switch (a) {
    case STOP_END:
    case STOP_IN:
    case CLOSE:
      // trimmed before another closing mark, a note and a typed blank; else it stands, one blank where two meet (T-11)
      if (b === STOP_END || b === STOP_IN || b === CLOSE || b === NOTE || b === NARROW_CLOSE || b === NARROW_STOP) return BARE;
      return b === DASH || b === ELLIPSIS ? AFTER_MARK : AFTER_MARK | SOFT;
    case SPACE:
    case IDEOSPACE:
    case OPEN:
    case NOTE:
    case FIXED:
      return BARE; // no blank of their own, and an opener after them loses its left one
    default:
      if (b === OPEN) return a === DASH || a === ELLIPSIS ? BEFORE_OPENER : BEFORE_OPENER | SOFT;
      return isHanLatin(a, b) ? HAN_LATIN : BARE;
  }
}

function between(row: Row, k: number, a: number, b: number, plan: number, stack: number, blanks: Blanks, gap: number): void {
  const scale = row.scale[k]!;
  const before = row.scale[k - 1]!;
  let glue = 0;
  let kind = GLUE_FIXED | (plan & OPENING);
  switch (plan & FORM) {
    case AFTER_MARK:
      if (a === STOP_END && stack === 2) break; // two ？！ take one em together (T-04)
      glue = (a === STOP_END ? blanks.stop : a === STOP_IN ? blanks.comma : blanks.close) * before;
      if (b === OPEN && blanks.open * scale > glue) {
        glue = blanks.open * scale;
        kind |= GLUE_BRACKET;
      } else if ((plan & SOFT) !== 0) {
        kind |= a === STOP_END ? GLUE_STOP : a === STOP_IN ? GLUE_COMMA : GLUE_BRACKET;
      }
      break;
    case BEFORE_OPENER:
      glue = blanks.open * scale;
      if ((plan & SOFT) !== 0) kind |= GLUE_BRACKET;
      break;
    case HAN_LATIN:
      if (gap > 0) {
        glue = gap * Math.min(scale, before);
        kind |= GLUE_GAP;
      }
      break;
  }
  row.glue[k] = glue;
  row.kind[k] = kind;
}

/** Whether a Han–Latin gap may stand between two classes (T-25). */
export function isHanLatin(a: number, b: number): boolean {
  return (a === HAN && isWordStart(b)) || (b === HAN && isWordEnd(a));
}

function isWordStart(cls: number): boolean {
  return cls === DIGIT || cls === LATIN || cls === PRE;
}

function isWordEnd(cls: number): boolean {
  return cls === DIGIT || cls === LATIN || cls === POST;
}

/** Whether the place between two classes takes part in T-22 step 3; ？！ in a row never do, which the characters tell. */
function opens(a: number, b: number): boolean {
  if (a === CONN || a === SOL || a === MID || b === CONN || b === SOL || b === MID) return false;
  if (a === FIXED || b === FIXED || b === NOTE || a === SPACE || a === IDEOSPACE) return false;
  if (a === b && (a === DASH || a === ELLIPSIS)) return false;
  if (b === POST && a !== HAN) return false;
  return !(isLatinish(a) && isLatinish(b));
}

/** Inside numbers, words and formulas nothing opens. */
function isLatinish(cls: number): boolean {
  switch (cls) {
    case DIGIT: case LATIN: case SIGN: case NARROW_STOP: case NARROW_OPEN: case NARROW_CLOSE: case POST: case PRE: case WIDE:
      return true;
    default:
      return false;
  }
}
