// From a paragraph to its shaped glyphs, whatever the measure: classes, faces
// with their fallbacks, boxes, glue between them, legal breaks. One pass over
// the characters and two over the glyphs, on scratch arrays that are copied
// once at the end: a report has hundreds of thousands of characters and no
// object is made for any of them. Latin is set letter by letter; no kerning.
import type { Paragraph, Span } from '../flow/flow';
import type { Font } from '../font';
import { glueLabel, listBreaks, priceNames } from './break-list';
import { standNames } from './name-cells';
import {
  CLOSE, COMBINING, CONN, DASH, DIGIT, ELLIPSIS, FIXED, HAN, IDEOSPACE, INVISIBLE, LATIN, NARROW_STOP, NOTE, OPEN, POINT, POST, PRE, SIGN,
  SPACE, STOP_END, STOP_IN, WIDE,
} from './char-class';
import { hotClassify } from './classify';
import { isolateEllipses } from './double-ellipsis';
import { FaceTable, type FontFace, type Fonts, type StyleFaces } from './faces';
import { glyphBox, type GlyphBox } from './glyph-box';
import { ShapeKernel, type Known, type ShapeKernelExports, type TextWriter } from './shape-kernel';
import { GLUE_FIXED, GLUE_LABEL, GLUE_MASK, OPENING, type ShapedParagraph } from './shaped';
import { spaceOut } from './spacing';

export type { ShapedParagraph } from './shaped';

const TWO_EM_DASH = 0x2e3a;
/** 一: where it stands on one em, all Han of the face do. */
const MODEL_HAN = 0x4e00;

/** Arrays under work, grown as needed and used again by the next paragraph. */
let room = 0;
let chars = new Uint8Array(0);
let glyph = new Uint16Array(0);
let face = new Uint8Array(0);
let at = new Uint32Array(0);
let cls = new Uint8Array(0);
let width = new Float32Array(0);
let shift = new Float32Array(0);
let scales = new Float32Array(0);
let glue = new Float32Array(0);
let kind = new Uint8Array(0);
let brk = new Uint8Array(0);
/** Glyphs that are no plain Han, and those right after such: all else is Han between Han, with nothing to look at. Ascending, the first glyph among them. */
let turns = new Uint32Array(0);
let turned = 0;
let count = 0;
let blanks = false;
/** Whether there are ellipses. */
let dots = false;

/** What does the inner loops instead of the code here; it has the arrays then. */
let kernel: ShapeKernel | null = null;

/** Has the inner loops done by WebAssembly from now on, with the same result; by TypeScript again without it. */
export function useShapeKernel(code: ShapeKernelExports | null, writerOf: (memory: ArrayBuffer) => TextWriter): void {
  kernel = code === null ? null : new ShapeKernel(code, writerOf);
  room = 0;
}

/** Takes over the kernel's arrays, new ones where it has moved its memory. */
function takeArrays({ arrays }: ShapeKernel): void {
  ({ at, width, shift, scales, glue, turns, glyph, face, cls, kind, brk, chars } = arrays);
}

function reserve(size: number): void {
  count = 0;
  turned = 1; // turns[0] is 0 always
  blanks = false;
  dots = false;
  if (size <= room) return;
  room = Math.max((size + 7) & ~7, room * 2, 4096);
  if (kernel !== null) {
    kernel.reserve(room);
    takeArrays(kernel);
    return;
  }
  chars = new Uint8Array(room);
  glyph = new Uint16Array(room);
  face = new Uint8Array(room);
  at = new Uint32Array(room);
  cls = new Uint8Array(room);
  width = new Float32Array(room);
  shift = new Float32Array(room);
  scales = new Float32Array(room);
  glue = new Float32Array(room);
  kind = new Uint8Array(room);
  brk = new Uint8Array(room);
  turns = new Uint32Array(2 * room + 1);
}

/**
 * Shapes a paragraph. `fonts`: the faces of each role in the order of fallbacks. Width-independent;
 * the caller keeps it per Paragraph. What had to be substituted is in `issues`.
 * @throws RangeError when `fonts` holds no font at all and the paragraph is not empty
 */
