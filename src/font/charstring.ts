// Type 2 charstrings (Adobe technical note 5177). `flattenCharstring` writes a
// glyph without subroutine calls: the subset then needs no subroutines, each
// glyph stands alone, and drawing has one simple loop. `traceCharstring` draws
// a flat one; hints are counted and skipped. The arithmetic operators, which
// no Chinese face uses, are refused with a word.
import { i16 } from './byte-source';
import { FontError } from './font-error';

const HSTEM = 1;
const VSTEM = 3;
const VMOVETO = 4;
const RLINETO = 5;
const HLINETO = 6;
const VLINETO = 7;
const RRCURVETO = 8;
const CALLSUBR = 10;
const RETURN = 11;
const ESCAPE = 12;
const ENDCHAR = 14;
const HSTEMHM = 18;
const HINTMASK = 19;
const CNTRMASK = 20;
const RMOVETO = 21;
const HMOVETO = 22;
const VSTEMHM = 23;
const RCURVELINE = 24;
const RLINECURVE = 25;
const VVCURVETO = 26;
const HHCURVETO = 27;
const CALLGSUBR = 29;
const VHCURVETO = 30;
const HVCURVETO = 31;
const HFLEX = 34;
const FLEX = 35;
const HFLEX1 = 36;
const FLEX1 = 37;

/** Note 5177 allows 10; a loop of calls must end. */
const MAX_DEPTH = 10;
const MAX_STACK = 513;
/** Note 5177 ends a charstring at 64 KB; calls of calls that double each time must end as well. */
const MAX_LENGTH = 1 << 20;

/** A list of subroutines; undefined past its end. */
export type Subroutines = (index: number) => Uint8Array | undefined;

export interface SubroutineLists {
  readonly globals: Subroutines;
  readonly globalCount: number;
  readonly locals: Subroutines;
  readonly localCount: number;
}

/** Length in bytes of the number whose first byte is b (28 or ≥ 32). */
export function numberLength(b: number): number {
  if (b === 28) return 3;
  return b <= 246 ? 1 : b <= 254 ? 2 : 5;
}

/** Value of the number at `at`. */
export function numberAt(code: Uint8Array, at: number): number {
  const b = code[at]!;
  if (b === 28) return i16(code, at + 1);
  if (b <= 246) return b - 139;
  if (b <= 250) return (b - 247) * 256 + code[at + 1]! + 108;
  if (b <= 254) return -(b - 251) * 256 - code[at + 1]! - 108;
  return i16(code, at + 1) + ((code[at + 3]! << 8) | code[at + 4]!) / 65536;
}

function bias(count: number): number {
  return count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
}

/** @throws FontError `broken`, or `unsupported` for arithmetic in charstrings. */
export function flattenCharstring(code: Uint8Array, subroutines: SubroutineLists): Uint8Array {
  if (subroutines.globalCount === 0 && subroutines.localCount === 0) return code;
  const state: Flattening = { out: new Uint8Array(Math.max(256, code.length * 4)), size: 0, depth: 0, stems: 0, ended: false };
  flattenInto(code, subroutines, state, 0);
  return state.out.slice(0, state.size);
}

interface Flattening {
  out: Uint8Array;
  size: number;
  /** Operands on the stack. */
  depth: number;
  stems: number;
  ended: boolean;
}

/** Copies the code in runs, each up to the number of the next call. */
function flattenInto(code: Uint8Array, lists: SubroutineLists, state: Flattening, level: number): void {
  if (level > MAX_DEPTH) throw new FontError('broken', '字体的 CFF 子程序嵌套过深');
  let run = 0;
  let number = -1;
  for (let at = 0; at < code.length; ) {
    const b = code[at]!;
    if (b === 28 || b >= 32) {
      number = at;
      state.depth += 1;
      at += numberLength(b);
    } else if (b === CALLSUBR || b === CALLGSUBR) {
      if (number < 0) throw new FontError('unsupported', '字体的 CFF 轮廓以计算结果调用子程序');
      emit(state, code, run, number);
      state.depth -= 1;
      flattenInto(calledBy(b, numberAt(code, number), lists), lists, state, level + 1);
      if (state.ended) return;
      number = -1;
      at += 1;
      run = at;
    } else if (b === RETURN) {
      emit(state, code, run, at);
      return;
    } else {
      at += operatorLength(code, at, state);
      state.depth = 0;
      number = -1;
      if (b === ENDCHAR) {
        state.ended = true;
        break;
      }
    }
  }
  emit(state, code, run, code.length);
}

