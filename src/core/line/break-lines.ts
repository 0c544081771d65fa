// From a shaped paragraph to its lines: a greedy setting where none of its
// lines is doubtful, the exact search for the rest (FITTING). The measure may
// change from line to line; indents and the style's own margins are taken off
// here. Titles are broken by meaning (title.ts), all else by total fit.
import { OPEN } from './char-class';
import { LOOSE, TOLERANCE } from './cost';
import { openWideUnits } from './emergencies';
import { greedy } from './greedy';
import { WHOLE, layeredFit, layeredParts, loosen } from './layered-fit';
import { loneAt } from './last-line';
import { leastGap } from './line-window';
import type { Line, LineIssue, SetParagraph } from './line';
import { LineKernel, type LineKernelExports } from './line-kernel';
import { Measured } from './measured';
import { setLine } from './set-lines';
import { GLUE_LIST, GLUE_MASK, type ShapedParagraph } from './shaped';
import { breakTitle, isTitleLength } from './title';
import { totalFit } from './total-fit';

let m = new Measured();

/** Has the inner loops done by WebAssembly from now on, with the same result; by TypeScript again without it. */
export function useLineKernel(code: LineKernelExports | null): void {
  m = new Measured(code === null ? null : new LineKernel(code));
}

/**
 * Sets a shaped paragraph. `measure` is the width of all lines in pt, or gives each line's by its index; `looseness` asks for lines
 * more (or, negative, fewer) than it has without, and defaults to the paragraph's own. `plain` is what it has without, at
 * the same one width, where that is known: it is not found anew to be counted from.
 * Always gives at least one line; what no rule can satisfy is in `issues` (`line-overfull`).
 */
export function breakLines(
  shaped: ShapedParagraph, measure: number | ((lineIndex: number) => number), looseness: number = shaped.paragraph.looseness,
  plain: SetParagraph | null = null,
): SetParagraph {
  const { paragraph, segments, segmentAt } = shaped;
  const { style, text } = paragraph;
  const n = shaped.glyph.length;
  const { size } = style.text;
  m.load(shaped, style.align === 'justify' && !style.title ? 'justified' : 'ragged');
  const even = typeof measure === 'number';
  const { left, right, indent } = edges(shaped, (typeof measure === 'number' ? measure : measure(0)) / size);
  const measureOf = typeof measure === 'number' ? evenMeasure(measure / size - left - right, indent)
    : (line: number): number => Math.max(NO_MEASURE, measure(line) / size - left - right - (line === 0 ? indent : 0));
  const { kernel } = m;
  const own = kernel === null ? new Float64Array(n) : null;
  const lines: Line[] = [];
  const issues: LineIssue[] = [...shaped.issues];
  const longest = longestSegment(segments, n);
  const known = plain !== null && even && segments.length === 1 && !style.title ? endsOf(plain, n) : null;
  // Lines more or fewer are not worth a parted name of a list: its blanks give, or nothing does.
  const holdsNames = looseness !== 0 && shaped.blanks && shaped.kind.some((kind) => (kind & GLUE_MASK) === GLUE_LIST);
  if (holdsNames) m.keepNames();
  for (let at = 0; at < segments.length; at++) {
    const s = segments[at]!;
    const t = segments[at + 1] ?? n;
    if (at > 0) m.unease();
    const textEnd = segmentAt[at + 1] ?? text.length;
    const ends: number[] = [];
    const asked = at === longest ? looseness : 0;
    const titled = style.title && s < t && asked === 0 && setTitle(s, t, segmentAt[at]!, textEnd, lines.length, measureOf, ends, issues);
    const got = s < t && !titled ? breakStretch(s, t, lines.length, measureOf, even, asked, known, ends) : asked;
    if (got !== asked) issues.push({ code: 'looseness-refused', from: segmentAt[at]!, to: textEnd, line: null, detail: `${asked} ${got}${holdsNames ? ' names' : ''}` });
    setStretch(shaped, s, t, segmentAt[at]!, textEnd, ends, measureOf, left, indent, lines, own ?? kernel!.arrays.x, issues);
  }
  return { paragraph, faces: shaped.faces, glyph: shaped.glyph, face: shaped.face, at: shaped.at, x: own ?? kernel!.arrays.x.slice(0, n), lines, issues };
}

