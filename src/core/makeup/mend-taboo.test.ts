// A finding mended in one step: what was wrong is gone, nothing else is worse; where no
// step does it, that is said. Fake fonts.
import { beforeAll, describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import { prose, random } from '../../../test/random';
import { layoutFault, type Layout } from '../model/layout';
import { Typesetter } from '../typeset';
import { whiteOf } from './page-cost';

const roll = random(23);
const pkg = packageOf([5, 3, 2, 2, 3].map((blocks, i) => article(`a${i}`, 'news', doc(...Array.from({ length: blocks }, () => p(prose(roll, 60 + roll(160))))), { 'deck.main': `市政协${prose(roll, 9)}` })));
const edition = shipped('N8', pkg.articles.map(({ id }) => id), { paper: DAILY });
const typesetter = new Typesetter(FAKE);
let good: Layout;
beforeAll(() => {
  ({ layout: good } = typesetter.typeset(pkg, edition).layout!);
});
const wrongIn = (layout: Layout): readonly string[] => typesetter.typeset(pkg, { ...edition, layout }).diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);

describe('试排', () => {
  it('closes a hole that a block left when it was made lower, and brings its text back', () => {
    const block = { page: good.pages[0]!.number, article: 'a3' };
    const lower = typesetter.actByHand(pkg, edition, good, { kind: 'pull', ...block, edges: { left: 0, right: 0, top: 0, bottom: -4 } });
    if (!lower.ok) throw new Error(lower.reason);
    expect(wrongIn(lower.layout)).toEqual(expect.arrayContaining(['frame-overset']));
    const mended = typesetter.actByHand(pkg, edition, lower.layout, { kind: 'mend', page: block.page, articles: [], taboo: 'hole' });
    if (!mended.ok) throw new Error(mended.reason);
    expect(layoutFault(mended.layout, 8, 123)).toBeNull();
    expect(wrongIn(mended.layout)).not.toContain('frame-overset');
    const worst = ({ pages }: Layout): number => whiteOf(pages[0]!, 8, 123).worst;
    expect([worst(lower.layout) > 2, worst(mended.layout) > 2]).toEqual([true, false]);
  });
  it('says so where there is nothing to mend, and leaves what is pinned', () => {
    expect(typesetter.actByHand(pkg, edition, good, { kind: 'mend', page: good.pages[0]!.number, articles: [], taboo: 'abreast' })).toEqual({ ok: false, reason: expect.stringContaining('挪一步改不掉') as string });
    const pinned: Layout = { pages: good.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => ({ ...piece, pinned: true })) })) };
    expect(typesetter.actByHand(pkg, edition, pinned, { kind: 'mend', page: good.pages[0]!.number, articles: [], taboo: 'hole' }).ok).toBe(false);
  });
});
