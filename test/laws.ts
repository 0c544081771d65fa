// The laws of a set paragraph, in one place (DESIGN, Tests): nothing lost, no
// forbidden start or end, units whole, full lines on the measure, nothing
// outside the frame, no ink over other ink, set twice the same. Written from TYPESETTING's own sets
// and the text alone: it shares no table with the engine that it checks.
// Lines with a `line-overfull` issue are outside the laws, as DESIGN says.
import type { Line, SetParagraph } from '../src/core/line/line';

const SINGLE_STOPS = '。．？！，、；：';
const STOPS = `${SINGLE_STOPS}‼⁇⁈⁉`;
const CLOSERS = '”’）》〉】〗〕］｝」』';
const OPENERS = '“‘（《〈【〖〔［｛「『';
const POSTFIX = '%％‰℃°′″';
const PREFIX = '￥¥$£€№§#';
/** A full line's right edge may miss its measure by this, pt (TYPESETTING 8, test 1). */
const REACH = 0.01;
/** Two dashes that make one overlap by this, em of their size; no other ink meets. */
const OVERLAP = 0.021;
/** Ink of a mark may pass its half em by this, em of its size. */
const PASSES = 0.011;

/** Text of one line, blanks that fell away included. */
export function lineText(set: SetParagraph, line: Line): string {
  return set.paragraph.text.slice(line.from, line.to);
}

/** Every breach of a law, as a sentence; none for a lawful setting. `measure` in pt by line index. */
export function checkLaws(set: SetParagraph, measure: (line: number) => number): string[] {
  const found: string[] = [];
  const excused = new Set(set.issues.filter((i) => i.code === 'line-overfull').map((i) => i.line));
  checkText(set, found);
  set.lines.forEach((line, index) => {
    if (excused.has(index)) return;
    const say = (what: string): void => void found.push(`line ${index} 「${lineText(set, line).replace('\n', '⏎')}」: ${what}`);
    checkPlaces(set, line, index, measure(index), say);
    checkInk(set, line, say);
    checkEdges(set, line, index, say);
    checkLastLine(set, index, say);
    checkEllipses(set, line, say);
    const next = set.lines[index + 1];
    if (next === undefined || lineText(set, line).endsWith('\n')) return;
    checkBreak(set.paragraph.text, next.from, measure(index) / set.paragraph.style.text.size, say);
    checkGlue(set, next.from, say);
  });
  return found;
}

/** Differences between two settings of one paragraph; none where they are the same. */
export function sameSetting(a: SetParagraph, b: SetParagraph): boolean {
  return (
    a.glyph.join() === b.glyph.join() && a.face.join() === b.face.join() && a.x.join() === b.x.join() &&
    JSON.stringify(a.lines) === JSON.stringify(b.lines) && JSON.stringify(a.issues) === JSON.stringify(b.issues)
  );
}

function checkText(set: SetParagraph, found: string[]): void {
  let at = 0;
  let glyph = 0;
  for (const line of set.lines) {
    if (line.from !== at) found.push(`a line begins at ${line.from}, the one before ended at ${at}`);
    for (let k = glyph; k < line.first; k++) {
      if (!/\s/.test(set.paragraph.text[set.at[k]!]!)) found.push(`glyph ${k} is in no line`);
    }
    for (let k = line.first; k < line.end; k++) {
      if (set.at[k]! < line.from || set.at[k]! >= line.to) found.push(`glyph ${k} is outside the text of its line`);
    }
    at = line.to;
    glyph = line.end;
  }
  if (at !== set.paragraph.text.length) found.push(`the lines hold ${at} of ${set.paragraph.text.length} characters`);
}

function checkPlaces(set: SetParagraph, line: Line, index: number, measure: number, say: (what: string) => void): void {
  const { style, text } = set.paragraph;
  const { size } = style.text;
  const right = measure - style.right * size;
  const hung = style.hanging && '。，、'.includes(text[set.at[line.end - 1] ?? 0] ?? ' ') ? size / 2 : 0;
  if (line.right > right + hung + REACH) say(`ends at ${line.right}, outside ${right}`);
  for (let k = line.first; k < line.end; k++) {
    const face = set.faces[set.face[k]!]!;
    const ink = face.font.inkOf(set.glyph[k]!);
    if (ink === null) continue;
    const scale = face.size / face.font.unitsPerEm;
    if (set.x[k]! + ink.xMin * scale < style.left * size - REACH) say(`ink of glyph ${k} is left of the frame`);
    if (set.x[k]! + ink.xMax * scale > right + hung + REACH) say(`ink of glyph ${k} is right of the frame`);
  }
  if (style.align === 'justify' && !isLast(set, index) && line.right < right - REACH) say(`ends at ${line.right}, short of ${right}`);
  if (line.gap < 0) say('has a negative gap');
}

