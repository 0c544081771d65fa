// A composed page → its page of the display list: glyph runs with places, text
// and sources, and the rules as paths. The glyphs of a page lie in three typed
// arrays; a run is cut where the face or the source changes.
import type { Span } from '../flow/flow';
import type { Font } from '../font';
import type { SetParagraph } from '../line/line';
import { baselineOf, type FilledFrame, type Fragment, type Grid, type Page, paceOf, type PlacedPicture, rowEdge, type Rule, type RuledBand, type UprightLine } from '../page/frame';
import type { DisplayPage, Group, GlyphRun, Item, PathItem, Source } from './list';
import { ornament } from './ornament';

/** Gives each font its index in the list, in order of first use. */
export interface FontTable {
  indexOf(font: Font): number;
}

/** Draws one page. All text, then no more is laid out. */
export function buildPage(page: Page, fonts: FontTable): DisplayPage {
  let count = 0;
  for (const { fragments, upright = [] } of page.frames) {
    for (const { line } of upright) for (const { glyphs } of line.cells) count += glyphs.length;
    for (const { set, first, end } of fragments) for (let i = first; i < end; i++) count += set.lines[i]!.end - set.lines[i]!.first;
  }
  const out: Out = { glyph: new Uint16Array(count), x: new Float32Array(count), at: new Uint16Array(count), used: 0 };
  const items: Item[] = page.rules.flatMap(pathsOf);
  const pictures = page.pictures ?? [];
  for (const picture of pictures) if (picture.over !== true) items.push(pictureOf(picture));
  for (const frame of page.frames) items.push(groupOf(frame, out, fonts));
  for (const picture of pictures) if (picture.over === true) items.push(pictureOf(picture));
  return { size: page.size, label: page.label, items, glyph: out.glyph, x: out.x, at: out.at };
}

interface Out {
  readonly glyph: Uint16Array;
  readonly x: Float32Array;
  readonly at: Uint16Array;
  used: number;
}

/** A picture that covers its rectangle, as much of it cut at both sides as is too much. */
function pictureOf({ asset, rect, shape, red }: PlacedPicture): Group {
  const width = Math.max(rect.width, rect.height * shape);
  const height = width / shape;
  const image: Item = { kind: 'image', image: asset, rect: { x: (rect.width - width) / 2, y: (rect.height - height) / 2, width, height }, ...(red === true ? { red } : {}) };
  return { kind: 'group', what: 'picture', article: null, x: rect.x, y: rect.y, clip: { width: rect.width, height: rect.height }, items: [image] };
}

/** What a frame is printed in. */
interface Ink {
  readonly gray: number;
  readonly red: boolean;
}

function inkOf({ gray, red }: Ink): Pick<GlyphRun, 'gray' | 'red'> {
  return red ? { gray, red } : { gray };
}

function groupOf({ frame, article, fragments, gray = 0, red = false, upright = [] }: FilledFrame, out: Out, fonts: FontTable): Group {
  const ink: Ink = { gray, red };
  const items: Item[] = [];
  for (const fragment of fragments) {
    const { set, first, end, row } = fragment;
    for (const band of fragment.ruled ?? []) items.push(ruledPath(band, row, frame.grid));
    const { text } = set.paragraph.style;
    const pace = paceOf(fragment);
    for (let i = first; i < end; i++) {
      const y = baselineOf(frame.grid, row + (i - first) * pace, pace, text.size);
      pushLine(items, fragment, i, y, ink, out, fonts);
    }
  }
  for (const line of upright) pushColumn(items, line, ink, out, fonts);
  return { kind: 'group', what: frame.what, article, x: frame.x, y: frame.y, clip: null, items };
}

/** The rules of one band of a table's row as one path. */
function ruledPath({ row, rows, edges, stroke, closes }: RuledBand, from: number, grid: Grid): PathItem {
  const [top, foot] = [rowEdge(grid, from + row), rowEdge(grid, from + row + rows)];
  const [left, right] = [edges[0]!, edges.at(-1)!];
  const lines = [[left, top, right, top], ...edges.map((x) => [x, top, x, foot]), ...(closes ? [[left, foot, right, foot]] : [])];
  return { kind: 'path', ops: 'ML'.repeat(lines.length), coords: lines.flat(), fill: null, stroke: { width: stroke, gray: 0 } };
}

/** The runs of one line: a run ends where the face changes or a span does. */
function pushLine(items: Item[], fragment: Fragment, index: number, y: number, ink: Ink, out: Out, fonts: FontTable): void {
  const { set, block, x: shift } = fragment;
  const { at, paragraph } = set;
  const { spans } = paragraph;
  const { first: lineFirst, end: lineEnd } = set.lines[index]!;
  let g = lineFirst;
  let s = spanAt(spans, at[g] ?? 0);
  while (g < lineEnd) {
    const textFrom = at[g]!;
    while (s + 1 < spans.length && spans[s]!.to <= textFrom) s++;
    const span = spans[s]!;
    if (textFrom >= span.to) throw new RangeError(`glyph ${g} of "${paragraph.text.slice(0, 12)}" is in no span`);
    const end = hotRunEnd(set, g, lineEnd, span.to);
    const textTo = textEnd(set, end, span);
    const { font, size, rise, embolden } = set.faces[set.face[g]!]!;
    const first = out.used;
    out.used = hotCopyGlyphs(set, g, end, shift, out.glyph, out.x, out.at, first);
    // One shape for all black runs: whoever goes over a book's runs finds their members where the last one had them.
    const run: GlyphRun = {
      kind: 'glyphs', font: fonts.indexOf(font), size, y: y - rise, first, end: out.used, embolden, gray: ink.gray,
      text: paragraph.text.slice(textFrom, textTo), source: sourceOf(span, textFrom, textTo, block.ref),
    };
    items.push(ink.red ? { ...run, red: true } : run);
    g = end;
  }
}

