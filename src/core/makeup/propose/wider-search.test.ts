// What a page's search reaches: two short articles that end level though their feet stand at
// heights of their own, and a page with its lead at its head for which there is one, before
// another page is begun. Editions by seed (test/makeup/editions.ts), fake faces.
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../../../test/makeup/editions';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { footFault, printedLegs } from '../../../../test/makeup/printed-feet';
import type { PaperMaster } from '../../model/master';
import { proposingPaper } from '../../typeset-paper';
import type { Proposal } from '../judge/proposal';
import { SearchMemory } from '../draft/search-memory';

function proposed(seed: number): readonly Proposal[] {
  const { pkg, edition } = editionOf(seed);
  return [...proposingPaper(fakeSetting(pkg, edition), new SearchMemory())].at(-1)!;
}

describe('two articles on a page', () => {
  // As printed: the short column of seed 34's brief holds 9 lines of 10.
  it.each([[34, 'two briefs, much white below', 1], [52, 'a story and a report that fill it', 0]])('seed %i: %s: no fault, feet level to the line', (seed, _, most) => {
    const [first] = proposed(seed);
    expect(first!.taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(first!.feetLines).toBe(most);
    const { pkg, edition } = editionOf(seed);
    const composed = fakeSetting(pkg, edition).composer.compose({ pages: first!.layout.pages, left: [], unboxed: [] });
    for (const [i, plan] of first!.layout.pages.entries()) for (const leg of printedLegs(plan, composed.pages[i]!.frames, edition.master as PaperMaster)) expect(footFault(leg)).toBe(0);
  });
});

describe('seven articles of a page', () => {
  it('stand on it: the wide search looks for the lead at the head before all else', () => {
    const proposals = proposed(12);
    expect(proposals.map(({ layout }) => layout.pages.length)).toEqual([1, 1, 1]);
    expect(proposals[0]!.taboos).toEqual([]);
  });
});

describe('seven articles with a clean second page that holds an eighth', () => {
  it('stand on one page where there is such a one: the wide search looks for it', () => {
    const [first] = proposed(98);
    expect(first!.layout.pages).toHaveLength(1);
    expect(first!.taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('nine articles of two pages', () => {
  it('stand without a fault: while all that is found has one, it is looked for once more', () => {
    const [first] = proposed(115);
    expect(first!.taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
