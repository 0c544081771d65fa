// What of a text's words and figures is last year's (TYPESETTING 4.4): W-B emptied (figures, names of events
// and works, spirits of meetings), W-C a person's to judge (people, formulas, slogans, quotations, promises,
// counts in Han, what is carried over whole). In: the items of a unit. Out: more of them.
import { doubtfulCounts, findFigures } from '../figures/find-figures';
import { leaders, unnamedLeaders } from './leaders';
import { campaigns, eventNames, formulas, longQuotations, namedAt, namedSpeeches, quotations, serialNumbers, slogans, spiritNames, topics, workNames } from './names';
import { planTasks } from './plan-tasks';
import { sentencesOf } from './sentences';
import { spansOfYears } from './spans';
import { leadEnd } from './unit';
import type { UnitItems } from './unit-items';

/** A sentence carried over whole is listed from this length on (TYPESETTING 4.4, W-C). */
const CARRIED = 30;

/** What must agree with the newest words: quotations, formulas, slogans, people; and what was promised. */
export function askFormulas(items: UnitItems): void {
  const { text } = items.unit;
  const inQuotation: (readonly [number, number])[] = [];
  for (const { from, to } of quotations(text)) {
    inQuotation.push([from, to]);
    items.review('quotation', from, to, '引用的讲话，须与原文一致');
  }
  for (const { from, to } of namedSpeeches(text)) if (inQuotation.every(([start, end]) => to <= start || from >= end)) items.review('quotation', from, to, '去年的讲话、指示，请按最新的核对');
  for (const { from, to } of formulas(text)) if (inQuotation.every(([start, end]) => from < start || to > end)) items.review('formula', from, to, '规范表述，请按最新提法核对');
  for (const { from, to } of slogans(text)) items.review('slogan', from, to, '当年的提法，请核对');
  const named = leaders(text);
  for (const { from, to } of named) items.review('leader', from, to, '姓名、职务请核对');
  // Hardly ever wrong the next year, and never silent.
  for (const { from, to } of unnamedLeaders(text)) if (named.every((one) => to <= one.from || from >= one.to)) items.review('leader', from, to, '没有写姓名的领导，做的事是去年的，请核对', false);
  if (items.unit.field !== 'head.speaker') {
    const people = [items.context.last.meeting.speaker, items.context.last.meeting.chair];
    for (const { from, to } of people.flatMap((name) => (name === null ? [] : namedAt(text, name)))) if (named.every((one) => to <= one.from || from >= one.to)) items.review('leader', from, to, '去年的报告人或主持人，请核对');
  }
  if (items.unit.part === 'plan' || items.unit.part === 'close') for (const { from, to } of planTasks(text, leadEnd(items.unit))) items.review('promise', from, to, '去年的安排，今年的总结里要有交代', false);
}

/** Events, works, spirits of meetings: emptied of what looks back, asked of what was planned. */
export function blankNames(items: UnitItems): void {
  const { text, part } = items.unit;
  const isReview = part === 'review' && !items.opens;
  if (isReview) {
    for (const { from, to } of eventNames(text)) if (isName(items, from, to)) items.blank('event', from, to, '去年的活动名称');
    for (const { from, to } of topics(text)) if (isName(items, from, to)) items.blank('event', from, to, '去年的协商、调研题目');
    for (const { from, to } of campaigns(text)) items.blank('event', from, to, '去年的学习教育');
    for (const { from, to } of workNames(text)) items.blank('work', from, to, '去年的成果名称');
  } else for (const { from, to } of campaigns(text)) items.review('slogan', from, to, '去年的学习教育，请核对');
  // What was planned under a name is held under another, or is done.
  if (part === 'plan' && !items.opens) {
    for (const { from, to } of [...eventNames(text), ...topics(text)]) if (items.free(from, to) && isName(items, from, to)) items.review('slogan', from, to, '去年安排里的活动名称，请核对');
    for (const { from, to } of workNames(text)) items.review('slogan', from, to, '去年安排里的成果名称，请核对');
  }
  for (const { from, to } of serialNumbers(text)) items.blank('figure', from, to, '书刊的名称保留，辑、期请写今年的');
  // 二十大精神 is a formula, not a meeting of the year.
  if (isReview) for (const { from, to } of spiritNames(text)) if (!/[一二三四五六七八九十]大$/.test(text.slice(from, to))) items.blank('spirit', from, to, '去年的会议精神');
}

