// What people said of last year's figures, for this year's draft: who answers for a figure and
// what it rests on are the same, by whom and when last year's number was confirmed is not.
import type { FigureRecord, Package } from '../../model/package';

/** The records of a draft; undefined where nothing is left to carry over. */
export function carriedRecords(figures: Package['figures']): Package['figures'] {
  const entries = Object.entries(figures ?? {}).flatMap(([key, record]): [string, FigureRecord][] =>
    (record.office === '' && record.basis === '' ? [] : [[key, { ...record, checker: '', date: '', confirmed: null }]]));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