function calledBy(operator: number, value: number, lists: SubroutineLists): Uint8Array {
  const body = operator === CALLSUBR ? lists.locals(value + bias(lists.localCount)) : lists.globals(value + bias(lists.globalCount));
  if (body === undefined) throw new FontError('broken', '字体的 CFF 轮廓引用了不存在的子程序');
  return body;
}

/** Bytes of the operator at `at`, the mask of hintmask and cntrmask included; counts stems. */
export function operatorLength(code: Uint8Array, at: number, state: { depth: number; stems: number }): number {
  switch (code[at]!) {
    case HSTEM: case VSTEM: case HSTEMHM: case VSTEMHM:
      state.stems += state.depth >> 1;
      return 1;
    case HINTMASK: case CNTRMASK:
      state.stems += state.depth >> 1; // an implied vstemhm
      return 1 + ((state.stems + 7) >> 3);
    case ESCAPE:
      if (code[at + 1]! < HFLEX || code[at + 1]! > FLEX1) throw new FontError('unsupported', '字体的 CFF 轮廓含有计算指令');
      return 2;
    default:
      return 1;
  }
}

function emit(state: Flattening, code: Uint8Array, from: number, to: number): void {
  const size = state.size + to - from;
  if (size > MAX_LENGTH) throw new FontError('broken', '字体的 CFF 轮廓过长');
  if (size > state.out.length) {
    const larger = new Uint8Array(size * 2);
    larger.set(state.out.subarray(0, state.size));
    state.out = larger;
  }
  state.out.set(code.subarray(from, to), state.size);
  state.size = size;
}

/** What a traced glyph draws; contours are closed by the tracer. */
export interface CurveSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  curveTo(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number): void;
  close(): void;
}

/** Draws a flat charstring. @throws FontError `broken` or `unsupported`. */
export function traceCharstring(code: Uint8Array, sink: CurveSink): void {
  const pen = new Pen(sink);
  const stack: number[] = [];
  const hints = { depth: 0, stems: 0 };
  let first = true;
  // The width may stand before the operands of the first operator that clears the stack.
  const dropWidth = (expected: boolean): void => {
    if (first && expected) stack.shift();
    first = false;
  };
  for (let at = 0; at < code.length; ) {
    const b = code[at]!;
    if (b === 28 || b >= 32) {
      if (stack.length >= MAX_STACK) throw new FontError('broken', '字体的 CFF 轮廓数据损坏');
      stack.push(numberAt(code, at));
      at += numberLength(b);
      continue;
    }
    switch (b) {
      case HSTEM: case VSTEM: case HSTEMHM: case VSTEMHM: case HINTMASK: case CNTRMASK:
        dropWidth(stack.length % 2 === 1);
        break;
      case RMOVETO:
        dropWidth(stack.length > 2);
        pen.move(stack[0] ?? 0, stack[1] ?? 0);
        break;
      case HMOVETO:
        dropWidth(stack.length > 1);
        pen.move(stack[0] ?? 0, 0);
        break;
      case VMOVETO:
        dropWidth(stack.length > 1);
        pen.move(0, stack[0] ?? 0);
        break;
      case ENDCHAR:
        dropWidth(stack.length === 1 || stack.length === 5);
        if (stack.length >= 4) throw new FontError('unsupported', '字体的 CFF 轮廓含有已废弃的组合字形');
        pen.close();
        return;
      case CALLSUBR: case CALLGSUBR: case RETURN:
        throw new TypeError('traceCharstring takes a flat charstring');
      default:
        drawOperator(b === ESCAPE ? 1200 + code[at + 1]! : b, stack, pen);
    }
    hints.depth = stack.length;
    at += operatorLength(code, at, hints);
    stack.length = 0;
  }
  pen.close();
}

class Pen {
  x = 0;
  y = 0;
  #open = false;
  readonly #sink: CurveSink;

  constructor(sink: CurveSink) {
    this.#sink = sink;
  }

  move(dx: number, dy: number): void {
    this.close();
    this.x += dx;
    this.y += dy;
    this.#sink.moveTo(this.x, this.y);
    this.#open = true;
  }

  line(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.#sink.lineTo(this.x, this.y);
  }

