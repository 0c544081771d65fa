// The figures of a text: numbers with a unit or a measure word (8次, 12.8亿元, 98.9%,
// 前两名). In: plain text. Out: where each number stands and what follows it. What only
// looks like one is left: calendar years and dates, clock times, ages, ordinals of
// sessions (第三次会议), names in quotation marks and 《》 (“1+4+6+N”, “3·15”), 5G, 12345
// (TYPESETTING 4.4, W-B). Han numerals count only where official style writes them for a
// figure: ranks (前两名), counts of meetings held (先后八次), shares (百分之九十: han-shares.ts),
// counts above ten (三百余人: han-large.ts) and small counts of things (三个小组: han-counts.ts).
import { fromHan } from '../../model/numerals';
import { inFullWidth } from './full-width';
import { hanCounts } from './han-counts';
import { largeCounts, timesOf } from './han-large';
import { hanShares } from './han-shares';
import { countsAlone, isKeptBehind, isKind, isLimit, NAMED } from './kept-digits';
import { MEASURES, UNITS } from './measures';

export interface Figure {
  /** Offsets of the number alone, 余 and 多 included, the measure word not; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The number as written: 8, 30余, 63%～68. */
  readonly text: string;
  /** The number as a value; of a range its first. 12.8亿元 is 12.8, and 3万余人, whose 万 is of the number, 30000. */
  readonly value: number;
  /** 亿元, %, 万: what multiplies or measures; null for a bare count. */
  readonly unit: string | null;
  /** 次, 件, 人次; null where a unit says it all. */
  readonly measure: string | null;
  /** End of unit and measure word, exclusive. */
  readonly end: number;
}

/** Thousands apart by a comma, or by a blank as GB/T 15835 has it. */
const NUMBER = /\d{1,3}(?:[ \u2009\u00a0]\d{3})+(?!\d)|\d+(?:,\d{3})*(?:\.\d+)?/g;
const RANGE = /^(?:[%％])?[～~—–\-至到](\d+(?:\.\d+)?)/;
const MULTIPLIER = /^(?:万亿|千亿|百亿|十亿|千万|百万|十万|万|亿|千(?![伏卡帕])|百(?!分))/;

/** Stretches that hold names: 《》 always, “” where short. A figure inside is part of a name. */
function names(text: string): (readonly [number, number])[] {
  return [...text.matchAll(/《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]{1,16}”|〔[^〔〕]*〕/g), ...text.matchAll(IDIOMS)].map((match) => [match.index, match.index + match[0].length]);
}

/** Ways of speaking whose numbers count nothing. */
const IDIOMS = /(?=[一二两三四五六七八九十百千万])(?:三番[两五四]次|三番四复|四面八方|五湖四海|八面(?:玲珑|来风|威风)|三言两语|三心[二两]意|七上八下|五颜六色|四通八达|四平八稳|三头六臂|十全十美|千家万户|千秋万代|四分五裂|五花八门|七嘴八舌|七手八脚|三三两两|三五成群|五光十色|五彩缤纷|十个指头|十指连心|三天两头|三天打鱼|两天晒网|一年四季|四时八节|三年五载|千军万马|千山万水|千言万语|万水千山|千辛万苦|千锤百炼|百炼成钢|九牛[一二]毛|一石[二两]鸟|三句话不离|两面三刀|三位一体|五位一体|三六九等|七十二行|三百六十行|六神无主|五脏六腑|三姑六婆|三亲六故|两全其美|三思而后?行)/g;

/** Figures of a text in order. */
export function findFigures(written: string): readonly Figure[] {
  const text = inFullWidth(written);
  let fixed: ReturnType<typeof names> | null = null;
  const inName = (at: number): boolean => (fixed ??= names(text)).some(([from, to]) => at >= from && at < to);
  const found: Figure[] = [];
  let past = 0;
  for (const match of text.matchAll(NUMBER)) {
    const from = match.index;
    if (from < past || inName(from)) continue;
    const figure = digitsFigure(text, from, match[0]);
    if (figure === null) continue;
    found.push(...listBefore(text, figure, past), figure);
    past = figure.end;
  }
  for (const figure of hanFigures(text)) if (!inName(figure.from)) found.push(figure);
  return found.toSorted((a, b) => a.from - b.from);
}

