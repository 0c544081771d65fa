// A Type 2 charstring drawn higher. All its places are relative but the first
// of each kind: the first moveto of the outline and the edge of the first
// horizontal stem. So a whole glyph is raised by changing two operands, and
// hints, curves and widths stay as the maker wrote them.
import { numberAt, numberLength, operatorLength } from './charstring';

const HSTEM = 1;
const VMOVETO = 4;
const ENDCHAR = 14;
const HSTEMHM = 18;
const RMOVETO = 21;
const HMOVETO = 22;

/** `code`: a flat charstring (note 5177); `dy`: font units, whole. @throws FontError `unsupported` for arithmetic. */
export function raiseCharstring(code: Uint8Array, dy: number): Uint8Array {
  const out: number[] = [];
  const operands: number[] = []; // places in `code`
  const hints = { depth: 0, stems: 0 };
  let copied = 0;
  let first = true;
  const replace = (operand: number | undefined): void => {
    if (operand === undefined) return;
    copyTo(operand);
    out.push(...encodeNumber(numberAt(code, operand) + dy));
    copied = operand + numberLength(code[operand]!);
  };
  const copyTo = (end: number): void => {
    for (; copied < end; copied += 1) out.push(code[copied]!);
  };
  for (let at = 0; at < code.length; ) {
    const b = code[at]!;
    if (b === 28 || b >= 32) {
      operands.push(at);
      at += numberLength(b);
      continue;
    }
    if (b === ENDCHAR) return code; // nothing drawn
    if (b === RMOVETO || b === VMOVETO || b === HMOVETO) {
      if (b === HMOVETO) {
        copyTo(at);
        out.push(...encodeNumber(dy), RMOVETO);
        copied = at + 1;
      } else {
        replace(operands.at(-1));
      }
      const raised = new Uint8Array(out.length + code.length - copied);
      raised.set(out);
      raised.set(code.subarray(copied), out.length);
      return raised;
    }
    // an odd number of operands begins with the width
    if (b === HSTEM || b === HSTEMHM) replace(operands[first ? operands.length % 2 : 0]);
    first = false;
    hints.depth = operands.length;
    at += operatorLength(code, at, hints);
    operands.length = 0;
  }
  return code;
}

/** Whole numbers in their three-byte form, others in 16.16. */
function encodeNumber(value: number): number[] {
  if (Number.isInteger(value)) return [28, (value >> 8) & 255, value & 255];
  const fixed = Math.round(value * 65536);
  return [255, (fixed >> 24) & 255, (fixed >> 16) & 255, (fixed >> 8) & 255, fixed & 255];
}
