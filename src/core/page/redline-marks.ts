// What a 花脸稿 draws on its text: what is gone struck through, what is new underlined,
// a bar in the outer margin beside each changed line, a header that says which two
// versions. In: composed pages whose spans say what changed. Out: the same pages with
// rules and furniture more, in black as the text is; no glyph moves. Rules follow the
// glyphs as set, gaps of a stretched line included.
import type { Span, SpanChange } from '../flow/flow';
import type { StyleSheet } from '../flow/style-sheet';
import type { Line, SetParagraph } from '../line/line';
import type { SheetMaster } from '../model/master';
import { printedTime } from './draft-marks';
import { baselineOf, paceOf, type FilledFrame, type Fragment, type Frame, type Page, rowEdge, type Rule } from './frame';
import { generated, type SheetTools, typeAreaLeft } from './sheet-page';

export interface RedlineHeader {
  readonly from: string;
  readonly to: string;
  /** As Edition.printedAt. */
  readonly printedAt: string | null;
}

/** em of the text that is marked: the em box's middle above the baseline, the underline below its foot, their thickness. */
const MIDDLE = 0.38;
const BELOW = 0.2;
const STROKE = 0.05;
/** What two changes side by side leave between their rules, em. */
const PARTING = 0.06;
/** em of the body: the bar's thickness, its distance from the text, and what it stands inside its lines' rows. */
const BAR = 0.1;
const BESIDE = 0.9;
const INSIDE = 0.15;
/** Of the header, pt: the largest size, the rule's distance from the text, its baseline above the rule, the rule. */
const HEADER_SIZE = 10.5;
const HEADER_ABOVE = 24;
const ABOVE_RULE = 5;
const HEADER_RULE = 0.5;
/** Characters that are left of a name at least. */
const SHORTEST_NAME = 4;

/** The numbered pages with their changes marked. */
export function markRedline(pages: readonly Page[], master: SheetMaster, header: RedlineHeader, sheet: StyleSheet, tools: SheetTools): readonly Page[] {
  return pages.map((page) => (page.label === '' ? page : markPage(page, master, header, sheet, tools)));
}

function markPage(page: Page, master: SheetMaster, header: RedlineHeader, sheet: StyleSheet, tools: SheetTools): Page {
  const rules: Rule[] = [];
  const bars: Stretch[] = [];
  for (const { frame, article, fragments } of page.frames) {
    if (article === null) continue;
    for (const fragment of fragments) markFragment(fragment, frame, rules, bars);
  }
  const { em, characters } = master.columns;
  const left = typeAreaLeft(master, Number(page.label));
  // Bound at the left, an odd page has its outer margin at the right.
  const x = Number(page.label) % 2 === 1 || master.draft !== undefined ? left + characters * em + BESIDE * em : left - BESIDE * em;
  for (const { top, foot } of joined(bars)) {
    rules.push({ what: 'redline-bar', kind: 'line', x, y: top + INSIDE * em, width: 0, height: foot - top - 2 * INSIDE * em, stroke: BAR * em, fill: null });
  }
  const said = headerFrames(page.label, left, master, header, sheet, tools);
  return { ...page, frames: [...page.frames, ...said.frames], rules: [...page.rules, ...rules, said.rule] };
}

interface Stretch {
  readonly top: number;
  readonly foot: number;
}

/** Neighbouring lines have one bar. */
function joined(lines: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    const last = out.at(-1);
    if (last !== undefined && line.top < last.foot + 0.5) out[out.length - 1] = { top: last.top, foot: Math.max(last.foot, line.foot) };
    else out.push(line);
  }
  return out;
}

function markFragment(fragment: Fragment, frame: Frame, rules: Rule[], bars: Stretch[]): void {
  const { set, first, end, row, x: shift } = fragment;
  const { spans, style } = set.paragraph;
  const pace = paceOf(fragment);
  if (!spans.some(({ change }) => change !== undefined)) return;
  for (let i = first; i < end; i++) {
    const at = row + (i - first) * pace;
    const baseline = frame.y + baselineOf(frame.grid, at, pace, style.text.size);
    const marked = changedRanges(set, set.lines[i]!, spans);
    if (marked.length === 0) continue;
    bars.push({ top: frame.y + rowEdge(frame.grid, at), foot: frame.y + rowEdge(frame.grid, at + pace) });
    const { size } = style.text;
    for (const { change, from, to } of marked) {
      const y = change === 'deleted' ? baseline - MIDDLE * size : baseline + BELOW * size;
      rules.push({ what: change, kind: 'line', x: frame.x + shift + from, y, width: to - from, height: 0, stroke: STROKE * size, fill: null });
    }
  }
}