export function shape(paragraph: Paragraph, fonts: Fonts): ShapedParagraph {
  const { text, spans, style } = paragraph;
  reserve(text.length * 2 + 2); // a dash of two ems in one character may need two glyphs
  if (kernel === null) hotClassify(text, chars);
  else kernel.classify(text);
  const table = new FaceTable(fonts, style.text.size);
  const segments = [0];
  const segmentAt = [0];
  const labels: number[] = [];
  const fields = style.fallback === 'field' ? fieldFaces(paragraph, table) : null;
  for (const span of spans) {
    if (span.to <= span.from) continue;
    const faces = table.ofStyle(span.style, span.from, span.to, fields?.get(span.style) ?? null);
    const first = count;
    shapeSpan(text, span, faces, table, style.punctuation !== 'plain', segments, segmentAt);
    if (span.glue === 'label') labels.push(first, count);
  }
  while (turned > 0 && turns[turned - 1]! >= count) turned--;
  const places = turns.subarray(0, turned);
  spaceOut({ text, count, at, cls, scale: scales, glue, kind, turns: places }, style);
  listBreaks({ text, count, at, cls, turns: places }, brk, style.kinsoku);
  priceNames({ text, count, at, cls, scale: scales, glue }, brk, kind);
  if (style.nameCell !== undefined) standNames({ count, cls, width, glue, kind, brk }, style.nameCell);
  for (let i = 0; i < labels.length; i += 2) fixLabel(labels[i]!, labels[i + 1]!);
  if (dots && !style.title) isolateEllipses(text, count, at, cls, segments, segmentAt);
  if (style.spread && segments.length === 1) spread();
  if (style.tracking !== undefined || style.wordSpace !== undefined) track(style.tracking ?? 0, style.wordSpace ?? 1);
  return pack(paragraph, table, segments, segmentAt);
}

/** The font that a style's whole text moves to, where the field lacks a character in its own (`fallback: 'field'`). */
function fieldFaces(paragraph: Paragraph, table: FaceTable): Map<Span['style'], Font> {
  const moved = new Map<Span['style'], Font>();
  for (const span of paragraph.spans) {
    if (moved.has(span.style)) continue;
    const own = table.ownFont(span.style);
    if (own === null) continue;
    const codePoints: number[] = [];
    let lacking = -1;
    let lackingAt = 0;
    for (const s of paragraph.spans) {
      if (s.style !== span.style) continue;
      for (let i = s.from; i < s.to; i++) {
        const cp = paragraph.text.codePointAt(i)!;
        const c = chars[i]!;
        if (cp > 0xffff) i++;
        if (cp === 0x0a || c === SPACE || c === IDEOSPACE || c === INVISIBLE || c === FIXED) continue;
        if (span.style.latin !== 'body' && isLatin(c)) continue;
        codePoints.push(cp);
        if (lacking < 0 && own.glyphOf(cp) === 0) {
          lacking = cp;
          lackingAt = i;
        }
      }
    }
    const font = lacking < 0 ? null : table.fieldFont(span.style, codePoints);
    if (font === null) continue;
    moved.set(span.style, font);
    table.issue('field-substituted', lackingAt, lackingAt + 1, `${String.fromCodePoint(lacking)} ${font.family}`);
  }
  return moved;
}

function isLatin(c: number): boolean {
  return c === DIGIT || c === LATIN || c === SIGN || c === NARROW_STOP || c === POINT || c === POST || c === PRE;
}

