// Ink of CFF glyphs: a Type 2 charstring (Adobe 5177) is run until one of its
// contours spans an area; where none does there is no ink. Text extraction does
// not notice a subset whose outlines are empty or cannot be reached; this does.
// Running all charstrings to their ends took a third of a cold export.
import { type CffIndex, openCffOutlines } from './cff-table';
import { PdfFault } from './pdf-object';

/** Whether the glyph of a CID has ink. @throws PdfFault for a broken font or a CID that it has not. */
export function cffInk(bytes: Uint8Array): (cid: number) => boolean {
  const font = openCffOutlines(bytes);
  return (cid) => {
    const code = font.charstring(cid);
    if (code === null) throw new PdfFault(`嵌入的 CFF 字体没有 CID ${cid}`);
    const pen = new InkPen(font.globalSubrs, font.localSubrs(cid));
    pen.run(code, 0);
    return pen.hasInk();
  };
}

/** Interprets a charstring, keeping only the box of the contour that is drawn. */
class InkPen {
  readonly #global: CffIndex;
  readonly #local: CffIndex | null;
  readonly #stack: number[] = [];
  #hints = 0;
  #x = 0;
  #y = 0;
  #xMin = 0;
  #xMax = 0;
  #yMin = 0;
  #yMax = 0;
  #ink = false;
  #ended = false;

  constructor(global: CffIndex, local: CffIndex | null) {
    this.#global = global;
    this.#local = local;
  }

  hasInk(): boolean {
    return this.#ink;
  }

  run(code: Uint8Array, depth: number): void {
    if (depth > 10) throw new PdfFault('嵌入的 CFF 字体的子程序套得太深');
    const stack = this.#stack;
    for (let at = 0; at < code.length && !this.#ended; ) {
      const byte = code[at++] as number;
      if (byte >= 32 || byte === 28) {
        at = this.#number(code, at, byte);
        continue;
      }
      switch (byte) {
        case 10: // callsubr
          this.#call(this.#local, depth);
          break;
        case 29: // callgsubr
          this.#call(this.#global, depth);
          break;
        case 11: // return
          return;
        case 14: // endchar
          this.#ended = true;
          break;
        case 19: // hintmask
        case 20: // cntrmask
          this.#hints += stack.length >> 1;
          stack.length = 0;
          at += (this.#hints + 7) >> 3;
          break;
        case 12:
          this.#flex(code[at++] as number);
          stack.length = 0;
          break;
        default:
          this.#operator(byte);
          stack.length = 0;
      }
    }
  }

  #number(code: Uint8Array, at: number, byte: number): number {
    if (byte === 28) this.#stack.push((((code[at] as number) << 24) >> 16) | (code[at + 1] as number));
    else if (byte <= 246) this.#stack.push(byte - 139);
    else if (byte <= 250) this.#stack.push((byte - 247) * 256 + (code[at] as number) + 108);
    else if (byte <= 254) this.#stack.push(-(byte - 251) * 256 - (code[at] as number) - 108);
    else this.#stack.push((((code[at] as number) << 24) | ((code[at + 1] as number) << 16) | ((code[at + 2] as number) << 8) | (code[at + 3] as number)) / 65536);
    return at + (byte === 28 ? 2 : byte <= 246 ? 0 : byte <= 254 ? 1 : 4);
  }

