// The year that a report looks back on, and that of the next one: by its headings, its day, its
// overview. In: last year's texts and both records. Out: two years, or null: it is not told.
import { renderField } from '../../model/fields';
import { EMPTY_MEETING, type Meeting } from '../../model/package';
import { anniversaryMentions } from './anniversaries';
import { dateMentions, type DateMention } from './dates';
import type { RollKind } from './next-meeting';
import { firstYearOf, planMentions } from './plan-period';
import type { Unit } from './unit';
import { writtenYears } from './years';

export interface ReportYears {
  readonly last: number;
  readonly next: number;
}

/** The first year that a text of this kind looks back on: 2024年，… 会议认为，2024年… 刚刚过去的2024年. */
function overviewOf(units: readonly Unit[], kind: Unit['kind']): number | null {
  const said = units.find((unit) => unit.kind === kind && OVERVIEW.test(unit.text));
  const written = said === undefined ? '' : OVERVIEW.exec(said.text)![1]!;
  return written === '' ? null : (writtenYears(`${written}年`, false)[0]?.year ?? null);
}

const OVERVIEW = /(?:^|[。！]|会议(?:认为|指出|强调|要求)，?)(?:(?:刚刚)?过去的|回[顾望首眸])?((?:19|20)\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年(?:[，,]|是|[\u4e00-\u9fff]{0,4}(?:政协|人大|常委会))/;

/** The day under a title: of a speech or a resolution alone the record may have none. */
function dayInHead(units: readonly Unit[]): DateMention | null {
  return units.filter(({ field }) => field === 'head.date' || field === 'head.occasion').flatMap(({ text }) => dateMentions(text)).find(({ year }) => year !== null) ?? null;
}

function byHead(units: readonly Unit[]): number | null {
  const day = dayInHead(units);
  return day === null ? null : Number(renderField('reviewYear', 'plain', { ...EMPTY_MEETING, opens: `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}` }));
}

/**
 * By how many years 今年 is another's: a meeting of December says it of the year that it looks back on, one of January
 * of the one ahead. 0: both meetings say it of the same, or a day is not known. 1: the new one says it of the year
 * ahead, the last did not.
 */
export function shiftOfNow(units: readonly Unit[], last: Meeting, next: Meeting, years: ReportYears | null): number {
  const then = last.opens === null ? (dayInHead(units)?.year ?? null) : Number(last.opens.slice(0, 4));
  if (years === null || then === null || next.opens === null) return 0;
  return Number(next.opens.slice(0, 4)) - years.next - (then - years.last);
}

/** What a text without a day says of the year looked back on. Its first year may be the one ahead (2025年，是收官之年, of a text that closes the meeting): the new meeting's day tells, else that the year before is spoken of as past. */
function byOverview(units: readonly Unit[], next: Meeting, kind: RollKind): number | null {
  const year = overviewOf(units, 'report') ?? overviewOf(units, 'address') ?? overviewOf(units, 'resolution') ?? overviewOf(units, 'editorial');
  if (year === null) return null;
  const due = kind === 'next' ? Number(renderField('reviewYear', 'plain', next) ?? 0) - 1 : -1;
  if (due > 0) return year === due + 1 ? due : year;
  const past = new RegExp(`(?:过去的|走过的|回[顾望首眸]|总结|评价|肯定)[^，。；]{0,12}${year - 1}年|${year - 1}年(?:度)?(?:的)?[^，。；]{0,8}(?:工作|成绩|成效|发展)`);
  const isAhead = units.some(({ text }) => past.test(text)) && units.every(({ text }) => !text.includes(`${year + 1}年`));
  return isAhead ? year - 1 : year;
}

/** Of a story that says 1月11日 alone: the year before that of the next meeting, where its text speaks of it or of the one after, by a year's place in its plan or an anniversary as well. */
function byNext(units: readonly Unit[], next: Meeting, kind: RollKind): number | null {
  const year = Number(renderField('reviewYear', 'plain', next) ?? 0) - 1;
  const isIts = (said: number): boolean => said === year || said === year + 1;
  const tells = ({ text, heading }: Unit): boolean => writtenYears(text, heading).some((one) => isIts(one.year))
    || planMentions(text).some(({ plan, position }) => position !== null && isIts(firstYearOf(plan) + position - 1))
    || anniversaryMentions(text).some(({ founded, n }) => founded !== null && isIts(founded + n));
  return kind === 'next' && year > 0 && units.some(tells) ? year : null;
}

/** The report's year: by its headings, else by the day it was given. Between the last annual report and the first of a new 届 stands the one on five years. */
export function reportYears(units: readonly Unit[], last: Meeting, next: Meeting, kind: RollKind): ReportYears | null {
  const told = units.flatMap((unit) => (unit.heading && unit.kind === 'report' ? writtenYears(unit.text, true).map(({ year }) => (unit.part === 'plan' ? year - 1 : year)) : []));
  const byDay = renderField('reviewYear', 'plain', last);
  const year = told[0] ?? (byDay === null ? null : Number(byDay)) ?? byHead(units) ?? byOverview(units, next, kind) ?? byNext(units, next, kind);
  if (year === null) return null;
  const nextByDay = renderField('reviewYear', 'plain', next);
  return { last: year, next: nextByDay === null ? year + (kind === 'firstAnnual' && last.session !== 1 && last.session !== null ? 2 : 1) : Number(nextByDay) };
}