/** Whether a line is the last of its paragraph, or of the stretch before a hard break or two ellipses in a row. */
function isLast(set: SetParagraph, index: number): boolean {
  const text = set.paragraph.text.replaceAll('⋯', '…');
  const { to } = set.lines[index]!;
  return index === set.lines.length - 1 || text[to - 1] === '\n' || (!set.paragraph.style.title && isBesideEllipses(text, to));
}

const ELLIPSES_AFTER = new RegExp(`^[${OPENERS}]*…{4}(?!…)`, 'u');
const ELLIPSES_BEFORE = new RegExp(`(?<!…)…{4}[${STOPS}${CLOSERS}]*(?:〔\\d+〕)?$`, 'u');

function isBesideEllipses(text: string, at: number): boolean {
  return (text[at - 1] !== '…' && ELLIPSES_AFTER.test(text.slice(at, at + 20))) || ELLIPSES_BEFORE.test(text.slice(0, at));
}

/** T-04: two ellipses in a row share their line with marks alone. */
function checkEllipses(set: SetParagraph, line: Line, say: (what: string) => void): void {
  const text = lineText(set, line).replaceAll('⋯', '…');
  if (set.paragraph.style.title || !/(?<!…)…{4}(?!…)/u.test(text)) return;
  if (/[\p{L}]/u.test(text)) say('two ellipses in a row are not alone on their line (T-04)');
}

/** Left and right of a glyph's ink, pt; null for a blank. */
function inkOf(set: SetParagraph, k: number): readonly [number, number] | null {
  const { font, size } = set.faces[set.face[k]!]!;
  const ink = font.inkOf(set.glyph[k]!);
  return ink === null ? null : [set.x[k]! + (ink.xMin * size) / font.unitsPerEm, set.x[k]! + (ink.xMax * size) / font.unitsPerEm];
}

/** Whatever is squeezed, no ink runs over the ink before it, and Han keep their em (TYPESETTING 1.3) but for the hair that a look may draw them together. */
function checkInk(set: SetParagraph, line: Line, say: (what: string) => void): void {
  const { text } = set.paragraph;
  let right = -Infinity;
  for (let k = line.first; k < line.end; k++) {
    const ink = inkOf(set, k);
    if (ink === null || /\p{M}/u.test(text[set.at[k]!]!)) continue;
    const { size } = set.faces[set.face[k]!]!;
    if (ink[0] < right - OVERLAP * size) say(`ink of glyph ${k} stands in the one before it`);
    right = ink[1];
    if (k === line.first || !isHan(text[set.at[k]!]!) || !isHan(text[set.at[k - 1]!]!)) continue;
    const tighten = (set.paragraph.style.tighten ?? 0) * set.paragraph.style.text.size;
    if (set.x[k]! - set.x[k - 1]! < set.faces[set.face[k - 1]!]!.size - tighten - REACH) say(`Han ${text[set.at[k]!]} is closer than an em`);
  }
}

function isHan(c: string): boolean {
  return c >= '\u3400' && c <= '\u9fff';
}

/** Whether the mark at an offset is surely set as a Chinese one: a quote may belong to a Latin quotation. */
function isChineseMark(text: string, at: number): boolean {
  const c = text[at]!;
  if ('“‘'.includes(c)) return isHan(text[at + 1] ?? '');
  return '”’'.includes(c) ? isHan(text[at - 1] ?? '') : (SINGLE_STOPS + CLOSERS + OPENERS).includes(c);
}