  #call(subrs: CffIndex | null, depth: number): void {
    const number = this.#stack.pop();
    if (subrs === null || number === undefined) throw new PdfFault('嵌入的 CFF 字体少了子程序');
    const bias = subrs.count < 1240 ? 107 : subrs.count < 33900 ? 1131 : 32768;
    this.run(subrs.item(number + bias), depth + 1);
  }

  #operator(operator: number): void {
    const s = this.#stack;
    const n = s.length;
    switch (operator) {
      case 1: // hstem, vstem and their hintmask forms
      case 3:
      case 18:
      case 23:
        this.#hints += n >> 1;
        break;
      // A width may stand before the first operands: the moves take theirs from the end.
      case 21: // rmoveto
        this.#move(s[n - 2] ?? 0, s[n - 1] ?? 0);
        break;
      case 22: // hmoveto
        this.#move(s[n - 1] ?? 0, 0);
        break;
      case 4: // vmoveto
        this.#move(0, s[n - 1] ?? 0);
        break;
      case 5: // rlineto
        this.#lines(0, n);
        break;
      case 6: // hlineto
      case 7: // vlineto
        for (let i = 0; i < n; i++) this.#alternate((operator === 6) === (i % 2 === 0), s[i] as number);
        break;
      case 8: // rrcurveto
        this.#lines(0, n);
        break;
      case 24: // rcurveline
      case 25: // rlinecurve
        this.#lines(0, n);
        break;
      case 26: // vvcurveto
      case 27: // hhcurveto
        this.#parallelCurves(operator === 27);
        break;
      case 30: // vhcurveto
      case 31: // hvcurveto
        this.#turningCurves(operator === 31);
        break;
      default:
        throw new PdfFault(`嵌入的 CFF 字体里有不认识的指令 ${operator}`);
    }
  }

  #move(dx: number, dy: number): void {
    this.#x += dx;
    this.#y += dy;
    this.#xMin = this.#xMax = this.#x;
    this.#yMin = this.#yMax = this.#y;
  }

  /** A line, or a leg of a control polygon: the box of the control points tells an area as well. */
  #line(dx: number, dy: number): void {
    const x = (this.#x += dx);
    const y = (this.#y += dy);
    if (x < this.#xMin) this.#xMin = x;
    if (x > this.#xMax) this.#xMax = x;
    if (y < this.#yMin) this.#yMin = y;
    if (y > this.#yMax) this.#yMax = y;
    if (this.#xMax > this.#xMin && this.#yMax > this.#yMin) this.#ink = this.#ended = true;
  }

  #alternate(horizontal: boolean, delta: number): void {
    this.#line(horizontal ? delta : 0, horizontal ? 0 : delta);
  }

  #lines(from: number, to: number): void {
    const s = this.#stack;
    for (let i = from; i + 1 < to && !this.#ended; i += 2) this.#line(s[i] as number, s[i + 1] as number);
  }

  /** hhcurveto and vvcurveto: curves that leave and arrive in one direction; an odd operand first is the other one's. */
  #parallelCurves(horizontal: boolean): void {
    const s = this.#stack;
    let i = s.length % 4 === 0 ? 0 : 1;
    let aside = i === 1 ? (s[0] as number) : 0;
    for (; i + 3 < s.length; i += 4) {
      const along = s[i] as number;
      this.#line(horizontal ? along : aside, horizontal ? aside : along);
      this.#line(s[i + 1] as number, s[i + 2] as number);
      this.#alternate(horizontal, s[i + 3] as number);
      aside = 0;
    }
  }

  /** hvcurveto and vhcurveto: curves that turn, each beginning where the last one pointed. */
  #turningCurves(startsHorizontal: boolean): void {
    const s = this.#stack;
    let horizontal = startsHorizontal;
    for (let i = 0; i + 3 < s.length; i += 4) {
      const last = s.length - i === 5 ? (s[i + 4] as number) : 0;
      this.#alternate(horizontal, s[i] as number);
      this.#line(s[i + 1] as number, s[i + 2] as number);
      const along = s[i + 3] as number;
      this.#line(horizontal ? last : along, horizontal ? along : last);
      horizontal = !horizontal;
    }
  }

  #flex(operator: number): void {
    const s = this.#stack;
    const d = (i: number): number => s[i] ?? 0;
    switch (operator) {
      case 35: // flex
        this.#lines(0, 12);
        break;
      case 34: // hflex
        this.#line(d(0), 0);
        this.#line(d(1), d(2));
        for (let i = 3; i < 7; i++) this.#line(d(i), i === 5 ? -d(2) : 0);
        break;
      case 36: // hflex1
        this.#lines(0, 4);
        for (const i of [4, 5]) this.#line(d(i), 0);
        this.#lines(6, 8);
        this.#line(d(8), -(d(1) + d(3) + d(7)));
        break;
      case 37: // flex1
        this.#lines(0, 10);
        this.#line(d(10), 0);
        break;
      default:
        throw new PdfFault(`嵌入的 CFF 字体里有不认识的指令 12 ${operator}`);
    }
  }
}
