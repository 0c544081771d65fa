// What a page's search reaches: with the lead at the head all articles of one page, before
// another page is begun. Editions by seed (test/makeup/editions.ts), fake faces.
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../../test/makeup/editions';
import { fakeSetting } from '../../../test/makeup/fake-setting';
import { proposingPaper } from '../typeset-paper';
import type { Proposal } from './proposal';
import { SearchMemory } from './search-memory';

function proposed(seed: number): readonly Proposal[] {
  const { pkg, edition } = editionOf(seed);
  return [...proposingPaper(edition, fakeSetting(pkg, edition), new SearchMemory())].at(-1)!;
}

describe('seven articles of a page', () => {
  it('stand on it: the wide search looks for the lead at the head before all else', () => {
    const proposals = proposed(12);
    expect(proposals.map(({ layout }) => layout.pages.length)).toEqual([1, 1, 1]);
    expect(proposals[0]!.taboos).toEqual([]);
  });
});