function digitsFigure(text: string, from: number, digits: string): Figure | null {
  const before = text.slice(Math.max(0, from - 6), from);
  // Part of a longer name: A4, 1+4+6+N, 3·15, 0.5 begun before, ×24.
  if (/[A-Za-z\d.+＋·×xX／/]$/.test(before)) return null;
  // 第18至23次会议, 第3、5、8条: ordinals after the first.
  if (/第\d+(?:[至到—–～~\-、和及]第?\d+)*[至到—–～~\-、和及]$/.test(text.slice(Math.max(0, from - 16), from))) return null;
  // 6届2次会议.
  if (text.startsWith('次', from + digits.length) && /届(?:第?\d{1,2}次(?:会议)?[、和至到])*第?$/.test(text.slice(Math.max(0, from - 16), from))) return null;
  let to = from + digits.length;
  const range = RANGE.exec(text.slice(to));
  const percentRange = range !== null && /^[%％]/.test(range[0]);
  if (range !== null) to += range[0].length;
  const second = text.slice(to);
  const about = /^[余多来几]/.exec(second)?.[0] ?? '';
  const rest = second.slice(about.length);
  // Years, months, days, times of day, ages and anniversaries are no figures.
  if (isKeptBehind(before, digits, rest) || isLimit(before, rest)) return null;
  const multiplier = MULTIPLIER.exec(rest)?.[0] ?? '';
  const more = multiplier === '' ? '' : /^[余多]/.exec(rest.slice(multiplier.length))?.[0] ?? '';
  const behind = rest.slice(multiplier.length + more.length);
  const isRank = /第$|前$/.test(before);
  if (before.endsWith('第') && !/^[名位]/.test(behind)) return null;
  const word = unitOf(behind);
  // 4.1总体情况: the number of a section.
  if (word === null && from === 0 && digits.includes('.')) return null;
  if (word === null && multiplier === '' && !countsAlone(before, digits, behind, about !== '' || range !== null)) return null;
  const { unit, measure } = word ?? { unit: null, measure: null };
  const length = (unit ?? measure ?? '').length;
  // 9时30分, 3分之一, 12分局.
  if (measure === '分' && (/[时点]$/.test(before) || /^[之公局支院店校册会行所]/.test(behind.slice(1)))) return null;
  // 二十四小时 is no figure: 24小时值守, 15分钟生活圈, 8小时外.
  if (!isRank && (NAMED.test(behind.slice(length)) || (unit === '小时' && /^(?:以?外|之外|内外)/.test(behind.slice(length))))) return null;
  if (word !== null && isKind(behind.slice(length))) return null;
  // Around the clock and around the year are ways of speaking.
  if ((digits === '365' && unit === '天') || (digits === '24' && unit === '小时')) return null;
  // 3年行动 has no measure word of a figure; 岁 and 年 behind a count of people (60岁以上) neither.
  const numberEnd = to + about.length + (more === '' ? 0 : multiplier.length + more.length);
  const shownUnit = `${more === '' ? multiplier : ''}${unit ?? ''}`;
  return {
    from, to: numberEnd, text: text.slice(from, numberEnd), value: Number(digits.replace(/[,\s]/g, '')) * (more === '' ? 1 : timesOf(multiplier)),
    unit: percentRange && shownUnit === '' ? '%' : shownUnit === '' ? null : shownUnit, measure,
    end: to + about.length + multiplier.length + more.length + length,
  };
}

