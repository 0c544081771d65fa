// Days of briefs, of which a beam of single pieces made pages with headlines side by side, straight
// breaks and a page for each brief: stacks dovetailed with the columns of their lead. Of random texts
// what must hold of any such page; of whole days in type what a layout editor asks of the first proposal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { DAYS } from '../../../../test/makeup/brief-days';
import { prose, random } from '../../../../test/random';
import { findFonts } from '../../../node/fonts';
import { Flower } from '../../flow/flow-article';
import { layoutFault, type PagePlan, type Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Package } from '../../model/package';
import { Paginator } from '../../page/paginate';
import { PieceMemory } from '../../page/piece-memory';
import { Setter } from '../../page/setter';
import { Typesetter } from '../../typeset';
import { paperSetting } from '../../typeset-paper';
import { crowdsOf } from '../rules/crowded';
import { dovetailed } from './dovetail';
import { whiteOf } from '../rules/page-white';
import { waitingFor } from '../search/place';
import { taboosOf } from '../rules/taboos';

const faces = findFonts({ system: false, edition: 'newspaper' }).fonts;

/** What waits of a package on a page of a preset, and what measures it. */
function waitingIn(pkg: Package, preset: string) {
  const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: DAILY });
  const [setter, flower] = [new Setter(FAKE.fonts), new Flower()];
  const paginator = new Paginator(setter);
  const { ruler, candidates } = paperSetting(edition, edition.master as PaperMaster, pkg.articles, pkg.meeting, (one, variant) => flower.flow(one, { edition, meeting: pkg.meeting, stage: null, variant, noteNumber: null, notesKey: '' }, new Map()).flow, { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() });
  return { ruler, waiting: waitingFor(candidates, ruler) };
}

describe('pages of stacks of any briefs', () => {
  it('hold each article once, in no other one, every column of the page full to one foot; what stands on none waits', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom('N8', 'N6', 'T6'), fc.integer({ min: 6, max: 13 }), fc.integer({ min: 60, max: 900 }), fc.constantFrom(0, 12), (seed, preset, count, first, mastheadRows) => {
      const roll = random(seed);
      const pkg = packageOf(Array.from({ length: count }, (_, i) => article(`a${i}`, 'news', doc(p(prose(roll, i === 0 ? first : 60 + roll(200)))), { 'deck.main': `市政协${prose(roll, 4 + roll(9)).slice(0, -1)}` })));
      const { ruler, waiting } = waitingIn(pkg, preset);
      const { columns, lines } = ruler.master;
      for (const { pieces, left, rest } of dovetailed(waiting, mastheadRows, false, ruler)) {
        const all: Piece[] = rest === null ? [...pieces] : [...pieces, { article: rest.one.article, variant: rest.one.variant, deck: rest.deck, body: rest.body, box: null, from: null, to: null }];
        const plan: PagePlan = { number: 1, mastheadRows, pieces: all };
        expect(layoutFault({ pages: [plan] }, columns, lines)).toBeNull();
        expect([...all.map((piece) => piece.article), ...left.map((one) => one.article)].toSorted()).toEqual(pkg.articles.map(({ id }) => id).toSorted());
        expect(whiteOf(plan, columns, lines)).toMatchObject({ holes: 0, worst: 0, ...(left.length > 0 ? { foot: 0 } : {}) });
        expect(crowdsOf(plan)).toEqual([]);
        // The first article at the page's upper left (N-37).
        expect(taboosOf(plan, 'a0', ruler).filter(({ kind }) => kind === 'lead')).toEqual([]);
      }
    }), { numRuns: 6 });
  }, 120_000);
  it('are none of an edition of longer stories, or of a few briefs', () => {
    const roll = random(7);
    const day = (count: number, length: number): Package => packageOf(Array.from({ length: count }, (_, i) => article(`a${i}`, 'news', doc(p(prose(roll, length))), { 'deck.main': `市政协举行第${i}次会议` })));
    for (const [count, length] of [[8, 600], [5, 120]] as const) {
      const { ruler, waiting } = waitingIn(day(count, length), 'N8');
      expect(dovetailed(waiting, 0, false, ruler)).toEqual([]);
    }
  });
  it('where nothing else came to a page, are of stories under a report too: its text goes down between them, all of it on the one page', () => {
    const roll = random(3);
    const text = (count: number, of: number) => doc(...Array.from({ length: count }, () => p(prose(roll, of))));
    const report = article('report', 'report', text(30, 130), { 'deck.main': '常务委员会工作报告' });
    const stories = [800, 500, 450, 400, 160, 150, 120, 100].map((length, i) => article(`a${i}`, 'news', text(Math.ceil(length / 120), 120), { 'deck.main': `市政协${prose(roll, 8).slice(0, -1)}` }));
    const { ruler, waiting } = waitingIn(packageOf([report, ...stories]), 'N8');
    expect(dovetailed(waiting, 0, false, ruler)).toEqual([]);
    const found = dovetailed(waiting, 0, true, ruler).filter(({ left }) => left.length === 0);
    expect(found.length).toBeGreaterThan(2);
    for (const { pieces, rest } of found) {
      expect(pieces.length + (rest === null ? 0 : 1)).toBe(9);
      expect(taboosOf({ number: 1, mastheadRows: 0, pieces }, 'report', ruler).filter(({ kind }) => kind === 'abreast' || kind === 'gutter')).toEqual([]);
    }
  });
});

describe.each([
  ['leadAndTen', 'N8', 45], ['leadAndTen', 'N6', 46], ['leadAndTen', 'T6', 66], ['editorialAndEight', 'N8', 45], ['editorialAndEight', 'N6', 54], ['editorialAndEight', 'T6', 78], ['featureAndSix', 'N8', 44], ['featureAndSix', 'N6', 44], ['featureAndSix', 'T6', 62], ['fourteen', 'N8', 34], ['fourteen', 'N6', 37], ['fourteen', 'T6', 52],
] as const)('%s on %s', (name, preset, least) => {
  it.each([1, 2])('第%d版: no taboo, level feet, one page, the lead at its head with the largest headline', (firstPage) => {
    const pkg = DAYS[name]();
    const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: { ...DAILY, firstPage } });
    const { columns, lines } = edition.master as PaperMaster;
    const proposals = new Typesetter({ fonts: faces, images: new Map() }).propose(pkg, edition);
    const [best] = proposals;
    expect(proposals.length).toBeGreaterThanOrEqual(3);
    expect(best!.taboos.filter(({ kind, severity }) => severity !== 'info' || kind === 'lead')).toEqual([]);
    expect(best!.layout.pages).toHaveLength(1);
    const [page] = best!.layout.pages;
    // What is white is below everything: these days have not the text of a page.
    expect(whiteOf(page!, columns, lines)).toMatchObject({ worst: 0, holes: 0 });
    expect(best!.score).toBeGreaterThan(least);
    expect(page!.pieces.map((piece) => piece.article).toSorted()).toEqual(pkg.articles.map(({ id }) => id).toSorted());
    const widest = Math.max(...page!.pieces.filter((piece) => piece.article !== pkg.articles[0]!.id).map(({ deck }) => deck?.columns ?? 0));
    if (name !== 'fourteen') expect(page!.pieces.find((piece) => piece.article === pkg.articles[0]!.id)!.deck!.columns).toBeGreaterThan(widest);
  });
});
