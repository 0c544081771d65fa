// Every bar of a newspaper page (bars.ts) on a few of the editions that `npm run makeup` makes up by the hundred: in
// the real faces, each with all of its proposals. Time is no test's business: it is measured by that script.
import { describe, expect, it } from 'vitest';
import { findFonts } from '../../src/node/fonts';
import { type Bar, judge } from './bars';
import { editionOf } from './editions';

const { fonts } = findFonts({ system: false, edition: 'newspaper' });
/** Of other proposals than the first: what a page may have for being another one. */
const OF_FIRST: ReadonlySet<Bar> = new Set(['栏脚', '印出栏脚', '填满', '有忌讳', '超过一秒']);

describe('editions that nobody has seen', () => {
  it.each([5, 8, 20, 33, 60, 77, 110, 150])('edition %d meets every bar', (seed) => {
    const { faults, proposals } = judge(editionOf(seed), fonts);
    expect(proposals).toHaveLength(3);
    expect(faults.filter(([bar, , of]) => bar !== '超过一秒' && (of < 2 || !OF_FIRST.has(bar))).map(([bar, says, of]) => `方案${of} ${bar}：${says}`)).toEqual([]);
  });
});
