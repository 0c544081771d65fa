// A Type 2 charstring drawn higher. All its places are steps from the last but
// two: the first moveto of the outline and the edge of the first horizontal
// stem. So a whole glyph is raised by changing two operands, and curves, hints
// and widths stay as the maker wrote them.
import { numberAt, numberLength, operatorLength } from './charstring';

const HSTEM = 1;
const VMOVETO = 4;
const ENDCHAR = 14;
const HSTEMHM = 18;
const RMOVETO = 21;
const HMOVETO = 22;
/** A stem and a moveto each grow by four bytes at most; a number in its longest form has five. */
const GROWTH = 16;

/** `code`: a flat charstring (note 5177); `dy`: font units, whole. @throws FontError `unsupported` for arithmetic. */
export function raiseCharstring(code: Uint8Array, dy: number): Uint8Array {
  const hints = { depth: 0, stems: 0 };
  let stem = -1; // places of the operands to change
  let before = -1;
  let last = -1;
  let begun = false;
  for (let at = 0; at < code.length; ) {
    const b = code[at]!;
    if (b === 28 || b >= 32) {
      if (hints.depth === 0) before = at;
      last = at;
      hints.depth += 1;
      at += numberLength(b);
      continue;
    }
    if (b === ENDCHAR) return code; // nothing drawn
    if (b === RMOVETO || b === VMOVETO || b === HMOVETO) return last < 0 ? code : rewrite(code, dy, stem, last, at);
    if ((b === HSTEM || b === HSTEMHM) && stem < 0 && hints.depth > 1) {
      // an odd number of operands begins with the width
      stem = !begun && hints.depth % 2 === 1 ? before + numberLength(code[before]!) : before;
    }
    begun = true;
    at += operatorLength(code, at, hints);
    hints.depth = 0;
    last = -1;
  }
  return code;
}

/** `stem`: place of its edge, −1 for none; `move`: place of the moveto's last operand, `operator` of itself. */
function rewrite(code: Uint8Array, dy: number, stem: number, move: number, operator: number): Uint8Array {
  const out = new Uint8Array(code.length + GROWTH);
  let from = 0;
  let size = 0;
  const copy = (to: number): void => {
    for (; from < to; from += 1) out[size++] = code[from]!;
  };
  if (stem >= 0) {
    copy(stem);
    size = writeNumber(out, size, numberAt(code, stem) + dy);
    from = stem + numberLength(code[stem]!);
  }
  if (code[operator] === HMOVETO) {
    copy(operator);
    size = writeNumber(out, size, dy);
    out[size++] = RMOVETO;
    from = operator + 1;
  } else {
    copy(move);
    size = writeNumber(out, size, numberAt(code, move) + dy);
    from = move + numberLength(code[move]!);
  }
  out.set(code.subarray(from), size);
  return out.subarray(0, size + code.length - from);
}

/** Whole numbers in their three-byte form, others in 16.16. Returns the place behind it. */
function writeNumber(out: Uint8Array, at: number, value: number): number {
  const whole = Number.isInteger(value);
  const bits = whole ? value : Math.round(value * 65536);
  if (whole) {
    out[at] = 28;
    out[at + 1] = bits >> 8;
    out[at + 2] = bits;
    return at + 3;
  }
  out[at] = 255;
  for (let i = 0; i < 4; i += 1) out[at + 1 + i] = bits >> (24 - i * 8);
  return at + 5;
}