function shapeSpan(
  text: string, span: Span, faces: StyleFaces, table: FaceTable, split: boolean, segments: number[], segmentAt: number[],
): void {
  const font = faces.body.font;
  const em = font.unitsPerEm;
  const { scale } = faces;
  const note = span.glue === 'note';
  const model = font.glyphOf(MODEL_HAN);
  const square = model !== 0 && font.advanceOf(model) === em;
  if (kernel !== null && square && span.glue !== 'note' && span.glue !== 'blank') {
    shapeByKernel(kernel, text, span, faces, table, split, segments, segmentAt);
    return;
  }
  // every glyph is a Han until shapeOther says otherwise
  const most = count + 2 * (span.to - span.from); // a unit in one character may take two glyphs
  cls.fill(HAN, count, most);
  face.fill(faces.body.face, count, most);
  width.fill(scale, count, most);
  scales.fill(scale, count, most);
  shift.fill(0, count, most);
  glue.fill(0, count, most);
  const known = knownHan(font);
  for (let i = span.from; i < span.to; i++) {
    if (!note) {
      const first = count;
      i = hotHan(text, i, span.to, known);
      // a Han stands in the middle of one em whatever its advance says
      if (!square) for (let k = first; k < count; k++) shift[k] = ((1 - font.advanceOf(glyph[k]!) / em) / 2) * scale;
      if (i === span.to) break;
    }
    const code = text.charCodeAt(i);
    const c = chars[i]!;
    if (c === HAN && code >= 0x3400 && code < 0xd800 && !note) {
      known[code] = font.glyphOf(code);
      if (known[code] !== 0) {
        i--; // hotHan takes it now
        continue;
      }
    }
    if (code === 0x0a) {
      segments.push(count);
      segmentAt.push(i + 1);
    } else if (c !== INVISIBLE) {
      i += shapeOther(text, i, span, note ? NOTE : span.glue === 'blank' ? FIXED : c, c, faces, table, split, null);
    }
  }
}

/** The same where the kernel goes ahead as far as it knows the characters: what it stops at is looked at here, and told it. */
function shapeByKernel(
  ahead: ShapeKernel, text: string, span: Span, faces: StyleFaces, table: FaceTable, split: boolean, segments: number[], segmentAt: number[],
): void {
  const { body, latin, scale } = faces;
  const known = ahead.known(body.font, latin.font, split);
  takeArrays(ahead);
  for (let i = span.from; i < span.to; i++) {
    i = ahead.span(known, i, span.to, count, turned, body.face, latin.face, scale);
    count = ahead.result[0]!;
    turned = ahead.result[1]!;
    if (i === span.to) break;
    const code = text.charCodeAt(i);
    const c = chars[i]!;
    if (c === HAN && code >= 0x3400 && code < 0xd800) {
      const own = body.font.glyphOf(code);
      if (own !== 0) {
        ahead.learnHan(known, code, own);
        i--; // the kernel takes it now
        continue;
      }
    }
    if (code === 0x0a) {
      segments.push(count);
      segmentAt.push(i + 1);
    } else if (c !== INVISIBLE) {
      glue[count] = glue[count + 1] = 0;
      i += shapeOther(text, i, span, c, c, faces, table, split, known);
    }
  }
}

/** Takes up plain Han from `i` on while their glyphs are known; a leaf of its own because every character goes through it. Returns where it stopped. */
function hotHan(text: string, i: number, to: number, known: Uint16Array): number {
  const classes = chars;
  const glyphs = glyph;
  const places = at;
  let n = count;
  for (; i < to && classes[i] === HAN; i++) {
    const g = known[text.charCodeAt(i)]!;
    if (g === 0) break;
    glyphs[n] = g;
    places[n++] = i;
  }
  count = n;
  return i;
}

/** Glyphs of the plain Han that a font was asked for, by code unit; 0 for all else. A font's answers never change, and asking it takes four calls. */
const hanOf = new WeakMap<Font, Uint16Array>();

function knownHan(font: Font): Uint16Array {
  let known = hanOf.get(font);
  if (known === undefined) hanOf.set(font, (known = new Uint16Array(0x10000)));
  return known;
}

