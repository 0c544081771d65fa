// Proposals as they are ranked: what is shown first is worth most, or the words of what stands
// behind it say why it does; and a score is what its words' points leave of 100. Any edition.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { editionOf } from '../../../../test/makeup/editions';
import { proposingPaper, worthOfPaper } from '../../typeset-paper';
import { SearchMemory } from '../draft/search-memory';

/** Words with which one that is worth more stands behind another. */
const WHY = /只供比较|排在只有字距过大的一案后面/u;

/** The names under which words call faults. */
const NAMED = /(?:^|；)(?:分数高些，(?:也少排一版，)?可是)?留有毛病（([^，；]+)），(?:没有找到别的没有毛病的排法|排在只有)/u;

it('no proposal with a fault stands above one without; one that stands behind for its faults has those that it names', () => {
  // 65: holes on a page fewer, worth more than a last page nearly empty.
  for (const seed of [12, 65, 173]) {
    const { pkg, edition } = editionOf(seed);
    const proposals = [...proposingPaper(fakeSetting(pkg, edition), new SearchMemory())].at(-1)!;
    const kinds = proposals.map(({ taboos }) => new Set(taboos.filter(({ severity }) => severity !== 'info').map(({ kind }) => kind)));
    expect(kinds.map(({ size }) => size > 0)).toEqual(kinds.map(({ size }) => size > 0).toSorted((a, b) => Number(a) - Number(b)));
    proposals.forEach(({ reasons }, i) => {
      const names = NAMED.exec(reasons.join('；'))?.[1]?.split('、') ?? [];
      if (kinds[0]!.size === 0) expect(names).toHaveLength(kinds[i]!.size);
      if (names.includes('空洞')) expect(kinds[i]).toContain('hole');
      for (const [name, kind] of [['碰题', 'abreast'], ['断版', 'across'], ['通缝', 'gutter']] as const) expect(names.includes(name)).toBe(names.length > 0 && kinds[i]!.has(kind));
    });
  }
}, 120_000);

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
