// The laws of a set paragraph, in one place (DESIGN, Tests): nothing lost, no
// forbidden start or end, units whole, full lines on the measure, nothing
// outside the frame, set twice the same. Written from TYPESETTING's own sets
// and the text alone: it shares no table with the engine that it checks.
// Lines with a `line-overfull` issue are outside the laws, as DESIGN says.
import type { Line, SetParagraph } from '../src/core/line/line';

const STOPS = '。．？！‼⁇⁈⁉，、；：';
const CLOSERS = '”’）》〉】〗〕］｝」』';
const OPENERS = '“‘（《〈【〖〔［｛「『';
const POSTFIX = '%％‰℃°′″';
const PREFIX = '￥¥$£€№§#';
/** A full line's right edge may miss its measure by this, pt (TYPESETTING 8, test 1). */
const REACH = 0.01;

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
    const next = set.lines[index + 1];
    if (next !== undefined && !lineText(set, line).endsWith('\n')) checkBreak(set.paragraph.text, next.from, say);
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
    if (k > line.first && set.x[k]! < set.x[k - 1]! - size * 0.6) say(`glyph ${k} stands before the one it follows`);
  }
  const last = index === set.lines.length - 1 || text[line.to - 1] === '\n';
  if (style.align === 'justify' && !last && line.right < right - REACH) say(`ends at ${line.right}, short of ${right}`);
  if (line.gap < 0) say('has a negative gap');
}

/** Laws of the break before offset `at`. */
function checkBreak(text: string, at: number, say: (what: string) => void): void {
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
  if (/[0-9A-Za-z.,+]/.test(before) && /[0-9A-Za-z.,+%]/.test(after)) say(`${before}|${after} parts a number or a word (T-05)`);
}
