// A page that a report and what stands about it fill to a few rows: the report's title heads it, over all
// columns but one where it has no room over all of them (N-21). A text without a headline, （上接第一版）of a
// page that was imported, stood above it for a time.
import path from 'node:path';
import { expect, it } from 'vitest';
import { FAKE, shipped } from '../../../../test/build-edition';
import { editionOf } from '../../../../test/makeup/editions';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { openInput } from '../../../node/package-store';
import { Typesetter } from '../../typeset';
import { proposingPaper } from '../../typeset-paper';
import { SearchMemory } from '../draft/search-memory';

it('a report’s title that has no room over the whole page is over all columns but one, nothing above it', async () => {
  const { pkg } = await openInput(path.resolve(import.meta.dirname, '../../../../resources/samples/raw-opening.txt'));
  const setting = fakeSetting(pkg, shipped('N6', pkg.articles.map(({ id }) => id)));
  const [first] = [...proposingPaper(setting, new SearchMemory())].at(-1)!;
  const report = pkg.articles.find(({ kind }) => kind === 'report')!.id;
  expect(first!.layout.pages).toHaveLength(1);
  const { deck } = first!.layout.pages[0]!.pieces.find((piece) => piece.article === report)!;
  expect(deck).toMatchObject({ column: 0, row: 0 });
  expect(deck!.columns).toBeGreaterThanOrEqual(5);
  expect(first!.taboos).toEqual([]);
});

it('one that all searches have over less than half of the page is looked for once more, dear to the search', () => {
  // Over two of six columns, smaller than its own level heads, before there was such a search; a story is as wide as that.
  const { pkg, edition } = editionOf(1);
  const [first] = new Typesetter(FAKE).propose(pkg, edition);
  expect(first!.layout.pages).toHaveLength(1);
  const report = pkg.articles.find(({ kind }) => kind === 'report')!.id;
  expect(first!.layout.pages[0]!.pieces.find((piece) => piece.article === report)!.deck!.columns).toBeGreaterThanOrEqual(3);
});
