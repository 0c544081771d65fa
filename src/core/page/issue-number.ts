// 期号 of a paper on a day, counted from a day whose number is known: a daily has one
// each day, others from Monday to Friday or once a week. In: the count and an ISO day;
// out: the number, or null where the day is none. Days off are not known here: a number
// that they make wrong is written by hand instead.
import type { IssueCount } from '../model/package';

const DAY = 86_400_000;

function dayOf(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / DAY;
}

/** Days from Monday to Friday before a day, counted from a Monday long ago. */
function workdaysBefore(day: number): number {
  // Day 0 was a Thursday: day 4 − 7 a Monday.
  const since = day + 3;
  const [weeks, rest] = [Math.floor(since / 7), ((since % 7) + 7) % 7];
  return weeks * 5 + Math.min(rest, 5);
}

/** Whether the paper has an issue on a day; null where the day is none. */
export function isIssueDay({ date, days }: IssueCount, on: string): boolean | null {
  const [from, to] = [dayOf(date), dayOf(on)];
  if (from === null || to === null) return null;
  return days === 'daily' || (days === 'workdays' ? (((to + 3) % 7) + 7) % 7 < 5 : (to - from) % 7 === 0);
}

export function issueNumber({ number, date, days }: IssueCount, on: string): number | null {
  const [from, to] = [dayOf(date), dayOf(on)];
  if (from === null || to === null) return null;
  const past = days === 'daily' ? to - from : days === 'workdays' ? workdaysBefore(to) - workdaysBefore(from) : Math.floor((to - from) / 7);
  const found = number + past;
  return found >= 1 ? found : null;
}
