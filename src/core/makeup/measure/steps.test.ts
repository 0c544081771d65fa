// Work step by step: what is between two steps is let in, and what is given up does no more.
import { expect, it } from 'vitest';
import { allOf, type Steps } from './steps';

function* counted(done: number[]): Steps<string> {
  for (let part = 1; part <= 3; part++) {
    yield;
    done.push(part);
  }
  return 'all';
}

it('runs all parts at once, or one at a time, and none after it was given up', () => {
  const done: number[] = [];
  expect(allOf(counted(done))).toBe('all');
  expect(done).toEqual([1, 2, 3]);
  const some: number[] = [];
  const steps = counted(some);
  steps.next();
  steps.next();
  steps.return('none');
  expect([steps.next().done, some]).toEqual([true, [1]]);
});