/** 提案12、9、31件: numbers before the one that has the measure word of them all. */
function listBefore(text: string, { from, unit, measure }: Figure, past: number): readonly Figure[] {
  const list = /(?<![\d.第〔A-Za-z/])(?:\d+(?:,\d{3})*(?:\.\d+)?[、和及])+$/.exec(text.slice(past, from));
  if (list === null) return [];
  return [...list[0].matchAll(NUMBER)].filter(([digits]) => !/^(?:19|20)\d{2}$/.test(digits)).map((match): Figure => {
    const at = past + list.index + match.index;
    const to = at + match[0].length;
    return { from: at, to, text: match[0], value: Number(match[0].replaceAll(',', '')), unit, measure, end: to };
  });
}

/** A list by the first character of its words, in its own order: nearly every figure asks for one of a hundred words. */
function byFirst(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const list = found.get(word.charAt(0));
    if (list === undefined) found.set(word.charAt(0), [word]);
    else list.push(word);
  }
  return found;
}

const UNITS_BY_FIRST = byFirst(UNITS);
const MEASURES_BY_FIRST = byFirst(MEASURES);

/** The unit or measure word that `text` begins with. */
function unitOf(text: string): { readonly unit: string | null; readonly measure: string | null } | null {
  const first = text.charAt(0);
  const unit = UNITS_BY_FIRST.get(first)?.find((one) => text.startsWith(one));
  const measure = MEASURES_BY_FIRST.get(first)?.find((one) => text.startsWith(one));
  if (unit !== undefined && (measure === undefined || unit.length >= measure.length)) return { unit, measure: null };
  return measure === undefined ? null : { unit: null, measure };
}

const RANK = /(?=[一两二三四五六七八九十])(?<=前|第)([一两二三四五六七八九十]+)(?=名|位(?!委员|代表|同志|市民|群众))/g;
/** 位居全省第二, 排名第3: a rank that has no measure word. */
/** 三次产业比调整为11.8:48.3:39.9. */
const RATIO = /(?<=(?:比|比例|之比|比重|结构)[^，。；、\d]{0,8}|(?:变为|调整为|优化为|提高到|升至|降至))(?<![\d.])\d+(?:\.\d+)?(?:[:：∶︰]\d+(?:\.\d+)?){1,3}(?![\d.])/g;
const PLACED = /(?=[\d一二三四五六七八九十])(?<=[第前])(?<=(?:排名|排位|位居|位列|名列|居|列|获|评为?|全[国省市区县州])[^，。；、]{0,10}第|(?:国内|省内|市内|同类[\u4e00-\u9fff]{0,4}|行业|总量|增速|规模|产量|为[全国省市]{1,2})第|(?:排名|位居|位列|名列|跻身|进入|稳居|保持|居|列)[^，。；、]{0,10}前)(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?=[，。；、）]|$)/g;
const RANGE_BEFORE = /(?<![第届百千万亿〇零两一二三四五六七八九十.\d]|[从由])([两一二三四五六七八九十百千]{1,5})[至到～~—–-]$/;

/** Matches of an expression each of which holds one of these characters, or has it beside it: most texts hold none, and every export asks. */
function matchesWith(characters: string, text: string, expression: RegExp): Iterable<RegExpExecArray> {
  for (const one of characters) if (text.includes(one)) return text.matchAll(expression);
  return [];
}

