// From characters to classes, with their neighbours: a class for each UTF-16
// unit of a paragraph, written into `out`. Quotes are Chinese unless the
// quotation is Latin through and through (T-table note under 1.1), a hyphen
// between letters belongs to the word, two dashes are a unit and one is a
// connector. What spans say (notes, fixed blanks) is laid over it by shape.
import {
  CLOSE, CONN, DASH, DIGIT, FIXED, HAN, IDEOSPACE, LATIN, NARROW_CLOSE, NARROW_OPEN, NARROW_STOP, OPEN,
  POST, PRE, QUOTE_CLOSE, QUOTE_OPEN, QUOTE_TURN, SIGN, SPACE, WIDE, classTable,
} from './char-class';

const APOSTROPHE = 0x2019;
const HYPHEN = 0x2d;
const TILDE = 0x7e;
const MINUS = 0x2212;
const FULL_WIDTH_HYPHEN = 0xff0d;
const PLUS_MINUS = 0xb1;
/** Behind a number: what stands at the ends of a span (3月-5月, 9时-11时), where a hyphen joins. */
const SPAN_WORDS = '年月日号时点分岁期届条款章节页楼层栋座';
const NO_BREAK_SPACE = 0xa0;

/** Classes that need a second look, a bit each. */
export const DOUBTFUL = (1 << QUOTE_OPEN) | (1 << QUOTE_CLOSE) | (1 << QUOTE_TURN) | (1 << DASH) | (1 << SIGN) | (1 << SPACE) | (1 << WIDE);

/** Writes the class of each unit of `text` into `out[0 … text.length)`. */
export function hotClassify(text: string, out: Uint8Array): void {
  const table = classTable();
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const cls = table[text.charCodeAt(i)]!;
    out[i] = cls;
    seen |= 1 << cls;
  }
  if ((seen & DOUBTFUL) !== 0) settle(text, out, (i) => nextDoubtful(out, i, text.length));
}

function nextDoubtful(out: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && ((DOUBTFUL >> out[i]!) & 1) === 0) i++;
  return i;
}

/** Settles the classes of `text` in `out` that need a second look; `next` gives the first unit of DOUBTFUL from one on, the text's length where there is none. */
export function settle(text: string, out: Uint8Array, next: (from: number) => number): void {
  let turn = 0;
  for (let i = next(0); i < text.length; i = next(i + 1)) {
    switch (out[i]!) {
      case QUOTE_OPEN:
        settleQuotation(text, i, out);
        break;
      case QUOTE_CLOSE: // its opener did not take it along
        out[i] = text.charCodeAt(i) === APOSTROPHE && out[i - 1] === LATIN && out[i + 1] === LATIN ? NARROW_STOP : CLOSE;
        break;
      case QUOTE_TURN:
        out[i] = turn++ % 2 === 0 ? NARROW_OPEN : NARROW_CLOSE;
        break;
      case DASH:
        if (text[i] === '—') {
          if (text[i + 1] === '—') out[++i] = DASH;
          else out[i] = CONN;
        }
        break;
      case SIGN:
        settleSign(text, i, out);
        break;
      case WIDE:
        if (!standsWithFigures(text, i, out)) out[i] = HAN;
        break;
      case SPACE:
        if (text.charCodeAt(i) === NO_BREAK_SPACE) out[i] = FIXED;
        break;
    }
  }
}

/** Signs that say how much the number behind them is, whatever stands before: ≥90%. */
const COMPARES = '＞＜≈≠≤≥≦≧';

/** T-05: a full-width sign between figures, a comparison before one, a full-width figure beside another. */
function standsWithFigures(text: string, i: number, out: Uint8Array): boolean {
  const before = isFigure(out[i - 1]) || out[i - 1] === POST;
  const after = isFigure(out[i + 1]);
  if (isWideFigure(text.charCodeAt(i))) return before || after;
  return after && (before || COMPARES.includes(text[i]!));
}

function isFigure(cls: number | undefined): boolean {
  return cls === DIGIT || cls === LATIN || cls === WIDE;
}

/** ０…９ Ａ…Ｚ ａ…ｚ */
function isWideFigure(code: number): boolean {
  return (code >= 0xff10 && code < 0xff1a) || (code >= 0xff21 && code < 0xff3b) || (code >= 0xff41 && code < 0xff5b);
}

/** A sign before a number that nothing joins to it is the number's (T-05: -3.2% is whole); a hyphen or tilde that joins Chinese is a connector. */
function settleSign(text: string, i: number, out: Uint8Array): void {
  const code = text.charCodeAt(i);
  if (isMinus(code) && out[i + 1] === DIGIT && !isSpan(text, i, out)) {
    out[i] = PRE;
    return;
  }
  if (code === MINUS || code === FULL_WIDTH_HYPHEN) {
    if (!(isWord(out[i - 1]) && isWord(out[i + 1]))) out[i] = HAN;
    return;
  }
  if (code === TILDE || (code === HYPHEN && !(isWord(out[i - 1]) && isWord(out[i + 1])))) {
    if (isCjk(out[i - 1]) || isCjk(out[i + 1]) || code === TILDE) out[i] = CONN;
  }
}

function isMinus(code: number): boolean {
  return code === HYPHEN || code === MINUS || code === FULL_WIDTH_HYPHEN || code === PLUS_MINUS;
}

/** Something stands before the sign that it joins to the number behind: a number, a word of letters, 3月, 50%. */
function isSpan(text: string, i: number, out: Uint8Array): boolean {
  const before = out[i - 1];
  return isWord(before) || before === POST || before === CLOSE || before === NARROW_CLOSE || (SPAN_WORDS.includes(text[i - 1] ?? '，') && out[i - 2] === DIGIT);
}

function isWord(cls: number | undefined): boolean {
  return cls === LATIN || cls === DIGIT || cls === SIGN;
}

function isCjk(cls: number | undefined): boolean {
  return cls === HAN || cls === OPEN || cls === CLOSE;
}

/**
 * A quotation stays in Latin forms when it holds Latin alone and stands among Latin: letters, not
 * Han, are its neighbours over spaces on both sides (the paragraph's edge counts as either, once).
 */
function settleQuotation(text: string, open: number, out: Uint8Array): void {
  let close = open + 1;
  let latin = false;
  while (close < text.length && out[close] !== QUOTE_CLOSE && isNarrow(out[close])) {
    if (out[close] === LATIN) latin = true;
    close++;
  }
  const before = neighbour(out, open, -1);
  const after = neighbour(out, close, 1);
  const narrow =
    latin && out[close] === QUOTE_CLOSE && (before === null || isNarrow(before)) && (after === null || isNarrow(after)) &&
    !(before === null && after === null && /[\u4e00-\u9fff]/.test(text));
  out[open] = narrow ? NARROW_OPEN : OPEN;
  if (narrow) out[close] = NARROW_CLOSE;
}

function isNarrow(cls: number | undefined): boolean {
  switch (cls) {
    case LATIN: case DIGIT: case SIGN: case SPACE: case NARROW_STOP: case NARROW_OPEN: case NARROW_CLOSE: case POST: case PRE:
      return true;
    default:
      return false;
  }
}

function neighbour(out: Uint8Array, from: number, step: 1 | -1): number | null {
  let i = from + step;
  while (out[i] === SPACE || out[i] === IDEOSPACE) i += step;
  return out[i] ?? null;
}
