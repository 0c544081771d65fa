// Days of last year's meeting in what is written of this one (TYPESETTING P-15, P-32): the date under
// a title, and in a story, an editorial, a speech or a resolution the days of the
// meeting before. In: a text, both records. Out: stretches and what is wrong. A report may tell of
// last year's meeting by its day; nothing is inferred about a meeting whose day the record lacks.
import type { Meeting } from '../model/package';
import { dateMentions, isDay } from './roll/dates';
import type { Unit } from './roll/unit';

export interface WrongDate {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Dates of a text that are last year's; `last`: the record that last year's text has, null where none is kept. */
export function wrongDates(unit: Pick<Unit, 'text' | 'field' | 'kind'>, { opens, closes }: Meeting, last: Meeting | null): WrongDate[] {
  const isHead = unit.field === 'head.date' || unit.field === 'head.occasion';
  if (!isHead && (unit.field !== null || unit.kind === 'report')) return [];
  return dateMentions(unit.text).flatMap((mention): WrongDate[] => {
    const { from, to, text } = mention;
    if (isDay(mention, opens) || isDay(mention, closes)) return [];
    const isLast = last !== null && (isDay(mention, last.opens) || isDay(mention, last.closes));
    return isLast ? [{ from, to, severity: isHead ? 'error' : 'warning', message: `“${text}”是去年会议的日期` }] : [];
  });
}
