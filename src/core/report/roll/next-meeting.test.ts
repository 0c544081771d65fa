import { expect, it } from 'vitest';
import { EMPTY_MEETING } from '../../model/package';
import { nextMeeting, oddRecord } from './next-meeting';

it('a record of another meeting than the kind of the draft makes is told', () => {
  const last = { ...EMPTY_MEETING, place: '云岭市', term: 12, session: 4 };
  expect(oddRecord('newTerm', { term: 12, session: 5 }, last)).toEqual({ said: '十二届五次', due: '十三届一次' });
  expect(oddRecord('next', { session: 1 }, last)).toEqual({ said: '一次', due: '十二届五次' });
  for (const agrees of [{ term: 13, session: 1 }, { opens: '2026-01-12' }, {}]) expect(oddRecord('newTerm', agrees, last)).toBeNull();
  // Nothing is due where last year's meeting is not known.
  expect(oddRecord('next', { term: 12, session: 5 }, EMPTY_MEETING)).toBeNull();
});

it('a congress has a short name for the new meeting, which its heads never said', () => {
  const last = { ...EMPTY_MEETING, place: '松岭县', organisation: { full: '松岭县人民代表大会', short: null }, term: 18, session: 5 };
  expect(nextMeeting(last, 'newTerm', {}).organisation).toEqual({ full: '松岭县人民代表大会', short: '松岭县人大' });
  expect(nextMeeting({ ...last, organisation: { full: '中国人民政治协商会议松岭县委员会', short: null } }, 'newTerm', {}).organisation.short).toBeNull();
});
