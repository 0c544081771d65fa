// A document's paragraphs → what each shows of its part: styles where there are any,
// else the look (issue: 黑体 三号 and 一、 is level 1; a bold beginning is a run-in
// heading). A look tells only beside the look of the running text: where everything
// is bold, bold says nothing. Levels of styles are set against the numbers that
// stand under them, for one house's 标题 1 is the title and another's is 一、.
import { readLabel } from '../../core/import/label';
import type { LineHint } from '../../core/import/line-hints';
import { faceRole } from './face-role';
import type { DocxParagraph } from './paragraph';
import type { RunLook } from './style-sheet';

/** A heading by its look is never longer, characters. */
const LONGEST_BY_LOOK = 60;
/** A heading by its style may be (（一）…, a whole sentence), not a paragraph put into the wrong style. */
const LONGEST_BY_STYLE = 160;
/** Share of a paragraph's characters that must look alike. */
const UNIFORM = 0.9;

/** What tells looks apart. */
interface Face {
  readonly key: string;
  readonly role: string;
  readonly size: number;
  readonly bold: boolean;
}

function faceOf(look: RunLook): Face {
  const role = faceRole(look.eastAsia) ?? look.eastAsia ?? '';
  const size = look.size ?? 10;
  return { key: `${role}/${size}/${look.bold ? 'b' : ''}`, role, size, bold: look.bold };
}

const visible = (text: string): number => text.replace(/\s/g, '').length;

/** The face of most of a paragraph's characters; null: no one face has UNIFORM of them, or there are none. */
function uniformFace(paragraph: DocxParagraph): Face | null {
  const shares = new Map<string, { face: Face; count: number }>();
  let all = 0;
  for (const { from, to, look } of paragraph.stretches) {
    const count = visible(paragraph.text.slice(from, to));
    all += count;
    const face = faceOf(look);
    const entry = shares.get(face.key);
    if (entry === undefined) shares.set(face.key, { face, count });
    else entry.count += count;
  }
  const most = [...shares.values()].sort((a, b) => b.count - a.count)[0];
  return most === undefined || most.count < all * UNIFORM ? null : most.face;
}

/** The face of the running text: of most characters of paragraphs that are too long for a heading or are sentences; of all where there are none. */
export function bodyFace(paragraphs: readonly DocxParagraph[]): Face | null {
  const count = (only: (paragraph: DocxParagraph) => boolean): Face | null => {
    const shares = new Map<string, { face: Face; count: number }>();
    for (const paragraph of paragraphs) {
      if (!only(paragraph)) continue;
      for (const { from, to, look } of paragraph.stretches) {
        const face = faceOf(look);
        const entry = shares.get(face.key) ?? { face, count: 0 };
        entry.count += visible(paragraph.text.slice(from, to));
        shares.set(face.key, entry);
      }
    }
    return [...shares.values()].sort((a, b) => b.count - a.count)[0]?.face ?? null;
  };
  return count((paragraph) => paragraph.table === null && (visible(paragraph.text) > LONGEST_BY_LOOK || isSentence(paragraph))) ?? count(() => true);
}

const WEIGHT: Readonly<Record<string, number>> = { biaosong: 3, hei: 2, kai: 1, fangsong: 0, song: 0 };

/** Does a face stand out from the running text's, and how (Chinese)? null: it does not. */
function standsOut(face: Face, body: Face): string | null {
  if (face.key === body.key) return null;
  const ways: string[] = [];
  if (face.role !== body.role && (WEIGHT[face.role] ?? 0) > (WEIGHT[body.role] ?? 0)) ways.push(ROLE_NAMES[face.role] ?? face.role);
  if (face.size > body.size + 0.4) ways.push(`${face.size} 磅`);
  if (face.bold && !body.bold) ways.push('加粗');
  return ways.length === 0 ? null : ways.join('、');
}

const ROLE_NAMES: Readonly<Record<string, string>> = { biaosong: '小标宋', hei: '黑体', kai: '楷体', fangsong: '仿宋', song: '宋体' };

/** Outline level of a paragraph's style, 1–9, or null; `Title` is 0. */
function styleLevel({ style, look }: DocxParagraph): number | null {
  if (/^(?:title|标题)$/i.test(style.name)) return 0;
  const named = /^(?:heading|标题)\s*([1-9])/i.exec(style.name);
  if (named !== null) return Number(named[1]);
  return look.outline !== null && look.outline < 9 ? look.outline + 1 : null;
}

/** The label that a paragraph shows, automatic or typed. */
export function shownText({ label, text }: DocxParagraph): string {
  const own = text.replace(/^\s+/, '');
  return label === null || label.bullet ? own : label.text + own;
}

