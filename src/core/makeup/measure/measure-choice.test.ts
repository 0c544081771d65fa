// The measure of an article follows its lines (FITTING): where a number that no narrow line
// can take leaves one over .24 em, its columns are broken for another measure.
import { describe, expect, it } from 'vitest';
import { shipped } from '../../../../test/build-edition';
import type { PaperMaster } from '../../model/master';
import { brokenMeasure } from '../../page/paper-grid';
import { breakColumns } from './break-columns';
import type { Measurer } from './measurer';
import type { Waiting } from './ruler';
import { Yardstick } from './yardstick';

const one: Waiting = { article: 'a', kind: 'news', variant: 'news', boxed: false, rank: 0, rest: null };

/** A ruler on which the measures of so many characters are bad. */
function rulerOf(preset: string, isBad: (characters: number) => boolean): Yardstick {
  const master = shipped(preset, []).master as PaperMaster;
  const measure: Measurer = {
    deck: () => ({ rows: 6, lines: [], mainLines: 1 }),
    upright: () => ({ rows: 20, lines: [], mainLines: 1, fits: true, isSeemly: false }),
    box: () => ({ rows: 40, characters: 20, lines: [], mainLines: 1 }),
    body: () => [],
    fill: () => ({ columns: [], rows: [], thread: [], rest: null }),
    overfill: (thread) => ({ columns: [], rows: [], thread, rest: null }),
    stretch: () => null,
    gaps: (_, columns, into) => (isBad(brokenMeasure(master, columns, into).characters) ? { lines: 60, loose: 3, worst: 0.4 } : { lines: 60, loose: 0, worst: 0.1 }),
    ends: () => ({ short: 0, blank: 0, many: 0, low: 0, fault: null, column: 0, over: false }),
    continued: (rest) => rest,
    gap: () => 0,
    boxOver: () => 0,
    tooLoose: () => null, narrowedPicture: () => null,
  };
  return new Yardstick(master, measure);
}

describe.each(['N8', 'N6', 'T6'])('%s', (preset) => {
  it('lines that are good in the wanted measure keep it', () => {
    const ruler = rulerOf(preset, () => false);
    for (let columns = 2; columns <= ruler.master.columns; columns++) expect(ruler.into(one, columns)).toBe(breakColumns(ruler.master, columns, ruler.wanted(one)));
  });

  it('lines that are bad in it take a wider one, never one under the paper’s own, and none where two columns have no other', () => {
    const bad = Math.max(13, rulerOf(preset, () => false).master.characters);
    const ruler = rulerOf(preset, (characters) => characters <= bad);
    const { master } = ruler;
    const measures = Array.from({ length: master.columns - 2 }, (_, i) => brokenMeasure(master, i + 3, ruler.into(one, i + 3)).characters);
    for (const characters of measures) {
      expect(characters).toBeGreaterThanOrEqual(Math.min(13, master.characters));
      expect(characters).toBeLessThanOrEqual(ruler.wanted(one) + 14);
    }
    expect(measures.some((characters) => characters > bad)).toBe(true);
    expect(ruler.poor(one, 1, 1)).toBeGreaterThan(1);
  });
});
