// Headings of one article: which groups of joined lines are headings of their
// own, which open with one (run-in), of which level, and which paragraphs open
// with a theme sentence (W-09). Decided over the whole article, for a level
// depends on what else is numbered.
import { namesTable } from '../model/names-table';
import type { ArticleKind } from '../model/package';
import type { Label } from './label';
import { leadEnd, type LineHint } from './line-hints';
import type { RecognisedHead } from './recognition';

/** A paragraph or heading before its level is known. */
export interface Group {
  /** With its label. */
  readonly text: string;
  readonly label: Label | null;
  /** The sequence decision took it for an unnumbered heading. */
  readonly subhead: boolean;
  /** Its label line is a heading of its own. */
  readonly own: boolean;
  readonly row: boolean;
  /** 各位委员 at its head. */
  readonly members: boolean;
  /** Of its first line. */
  readonly hint?: LineHint | null;
}

const LONGEST_LEAD = 60;
const LONGEST_ITEM_LEAD = 32;
const LONGEST_OWN = 70;
const LONGEST_THEME = 22;
// A theme sentence is one clause and holds no figure.
const NO_THEME = /[，；：、\d—]|^[一二三四五六七八九十]{1,2}是/;
const ANNEX = /^(?:附[件录表注]?[0-9一二三四五六七八九十]{0,2}[：:]?.{0,30}|名词解释.{0,14}|注释|有关用语说明|名词注释)$/;

/** UTF-16 length of the first sentence after `from`, its stop included; 0 where it is longer than `longest`. */
function firstSentence(text: string, from: number, longest: number): number {
  for (let i = from; i < text.length && i <= from + longest; i += 1) {
    const c = text[i];
    if (c !== '。' && c !== '！' && c !== '？') continue;
    const closer = text[i + 1] === '”' || text[i + 1] === '）' ? 1 : 0;
    return i + 1 + closer - from;
  }
  return 0;
}

/** Length of a theme sentence that opens the text (围绕产业强链建言。), or 0: short, one clause, more text behind it. */
export function themeLength(text: string): number {
  const length = firstSentence(text, 0, LONGEST_THEME);
  if (length < 5 || length >= text.length || text[length - 1] !== '。') return 0;
  return NO_THEME.test(text.slice(0, length)) ? 0 : length;
}

/** Heads of an article's groups, null where a group is a plain paragraph. */
export function decideHeads(groups: readonly Group[], kind: ArticleKind): (RecognisedHead | null)[] {
  const heads: (RecognisedHead | null)[] = groups.map(() => null);
  const annex = groups.findIndex((group, i) => i > 0 && group.text.length <= 40 && ANNEX.test(group.text));
  const end = annex < 0 ? groups.length : annex;
  const ordinals = goodOrdinals(groups.slice(0, end));
  let listed = 0;
  for (let i = 0; i < end; i += 1) {
    const group = groups[i] as Group;
    // 附件：1.会议日程 ⏎ 2.分组名单
    listed = /^附件[:：]1[.．、]/.test(group.text) ? 1 : listed > 0 && group.label?.level === 3 && group.label.value === listed + 1 ? listed + 1 : 0;
    if (listed > 0 || (group.hint?.lead === undefined && endsList(groups[i - 1], group))) continue;
    // An item of a list that its mark shows is none, but for its bold beginning.
    if (group.hint?.item === true && group.hint.lead === undefined) continue;
    if (group.label !== null && !group.row) heads[i] = numberedHead(group, group.label, kind, ordinals, () => standsOverText(groups.slice(0, end), i));
    else if (!group.row) heads[i] = leadHead(group);
  }
  if (kind === 'notice') dropAgenda(groups.slice(0, end), heads);
  unnumbered(groups.slice(0, end), heads, kind);
  themes(groups.slice(0, end), heads);
  return heads;
}

/** The fewest items of an agenda. */
const LEAST_ITEMS = 3;