interface Marked {
  readonly change: SpanChange;
  readonly from: number;
  readonly to: number;
}

/** Where on a line its changed glyphs stand, pt from the frame's left; spans of one change side by side are one range. */
function changedRanges(set: SetParagraph, { first, end, right }: Line, spans: readonly Span[]): readonly Marked[] {
  const out: Marked[] = [];
  let s = 0;
  let g = first;
  const changeAt = (glyph: number): SpanChange | null => {
    while (s + 1 < spans.length && spans[s]!.to <= set.at[glyph]!) s++;
    return spans[s]?.change ?? null;
  };
  while (g < end) {
    const change = changeAt(g);
    let next = g + 1;
    while (next < end && changeAt(next) === change) next++;
    if (change !== null) {
      const parting = next < end && changeAt(next) !== null ? PARTING * (set.faces[set.face[g]!]?.size ?? 0) : 0;
      out.push({ change, from: leftOf(set, g), to: (next < end ? Math.min(leftOf(set, next), endOf(set, next - 1)) : right) - parting });
    }
    g = next;
  }
  return out;
}

/** Left edge of what a glyph takes on its line: an opener on half an em has its blank half over its neighbour. */
function leftOf({ faces, face, glyph, x }: SetParagraph, g: number): number {
  const { font, size } = faces[face[g]!]!;
  const ink = font.inkOf(glyph[g]!);
  const isRightHalf = ink !== null && ink.xMin >= 0.45 * font.unitsPerEm;
  return x[g]! + (isRightHalf ? size / 2 : 0);
}

/** A name of at most so many characters. */
const shortened = (name: string, most: number): string => (name.length <= most ? name : `${name.slice(0, most - 1)}…`);

/** Where a glyph's own advance ends: what stands behind it, a gap or an opener's blank half, is its neighbour's. */
function endOf({ faces, face, glyph, x }: SetParagraph, g: number): number {
  const { font, size } = faces[face[g]!]!;
  return x[g]! + (font.advanceOf(glyph[g]!) / font.unitsPerEm) * size;
}

/** 花脸稿, both names, time and page over a rule, as wide as the text. */
function headerFrames(label: string, left: number, master: SheetMaster, { from, to, printedAt }: RedlineHeader, sheet: StyleSheet, tools: SheetTools): { readonly frames: readonly FilledFrame[]; readonly rule: Rule } {
  const body = sheet.paragraph('body');
  const size = Math.min(sheet.paragraph('furniture').text.size, HEADER_SIZE, 0.7 * body.text.size);
  const base = { ...sheet.paragraph('furniture'), text: sheet.text({ ...sheet.paragraph('furniture').text, size }), indent: 0 };
  const width = master.columns.characters * master.columns.em;
  const y = master.top - Math.min(HEADER_ABOVE, master.top / 3);
  const page = `第 ${label} 页`;
  const time = printedTime(printedAt);
  const put = (what: string, text: string, align: 'left' | 'right', room: number): FilledFrame => {
    const frame: Frame = { what, x: left, y: y - ABOVE_RULE - size, width: room, rows: 1, grid: { pitch: size, firstBaseline: size, em: size } };
    return { frame, article: null, fragments: generated(tools.flower.generate(what, text, { ...base, align }), room, tools.setter) };
  };
  const lines = (filled: FilledFrame): readonly Line[] => filled.fragments[0]?.set.lines ?? [];
  // Versions may have any name: what is too long for its half is cut; a page too narrow even for that bears no time.
  const named = (room: number, longest: number): FilledFrame | null => {
    if (longest < SHORTEST_NAME) return null;
    const made = put('redline-header', `花脸稿　${shortened(from, longest)} → ${shortened(to, longest)}`, 'left', room);
    return lines(made).length > 1 ? named(room, longest - 1) : made;
  };
  const frames = [time === null ? page : `${time}　${page}`, page].reduce<readonly FilledFrame[]>((done, said) => {
    if (done.length > 0) return done;
    const names = named(width - (lines(put('redline-page', said, 'left', width))[0]?.right ?? 0) - size, Math.max(from.length, to.length, SHORTEST_NAME));
    return names === null ? [] : [names, put('redline-page', said, 'right', width)];
  }, []);
  return { frames, rule: { what: 'redline-rule', kind: 'line', x: left, y, width, height: 0, stroke: HEADER_RULE, fill: null } };
}