/** The measure of lines of one width, em: asked for many times a line, its two values are numbers that stand. */
function evenMeasure(width: number, indent: number): (line: number) => number {
  const first = Math.max(NO_MEASURE, width - indent);
  const rest = Math.max(NO_MEASURE, width);
  return (line) => (line === 0 ? first : rest);
}

/** What a frame without width counts as, em: its text stands a character to the line, and is reported. */
const NO_MEASURE = 0.01;

/**
 * Worst added gap (em) that a shaped paragraph surely needs in so many lines at one width (pt), from its sums alone:
 * breakLines does no better, and may do worse. Infinity: it cannot be set so.
 */
export function gapIn(shaped: ShapedParagraph, width: number, lines: number): number {
  const { style } = shaped.paragraph;
  if (shaped.segments.length > 1 || shaped.glyph.length === 0) return 0;
  m.load(shaped, style.align === 'justify' && !style.title ? 'justified' : 'ragged');
  const { left, right, indent } = edges(shaped, width / style.text.size);
  const rest = width / style.text.size - left - right;
  return leastGap(m, 0, shaped.glyph.length, rest - indent, rest, lines);
}

/** Room that a style's indents must leave, em: a look made by hand may ask for more than a column has. */
const LEAST_MEASURE = 2;

/** The style's margins and first-line indent, em, as far as a measure of `measure` em can bear them: no text stands outside its frame. */
function edges(shaped: ShapedParagraph, measure: number): { readonly left: number; readonly right: number; readonly indent: number } {
  const { style } = shaped.paragraph;
  const spare = Math.max(0, measure - LEAST_MEASURE);
  const left = Math.min(Math.max(0, style.left), spare);
  const right = Math.min(Math.max(0, style.right), spare - left);
  const indent = Math.min(Math.max(-left, firstIndent(shaped)), spare - left - right);
  return { left, right, indent };
}

/** First-line indent, em (T-30); an opener's left blank comes on top where it is kept (T-31). */
function firstIndent(shaped: ShapedParagraph): number {
  const { indent, indentOpener } = shaped.paragraph.style;
  return indent + (indentOpener === 'keep' && shaped.cls[0] === OPEN ? shaped.glue[0]! : 0);
}

/** The stretch between hard breaks that looseness is asked of. */
function longestSegment(segments: readonly number[], n: number): number {
  let longest = 0;
  let most = -1;
  for (let k = 0; k < segments.length; k++) {
    const length = (segments[k + 1] ?? n) - segments[k]!;
    if (length > most) {
      most = length;
      longest = k;
    }
  }
  return longest;
}

/** Breaks a title by meaning; false where it is prose, or so narrow that words alone cannot do. */
function setTitle(
  s: number, t: number, from: number, to: number, line: number, measureOf: (line: number) => number, ends: number[], issues: LineIssue[],
): boolean {
  if (!isTitleLength(s, t)) return false;
  const inside = breakTitle(m, s, t, from, to, line, measureOf, ends);
  if (inside === null) return false;
  for (const j of inside) {
    const at = m.shaped.at[j]!;
    issues.push({ code: 'title-break', from: at - 1, to: at + 1, line: line + ends.indexOf(j), detail: m.shaped.paragraph.text.slice(at - 1, at + 1) });
  }
  return true;
}

/** Where the lines of a paragraph of one stretch end, in glyphs. */
function endsOf({ lines }: SetParagraph, n: number): number[] {
  return lines.map((_, k) => lines[k + 1]?.first ?? n);
}

/**
 * Breaks glyphs [s, t), their first line numbered `line`, all lines of one width where `even`; returns the looseness that was reached.
 * `known`: the ends without looseness, where they are known.
 */