/** Items of an agenda, 一、 under 一、 with no text between them, head nothing: they are the text. */
function dropAgenda(groups: readonly Group[], heads: (RecognisedHead | null)[]): void {
  const own = heads.flatMap((head, i) => (head !== null && head.leadLength === null && head.number !== null ? [i] : []));
  const [first = 0, last = 0] = [own[0], own.at(-1)];
  if (own.length < LEAST_ITEMS || last - first + 1 !== own.length || own.some((i) => heads[i]?.level !== heads[first]?.level || groups[i]?.hint?.heading !== undefined)) return;
  // What stands behind the last one: who signs it, at the most.
  if (groups.slice(last + 1).some(({ text }) => text.length > 40 || /[，。；]/.test(text))) return;
  for (const i of own) heads[i] = null;
}

/** …；第三，必须坚持人民至上。: the last item of a list whose items are parts of one sentence. */
function endsList(before: Group | undefined, { label }: Group): boolean {
  return label !== null && before?.label?.level === label.level && before.label.form === label.form && before.label.value + 1 === label.value && before.text.endsWith('；');
}

/** Do the numbered paragraphs of this level, most of them, stand over paragraphs without a number? */
function standsOverText(groups: readonly Group[], at: number): boolean {
  const level = (groups[at] as Group).label?.level;
  const like = groups.flatMap((group, i) => (group.label?.level === level && !group.row && group.text.length <= LONGEST_OWN + 4 ? [i] : []));
  const over = (i: number): boolean => groups[i + 1] !== undefined && groups[i + 1]?.label === null && !groups[i + 1]?.row && (groups[i + 1] as Group).text.length > 30;
  return over(at) && like.filter(over).length * 2 > like.length;
}

/** 第一， is a label only where 第一， and 第二， both open paragraphs, in order. */
function goodOrdinals(groups: readonly Group[]): boolean {
  const values = groups.filter((group) => group.label?.form === 'di').map((group) => group.label?.value ?? 0);
  return values.length >= 2 && values[0] === 1 && values[1] === 2;
}

function numberedHead(group: Group, label: Label, kind: ArticleKind, ordinals: boolean, overText: () => boolean): RecognisedHead | null {
  if (label.form === 'di' && !ordinals) return null;
  // A number with nothing behind it, or a stop alone, heads nothing.
  if (!/[^\s。！？，、；：]/.test(group.text.slice(label.length, label.length + 8))) return null;
  const base = { level: label.level, number: label.number, value: label.value, form: label.form };
  const hint = group.hint ?? null;
  if (hint?.lead !== undefined) {
    const length = leadEnd(group.text, hint.lead.visible) - label.length;
    if (length > 0 && label.length + length < group.text.length) return { ...base, leadLength: length, reason: hint.lead.reason };
  }
  if (hint?.heading !== undefined && group.own) return { ...base, leadLength: null, reason: hint.heading.reason };
  const stops = /[。；]$/.test(group.text);
  if (group.own && !(kind === 'notice' && stops) && !group.text.endsWith('；')) return { ...base, leadLength: null, reason: '带序号的短行，独立成行' };
  const length = firstSentence(group.text, label.length, label.level <= 2 ? LONGEST_LEAD : LONGEST_ITEM_LEAD);
  // The whole paragraph is one sentence: a heading where its like stand over text, else an item whose number stays text.
  if (label.level <= 3 && kind !== 'notice' && !group.text.endsWith('；') && group.text.length - label.length <= LONGEST_OWN && (length === 0 || label.length + length >= group.text.length) && (overText() || (label.level === 1 && !/[。；：，、！？…]/.test(group.text.slice(-1)) && !/[。；：]/.test(group.text)))) {
    return { ...base, leadLength: null, reason: '带序号的一句，独立成段，下面是正文' };
  }
  if (length === 0 || label.length + length >= group.text.length || !/[^\s。！？”）]/.test(group.text.slice(label.length, label.length + length))) return null;
  return { ...base, leadLength: length, reason: '带序号的首句，后接正文' };
}

