import { expect, it } from 'vitest';
import { EMPTY_MEETING } from '../../model/package';
import { oddRecord } from './next-meeting';

it('a record of another meeting than the kind of the draft makes is told', () => {
  const last = { ...EMPTY_MEETING, place: '云岭市', term: 12, session: 4 };
  expect(oddRecord('newTerm', { term: 12, session: 5 }, last)).toEqual({ said: '十二届五次', due: '十三届一次' });
  expect(oddRecord('next', { session: 1 }, last)).toEqual({ said: '一次', due: '十二届五次' });
  for (const agrees of [{ term: 13, session: 1 }, { opens: '2026-01-12' }, {}]) expect(oddRecord('newTerm', agrees, last)).toBeNull();
  // Nothing is due where last year's meeting is not known.
  expect(oddRecord('next', { term: 12, session: 5 }, EMPTY_MEETING)).toBeNull();
});
