// Days of many short articles: pages without a long one to take the rest. Each of them had
// holes or straight breaks before; and a page that its text does not fill is told as such.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { areasOf, layoutFault } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { Typesetter } from '../../typeset';
import { whiteOf } from '../rules/page-white';

/** Articles of so many paragraphs each. */
function day(seed: number, sizes: readonly number[]) {
  const roll = random(seed);
  return packageOf(sizes.map((blocks, i) => article(`a${i}`, 'news', doc(...Array.from({ length: blocks }, () => p(prose(roll, 60 + roll(160))))), { 'deck.main': `市政协${prose(roll, 9 + roll(8))}` })));
}

describe.each([
  ['N8', 1, [6, 3, 2, 2, 1]], ['N8', 2, [5, 4, 3, 3, 2, 2, 1]], ['N6', 3, [6, 2, 2, 3, 1, 4]], ['N6', 4, [4, 3, 2, 2]], ['T6', 5, [4, 2, 2, 1]],
] as const)('%s, day %d: short articles of %j paragraphs', (preset, seed, sizes) => {
  const pkg = day(seed, sizes);
  const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: DAILY });
  const { columns, lines } = edition.master as PaperMaster;
  const proposals = new Typesetter(FAKE).propose(pkg, edition);
  const [best] = proposals;

  it('the best make-up has no taboo, no hole, level feet; there are three', () => {
    expect(best!.taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
    for (const page of best!.layout.pages) expect(whiteOf(page, columns, lines).worst).toBeLessThanOrEqual(1);
    expect(proposals.length).toBeGreaterThanOrEqual(3);
    for (const { layout } of proposals) expect(layoutFault(layout, columns, lines)).toBeNull();
  });

  it('white below everything is told in lines and costs as much as it is large, with what would mend it', () => {
    const last = best!.layout.pages.at(-1)!;
    const end = Math.max(...last.pieces.flatMap(areasOf).map(({ row, rows }) => row + rows));
    const share = (lines - end) / (lines - last.mastheadRows);
    const said = best!.reasons.find((reason) => reason.includes('没有排满'));
    if (share === 0) {
      expect(said).toBeUndefined();
      return;
    }
    expect(said).toContain(`缺 ${(lines - end) * columns} 行`);
    if (share > 0.1) {
      expect(best!.score).toBeLessThan(100 - 40 * share);
      expect(said).toMatch(/补约 \d+ 字的稿件、配图，或换用较小的版面/);
    }
  });
});