/** T-12, T-31: an opener's ink stands in the first half em of its line; T-13: a mark's in the last half. */
function checkEdges(set: SetParagraph, line: Line, index: number, say: (what: string) => void): void {
  const { style, text } = set.paragraph;
  if (line.end === line.first || style.punctuation === 'plain') return;
  const first = set.at[line.first]!;
  const last = set.at[line.end - 1]!;
  const half = (k: number): number => set.faces[set.face[k]!]!.size;
  if (OPENERS.includes(text[first]!) && isChineseMark(text, first) && (style.align === 'justify' || style.align === 'left')) {
    const keeps = index === 0 && style.indentOpener === 'keep' ? 0.5 : 0;
    const start = (style.left + (index === 0 ? style.indent + keeps : 0)) * style.text.size;
    if (!liesIn(inkOf(set, line.first), start, half(line.first))) say(`${text[first]} is not flush at the line's start (T-12)`);
  }
  if ((SINGLE_STOPS + CLOSERS).includes(text[last]!) && isChineseMark(text, last)) {
    const em = half(line.end - 1);
    if (!liesIn(inkOf(set, line.end - 1), line.right - em / 2, em)) say(`${text[last]} does not take half an em at the line's end (T-13)`);
  }
}

/** Whether ink lies in the half em (of `em` pt) from `left` on. */
function liesIn(ink: readonly [number, number] | null, left: number, em: number): boolean {
  return ink === null || (ink[0] > left - PASSES * em - REACH && ink[1] < left + (0.5 + PASSES) * em + REACH);
}

/** T-32: a last line of fewer than two characters, marks and notes not counted, is told of. */
function checkLastLine(set: SetParagraph, index: number, say: (what: string) => void): void {
  const { style, text, spans } = set.paragraph;
  if (style.align !== 'justify' || index === 0 || !isLast(set, index) || isLast(set, index - 1)) return;
  if (set.issues.some((i) => i.code === 'last-line-short' && i.line === index)) return;
  const { from, to } = set.lines[index]!;
  let characters = '';
  for (let at = from; at < to; at++) {
    if (!spans.some((span) => span.glue === 'note' && at >= span.from && at < span.to)) characters += text[at]!;
  }
  if ([...characters.replace(/[\p{P}\p{Z}\p{C}\p{M}]/gu, '')].length < 2) say('is a last line of fewer than two characters (T-32)');
}

/** T-06: labels stay with the next two characters, note anchors with what stands before them. */
function checkGlue(set: SetParagraph, at: number, say: (what: string) => void): void {
  for (const span of set.paragraph.spans) {
    if (span.glue === 'label' && at > span.from && at <= span.to + 1) say('a label is parted, or ends its line (T-06)');
    if (span.glue === 'note' && at >= span.from && at < span.to) say('a note anchor is parted, or begins its line (T-06)');
  }
}

/** Laws of the break before offset `at`; the line that it ends is `ems` wide. */
function checkBreak(text: string, at: number, ems: number, say: (what: string) => void): void {
  const trimmed = text.slice(0, at).replace(/[ \u3000]+$/, '');
  const before = trimmed.at(-1) ?? '';
  const after = text[at] ?? '';
  const blank = trimmed.length < at;
  if ((STOPS + CLOSERS + '·•・‧/／' + POSTFIX).includes(after)) say(`${after} begins the next line (T-01)`);
  if ('–～'.includes(after) || (after === '—' && text[at + 1] !== '—')) say(`a connector begins the next line (T-01)`);
  if (after === '\u3000' || after === ' ') say('a blank begins the next line (T-06)');
  if ((OPENERS + PREFIX + '/／').includes(before)) say(`ends with ${before} (T-02)`);
  if (blank) return;
  if (before === after && '—…⋯'.includes(before)) say(`${before}${after} is parted (T-04)`);
  if ('？！'.includes(before) && '？！'.includes(after)) say(`${before}${after} is parted (T-04)`);
  if (before === '+' && isWideFormula(text, at, ems)) return;
  if (/([0-9A-Za-z.,+]|[0-9A-Za-z]-)$/.test(trimmed) && /[0-9A-Za-z.,+%]/.test(after)) say(`${before}|${after} parts a number or a word (T-05)`);
}

/** Whether the formula around `at`, with the marks that it cannot part from, takes about half a line or more: then it may part after a `+` (T-05). */
function isWideFormula(text: string, at: number, ems: number): boolean {
  const head = /[“（]*[0-9A-Za-z.+]*$/.exec(text.slice(0, at))![0];
  const tail = /^[0-9A-Za-z.+]*[”’）》％%。，、；：？！〔〕0-9]*/.exec(text.slice(at))![0];
  return (head.length + tail.length) * 0.5 >= ems / 2 - 1;
}
