// 期号 of a paper on a day, counted from a day whose number is known: a daily has one
// each day, others from Monday to Saturday or to Friday, or once a week. In: the count and an ISO day;
// out: the number, or null where the day is none. Days off are not known here: a number
// that they make wrong is written by hand instead, and is told to be another (`otherNumber`).
import type { IssueCount, PaperProfile } from '../model/package';

const DAY = 86_400_000;

function dayOf(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / DAY;
}

/** Days of a week on which a paper comes that comes from Monday on. */
const FROM_MONDAY = { daily: 7, sixdays: 6, workdays: 5 } as const;

/** Issue days before a day, `week` of them from each Monday on, counted from a Monday long ago. */
function issueDaysBefore(day: number, week: number): number {
  // Day 0 was a Thursday: day 4 − 7 a Monday.
  const since = day + 3;
  return Math.floor(since / 7) * week + Math.min(weekdayOf(day), week);
}

/** 0: a Monday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Whether the paper has an issue on a day; null where the day is none. */
export function isIssueDay({ date, days }: IssueCount, on: string): boolean | null {
  const [from, to] = [dayOf(date), dayOf(on)];
  if (from === null || to === null) return null;
  return days === 'weekly' ? (to - from) % 7 === 0 : weekdayOf(to) < FROM_MONDAY[days];
}

export function issueNumber({ number, date, days }: IssueCount, on: string): number | null {
  const [from, to] = [dayOf(date), dayOf(on)];
  if (from === null || to === null) return null;
  const past = days === 'weekly' ? Math.floor((to - from) / 7) : issueDaysBefore(to, FROM_MONDAY[days]) - issueDaysBefore(from, FROM_MONDAY[days]);
  const found = number + past;
  return found >= 1 ? found : null;
}

/**
 * A 期号 written as a number while another is counted for the day: what is written, as it is printed, and the number counted.
 * null: it is the counted one (or one of several is: 第12期（总第10269期）), it has no number, or nothing is counted.
 */
export function otherNumber({ issue, counting }: Pick<PaperProfile, 'issue' | 'counting'>, on: string | null): { readonly written: string; readonly counted: number } | null {
  if (issue === null || issue.includes('{n}') || counting === undefined || on === null) return null;
  const counted = issueNumber(counting, on);
  const numbers = issue.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? [];
  return counted === null || numbers.length === 0 || numbers.some((each) => Number(each) === counted) ? null : { written: issue, counted };
}