function hanFigures(text: string): Figure[] {
  const found: Figure[] = [];
  const isFree = (from: number, to: number): boolean => found.every((other) => to <= other.from || from >= other.to);
  const push = (at: number, written: string, value: number | null, unit: string | null, measure: string | null, end: number): void => {
    if (value === null) return;
    // 三至五成, 二十到三十家: a range is one figure, worth its first number.
    const range = RANGE_BEFORE.exec(text.slice(Math.max(0, at - 9), at));
    const first = range === null ? null : fromHan(range[1] ?? '');
    const from = range === null || first === null ? at : at - range[0].length;
    found.push({ from, to: at + written.length, text: text.slice(from, at + written.length), value: first ?? value, unit, measure, end });
  };
  for (const { from, to, value, unit, end } of hanShares(text)) push(from, text.slice(from, to), value, unit, null, end);
  for (const { from, to, value, unit, measure, end } of largeCounts(text)) if (isFree(from, to)) push(from, text.slice(from, to), value, unit, measure, end);
  for (const match of matchesWith('前第', text, RANK)) {
    const at = match.index;
    // 第一名 is a rank; 第一位的 (put first) is a way of speaking.
    if (match[0] === '一' && text.slice(at + 1, at + 3) === '位的') continue;
    push(at, match[0], fromHan(match[0]), null, text.charAt(at + match[0].length), at + match[0].length + 1);
  }
  for (const match of matchesWith(':：∶︰', text, RATIO)) push(match.index, match[0], Number.parseFloat(match[0]), null, null, match.index + match[0].length);
  for (const match of text.matchAll(PLACED)) push(match.index, match[0], /\d/.test(match[0]) ? Number(match[0]) : fromHan(match[0]), null, null, match.index + match[0].length);
  for (const { from, to, value, measure, end, certain } of hanCounts(text)) {
    if (certain && found.every((other) => to <= other.from || from >= other.end)) push(from, text.slice(from, to), value, null, measure, end);
  }
  return found;
}

/** A count in Han that may be a figure, to the end of what is counted. */
export interface DoubtfulCount {
  readonly from: number;
  readonly to: number;
  /** It counts thoughts (三个方面), hardly the year's work. */
  readonly ofOrder: boolean;
}

/** Said by the way, and of last year all the same: 减少一半, 超半数. */
const VAGUE = /(?<![一两二三四五六七八九十百千万近上超过第每达逾数破一])[百千](?:名|家(?!争|宴|讲|姓)|户|件|篇|场|个|条|项|份|位|次|处|座|台|辆|所|支|亩)(?!姓)|(?:近|上|超|逾|数)[十百千万]+(?:余|多)?(?:件|次|人|名|家|户|篇|场|个|项|条|份|位|人次|万)|(?:超|近|逾|约|减少|增加)?(?<![另后前])一半(?:以上|[，。；、])|(?:超|过)半数|(?<![第、每\u4e00-\u9fff])[两二三四五六]易其稿|(?<=[，、。；])[两三四五六]赴|(?<![第十百千万、〇零一二两三四五六七八九])(?:一两|两三|三四|四五|三五|五六|六七|七八|八九)[个名位家次场天件条户人处座份篇]|[两三四]度(?=[赴到上登邀召回深组获])/g;

/** 五市政协联席会议, 三省通衢: how many places is commonly part of a name, and is not always (联合五市开展协商). */
const OF_PLACES = /(?<![第、每〇零一二两三四五六七八九十百千万\d])([两三四五六七八九十])(?:省区市|省|市|县|区|州|旗|盟|街道|社区)(?![委长场级域别块位间属直辖府]|政府|一市)(政协|人大|协作|联席|交界|通衢|交汇|毗邻|边区|[”》])?/g;

/** Counts in Han that may be figures: what findFigures left for a person. */
export function doubtfulCounts(written: string): readonly DoubtfulCount[] {
  const text = inFullWidth(written);
  const fixed = names(text);
  const vague = [...text.matchAll(VAGUE)].map((match): DoubtfulCount => ({ from: match.index, to: match.index + match[0].length, ofOrder: false }));
  const all = hanCounts(text);
  const places = [...text.matchAll(OF_PLACES)].map((match): DoubtfulCount => ({ from: match.index, to: match.index + match[0].length - (match[2]?.length ?? 0), ofOrder: match[2] !== undefined }))
    .filter(({ from }) => all.every((one) => from < one.from || from >= one.end));
  const counted = all.filter(({ certain }) => !certain).map(({ from, words, ofOrder }): DoubtfulCount => ({ from, to: from + words.length, ofOrder }));
  const certain = [...largeCounts(text), ...hanShares(text)];
  return [...vague, ...places, ...counted.filter(({ from }) => vague.every((one) => from < one.from || from >= one.to))].filter(({ from, to }) => fixed.every(([start, end]) => from < start || from >= end) && certain.every((one) => to <= one.from || from >= one.end)).toSorted((a, b) => a.from - b.from);
}
