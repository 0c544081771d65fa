// Editions a page and a half long, in which what costs least by the searches' costs is the 头条 torn (checked by
// eye as they were before such a make-up was looked for): it is whole on the first page in the proposals.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { checkLaws } from '../../../../test/laws-pages';
import { prose, random } from '../../../../test/random';
import type { Edition, Package } from '../../model/package';
import { Typesetter } from '../../typeset';
import { proposingPaper } from '../../typeset-paper';
import { SearchMemory } from '../draft/search-memory';

/** Characters of the 头条, the 社论 and four stories. */
const SIZES = [1500, 700, 500, 600, 300, 250];

function editionOf(seed: number): { readonly pkg: Package; readonly edition: Edition } {
  const roll = random(seed);
  const text = (characters: number) => doc(...Array.from({ length: Math.ceil(characters / 100) }, () => p(prose(roll, 96))));
  const articles = SIZES.map((size, i) => article(i === 0 ? 'lead' : i === 1 ? 'voice' : `story${i}`, i === 1 ? 'editorial' : 'news', text(size), { 'deck.main': prose(roll, 10 + 2 * (i % 3)) }, i === 1 ? '社论' : undefined));
  const edition = shipped('T6', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage: 1 } });
  return { pkg: packageOf(articles, [edition]), edition };
}

it.each([4, 13])('seed %i: three make-ups on two pages, without a fault, the 头条 and the 社论 whole on the first, stories sent over', (seed) => {
  const { pkg, edition } = editionOf(seed);
  const proposals = [...proposingPaper(fakeSetting(pkg, edition), new SearchMemory())].at(-1)!;
  expect(proposals).toHaveLength(3);
  for (const { layout, taboos, reasons } of proposals) {
    expect(layout.pages).toHaveLength(2);
    expect(layout.pages[0]!.pieces).toEqual(expect.arrayContaining([expect.objectContaining({ article: 'lead', from: null, to: null }), expect.objectContaining({ article: 'voice' })]));
    expect(layout.pages[1]!.pieces.length).toBeGreaterThan(0);
    expect(taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(reasons.join()).not.toMatch(/拆成两版/u);
    const kept = { ...edition, layout };
    expect(checkLaws(new Typesetter(FAKE).typeset(pkg, kept), pkg, kept, FAKE)).toEqual([]);
  }
}, 60_000);