/** A quoted formula (“两个确立”) is no event. */
function isName(items: UnitItems, from: number, to: number): boolean {
  return !/^[一二两三四五六七八九十]个/.test(items.unit.text.slice(from, to)) && slogans(items.unit.text).every((slogan) => to <= slogan.from || from >= slogan.to);
}

/** Figures with their measure words, and those of tables. */
export function blankFigures(items: UnitItems): void {
  const { cell } = items.unit;
  if (cell?.isYear === true && items.isNear(Number(items.unit.text.trim()))) items.review('year', 0, items.unit.text.length, '表中的年份，请核对');
  if (cell !== null && cell.figures.length > 0) {
    for (const { from, to } of cell.figures) items.blank('figure', from, to, '表中的数');
    return;
  }
  if (TYPED_ROW.test(items.unit.text)) for (const match of items.unit.text.matchAll(/\d[\d,.]*/g)) if (!/^(?:19|20)\d{2}$/.test(match[0])) items.blank('figure', match.index, match.index + match[0].length, '一行并列的数');
  // 3个月内办结, of what is planned: a limit, which is the same each year.
  const isLimit = (to: number): boolean => items.unit.part === 'plan' && /^(?:个?(?:工作|自然)?日|天|个月|小时)(?:之?内|以内)/.test(items.unit.text.slice(to));
  for (const { from, to, measure, unit } of findFigures(items.unit.text)) if (!isLimit(to)) items.blank('figure', from, to, measure !== null ? '量词保留' : unit === '%' ? '百分号保留' : '单位保留');
}

/** Long words in quotation marks that no rule has spoken of: a title, a speech, a watchword of last year. */
export function askQuoted(items: UnitItems): void {
  if (items.unit.part !== 'review') return;
  for (const { from, to } of longQuotations(items.unit.text)) {
    const inText = [from, to].map((at) => at + items.unit.base);
    const isTold = items.found.some(({ place, kind }) => kind !== 'carried' && kind !== 'promise' && place.from < inText[1]! && place.to > inText[0]!);
    if (!isTold) items.review('slogan', from, to, '引号里的话是去年的，请核对');
  }
}

/** What may be a figure of the year and was left: counts in Han, years in a row, first times. */
export function askCounts(items: UnitItems): void {
  const { text, part, heading } = items.unit;
  if (heading) {
    for (const { from, to, why, anywhere } of spansOfYears(text)) if (anywhere && items.free(from, to)) items.review('count', from, to, why);
    return;
  }
  const isOfYear = part !== 'plan' && part !== 'close';
  for (const { from, to, ofOrder } of doubtfulCounts(text)) if (items.free(from, to)) items.review('count', from, to, '用汉字写的数，没有留空，请核对', isOfYear && !ofOrder);
  for (const { from, to, why, anywhere } of spansOfYears(text)) if (items.free(from, to)) items.review('count', from, to, why, isOfYear || anywhere);
}

/** （征求意见稿） typed under the title of a file that went round: this year's stands there by itself. */
export function askStage(items: UnitItems): void {
  if (items.unit.field?.startsWith('deck.') !== true) return;
  for (const match of items.unit.text.matchAll(STAGE_TYPED)) items.review('carried', match.index, match.index + match[0].length, '标题里的稿次是去年的，今年的稿次由程序印出，请删去');
}

/** Sentences that nothing touched. */
export function askCarried(items: UnitItems): void {
  if (items.unit.field !== null || items.unit.heading) return;
  for (const { from, text } of sentencesOf(items.unit.text)) {
    const to = from + text.length;
    if ([...text].length > CARRIED && items.free(from, to)) items.review('carried', from, to, '与去年一字不差', false);
  }
}

/** 经济建设 75 75 74: a row of a table that was typed as a line of text. */
const TYPED_ROW = /^[\u4e00-\u9fff（）()\s]{2,16}\d[\d,]*(?:\.\d+)?[%％]?(?:\s+\d[\d,]*(?:\.\d+)?[%％]?)+\s*$/;

const STAGE_TYPED = /[（(](?:工作稿[^（）()]{0,8}|征求意见稿|讨论稿|送审稿|主席会议稿|[^（）()]{0,4}审议稿|[^（）()]{0,4}审定稿|大会稿|审议修改稿|见报稿|[初草定]稿|修改稿|汇报稿|报审稿|代拟稿|表决稿|审查稿)[^（）()]{0,4}[）)]/g;
