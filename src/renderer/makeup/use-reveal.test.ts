import { expect, it } from 'vitest';
import { revealed } from './use-reveal';

it('a block in view leaves the view; one beside it comes in at the nearer edge, with air', () => {
  expect(revealed(100, 600, 200, 300)).toBe(100);
  expect(revealed(100, 600, 700, 200)).toBe(324);
  expect(revealed(400, 600, 300, 200)).toBe(276);
  expect(revealed(400, 600, 10, 200)).toBe(0);
});

it('one longer than the view is shown from its start, unless it is all that is seen', () => {
  expect(revealed(0, 600, 800, 900)).toBe(776);
  expect(revealed(900, 600, 800, 900)).toBe(900);
  expect(revealed(0, 600, 10, 900)).toBe(0);
});
