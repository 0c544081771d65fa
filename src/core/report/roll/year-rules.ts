// What a text says of its years (TYPESETTING 4.4, W-A): years in labelled slots, anniversaries, words of the
// five-year plans. A statement becomes the new year's whole, or none of it: a year goes along with what is
// said of it. In: the items of a unit. Out: more of them; a year elsewhere is a person's to judge.
import { anniversaryMentions, isCelebrated } from './anniversaries';
import { eventNames } from './names';
import { firstYearOf, planMentions, planNames, planOf } from './plan-period';
import { sentenceAt } from './sentences';
import { isSpokenOf, looksBack } from './told-year';
import type { UnitItems } from './unit-items';
import { isOfItsOwn, SPAN_OF_YEARS, writtenYears, yearMentions, yearOfStatement, type YearMention } from './years';
import { zodiacMentions, zodiacOf } from './zodiac-years';

/** 五年来, 过去五年 of the report at a first session: the next one is about a year. */
export function askFiveYears(items: UnitItems): void {
  const { kind, last } = items.context;
  if (kind !== 'firstAnnual' || last.meeting.session !== 1 || items.unit.kind !== 'report') return;
  for (const match of items.unit.text.matchAll(FIVE_YEARS)) {
    items.take(match.index, match.index + match[0].length);
    items.review('year', match.index, match.index + match[0].length, '五年报告的说法，年度报告要改写');
  }
}

/** 周年: moves where the new number is one that is celebrated. */
export function rollAnniversaries(items: UnitItems): void {
  // “庆祝人民政协成立75周年”书画展 goes with its name.
  const named = items.unit.part === 'review' && !items.opens ? eventNames(items.unit.text) : [];
  for (const { from, to, n, founded, phrase, write } of anniversaryMentions(items.unit.text)) {
    if (named.some((event) => event.from <= from && to <= event.to)) continue;
    // 到2029年新中国成立80周年时 says its own year.
    if (founded !== null && !items.isNear(founded + n) && items.unit.text.slice(sentenceAt(items.unit.text, from).from, from).includes(`${founded + n}年`)) continue;
    const year = yearOf(items, from, founded === null ? null : founded + n);
    if (year === null) {
      items.review('anniversary', to + 2 - phrase.length, to + 2, '周年数请核对');
      continue;
    }
    const origin = founded ?? year.was - n;
    const now = year.now - origin;
    const begin = to + 2 - phrase.length;
    const said = yearSaid(items, from, to);
    const ask = (why: string): void => {
      items.take(from, to);
      items.review('anniversary', begin, to + 2, why);
    };
    if (founded !== null && year.was - founded !== n) ask(`${founded}年算起，${year.was}年是${year.was - founded}周年，去年写的是${n}周年，请核对`);
    else if (said !== null && !opensSentence(items, said)) ask(`这句话说的是${said.year}年，没有改，请连同年份核对`);
    else if (isCelebrated(now)) {
      if (said !== null) yearAlong(items, said);
      items.change('anniversary', from, to, write(now), `${year.now}年`);
    } else ask(`${year.now}年是${now}周年，不逢五逢十，是否还写请定`);
  }
}

/** “十四五”规划收官之年: moves where the new year has such a phrase. */
export function rollPlanWords(items: UnitItems): void {
  const { years } = items.context;
  if (years === null) {
    for (const { from, to } of planMentions(items.unit.text)) items.review('year', from, to, '总结的是哪一年不明，这句话请核对');
    return;
  }
  const named: (readonly [number, number])[] = [];
  for (const { from, to, text, plan, position, forYear } of planMentions(items.unit.text)) {
    named.push([from, to]);
    if (!items.free(from, to)) continue;
    const of = position === null ? null : firstYearOf(plan) + position - 1;
    // 聚焦“十四五”收官, done in the year before its last: whether this year's work was for its end or the next one's beginning is not told.
    const isAhead = items.unit.part === 'review' && of === years.last + 1 && !/是[^，。；]{0,8}$/.test(items.unit.text.slice(0, from));
    const year = yearOf(items, from, isAhead ? null : of)!;
    const now = forYear(year.now);
    const kept = position !== null && now === null ? predicateYear(items, from, of) : null;
    if (kept !== null) items.take(kept.from, kept.to);
    const said = yearSaid(items, from, to);
    if (said !== null && position !== null && !opensSentence(items, said)) {
      if (items.isNear(said.year)) items.review('year', from, to, `这句话说的是${said.year}年，没有改，请连同年份核对`);
      continue;
    }
    if (position !== null && planOf(year.was).position === position && now !== null) {
      if (now === text) continue;
      if (said !== null) yearAlong(items, said);
      items.change('plan-period', from, to, now, `${year.now}年`);
      continue;
    }
    // 关键一年 says something of its own year; 谋划“十五五” looks on.
    const told = /年$/.test(text) ? year.now : years.next + 1;
    const { plan: its, position: at } = planOf(told);
    const word = position !== null && now === null ? /(?:开局|起步|收官|首年|第一年|最后).*年$/.exec(text)?.[0] : undefined;
    items.review('year', from, to, `${told}年是“十${HAN_DIGITS.charAt(its - 10)}五”第${HAN_DIGITS.charAt(at)}年，${word === undefined ? '这句话请核对' : `“${word}”是${of}年，这句话请改写`}`);
  }
  // From one plan to the next, whatever was said of either is last year's; of an earlier one it is in any year.
  const isSame = planOf(years.last).plan === planOf(years.next).plan && planOf(years.last + 1).plan === planOf(years.next + 1).plan;
  const { plan } = planOf(years.next + 1);
  for (const { from, to, plan: its } of planNames(items.unit.text)) {
    const isEarlier = its !== null && its < planOf(years.last).plan;
    if ((isEarlier || !isSame) && named.every(([start, end]) => to <= start || from >= end)) items.review('year', from, to, `${firstYearOf(plan)}年起是“十${HAN_DIGITS.charAt(plan - 10)}五”，这句话请核对`);
  }
}

