// The lines of a meeting's timetable (日程): 1月7日（星期二）, 上午9:00　开幕会, 听取…报告. One by one they read
// like dates, speakers and headlines; under the title of a timetable they are its text. Marked before
// roles are decided. In: lines in order. What has no day or time in the lines that follow is left alone.
import { findDate } from './date';
import { cellCount, type LineFacts } from './line-facts';
import { isCommentLabel } from './roles';

const TITLE = /(?:日程|日程安排|会议安排|活动安排)表?(?:[（(][^（）()]{1,8}[）)])?$/;
const DAY = /^(?:[（(]?(?:第[一二三四五六七八九十]天|星期[一二三四五六日天]|周[一二三四五六日])|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日(?=[（(上下晚全]|$)|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)/;
const TIME = /^(?:[上下中]午|早上|晚上?|全天|会前|会后|\d{1,2}[:：∶]\d{2}|\d{1,2}时)/;
/** What is done at a time, on a line of its own. */
const ACT = /^(?:[（(]?\d{1,2}[）)．.、]|[一二三四五六七八九十]{1,2}、|听取|审议|审查|讨论|分组|分团|联组|大会|列席|选举|通过|表决|举行|召开|召集|报到|预备|开幕|闭幕|预备会|休会|主席团|各代表团|各组|小组|全体|委员|代表|会议|地点|主持|参加|出席|播放|宣誓|领导讲话|自由|政府|公布|协商)/;
/** Lines without a day or time that may stand between two that have one. */
const MOST_BETWEEN = 8;
const LONGEST_CELL = 12;
/** Lines between the title and the first day: （草案）, a date, a place; the heads of columns whose cells stand each on a line. */
const MOST_OVER = 8;
const COLUMN = /^(?:日期|时间|内容|地点|主持人?|(?:活动|会议|主要)内容|会议安排|参加(?:人员|范围)|备注)$/;

/** Marks the lines of each timetable. */
export function markSchedule(lines: readonly LineFacts[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (!isTitle(lines[i]!)) continue;
    const first = firstOf(lines, i + 1);
    if (first === null) continue;
    const end = endOf(lines, first);
    for (let k = i + 1; k < end; k++) if (k >= first || COLUMN.test(lines[k]!.compact)) lines[k]!.scheduled = true;
    asOne(lines.slice(first, end));
    i = end - 1;
  }
}

/** Two times under each other are a table to the eye of rows, one alone is none: a timetable of both is text throughout. */
function asOne(lines: readonly LineFacts[]): void {
  const timed = lines.filter((line) => /^\d/.test(line.compact) && isTime(line) && cellCount(line) > 1);
  if (timed.every(({ row }) => row)) return;
  for (const line of lines) if (line.hint?.row !== true) line.row = false;
}

const isTitle = ({ short, compact, row }: LineFacts): boolean => short && !row && compact.length >= 6 && TITLE.test(compact) && !/[，。；：]/.test(compact);
const isDay = ({ short, compact }: LineFacts): boolean => short && DAY.test(compact) && compact.length <= 40;
const isTime = ({ short, compact }: LineFacts): boolean => short && TIME.test(compact);

/** The first line of the days under a title; null: none, or too far below. A date in brackets, or two of them, is the head's own. */
function firstOf(lines: readonly LineFacts[], from: number): number | null {
  for (let i = from; i < Math.min(lines.length, from + MOST_OVER); i++) {
    const line = lines[i]!;
    const isOfHead = COLUMN.test(line.compact) || /^[（(].*[）)]$/.test(line.compact) || /日(?:至|到|[—–～~-]+)(?:\d{1,2}月)?\d{1,2}日$/.test(line.compact) || (findDate(line.compact)?.text === line.compact && /年/.test(line.compact) && !isTime(lines[i + 1] ?? line));
    if (!isOfHead && (isDay(line) || isTime(line))) return timesBelow(lines, i) >= 2 ? i : null;
  }
  return null;
}

/** Days and times among the lines from `from` on. */
const timesBelow = (lines: readonly LineFacts[], from: number): number => lines.slice(from, from + 1 + MOST_BETWEEN).filter((line) => isDay(line) || isTime(line)).length;

/** Where a timetable ends: behind the last day or time, and what is done then. */
function endOf(lines: readonly LineFacts[], first: number): number {
  let end = first + 1;
  for (let i = first + 1; i < lines.length && i - end <= MOST_BETWEEN; i++) {
    const line = lines[i]!;
    if (isTitle(line) || line.start !== 'plain' || isCommentLabel(line.compact)) break;
    if (isDay(line) || isTime(line)) end = i + 1;
    // What is done or where, a cell on a line.
    else if (i === end && line.blanksBefore === 0 && line.compact.length <= LONGEST_CELL && !/[。！]$/.test(line.compact)) end = i + 1;
    else if (i === end && line.blanksBefore === 0 && (line.indented || line.hint === null) && ACT.test(line.compact)) end = i + 1;
  }
  return end;
}
