// A page is weighed no further than it can count: one with a fault is told from what pages
// with a fault may cost, one without from what any page may.
import { describe, expect, it } from 'vitest';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { fourOnTabloid } from '../../../../test/makeup/four-on-tabloid';
import { judgePage } from './page-cost';
import { NO_OTHERS, placements, waitingFor } from '../search/place';
import { SearchMemory } from '../draft/search-memory';

describe('what a page may cost', () => {
  const { pkg, edition } = fourOnTabloid(3, 2);
  const { candidates, options, ruler } = fakeSetting(pkg, edition);
  const waiting = waitingFor(candidates, ruler);
  const [{ placement }] = placements(candidates, options, ruler, new SearchMemory(), NO_OTHERS, false) as [ReturnType<typeof placements>[number]];
  const plan = placement.pages[0]!;
  // The same page without one of its pieces has a hole where that stood.
  const holed = { ...plan, pieces: plan.pieces.filter(({ deck }) => deck === null || deck.row > 0) };

  it('with a hole: as much as the best that have one, whatever others may', () => {
    const { cost, faults } = judgePage(holed, [], waiting, ruler);
    expect(faults).toBeGreaterThan(0);
    expect(judgePage(holed, [], waiting, ruler, Infinity, cost)).toEqual(judgePage(holed, [], waiting, ruler));
    expect(judgePage(holed, [], waiting, ruler, Infinity, 0).cost).toBe(Infinity);
  });

  it('without: as much as any', () => {
    const whole = judgePage(plan, [], waiting, ruler);
    expect(whole.faults).toBe(0);
    expect(judgePage(plan, [], waiting, ruler, whole.cost, -Infinity)).toEqual(whole);
    expect(judgePage(plan, [], waiting, ruler, 0).cost).toBe(Infinity);
  });
});