/** 今年, 明年 of a meeting in December, whose next is in January: the words stay (W-A) and mean another year. */
export function askRelativeYears(items: UnitItems): void {
  const { shift, meeting } = items.context;
  if (shift === 0 || meeting.opens === null || items.unit.field !== null) return;
  const year = Number(meeting.opens.slice(0, 4));
  for (const { index, 0: word } of items.unit.text.matchAll(/去年|今年|明年/g)) {
    const said = year + ['去年', '今年', '明年'].indexOf(word) - 1;
    items.review('year', index, index + word.length, `新会议在${year}年${Number(meeting.opens.slice(5, 7))}月开，“${word}”说的是${said}年，请核对`);
  }
}

/** 蛇年大吉: a year by its animal is another's the next. */
export function askZodiac(items: UnitItems): void {
  const { years } = items.context;
  if (years === null) return;
  for (const { from, to, year } of zodiacMentions(items.unit.text, [years.last, years.last + 1])) {
    const now = year + years.next - years.last;
    if (items.free(from, to)) items.review('year', from, to, `${now}年是${zodiacOf(now)}，请核对`);
  }
}

/** Years in their slots, and what is asked about years elsewhere. */
export function rollYears(items: UnitItems): void {
  const { years } = items.context;
  if (years === null) {
    const said = yearMentions(items.unit, items.opens);
    const latest = Math.max(...said.map(({ year }) => year));
    for (const { from, to, year } of said) if (year >= latest - 1 && items.free(from, to)) items.review('year', from, to, '总结的是哪一年不明，年份请核对');
    return;
  }
  if (items.unit.field !== null) for (const match of items.unit.text.matchAll(/〔(\d{4})〕\d{1,4}号/g)) if (items.isNear(Number(match[1]))) items.review('year', match.index, match.index + match[0].length, '去年的文号，请写今年的');
  // 24年度: the year in two figures.
  for (const match of items.unit.text.matchAll(/(?<![\d.])(\d{2})(?=年度)/g)) if (items.isNear(2000 + Number(match[1]))) items.review('year', match.index, match.index + 2, '正文里的年份，请核对');
  for (const mention of yearMentions(items.unit, items.opens)) {
    const { from, to, year, begins, slot, why, write } = mention;
    if (!items.free(from, to)) continue;
    const inHead = items.unit.field !== null && why !== SPAN_OF_YEARS;
    if (rolls(items, mention)) {
      const now = year + (years.next - years.last);
      if (now !== year) items.change('year', from, to, write(now), `${year === years.last ? '总结年' : '安排年'}，${inHead ? '标题区' : slot ? why : '总述句'}`);
    } else if (items.isNear(year) || (begins !== null && items.isNear(begins))) items.review('year', from, to, `${why}，请核对`);
  }
}

/** The year a place speaks of, last year's and the new: that of its sentence's labelled slot, else what the place itself tells (建党104周年 is 2025), else by what is around it. */
function yearOf(items: UnitItems, at: number, told: number | null = null): { readonly was: number; readonly now: number } | null {
  const { years } = items.context;
  if (years === null) return null;
  const around = sentenceAt(items.unit.text, at);
  // A meeting of December says 今年 of the year that it looks back on.
  const isLate = items.context.last.meeting.opens?.startsWith(String(years.last)) === true;
  const named = writtenYears(items.unit.text.slice(around.from, at), false).findLast(({ from, to, year }) => isSpokenOf(items.unit.text, around.from + from, around.from + to, items.isNear(year)));
  const was = named?.year ?? (told === years.last || told === years.last + 1 ? told : looksBack(items.unit, around.from, at, isLate) ? years.last : years.last + 1);
  return { was, now: was + (years.next - years.last) };
}

