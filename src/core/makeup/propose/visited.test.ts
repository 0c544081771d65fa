// Issue 7 §6: among the layouts that a search visits none with a taboo of the paper's style
// ranks above one without. Whole layouts of a search as it answers them, each judged as it is
// printed; the first proposal is one without where any of them has none. Fake faces.
import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { Flower } from '../../flow/flow-article';
import type { PaperMaster } from '../../model/master';
import type { Package } from '../../model/package';
import { Paginator } from '../../page/paginate';
import { PieceMemory } from '../../page/piece-memory';
import { Setter } from '../../page/setter';
import { type PaperSetting, paperSetting } from '../../typeset-paper';
import { NO_OTHERS, type Placed, placements } from '../search/place';
import { judged, type Proposal } from '../judge/proposal';
import { proposing } from './propose';
import { SearchMemory } from '../draft/search-memory';
import type { Candidate } from '../measure/ruler';

const KINDS = ['news', 'report', 'editorial', 'news', 'resolution', 'news', 'news'] as const;

/** A day by its seed: two to seven articles, short and long. */
function day(seed: number): Package {
  const roll = random(seed);
  return packageOf(KINDS.slice(0, 2 + (seed % 6)).map((kind, i) => article(`a${i}`, kind, doc(
    ...Array.from({ length: (kind === 'report' ? 12 : 2) + roll(6) }, (_, k) => (kind === 'report' && k % 7 === 0 ? h(1, '工作回顾') : p(prose(roll, 60 + roll(180))))),
  ), { 'deck.main': `市政协${prose(roll, 9)}` })));
}

function settingOf(pkg: Package, preset: string, style: 'interlocked' | 'modular', firstPage: number): PaperSetting {
  const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: { ...DAILY, style, firstPage } });
  const setter = new Setter(FAKE.fonts);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  return paperSetting(edition, edition.master as PaperMaster, pkg.articles, pkg.meeting, (one, variant) => flower.flow(one, {
    edition, meeting: pkg.meeting, stage: pkg.stage, variant, noteNumber: null, notesKey: '',
  }, new Map()).flow, { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() });
}

/** A taboo of the style, or the 头条 not at its page's head, which a style may have (N-37). None of these comes to a page that is nearly white. */
const isFaulty = ({ taboos }: Proposal, candidates: readonly Candidate[]): boolean => {
  const head = candidates.find(({ kind }) => kind !== 'editorial')!.article;
  return taboos.some(({ severity, kind, articles }) => severity !== 'info' || (kind === 'lead' && articles.includes(head)));
};

const DAYS = [['N8', 'interlocked', 1, 4], ['N8', 'modular', 2, 1], ['N6', 'interlocked', 2, 2], ['T6', 'interlocked', 1, 3], ['T6', 'interlocked', 2, 6]] as const;

describe('what has a taboo stands behind all that have none', () => {
  it.each(DAYS)('%s, %s, page %i, day %i', (preset, style, firstPage, seed) => {
    const { candidates, options, ruler, titleOf } = settingOf(day(seed), preset, style, firstPage);
    const memory = new SearchMemory();
    const visited = placements(candidates, options, ruler, memory, NO_OTHERS, true);
    expect(visited.length).toBeGreaterThan(0);
    const faulty = (one: Placed): boolean => isFaulty(judged(one, candidates, ruler, titleOf), candidates);
    const steps = [...proposing({ candidates, options, ruler, memory, titleOf, standing: null })];
    for (const proposals of steps) {
      const ranks = proposals.map((one) => isFaulty(one, candidates));
      expect(ranks).toEqual([...ranks].sort((a, b) => Number(a) - Number(b)));
    }
    // From the first step on: one without a taboo leads where the search has visited one.
    if (visited.some((one) => !faulty(one))) for (const [first] of steps) expect(isFaulty(first!, candidates)).toBe(false);
  });
});