/** Hints of a document's paragraphs, one a paragraph; null: nothing to say. */
export function hintsOf(paragraphs: readonly DocxParagraph[]): (LineHint | null)[] {
  const body = bodyFace(paragraphs);
  const levels = styleLevels(paragraphs);
  const titles = titleParagraphs(paragraphs, body);
  const isSaid = paragraphs.some((paragraph, i) => levels.has(i) || (body !== null && isShort(paragraph) && lookOf(paragraph, body) !== null));
  const firstText = paragraphs.findIndex((paragraph) => paragraph.table === null && !isShort(paragraph));
  return paragraphs.map((paragraph, i): LineHint | null => {
    if (paragraph.table !== null) return { row: true };
    if (paragraph.text.trim() === '') return null;
    const align = alignOf(paragraph);
    const { firstLine } = paragraph.look;
    const shared: LineHint = {
      ...(align === null ? {} : { align }),
      ...((firstLine.characters ?? 0) > 0 || (firstLine.points ?? 0) > 4 ? { indented: true } : {}),
      ...(paragraph.breakBefore ? { newPage: true } : {}),
    };
    const title = titles.get(i);
    if (title !== undefined) return { ...shared, title };
    const lead = leadOf(paragraph, body);
    const styled = levels.get(i);
    if (styled !== undefined && lead === null && visible(paragraph.text) <= LONGEST_BY_STYLE) {
      return { ...shared, heading: { level: styled.level, sure: true, reason: /^(?:heading|标题)/i.test(paragraph.style.name) || paragraph.look.outline === null ? `样式“${paragraph.style.name}”` : `样式或段落的大纲级别 ${paragraph.look.outline + 1}` } };
    }
    if (lead !== null) return { ...shared, lead };
    // The name of a table stands over it in a look of its own.
    if (isCaption(paragraph, paragraphs[i + 1])) return { ...shared, plain: true };
    const way = body === null || !isShort(paragraph) ? null : lookOf(paragraph, body);
    if (way !== null && align !== 'right') return { ...shared, heading: { level: null, sure: false, reason: `${way}，独立成段` } };
    // In a head many lines are set like the text; behind the first paragraph of text a heading is not.
    return isSaid && i > firstText && way === null && isShort(paragraph) && align === null ? { ...shared, plain: true } : shared;
  });
}

/** 表1 履职情况: over a table, or under a picture. */
function isCaption({ text }: DocxParagraph, next: DocxParagraph | undefined): boolean {
  return /^\s*[表图]\s*[0-9０-９一二三四五六七八九十]/.test(text) || (next !== undefined && next.table !== null && /表$/.test(text.trim()) && readLabel(text.trim()) === null && text.trim().length <= 30);
}

const isShort = (paragraph: DocxParagraph): boolean => visible(paragraph.text) <= LONGEST_BY_LOOK && !isSentence(paragraph);

/** A paragraph of running text, however short: it closes, and has clauses or more than a heading's words. Numbered ones may be headings that close (（一）……。). */
function isSentence(paragraph: DocxParagraph): boolean {
  const text = shownText(paragraph).trim();
  return /[。！？][”）]?$/.test(text) && readLabel(text) === null && (visible(text) > 30 || (text.match(/[，；。！？]/g)?.length ?? 0) > 2);
}

function lookOf(paragraph: DocxParagraph, body: Face): string | null {
  const face = uniformFace(paragraph);
  return face === null ? null : standsOut(face, body);
}

function alignOf({ look }: DocxParagraph): 'center' | 'right' | null {
  if (look.align === 'center') return 'center';
  return look.align === 'right' || look.align === 'end' ? 'right' : null;
}

interface StyledLevel {
  readonly level: number | null;
}

/** Levels of COMMANDS for the paragraphs whose style is a heading's. */
function styleLevels(paragraphs: readonly DocxParagraph[]): Map<number, StyledLevel> {
  const styled = paragraphs.flatMap((paragraph, i) => {
    const level = paragraph.table === null && paragraph.text.trim() !== '' ? styleLevel(paragraph) : null;
    return level === null || level === 0 ? [] : [{ i, level, label: readLabel(shownText(paragraph)) }];
  });
  // Which level of ours the numbers under each style say.
  const said = new Map<number, number>();
  for (const style of new Set(styled.map(({ level }) => level))) {
    const labels = styled.filter(({ level, label }) => level === style && label !== null).map(({ label }) => label!.level);
    const own = labels.sort((a, b) => a - b)[labels.length >> 1];
    if (own !== undefined) said.set(style, own);
  }
  const used = [...new Set(styled.map(({ level }) => level))].sort((a, b) => a - b);
  const levelOf = (style: number): number => {
    const known = said.get(style);
    if (known !== undefined) return known;
    // Between the numbered ones: as far above or below as the styles are.
    const below = used.filter((other) => other > style && said.has(other))[0];
    if (below !== undefined) return Math.max(0, said.get(below)! - (used.indexOf(below) - used.indexOf(style)));
    const above = used.filter((other) => other < style && said.has(other)).at(-1);
    if (above !== undefined) return Math.min(5, said.get(above)! + used.indexOf(style) - used.indexOf(above));
    return Math.min(5, used.indexOf(style) + 1);
  };
  return new Map(styled.map(({ i, level }) => [i, { level: levelOf(level) }]));
}