/** A paragraph without a number whose beginning stands in another face. */
function leadHead({ text, hint }: Group): RecognisedHead | null {
  if (hint?.lead === undefined) return null;
  const length = leadEnd(text, hint.lead.visible);
  return length >= text.length ? null : { level: hint.heading?.level ?? 5, number: null, value: null, form: null, leadLength: length, reason: hint.lead.reason };
}

/** A part of a whole report says which time or task it is about: 2025年工作回顾, 过去五年的工作, 主要体会. */
const PART = /^(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})年|过去|一年来|五年来|今年|今后|本届|新一年|新的一年|下一步|回顾|回望|展望|主要|几点|存在|“?十[三四五六七]五)|(?:回顾|安排|主要工作|主要任务|重点工作|重点任务|工作任务|工作打算|工作建议|的建议|体会|启示|不足|总体要求|总体思路|目标任务|主要目标|自身建设)$/;

/** Levels of the unnumbered headings: from what the article numbers around them (COMMANDS, `level`). */
function unnumbered(groups: readonly Group[], heads: (RecognisedHead | null)[], kind: ArticleKind): void {
  const numbered = new Set(heads.flatMap((head) => (head === null ? [] : [head.level])));
  const spoken = kind === 'report' || kind === 'address';
  const divisions = divisionLevels(groups);
  groups.forEach((group, i) => {
    const division = divisions.get(DIVISION.exec(group.text)?.[1] ?? '');
    if (group.subhead && division !== undefined && heads[i] === null && i < groups.length - 1) {
      heads[i] = { level: division, number: null, value: null, form: null, leadLength: null, reason: '第几部分、第几章、第几节，独立成行' };
      return;
    }
    if (!group.subhead || heads[i] !== null || i === groups.length - 1 || isTableTitle(groups, i)) return;
    const known = group.hint?.heading;
    const { level, reason } = known !== undefined && known.level !== null ? { level: known.level, reason: known.reason } : spoken ? partLevel(groups, heads, numbered, i) : SUB_HEAD;
    heads[i] = { level, number: null, value: null, form: null, leadLength: null, reason };
  });
  // A last part may have nothing numbered under it; its sisters show what it is.
  if (!heads.some((head) => head?.level === 0)) return;
  groups.forEach((group, i) => {
    if (heads[i]?.reason === SUB_HEAD.reason && PART.test(group.text.replace(/\s/g, ''))) heads[i] = { ...(heads[i] as RecognisedHead), level: 0, reason: '不带序号的短行，同其他部分的标题一样' };
  });
}

const DIVISION = /^第[一二三四五六七八九十百零〇\d]{1,4}(部分|[编章节])[\s\u3000]/;
const DIVISIONS = ['部分', '编', '章', '节'] as const;

/** Levels of 部分, 编, 章 and 节, as far as the article has them: the largest is a part of the report. */
function divisionLevels(groups: readonly Group[]): ReadonlyMap<string, number> {
  const used = new Set(groups.flatMap(({ text, subhead }) => (subhead ? [DIVISION.exec(text)?.[1] ?? ''] : [])));
  const kinds = DIVISIONS.filter((one) => used.has(one));
  // Parts alone stand as a report's unnumbered headings do: over 一、, or in its place.
  return new Map(kinds.length < 2 ? [] : kinds.map((one, level) => [one, level]));
}

