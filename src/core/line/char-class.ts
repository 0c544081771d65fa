// Glyph classes of the line setter (TYPESETTING 1.1). One byte a UTF-16 code
// unit, looked up in a table that is built on the first call, so that a cold
// start pays nothing for it. A class says what a character is by itself; what
// depends on its neighbours (a solidus between letters, a bracket of ASCII
// beside Han) is settled in shape. Code points beyond the BMP are Han-like.

/** Han, kana, full-width letters and symbols: one em, a break on both sides. */
export const HAN = 0;
export const DIGIT = 1;
/** Letters of an alphabet. */
export const LATIN = 2;
/** STOP_END: `。．？！`. */
export const STOP_END = 3;
/** STOP_IN: `，、；：`. */
export const STOP_IN = 4;
export const OPEN = 5;
export const CLOSE = 6;
/** `—` and `⸺`; two of the first make one 2-em unit, one alone becomes CONN in shape. */
export const DASH = 7;
/** `…` and `⋯`; two make one 2-em unit. */
export const ELLIPSIS = 8;
/** 连接号. */
export const CONN = 9;
/** 间隔号. */
export const MID = 10;
/** 分隔号. */
export const SOL = 11;
/** Postfix units. */
export const POST = 12;
/** Prefix marks. */
export const PRE = 13;
/** U+0020 and its like: drops out at a line's end, may shrink and grow. */
export const SPACE = 14;
/** Typed U+3000 (T-06): one em, drops out at a line's end, never starts a line. */
export const IDEOSPACE = 15;
/** ASCII stops: follow what stands before them. */
export const NARROW_STOP = 16;
/** ASCII signs that hold letters and digits together (`1+4+6+N`, `a@b`). */
export const SIGN = 17;
export const NARROW_OPEN = 18;
export const NARROW_CLOSE = 19;
/** Draws nothing and never breaks from what stands before: joiners, variation selectors, soft hyphens. */
export const INVISIBLE = 20;
/** Full-width stop pairs in one character (`‼`): a stop of one em without a blank. */
export const STOP_PAIR = 21;
/** Note anchors (T-06), set by shape from the span. */
export const NOTE = 22;
/** Fixed generated blanks, set by shape from the span. */
export const FIXED = 23;
/** `“ ” ‘ ’`: shared with Latin, become OPEN and CLOSE or narrow forms in shape. */
export const QUOTE_OPEN = 24;
export const QUOTE_CLOSE = 25;
/** Combining marks: no width of their own, drawn over what stands before. */
export const COMBINING = 26;
/** ASCII `"`: opener or closer by its turn in the paragraph. */
export const QUOTE_TURN = 27;
/** Full-width signs, digits and letters that stand with figures (`1＋4＋6＋N`, `3∶2`, `≥90%`): one em each, never parted from them. HAN where no figure is beside. */
export const WIDE = 28;
export const CLASS_COUNT = 29;
/** A decimal point or a comma between two digits: what glyphBox is asked for, never a glyph's class. */
export const POINT = 29;

const SETS: readonly (readonly [number, string])[] = [
  [STOP_END, '。．？！'],
  [STOP_PAIR, '‼⁇⁈⁉'],
  [STOP_IN, '，、；：'],
  [OPEN, '（《〈【〖〔［｛「『'],
  [CLOSE, '）》〉】〗〕］｝」』'],
  [QUOTE_OPEN, '“‘'],
  [QUOTE_CLOSE, '”’'],
  [DASH, '—⸺'],
  [ELLIPSIS, '…⋯'],
  [CONN, '–～'],
  [MID, '·•・‧'],
  [SOL, '/／'],
  [POST, '%％‰℃°′″'],
  [PRE, '￥¥$£€№§#'],
  [NARROW_STOP, ',.;:!?\''],
  [NARROW_OPEN, '([{'],
  [NARROW_CLOSE, ')]}'],
  [SIGN, '+-=&@_*<>\\^|~×'],
  [WIDE, '＋＝＆＠＊＜＞∶∕≈≠≤≥≦≧'],
  [QUOTE_TURN, '"'],
  [SPACE, ' \t\u00a0'],
  [IDEOSPACE, '\u3000'],
];

let table: Uint8Array | null = null;

function build(): Uint8Array {
  const t = new Uint8Array(0x10000); // HAN by default: symbols break like Han
  t.fill(INVISIBLE, 0, 0x20);
  t.fill(LATIN, 0x41, 0x5b);
  t.fill(LATIN, 0x61, 0x7b);
  t.fill(DIGIT, 0x30, 0x3a);
  t[0x60] = LATIN;
  t.fill(INVISIBLE, 0x7f, 0xa0);
  t.fill(LATIN, 0xc0, 0x300);
  t[0xd7] = SIGN;
  t[0xb1] = t[0x2212] = t[0xff0d] = SIGN; // ± − －: a number's sign, a connector or a symbol by their neighbours
  t[0xaa] = t[0xb5] = t[0xba] = LATIN;
  t.fill(COMBINING, 0x300, 0x370);
  t.fill(LATIN, 0x370, 0x530);
  t.fill(LATIN, 0x1e00, 0x2000);
  t.fill(SPACE, 0x2000, 0x200b);
  t.fill(INVISIBLE, 0x200b, 0x2010);
  t.fill(SIGN, 0x2010, 0x2013);
  t.fill(INVISIBLE, 0x2028, 0x202f);
  t.fill(INVISIBLE, 0x2060, 0x2070);
  // ² and ₂ stay with the letters and units that they belong to: CO₂, km².
  t.fill(LATIN, 0x2070, 0x20a0);
  t[0xb2] = t[0xb3] = t[0xb9] = LATIN;
  t.fill(COMBINING, 0x20d0, 0x2100);
  t.fill(WIDE, 0xff10, 0xff1a);
  t.fill(WIDE, 0xff21, 0xff3b);
  t.fill(WIDE, 0xff41, 0xff5b);
  t.fill(INVISIBLE, 0xfe00, 0xfe10);
  t.fill(COMBINING, 0xfe20, 0xfe30);
  t[0xad] = t[0xfeff] = INVISIBLE;
  for (const [cls, characters] of SETS) {
    for (let i = 0; i < characters.length; i++) t[characters.charCodeAt(i)] = cls;
  }
  return t;
}

/** Class of every UTF-16 code unit; built once, on the first call. */
export function classTable(): Uint8Array {
  return (table ??= build());
}
