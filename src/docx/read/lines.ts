// A document → the recogniser's text: one line a paragraph or row, the automatic
// number before its text as if typed (一、), so that typed and automatic numbers
// mix. A paragraph that a manual line break parts is one line where the break stands
// in mid sentence, and more where it parts sentences, titles or items; `origins`
// takes each line back to its paragraph. Cover, red head and the like, which are
// furniture and no article's text, are taken out and named.
import { readLabel } from '../../core/import/label';
import type { LineHint } from '../../core/import/line-hints';
import type { DocxDocument } from './document';
import { hintsOf, shownText } from './evidence';
import { furnitureOf } from './front-matter';
import type { DocxParagraph } from './paragraph';

/** A line of the recogniser's text. */
export interface DocxLine {
  readonly paragraph: DocxParagraph;
  /** Characters that the line has before the paragraph's own text: its automatic number. */
  readonly prefix: number;
  /** The line's own text is `[from, to)` of the paragraph's. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface DocxText {
  readonly text: string;
  readonly lines: readonly DocxLine[];
  readonly hints: ReadonlyMap<number, LineHint>;
}

/** Lines of a document; what is no article's text goes to the document's tally. */
export function linesOf({ paragraphs, tally }: DocxDocument): DocxText {
  const furniture = furnitureOf(paragraphs);
  const hints = hintsOf(paragraphs.map((paragraph, i) => (furniture.has(i) ? { ...paragraph, text: '', stretches: [], label: null } : paragraph)));
  const lines: DocxLine[] = [];
  const byLine = new Map<number, LineHint>();
  const said = new Set<string>();
  paragraphs.forEach((paragraph, i) => {
    const what = furniture.get(i);
    if (what !== undefined) {
      tally.notTaken(what, `第 ${paragraph.number} 段`, paragraph.text);
      lines.push({ paragraph, prefix: 0, from: 0, to: 0, text: '' });
      return;
    }
    const hint = hints[i] ?? null;
    countNumber(paragraph, tally, said);
    const own = linesOfParagraph(paragraph);
    own.forEach((line, k) => {
      lines.push(line);
      if (hint !== null) byLine.set(lines.length, k === 0 ? hint : later(hint));
    });
  });
  return { text: lines.map(({ text }) => text).join('\n'), lines, hints: byLine };
}

/** What holds of a paragraph's later lines. */
function later({ lead: _lead, newPage: _newPage, ...hint }: LineHint): LineHint {
  return hint;
}

function countNumber(paragraph: DocxParagraph, tally: DocxDocument['tally'], said: Set<string>): void {
  const { label } = paragraph;
  if (label !== null && label.bullet) tally.found('项目符号', '列表的符号，不排');
  else if (label !== null) tally.found('自动编号', `列表编号（${FORMAT_NAMES[label.format] ?? label.format}），如“${sample(said, label.format, label.text)}”`);
  else if (paragraph.table === null && readLabel(shownText(paragraph)) !== null) tally.found('手工编号', '键入的序号');
}

/** The first number of a format stands for all of it. */
function sample(said: Set<string>, format: string, text: string): string {
  for (const entry of said) if (entry.startsWith(`${format}\n`)) return entry.slice(format.length + 1);
  said.add(`${format}\n${text}`);
  return text;
}

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  chineseCounting: '一、二、三', chineseCountingThousand: '一、二、三', ideographDigital: '一、二、三', japaneseCounting: '一、二、三', taiwaneseCountingThousand: '一、二、三', decimal: '1、2、3', decimalFullWidth: '１、２、３',
  decimalEnclosedCircle: '①②③', decimalEnclosedCircleChinese: '①②③', ideographTraditional: '甲、乙、丙', ideographZodiac: '子、丑、寅', chineseLegalSimplified: '壹、贰、叁', upperRoman: 'I、II、III', lowerRoman: 'i、ii、iii',
  upperLetter: 'A、B、C', lowerLetter: 'a、b、c', decimalZero: '01、02、03', decimalEnclosedParen: '⑴⑵⑶', decimalEnclosedFullstop: '⒈⒉⒊', ideographEnclosedCircle: '㊀㊁㊂',
};

/** The automatic number as typed text; a bullet is none. A number that would run into a digit is held apart. */
function prefixOf({ label, text }: DocxParagraph): string {
  if (label === null || label.bullet) return '';
  return /[\d.]$/.test(label.text) && /^\s*\d/.test(text) ? `${label.text} ` : label.text;
}

function linesOfParagraph(paragraph: DocxParagraph): DocxLine[] {
  const label = prefixOf(paragraph);
  const breaks = paragraph.table !== null ? [] : paragraph.points.filter(({ kind }) => kind === 'page-break' || kind === 'line-break');
  const cuts = breaks.filter(({ kind, at }, k) => parts(paragraph, at, kind === 'page-break', breaks[k - 1]?.at ?? 0, breaks[k + 1]?.at ?? paragraph.text.length)).map(({ at }) => at);
  const bounds = [0, ...new Set(cuts.filter((at) => at > 0 && at < paragraph.text.length)), paragraph.text.length];
  return bounds.slice(1).map((to, k): DocxLine => {
    const from = bounds[k]!;
    const prefix = k === 0 ? label : '';
    const text = paragraph.text.slice(from, to).replaceAll('\n', ' ').replaceAll('\r', ' ');
    return { paragraph, prefix: prefix.length, from, to, text: prefix + text };
  });
}

/** Shorter than this a line before a break is a title's or an item's, characters. */
const SHORT_LINE = 20;

/** A numbered heading is no longer, and what follows is running text. */
const LONGEST_HEADING = 40;

/** 一、工作回顾, then a paragraph: a heading, and not the first half of one. */
function isHeadingLine(before: string, after: string): boolean {
  return readLabel(before) !== null && before.length <= LONGEST_HEADING && !/[，、；]$/.test(before) && after.length > LONGEST_HEADING;
}

/** Does a manual break at `at` part two lines, of which one begins at `earlier` and the other ends at `next`? In mid sentence of running text it only shows where the author's line ended. */
function parts({ text, look }: DocxParagraph, at: number, page: boolean, earlier: number, next: number): boolean {
  if (page || look.align === 'center' || look.align === 'right') return true;
  const before = text.slice(earlier, at).trim();
  const after = text.slice(at, next).trim();
  return /[。！？；：…][”）]?$/.test(before) || readLabel(after) !== null || isHeadingLine(before, after) || (before.length <= SHORT_LINE && !/[，、；]/.test(before)) || /^\u3000/.test(text.slice(at, at + 1));
}
