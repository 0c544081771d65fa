// One article alone in its edition: three make-ups all the same, told apart by how wide its
// lines are where it fills the page's width. Fake fonts.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import type { PaperMaster } from '../../model/master';
import { Typesetter } from '../../typeset';
import { differences } from './differences';

function alone(kind: 'news' | 'report' | 'editorial', paragraphs: number) {
  const roll = random(31);
  return packageOf([article('a1', kind, doc(...Array.from({ length: paragraphs }, () => p(prose(roll, 80 + roll(160))))), { 'deck.main': '市政协五届四次会议隆重开幕' })]);
}

const OWN: PaperMaster = { ...(shipped('N8', []).master as PaperMaster), id: 'own', columns: 5, characters: 18, lines: 100 };

describe('the only article of an edition', () => {
  it.each([['N8', 'news', 36], ['N6', 'news', 36], ['T6', 'news', 18], ['N8', 'news', 120], ['N8', 'report', 40], ['N8', 'editorial', 14], ['own', 'news', 30]] as const)('%s, %s of %d paragraphs: three make-ups, the best first', (preset, kind, paragraphs) => {
    const pkg = alone(kind, paragraphs);
    const edition = shipped(preset === 'own' ? 'N8' : preset, ['a1'], { paper: DAILY, ...(preset === 'own' ? { master: OWN } : {}) });
    const proposals = new Typesetter(FAKE).propose(pkg, edition);
    expect(proposals).toHaveLength(3);
    proposals.forEach((one, i) => proposals.slice(i + 1).forEach((other) => expect(differences(one.layout, other.layout)).toBe(1)));
    for (const { layout, reasons } of proposals) {
      // What it differs in is said first.
      expect(reasons.slice(0, 2).join()).toMatch(/（与方案[一二]不同）/);
      const set = new Typesetter(FAKE).typeset(pkg, { ...edition, layout });
      expect(set.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(set.layout!.layout).toEqual(layout);
    }
  });
  it('says how wide its lines are, and where that is not as usual', () => {
    for (const { reasons } of new Typesetter(FAKE).propose(alone('news', 36), shipped('N8', ['a1'], { paper: DAILY }))) {
      const [, characters] = /正文分 \d+ 栏，每行 (\d+) 字（与方案[一二]不同）/.exec(reasons.join()) ?? [];
      expect(reasons.includes(`正文每行 ${characters} 字，常用的是 13 字`)).toBe(Math.abs(Number(characters) - 13) > 1);
    }
  });
});