/** The runs of a line set downwards: one a cell. */
function pushColumn(items: Item[], { block, line, x, y }: UprightLine, ink: Ink, out: Out, fonts: FontTable): void {
  const { text, spans } = line.set.paragraph;
  for (const { face, size, glyphs, xs, y: baseline, at, to } of line.cells) {
    const from = at[0]!;
    const span = spans[spanAt(spans, from)]!;
    const first = out.used;
    glyphs.forEach((glyph, i) => {
      out.glyph[out.used] = glyph;
      out.x[out.used] = x + xs[i]!;
      out.at[out.used++] = at[i]! - from;
    });
    const end = Math.min(to, span.to);
    items.push({
      kind: 'glyphs', font: fonts.indexOf(face.font), size, y: y + baseline, first, end: out.used, embolden: face.embolden, ...inkOf(ink),
      text: text.slice(from, end), source: sourceOf(span, from, end, block.ref),
    } satisfies GlyphRun);
  }
}

/** One past the last glyph from `g` on that has its face and its span. */
function hotRunEnd({ face, faces, at }: SetParagraph, g: number, lineEnd: number, spanTo: number): number {
  if (faces.length === 1 && at[lineEnd - 1]! < spanTo) return lineEnd; // most lines of a report
  const own = face[g]!;
  let end = g + 1;
  while (end < lineEnd && face[end] === own && at[end]! < spanTo) end++;
  return end;
}

/** A leaf of its own because every glyph of a book goes through it. Returns the arrays' next free place. */
function hotCopyGlyphs({ glyph, x, at }: SetParagraph, from: number, end: number, shift: number, glyphs: Uint16Array, xs: Float32Array, ats: Uint16Array, used: number): number {
  const textFrom = at[from]!;
  let next = used;
  for (let g = from; g < end; g++, next++) {
    glyphs[next] = glyph[g]!;
    xs[next] = x[g]! + shift;
    ats[next] = at[g]! - textFrom;
  }
  return next;
}

/** Text end of the run before glyph `g`: the next glyph's first character, without a hard break, and not beyond its span. */
function textEnd(set: SetParagraph, g: number, span: Span): number {
  const { text } = set.paragraph;
  let to = Math.min(g < set.at.length ? set.at[g]! : text.length, span.to);
  while (to > 0 && text.charCodeAt(to - 1) === 10) to--;
  return to;
}

function spanAt(spans: readonly Span[], offset: number): number {
  let i = 0;
  while (i + 1 < spans.length && spans[i]!.to <= offset) i++;
  return i;
}

function sourceOf(span: Span, from: number, to: number, block: number): Source {
  const { source } = span;
  switch (source.kind) {
    case 'text': return { kind: 'text', block, from: source.at + from - span.from, to: source.at + to - span.from };
    case 'atom': return { kind: 'atom', block, from: source.at, to: source.at + 1 };
    case 'generated': return { kind: 'generated', block, what: source.what };
  }
}

/** Control points of a quarter circle lie this share of the radius away. */
const ROUND = 0.5523;

function pathsOf(rule: Rule): PathItem[] {
  const paths = rule.kind === 'ornament' ? ornament(rule.pattern ?? 'dots', rule) : [pathOf({ ...rule, kind: rule.kind })];
  return rule.red === true ? paths.map((path) => ({ ...path, red: true })) : paths;
}

function pathOf(rule: Rule & { readonly kind: Exclude<Rule['kind'], 'ornament'> }): PathItem {
  const { x, y, width, height, stroke, fill } = rule;
  switch (rule.kind) {
    case 'line':
      return { kind: 'path', ops: 'ML', coords: [x, y, x + width, y + height], fill: null, stroke: { width: stroke ?? 0.3, gray: 0 } };
    case 'rect':
      return {
        kind: 'path', ops: 'MLLLZ', coords: [x, y, x + width, y, x + width, y + height, x, y + height], fill,
        stroke: stroke === null ? null : { width: stroke, gray: 0 },
      };
    case 'dots': {
      const r = (stroke ?? 1) / 2;
      const coords: number[] = [];
      let ops = '';
      for (let at = x; at < x + width - 0.001; at += height) {
        const k = r * ROUND;
        coords.push(at + r, y, at + r, y + k, at + k, y + r, at, y + r, at - k, y + r, at - r, y + k, at - r, y, at - r, y - k, at - k, y - r, at, y - r, at + k, y - r, at + r, y - k, at + r, y);
        ops += 'MCCCCZ';
      }
      return { kind: 'path', ops, coords, fill: 0, stroke: null };
    }
  }
}