/** Anything but a plain Han. Returns how many units beyond the first it took. `known`: where the kernel is told of what always stands so. */
function shapeOther(
  text: string, i: number, span: Span, asClass: number, c: number, faces: StyleFaces, table: FaceTable, split: boolean, known: Known | null,
): number {
  const cp = text.codePointAt(i)!;
  const units = cp > 0xffff ? 2 : 1;
  if (cp >= 0xe0000 && cp < 0xe1000) return units - 1; // variation selectors, tags
  if (c === ELLIPSIS) dots = true;
  const half = (c === DASH && cp !== TWO_EM_DASH) || c === ELLIPSIS;
  const twice = half && i + 1 < span.to && text.charCodeAt(i + 1) === cp;
  // a half of a unit by itself (one ellipsis, a pair that a style border parts) stands on one em
  const boxClass = half && !twice ? CONN : c === NARROW_STOP && i + 1 < span.to && isInNumber(text, i) ? POINT : c;
  const { scale } = faces;
  let own = isLatin(boxClass) ? faces.latin : faces.body;
  let found = glyphBox(own.font, cp, boxClass, split);
  const substituted = found === null;
  if (found === null) ({ own, found } = substitute(cp, i, i + units, boxClass, faces, table, split));
  glyph[count] = found.glyph;
  face[count] = own.face;
  at[count] = i;
  cls[count] = asClass;
  scales[count] = scale;
  const square = c === HAN || c === WIDE;
  const wide = asClass === FIXED ? blankWidth(cp, found) : square && found.glyph !== 0 ? hanWidth(cp, found) : found.width;
  width[count] = (asClass === SPACE || asClass === IDEOSPACE || c === COMBINING ? 0 : wide) * scale;
  if (asClass === SPACE) glue[count] = found.width;
  if (asClass === SPACE || asClass === IDEOSPACE) blanks = true;
  const moved = found.shift + (square ? (wide - found.width) / 2 : 0);
  shift[count] = moved * scale;
  turn(count++);
  if (known !== null && units === 1 && !substituted && found.second === 0 && !isByNeighbours(c)) {
    kernel!.learn(known, cp, c, found.glyph, c === COMBINING ? 0 : wide, moved, own === faces.latin);
  }
  if (found.second !== 0) {
    // drawn from the end of the 2-em box that its fellow made
    glyph[count] = found.second;
    face[count] = own.face;
    at[count] = twice ? i + 1 : i;
    cls[count] = COMBINING;
    scales[count] = scale;
    width[count] = 0;
    shift[count] = (found.secondShift - found.width) * scale;
    turn(count++);
  }
  return twice ? 1 : units - 1;
}

/** Whether a character's neighbours say how it stands, or its blank falls away at lines' ends. */
function isByNeighbours(c: number): boolean {
  return c === DASH || c === ELLIPSIS || c === NARROW_STOP || c === SPACE || c === IDEOSPACE;
}

/** Whether the stop at `i` stands between two digits: `7,500`, `9.83`. */
function isInNumber(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return (code === 0x2c || code === 0x2e) && i > 0 && chars[i - 1] === DIGIT && chars[i + 1] === DIGIT;
}

/** Notes that glyph `k` is no plain Han. */
function turn(k: number): void {
  if (turns[turned - 1] !== k) turns[turned++] = k;
  turns[turned++] = k + 1;
}

interface Chosen {
  readonly own: FontFace;
  readonly found: GlyphBox;
}

/** The next face of the order that has the character which its own face lacks; what is not the role's own choice is an issue. */
function substitute(cp: number, from: number, to: number, c: number, faces: StyleFaces, table: FaceTable, split: boolean): Chosen {
  const first = isLatin(c) ? faces.latin : faces.body;
  let found: GlyphBox | null;
  if (c === SPACE || c === IDEOSPACE) {
    // a blank draws nothing: the face's plain space serves for any of them
    found = glyphBox(first.font, 0x20, SPACE, split);
    if (found !== null) return { own: first, found };
  }
  if (first !== faces.body) {
    // the Latin face is asked for letters and digits; a sign that it lacks is the body's
    found = glyphBox(faces.body.font, cp, c, split);
    if (found !== null) return { own: faces.body, found };
  }
  for (const font of faces.others) {
    found = glyphBox(font, cp, c, split);
    if (found === null) continue;
    table.issue('glyph-substituted', from, to, `${String.fromCodePoint(cp)} ${font.family}`);
    return { own: table.ofFont(font, faces.style), found };
  }
  table.issue('glyph-missing', from, to, String.fromCodePoint(cp));
  const box = c === STOP_END || c === STOP_IN || c === OPEN || c === CLOSE ? (split ? 0.5 : 1) : c === DIGIT || c === LATIN ? 0.5 : 1;
  return { own: faces.body, found: { glyph: 0, width: box, shift: 0, second: 0, secondShift: 0 } };
}

