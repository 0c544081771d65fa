import { expect, it } from 'vitest';
import { isFormStep } from './form-step';

const set = (path: string) => ({ kind: 'set', path, from: null, to: null }) as const;

it('another sheet or another edition is none of the desk’s steps; what the desk does itself is', () => {
  expect(['editions/paper', 'editions/paper/master', 'editions'].map((path) => isFormStep([set('editions/paper/layout'), set(path)]))).toEqual([true, true, true]);
  expect(['editions/paper/layout', 'editions/paper/dress', 'editions/paper/articles', 'editions/paper/important', 'editions/paper/paper', 'editions/paper/look', 'pictures/a'].some((path) => isFormStep([set(path)]))).toBe(false);
});
