// Headlines downwards among the proposals (竖题, N-14): where one comes, and where none may.
// Fake fonts; a title of 15 characters with 引题 fills a column of the page, as real ones do.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { checkLaws } from '../../../../test/laws-pages';
import { editionOf } from '../../../../test/makeup/editions';
import { prose, random } from '../../../../test/random';
import { areasOf, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Article, Edition } from '../../model/package';
import { Typesetter } from '../../typeset';
import type { Proposal } from '../judge/proposal';

const uprightIn = ({ layout }: Proposal): Piece[] => layout.pages.flatMap(({ pieces }) => pieces.filter(({ upright }) => upright === true));

describe('an edition with room for one: seven articles of an inner page', () => {
  const { pkg, edition } = editionOf(14);
  const proposals = new Typesetter(FAKE).propose(pkg, edition);
  const one = proposals.find((proposal) => uprightIn(proposal).length > 0)!;

  it('comes in one of the proposals, not in the first, where a horizontal one is as good; its words say so', () => {
    expect(proposals.map((proposal) => uprightIn(proposal).length).toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    expect(one.reasons.join()).toMatch(/“[^”]+”用竖题/);
    expect(one.reasons[0]).toMatch(/（竖题）/);
    expect(proposals[0]!.reasons.join()).not.toContain('竖题');
    expect(one.taboos.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
  it('is of news that is not the lead, as high as its text, at its left, 18 to 36 rows', () => {
    const [piece] = uprightIn(one);
    expect(pkg.articles.find(({ id }) => id === piece!.article)!.kind).toBe('news');
    expect(piece!.article).not.toBe(edition.articles[0]);
    const [title, text] = areasOf(piece!);
    expect([text!.row, text!.rows, text!.column]).toEqual([title!.row, title!.rows, title!.column + title!.columns]);
    expect(title!.rows).toBeGreaterThanOrEqual(18);
    expect(title!.rows).toBeLessThanOrEqual(36);
  });
  it('is set so, every line of it, with no word lost, its feet level', () => {
    const kept = { ...edition, layout: one.layout };
    const set = new Typesetter(FAKE).typeset(pkg, kept);
    expect(set.diagnostics.filter(({ severity, code }) => severity === 'error' || code === 'frame-overset' || code === 'column-tail')).toEqual([]);
    expect(checkLaws(set, pkg, kept, FAKE)).toEqual([]);
    expect(set.layout?.score).toBe(one.score);
  });
});

const downwards = (proposals: readonly Proposal[]): number => proposals.reduce((sum, proposal) => sum + uprightIn(proposal).length, 0);

describe('the same edition has none', () => {
  const { pkg, edition } = editionOf(14);
  const propose = (change: (one: Article, i: number) => Article, more: Partial<Edition> = {}): readonly Proposal[] =>
    new Typesetter(FAKE).propose({ ...pkg, articles: pkg.articles.map((one, i) => (one.kind === 'news' ? change(one, i) : one)) }, { ...edition, ...more });

  it('where its news are 重要', () => expect(downwards(propose((one) => one, { important: pkg.articles.filter(({ kind }) => kind === 'news').map(({ id }) => id) }))).toBe(0));
  it('where its titles would be spelt downwards, or have marks that stand badly so (T-38)', () => {
    const titles = ['全市GDP增速居全省第一', '市政协2026年工作会议举行', '会议（扩大）今日协商议政'];
    expect(downwards(propose((one, i) => ({ ...one, fields: { ...one.fields, 'deck.main': doc(p(titles[i % titles.length]!)) } })))).toBe(0);
  });
});

describe('editions of three to five stories', () => {
  const roll = random(7);
  const editions = Array.from({ length: 4 }, (_, i) => {
    const stories = Array.from({ length: 3 + (i % 3) }, (_, k) => article(`s${k}`, 'news', doc(...Array.from({ length: 2 + roll(5) }, () => p(prose(roll, 60 + roll(140))))), { 'deck.over': prose(roll, 10), 'deck.main': prose(roll, 14) }));
    return { pkg: packageOf(stories), edition: shipped(i % 2 === 0 ? 'N8' : 'T6', stories.map(({ id }) => id), { paper: DAILY }) };
  });
  it('has one a page at the most, in one proposal of each, never the lead, its lines clear of the fold (N-36)', () => {
    let found = 0;
    for (const { pkg, edition } of editions) {
      const proposals = new Typesetter(FAKE).propose(pkg, edition);
      expect(proposals.filter((proposal) => uprightIn(proposal).length > 0).length).toBeLessThanOrEqual(1);
      for (const proposal of proposals) {
        for (const { pieces } of proposal.layout.pages) expect(pieces.filter(({ upright }) => upright === true).length).toBeLessThanOrEqual(1);
        for (const piece of uprightIn(proposal)) {
          found++;
          expect(piece.article).not.toBe('s0');
          expect(piece.body[0]!.area.columns + 1).toBeLessThanOrEqual((edition.master as PaperMaster).columns);
          expect(proposal.taboos.filter(({ kind }) => kind === 'fold' || kind === 'headless')).toEqual([]);
        }
      }
    }
    expect(found).toBeGreaterThan(0);
  });
});