/** Full-width forms, kana and code points beyond the BMP's symbols stand on one em, other symbols on their advance. */
function hanWidth(cp: number, found: GlyphBox): number {
  return cp >= 0x2e80 ? 1 : found.width;
}

function blankWidth(cp: number, found: GlyphBox): number {
  return cp === 0x3000 ? 1 : found.width;
}

/**
 * A run-in label looks the same down the page: its blanks are never squeezed (T-21), and it never parts (T-06). Where
 * its last mark has no blank of its own (`1.`, and every one in 开明式), one may come before Han gaps open, as at a
 * Han–Latin gap (T-22, 2): with so much that cannot be broken, a heading's first line in a narrow column is loose else.
 */
function fixLabel(first: number, end: number): void {
  for (let k = first + 1; k <= end && k < count; k++) kind[k] = (kind[k]! & OPENING) | GLUE_FIXED;
  if (end < count && glue[end] === 0) kind[end]! |= GLUE_LABEL;
  glueLabel(brk, first, end, count);
}

/** T-37: a title of 2 characters takes 2 em between them, of 3 one, of 4 a half; longer ones none. */
function spread(): void {
  const blank = count === 2 ? 2 : count === 3 ? 1 : count === 4 ? 0.5 : 0;
  for (let k = 0; k < count; k++) if (cls[k] !== HAN) return;
  for (let k = 1; k < count && blank > 0; k++) {
    glue[k] = blank;
    kind[k] = GLUE_FIXED;
    brk[k] = 0;
  }
}

/** Letter and word space of a fitted headline: wherever a line might open, never inside a unit (T-04), nor between a mark's halves. */
function track(tracking: number, wordSpace: number): void {
  for (let k = 1; k < count; k++) {
    if (cls[k] === SPACE || cls[k] === IDEOSPACE) glue[k]! *= wordSpace;
    else if ((kind[k]! & GLUE_MASK) === GLUE_FIXED && (kind[k]! & OPENING) !== 0) glue[k]! += tracking * scales[k]!;
  }
}

/**
 * Copies the scratch arrays, widest elements first: a buffer for what the set paragraph takes over, and one for what
 * only fitting asks for, which goes when the shaping does.
 */
function pack(paragraph: Paragraph, table: FaceTable, segments: number[], segmentAt: number[]): ShapedParagraph {
  const n = count;
  const [stays, fitting] = kernel === null ? [new ArrayBuffer(n * 7), new ArrayBuffer(n * 15)] : kernel.pack(n);
  const packed = {
    paragraph, faces: table.faces, issues: table.issues, segments, segmentAt, blanks,
    at: new Uint32Array(stays, 0, n),
    glyph: new Uint16Array(stays, 4 * n, n),
    face: new Uint8Array(stays, 6 * n, n),
    width: new Float32Array(fitting, 0, n),
    shift: new Float32Array(fitting, 4 * n, n),
    glue: new Float32Array(fitting, 8 * n, n),
    cls: new Uint8Array(fitting, 12 * n, n),
    kind: new Uint8Array(fitting, 13 * n, n),
    brk: new Uint8Array(fitting, 14 * n, n),
  };
  if (kernel !== null) return packed;
  packed.at.set(at.subarray(0, n));
  packed.width.set(width.subarray(0, n));
  packed.shift.set(shift.subarray(0, n));
  packed.glue.set(glue.subarray(0, n));
  packed.glyph.set(glyph.subarray(0, n));
  packed.face.set(face.subarray(0, n));
  packed.cls.set(cls.subarray(0, n));
  packed.kind.set(kind.subarray(0, n));
  packed.brk.set(brk.subarray(0, n));
  return packed;
}