/** Paragraphs looked at for a title, from a document's beginning or a new page's. */
const HEAD = 12;

/** An annex is a part of what stands before it, however large its name. */
const ANNEX = /^(?:附[件录表注][0-9一二三四五六七八九十]{0,2}[：:]?$|附[件录表注][0-9一二三四五六七八九十]{0,2}[：:]|(?:有关)?名词(?:解释|注释)|注释$|有关用语说明)/;

interface TitleHint {
  readonly sure: boolean;
  readonly reason: string;
}

/** The title: by its style, or centred in the largest type at the head of the file. */
function titleParagraphs(paragraphs: readonly DocxParagraph[], body: Face | null): Map<number, TitleHint> {
  const titles = new Map<number, TitleHint>();
  paragraphs.forEach((paragraph, i) => {
    if (paragraph.table === null && paragraph.text.trim() !== '' && styleLevel(paragraph) === 0) titles.set(i, { sure: true, reason: `样式“${paragraph.style.name}”` });
  });
  if (titles.size > 0) return titles;
  const first = paragraphs.findIndex(({ text, boxed }) => text.trim() !== '' && !boxed);
  const styled = paragraphs.filter((paragraph) => styleLevel(paragraph) === 1);
  const opening = paragraphs[first];
  // One 标题 1 at the head of the file, and others below it: it names the whole.
  if (opening !== undefined && styled.length === 1 && styled[0] === opening && opening.label === null && readLabel(shownText(opening)) === null && paragraphs.some((paragraph) => (styleLevel(paragraph) ?? 0) > 1)) {
    return titles.set(first, { sure: true, reason: `全文唯一的“${opening.style.name}”，在篇首` });
  }
  if (body === null) return titles;
  const heads = paragraphs.flatMap((paragraph, i) => {
    const face = paragraph.text.trim() === '' || paragraph.table !== null || !isShort(paragraph) ? null : uniformFace(paragraph);
    return face === null || alignOf(paragraph) !== 'center' || readLabel(shownText(paragraph)) !== null ? [] : [{ i, face }];
  });
  const atHead = heads.filter(({ i }) => paragraphs.slice(0, i).filter(({ text }) => text.trim() !== '').length < HEAD);
  const largest = Math.max(0, ...atHead.map(({ face }) => face.size));
  if (largest < body.size + 2) return titles;
  for (const { i, face } of heads) if (face.size >= largest - 0.1 && !ANNEX.test(paragraphs[i]!.text.replace(/\s/g, ''))) titles.set(i, { sure: false, reason: `居中，全文最大的字（${face.size} 磅）` });
  return titles;
}

/** A beginning that stands out from the rest of its paragraph and closes like a heading. */
function leadOf(paragraph: DocxParagraph, body: Face | null): { readonly visible: number; readonly reason: string } | null {
  const { text, stretches, separator, label } = paragraph;
  const before = label === null || label.bullet ? 0 : visible(label.text);
  if (separator !== null && separator < text.length) return { visible: before + visible(text.slice(0, separator)), reason: '样式分隔符前的标题' };
  const named = stretches[0] !== undefined && stretches[0].style !== null && /heading|标题/i.test(stretches[0].style) && stretches[0].to < text.length ? '标题的字符样式' : null;
  const first = stretches[0];
  if (first === undefined || body === null) return null;
  const opening = faceOf(first.look);
  let end = first.to;
  let at = 1;
  // Digits and marks in another face or a stray unbold mark inside do not end a lead.
  while (at < stretches.length && (faceOf(stretches[at]!.look).key === opening.key || visible(text.slice(stretches[at]!.from, stretches[at]!.to)) === 0)) {
    end = stretches[at]!.to;
    at += 1;
  }
  const rest = stretches[at];
  if (rest === undefined || text.slice(end).trim() === '') return null;
  const way = named ?? standsOut(opening, faceOf(rest.look));
  // The text behind it must be running text, or two looks meet in one heading.
  if (way === null || visible(text.slice(end)) < 8) return null;
  if (/^[。：！？]/.test(text.slice(end))) end += 1;
  const lead = text.slice(0, end).trim();
  if (!/[。：！？][”）]?$/.test(lead) || visible(lead) > LONGEST_BY_LOOK || visible(lead) < 2) return null;
  return { visible: before + visible(text.slice(0, end)), reason: named === null ? `段首${way}` : named };
}
