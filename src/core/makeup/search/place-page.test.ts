// The ways to fill one page, set: what stands above another block leaves it a blank row.
import { describe, expect, it } from 'vitest';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { editionOf } from '../../../../test/makeup/editions';
import { crowdsOf } from '../rules/crowded';
import { waitingFor } from './place';
import { placePage } from './place-page';
import { SearchMemory } from '../draft/search-memory';
import type { PageWidth } from './search-page';

const WIDTH: PageWidth = { set: 12, last: 10, clean: 8, led: 4, headed: 4, headedFirst: false, ways: 1000, beam: 40, looked: 120 };

describe('the ways to fill a page', () => {
  it.each([270, 187, 258])('leave a blank row between any two blocks, for the rule (%i)', (seed) => {
    const { pkg, edition } = editionOf(seed);
    const { candidates, options: { firstPage, mastheadRows }, ruler } = fakeSetting(pkg, edition);
    const attempts = placePage(waitingFor(candidates, ruler), { number: firstPage, mastheadRows, stepped: true, pinned: [], others: [], alike: 0, uneven: 0.02 }, ruler, WIDTH, new SearchMemory());
    expect(attempts.length).toBeGreaterThan(0);
    for (const { plan } of attempts) expect(crowdsOf(plan)).toEqual([]);
  });
});