/** The year of 2026年是“十五五”规划开局之年, whose next has no such place: the statement stays whole, for it is true. `of`: the year that has the place. */
function predicateYear({ unit: { text } }: UnitItems, from: number, of: number | null): { readonly from: number; readonly to: number } | null {
  const around = sentenceAt(text, from);
  const year = writtenYears(text.slice(around.from, from), false).findLast((one) => one.year === of);
  if (year === undefined) return null;
  const at = { from: around.from + year.from, to: around.from + year.to };
  // 2026年是建党105周年，也是“十五五”规划开局之年: of one statement in two.
  return /^年，?(?:正?是|既是|也是|作为|恰逢|适逢|正值)(?:[^。；]*，(?:也|又|更|还)?是)?(?:实施|实现)?$/.test(text.slice(at.to, from)) ? at : null;
}

/** The year that a statement is made of, where it is not rewritten by itself. Either the whole statement becomes this year's, or none of it. */
function yearSaid(items: UnitItems, from: number, to: number): YearMention | null {
  const said = yearOfStatement(items.unit.text, yearMentions(items.unit, items.opens).filter((year) => isSpokenOf(items.unit.text, year.from, year.to, items.isNear(year.year))), from, to);
  return said === null || rolls(items, said) ? null : said;
}

/** 2024年，喜迎建州六十周年: one of the report's years that a sentence begins with goes along with what is said of it. */
function opensSentence(items: UnitItems, { from, year }: YearMention): boolean {
  const { years } = items.context;
  return years !== null && (year === years.last || year === years.last + 1) && sentenceAt(items.unit.text, from).from === from;
}

function yearAlong(items: UnitItems, { from, to, year, write }: YearMention): void {
  const { years } = items.context;
  if (years !== null) items.change('year', from, to, write(year + years.next - years.last), '同一句话里的说法一起改');
}

/** Whether a year is rewritten by itself: one of the report's two, where it has its slot or stands in the head; the one ahead also where a sentence of a speech begins with it. */
function rolls(items: UnitItems, mention: Pick<YearMention, 'from' | 'to' | 'year' | 'slot' | 'why'>): boolean {
  const { years } = items.context;
  const { year, slot, why } = mention;
  return years !== null && (year === years.last || year === years.last + 1) && (slot || (items.unit.field !== null && why !== SPAN_OF_YEARS) || opensOwn(items, mention));
}

/**
 * 2025年，改革发展任务艰巨: what a speech, a resolution or an editorial says of the year ahead, of which nothing has
 * happened, wherever a sentence begins with it, and once more in the same sentence; of the year looked back on
 * where a paragraph does, but for what happened in it.
 */
function opensOwn({ unit, context }: UnitItems, { from, to, year, why }: Pick<YearMention, 'from' | 'to' | 'year' | 'why'>): boolean {
  const isSpoken = unit.kind === 'address' || unit.kind === 'resolution' || unit.kind === 'editorial';
  const rest = unit.text.slice(to);
  if (!isSpoken || why === SPAN_OF_YEARS || !/^年(?![\d底初末起至到—])/.test(rest) || isOfItsOwn(rest)) return false;
  if (year === context.years?.last) return from === 0 && /^年，/.test(rest) && !HAPPENED.test(rest);
  const begins = Math.max(sentenceAt(unit.text, from).from, unit.text.lastIndexOf('；', from) + 1);
  const before = unit.text.slice(begins, from).trim();
  return isSpokenOf(unit.text, from, to, true) && (/^(?:[一二三四五六七八九十]是|各位(?:委员|代表)，|同志们，|——)?$/.test(before) || (before.startsWith(unit.text.slice(from, to + 1)) && /，$/.test(before)));
}

/** 2024年，高铁通车: an event of the year. */
const HAPPENED = /^年，[^，。；]*(?:通车|上线|揭牌|落成|落户|投用|投产|竣工|启用|启动|开工|开通|获批|获评|荣获|入选|成立|召开|举办|举行|交付|挂牌|问世|出台|施行|颁布)/;

const FIVE_YEARS = /今后工作|(?:过去|今后|未来|这|任期(?:内|的)?)的?五年(?:来|间|里)?|五年(?:来|间|里|工作)|五年的(?:工作|实践|历程)/g;

const HAN_DIGITS = '〇一二三四五六七八九';