  curve(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): void {
    const x1 = this.x + ax;
    const y1 = this.y + ay;
    const x2 = x1 + bx;
    const y2 = y1 + by;
    this.x = x2 + cx;
    this.y = y2 + cy;
    this.#sink.curveTo(x1, y1, x2, y2, this.x, this.y);
  }

  close(): void {
    if (this.#open) this.#sink.close();
    this.#open = false;
  }
}

function drawOperator(operator: number, s: readonly number[], pen: Pen): void {
  const n = s.length;
  const v = (i: number): number => s[i]!;
  switch (operator) {
    case RLINETO:
      for (let i = 0; i + 1 < n; i += 2) pen.line(v(i), v(i + 1));
      return;
    case HLINETO: case VLINETO:
      for (let i = 0; i < n; i += 1) {
        if ((operator === HLINETO) === (i % 2 === 0)) pen.line(v(i), 0);
        else pen.line(0, v(i));
      }
      return;
    case RRCURVETO: case RCURVELINE: {
      let i = 0;
      for (; i + 5 < n; i += 6) pen.curve(v(i), v(i + 1), v(i + 2), v(i + 3), v(i + 4), v(i + 5));
      if (operator === RCURVELINE && i + 1 < n) pen.line(v(i), v(i + 1));
      return;
    }
    case RLINECURVE: {
      let i = 0;
      for (; i + 7 < n; i += 2) pen.line(v(i), v(i + 1));
      if (i + 5 < n) pen.curve(v(i), v(i + 1), v(i + 2), v(i + 3), v(i + 4), v(i + 5));
      return;
    }
    case VVCURVETO: {
      let side = n % 4 === 1 ? v(0) : 0;
      for (let i = n % 4 === 1 ? 1 : 0; i + 3 < n; i += 4) {
        pen.curve(side, v(i), v(i + 1), v(i + 2), 0, v(i + 3));
        side = 0;
      }
      return;
    }
    case HHCURVETO: {
      let side = n % 4 === 1 ? v(0) : 0;
      for (let i = n % 4 === 1 ? 1 : 0; i + 3 < n; i += 4) {
        pen.curve(v(i), side, v(i + 1), v(i + 2), v(i + 3), 0);
        side = 0;
      }
      return;
    }
    case HVCURVETO: case VHCURVETO: {
      let horizontal = operator === HVCURVETO;
      for (let i = 0; i + 3 < n; i += 4) {
        const last = n - i === 5 ? v(i + 4) : 0;
        if (horizontal) pen.curve(v(i), 0, v(i + 1), v(i + 2), last, v(i + 3));
        else pen.curve(0, v(i), v(i + 1), v(i + 2), v(i + 3), last);
        horizontal = !horizontal;
      }
      return;
    }
    case 1200 + HFLEX: case 1200 + FLEX: case 1200 + HFLEX1: case 1200 + FLEX1:
      if (n < (operator === 1200 + HFLEX ? 7 : operator === 1200 + FLEX ? 12 : operator === 1200 + HFLEX1 ? 9 : 11)) {
        throw new FontError('broken', '字体的 CFF 轮廓数据损坏');
      }
      drawFlex(operator - 1200, s, pen);
      return;
    default:
      throw new FontError('broken', '字体的 CFF 轮廓数据损坏');
  }
}

/** Two curves that may be drawn as a line at small sizes; here always as curves. */
function drawFlex(operator: number, s: readonly number[], pen: Pen): void {
  const v = (i: number): number => s[i]!;
  if (operator === HFLEX) {
    pen.curve(v(0), 0, v(1), v(2), v(3), 0);
    pen.curve(v(4), 0, v(5), -v(2), v(6), 0);
  } else if (operator === FLEX) {
    pen.curve(v(0), v(1), v(2), v(3), v(4), v(5));
    pen.curve(v(6), v(7), v(8), v(9), v(10), v(11));
  } else if (operator === HFLEX1) {
    pen.curve(v(0), v(1), v(2), v(3), v(4), 0);
    pen.curve(v(5), 0, v(6), v(7), v(8), -(v(1) + v(3) + v(7)));
  } else {
    const dx = v(0) + v(2) + v(4) + v(6) + v(8);
    const dy = v(1) + v(3) + v(5) + v(7) + v(9);
    const flat = Math.abs(dx) > Math.abs(dy);
    pen.curve(v(0), v(1), v(2), v(3), v(4), v(5));
    pen.curve(v(6), v(7), v(8), v(9), flat ? v(10) : -dx, flat ? -dy : v(10));
  }
}