const UNIT_LINE = /^[（(]?(?:计量)?单位[：:].{1,12}$/;

/** 2025年提案办理情况统计表 over its table, 单位：件 between them or not: it names that and heads no text. */
export function isTableTitle(groups: readonly Group[], at: number): boolean {
  const { text, label, row } = groups[at] as Group;
  const under = UNIT_LINE.test(groups[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return !row && label === null && groups[under]?.row === true && namesTable(text);
}

const SUB_HEAD = { level: 5, reason: '不带序号的短行，后接正文' };

/** Level of an unnumbered heading of a report: a part above 一、, a part in a report that has no 一、, or a sub-head. */
function partLevel(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], numbered: ReadonlySet<number>, at: number): { readonly level: number; readonly reason: string } {
  // 2.1 under 2.: all of a make stand on one level, a step below.
  if (/^\d{1,2}\.\d{1,2}(?!\d*[%％万亿])\s*[\u4e00-\u9fff]/.test((groups[at] as Group).text)) return { level: 5, reason: '带小数点的序号，比整数的序号低一级' };
  const next = nextNumbered(groups, heads, at);
  const isPart = PART.test((groups[at] as Group).text.replace(/\s/g, ''));
  if (numbered.has(1)) {
    if (next?.level === 1 && (next.value === 1 || isPart)) return { level: 0, reason: `不带序号的短行，后面是“${next.number ?? ''}、”` };
    return SUB_HEAD;
  }
  if (numbered.size === 0) return { level: 1, reason: '短行独立成行，全文标题都不带序号' };
  // Below a part the numbers begin anew; inside a part a sub-head stands among them.
  if (isPart || next?.value === 1) return { level: 1, reason: '短行独立成行，全文一级标题都不带序号' };
  return SUB_HEAD;
}

/** The first numbered heading behind, no other unnumbered line between; null: none. */
function nextNumbered(groups: readonly Group[], heads: readonly (RecognisedHead | null)[], at: number): RecognisedHead | null {
  for (let i = at + 1; i < groups.length; i += 1) {
    const head = heads[i];
    if (head !== null && head !== undefined && head.number !== null) return head;
    if ((groups[i] as Group).subhead) return null;
  }
  return null;
}

/** Theme sentences that open paragraphs become heads of level 5 where two or more siblings of one section do it alike. */
function themes(groups: readonly Group[], heads: (RecognisedHead | null)[]): void {
  let from = 0;
  while (from < groups.length) {
    let to = from + 1;
    while (to < groups.length && heads[to] === null && !(groups[to] as Group).members) to += 1;
    // A section: its labelled head at `from`, its plain paragraphs behind it.
    const plain = [];
    for (let i = heads[from] === null ? from : from + 1; i < to; i += 1) if (!(groups[i] as Group).row) plain.push(i);
    const opened = plain.filter((i) => themeLength((groups[i] as Group).text) > 0);
    // The first paragraph of a section may say what all are about, under a heading of its own.
    if (heads[from]?.leadLength === null && plain[0] !== undefined && plain[0] !== opened[0]) plain.shift();
    if ((heads[from]?.level ?? 0) >= 1 && opened.length >= 2 && opened.length * 3 >= plain.length * 2 && areParallel(opened.map((i) => (groups[i] as Group).text))) {
      for (const i of opened) {
        const length = themeLength((groups[i] as Group).text);
        heads[i] = { level: 5, number: null, value: null, form: null, leadLength: length, reason: '同一部分的几段都以主题短句开头' };
      }
    }
    from = to;
  }
}

/** Theme sentences of one section resemble each other: the same first character or nearly one length. */
export function areParallel(texts: readonly string[]): boolean {
  const lengths = texts.map(themeLength);
  if (Math.max(...lengths) - Math.min(...lengths) <= 4) return true;
  return texts.every((text) => text[0] === texts[0]?.[0]);
}

/**
 * Theme sentences inside a labelled paragraph (理论武装走深走实。), `[from, to)` in its text without label: only
 * where the sentence right behind the heading is one and others match it.
 */
export function themesInside(text: string, leadLength: number): (readonly [number, number])[] {
  const first = themeLength(text.slice(leadLength));
  if (first === 0) return [];
  const opener = text[leadLength];
  const found: (readonly [number, number])[] = [[leadLength, leadLength + first]];
  let at = leadLength + first;
  while (at < text.length) {
    const stop = text.indexOf('。', at);
    if (stop < 0) break;
    const length = stop + 1 - at;
    if (length >= 5 && length <= LONGEST_THEME && stop + 1 < text.length && !NO_THEME.test(text.slice(at, stop))) {
      if (text[at] === opener && (opener === '围' || opener === '要' || opener === '在')) found.push([at, stop + 1]);
      else if (Math.abs(length - first) <= 2 && opener !== '围' && opener !== '要') found.push([at, stop + 1]);
    }
    at = stop + 1;
  }
  return found.length >= 2 ? found : [];
}