function breakStretch(
  s: number, t: number, line: number, measureOf: (line: number) => number, even: boolean, looseness: number, known: readonly number[] | null, ends: number[],
): number {
  // what stands without looseness is what it is counted from, and what stands where it cannot be had
  if (known !== null) ends.push(...known);
  const stands = known !== null || (even && m.kernel !== null ? greedyByKernel(m.kernel, s, t, measureOf(line), measureOf(line + 1), ends) : greedy(m, s, t, line, measureOf, ends));
  if (stands && looseness === 0) return 0;
  const first = measureOf(line);
  const rest = measureOf(line + 1);
  const narrowest = even ? rest : narrowestMeasure(s, t, line, measureOf, rest);
  openWideUnits(m, s, t, first, narrowest);
  if (narrowest !== rest || !(even || isUniform(s, t, line, measureOf, rest))) {
    ends.length = 0;
    if (looseness !== 0 && t - s <= WHOLE) return layeredFit(m, s, t, line, measureOf, looseness, ends);
    layeredParts(m, s, t, line, measureOf, ends);
    if (!isLoose(s, t, line, measureOf, ends)) return 0;
    ends.length = 0;
    m.ease();
    layeredParts(m, s, t, line, measureOf, ends);
    return 0;
  }
  if (!stands) {
    ends.length = 0;
    totalFit(m, s, t, first, rest, ends);
    // What no break can mend.
    if (isLoose(s, t, line, measureOf, ends)) {
      ends.length = 0;
      m.ease();
      totalFit(m, s, t, first, rest, ends);
    }
    if (looseness === 0) return 0;
    m.unease();
  }
  // an endless paragraph is loosened in its end
  let kept = 0;
  if (t - s > WHOLE) while (kept < ends.length && ends[kept]! <= t - WHOLE / 2) kept++;
  const part = ends.splice(kept);
  const got = loosen(m, ends.at(-1) ?? s, t, line + kept, measureOf, part, looseness, ends);
  if (got === 0 && isLoose(s, t, line, measureOf, ends)) m.ease();
  return got;
}

/** Whether a line of a setting of glyphs [s, t) is loose (T-24), or was set when it was eased. */
function isLoose(s: number, t: number, line: number, measureOf: (line: number) => number, ends: readonly number[]): boolean {
  let i = s;
  for (let k = 0; k < ends.length; k++) {
    if (m.hotPrice(i, ends[k]!, measureOf(line + k), ends[k] === t) === Infinity || m.gap[0]! > LOOSE + TOLERANCE) return true;
    i = ends[k]!;
  }
  return false;
}

function greedyByKernel(kernel: LineKernel, s: number, t: number, first: number, rest: number, ends: number[]): boolean {
  const count = kernel.code.greedy(s, t, first, rest);
  if (count >= 0) kernel.pushEnds(count, ends);
  return count >= 0;
}

/** Lines that a stretch may take, by a wide guess: how far the measures ahead are looked at. */
function linesAhead(s: number, t: number, measure: number): number {
  return Math.min(5000, Math.ceil((m.natural(s, t) / Math.max(1, measure)) * 1.3) + 3);
}

function narrowestMeasure(s: number, t: number, line: number, measureOf: (line: number) => number, rest: number): number {
  let narrowest = rest;
  const ahead = linesAhead(s, t, rest);
  for (let k = 1; k < ahead; k++) narrowest = Math.min(narrowest, measureOf(line + k));
  return narrowest;
}

function isUniform(s: number, t: number, line: number, measureOf: (line: number) => number, rest: number): boolean {
  const ahead = linesAhead(s, t, rest);
  for (let k = 2; k < ahead; k++) if (Math.abs(measureOf(line + k) - rest) > TOLERANCE) return false;
  return true;
}

function setStretch(
  shaped: ShapedParagraph, s: number, t: number, from: number, to: number, ends: readonly number[],
  measureOf: (line: number) => number, left: number, indent: number, lines: Line[], x: Float64Array, issues: LineIssue[],
): void {
  const { style } = shaped.paragraph;
  let i = s;
  let start = from;
  for (let k = 0; k < Math.max(1, ends.length); k++) {
    const j = ends[k] ?? t;
    const last = j === t;
    const end = last ? to : shaped.at[j]!;
    const index = lines.length;
    const frame = { start: left + (index === 0 ? indent : 0), measure: measureOf(index), index, last };
    if (last && k > 0 && style.align === 'justify' && loneAt(shaped, i, t)) issues.push({ code: 'last-line-short', from: start, to: end, line: index, detail: '' });
    lines.push(setLine(m, i, j, start, end, frame, x, issues));
    i = j;
    start = end;
  }
}
