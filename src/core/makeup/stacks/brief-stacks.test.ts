// Days of ten and twelve short articles, of which a beam of single pieces made pages with holes
// of forty rows and straight breaks: stacks under the lead, level, all white below them.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { areasOf, layoutFault } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { Typesetter } from '../../typeset';
import { whiteOf } from '../rules/page-white';

/** Articles of so many characters each, about, in two paragraphs. */
function day(seed: number, lengths: readonly number[]) {
  const roll = random(seed);
  return packageOf(lengths.map((length, i) => article(`a${i}`, 'news', doc(p(prose(roll, length / 2)), p(prose(roll, length / 2))), { 'deck.main': `市政协${prose(roll, 5 + roll(6)).slice(0, -1)}` })));
}

describe.each([
  ['T6', 1, Array.from({ length: 10 }, (_, i) => 200 + 10 * i)], ['N6', 2, Array.from({ length: 10 }, (_, i) => 470 - 12 * i)], ['N8', 3, Array.from({ length: 10 }, (_, i) => 460 - 20 * (i % 5))],
] as const)('%s, day %d of short articles alone', (preset, seed, lengths) => {
  const pkg = day(seed, lengths);
  const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: DAILY });
  const { columns, lines } = edition.master as PaperMaster;
  const proposals = new Typesetter(FAKE).propose(pkg, edition);
  const [best] = proposals;

  it('stand on one page, every one once, in three ways', () => {
    expect(proposals.length).toBeGreaterThanOrEqual(3);
    for (const { layout } of proposals) {
      expect(layoutFault(layout, columns, lines)).toBeNull();
      expect(layout.pages).toHaveLength(1);
      expect(layout.pages[0]!.pieces.map((piece) => piece.article).sort()).toEqual(pkg.articles.map(({ id }) => id).sort());
    }
  });
  it('the best has no taboo, no hole, and all of its white below everything', () => {
    const [page] = best!.layout.pages;
    expect(best!.taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(whiteOf(page!, columns, lines).worst).toBeLessThanOrEqual(1);
  });
  it('the lead is at the head', () => {
    const [page] = best!.layout.pages;
    const topOf = (id: string): number => Math.min(...page!.pieces.filter((piece) => piece.article === id).flatMap(areasOf).map(({ row }) => row));
    expect(topOf('a0')).toBe(page!.mastheadRows);
  });
});

describe('short articles more than a page holds', () => {
  const pkg = day(5, Array.from({ length: 11 }, () => 430));
  const edition = shipped('T6', pkg.articles.map(({ id }) => id), { paper: DAILY });
  const { columns, lines } = edition.master as PaperMaster;
  const [best] = new Typesetter(FAKE).propose(pkg, edition);

  it('are stacked on the first page, the last of them on the second, with no break and no headlines side by side', () => {
    const { pages } = best!.layout;
    expect(pages).toHaveLength(2);
    expect(best!.taboos.filter(({ kind, severity }) => severity !== 'info' && kind !== 'hole')).toEqual([]);
    const { foot, worst } = whiteOf(pages[0]!, columns, lines);
    // Titles and texts of one height leave rows that no headline can take (N-34): told, and few.
    expect(foot).toBe(0);
    expect(worst).toBeLessThanOrEqual(6);
    expect(pages.flatMap(({ pieces }) => pieces.map((piece) => piece.article)).sort()).toEqual(pkg.articles.map(({ id }) => id).sort());
  });
});
