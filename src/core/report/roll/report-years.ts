// The year that a report looks back on, and that of the next one: by its headings, its day, its
// overview. In: last year's texts and both records. Out: two years, or null: it is not told.
import { renderField } from '../../model/fields';
import type { Meeting } from '../../model/package';
import type { RollKind } from './next-meeting';
import type { Unit } from './unit';
import { writtenYears } from './years';

export interface ReportYears {
  readonly last: number;
  readonly next: number;
}

/** The report's year: by its headings, else by the day it was given. Between the last annual report and the first of a new 届 stands the one on five years. */
export function reportYears(units: readonly Unit[], last: Meeting, next: Meeting, kind: RollKind): ReportYears | null {
  const told = units.flatMap((unit) => (unit.heading && unit.kind === 'report' ? writtenYears(unit.text, true).map(({ year }) => (unit.part === 'plan' ? year - 1 : year)) : []));
  const overview = units.find(({ kind, text }) => kind === 'report' && /^(?:19|20)\d{2}年是/.test(text));
  const byDay = renderField('reviewYear', 'plain', last);
  const year = told[0] ?? (byDay === null ? null : Number(byDay)) ?? (overview === undefined ? null : Number(overview.text.slice(0, 4)));
  if (year === null) return null;
  const nextByDay = renderField('reviewYear', 'plain', next);
  return { last: year, next: nextByDay === null ? year + (kind === 'firstAnnual' && last.session !== 1 && last.session !== null ? 2 : 1) : Number(nextByDay) };
}
