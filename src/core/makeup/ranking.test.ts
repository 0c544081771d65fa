// Proposals as they are ranked: what is shown first is worth most, or the words of what stands
// behind it say why it does; and a score is what its words' points leave of 100. Any edition.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeSetting } from '../../../test/makeup/fake-setting';
import { editionOf } from '../../../test/makeup/editions';
import { proposingPaper, worthOfPaper } from '../typeset-paper';
import { SearchMemory } from './search-memory';

/** Words with which one that is worth more stands behind another. */
const WHY = /只供比较|犯了版面忌讳/u;

it('no proposal stands above one that is worth more without a word; points and words agree', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), (seed) => {
    const { pkg, edition } = editionOf(seed);
    const setting = fakeSetting(pkg, edition);
    const proposals = [...proposingPaper(setting, new SearchMemory())].at(-1)!;
    proposals.forEach(({ score, reasons, layout }, i) => {
      if (proposals.slice(0, i).some((above) => above.score < score)) expect(reasons.join('；')).toMatch(WHY);
      const { losses } = worthOfPaper(layout, setting);
      expect(score).toBeCloseTo(Math.max(0, 100 - losses.reduce((sum, { points }) => sum + points, 0)), 0.9);
      // All that takes points is said, the dearest first.
      const dear = losses.filter(({ points }) => points > 0).map(({ say }) => say);
      expect(reasons.filter((reason) => dear.includes(reason))).toEqual(dear);
      for (let k = 1; k < losses.length; k++) expect(losses[k]!.points).toBeLessThanOrEqual(losses[k - 1]!.points);
    });
  }), { numRuns: 8, seed: 7 });
}, 120_000);
