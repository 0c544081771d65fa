import { describe, expect, it } from 'vitest';
import { samplePackage } from '../../../test/sample-package';
import { shippedPreset } from '../../node/presets';
import { mm } from '../units';
import { DRAFT_BOUNDS, USUAL_DRAFT, wishDraft } from './draft-wish';
import { draftEdition } from './editions';
import type { SheetMaster } from './master';

const draft = draftEdition(samplePackage, shippedPreset('draft'), null);
const wished = (wish: Partial<typeof USUAL_DRAFT>): SheetMaster => wishDraft(draft, { ...USUAL_DRAFT, ...wish }).master as SheetMaster;
const right = ({ width, inner, columns }: SheetMaster): number => width - inner - columns.characters * columns.em;

describe('what may be asked of a 改稿本', () => {
  it('the usual wish is the shipped master: 22 characters × 15 lines, 60 mm at the right (TYPESETTING §3)', () => {
    const master = wished({});
    expect([master.columns.characters, master.lines]).toEqual([22, 15]);
    expect(right(master)).toBeCloseTo(mm(60), 1);
    expect(master.inner).toBeCloseTo((shippedPreset('draft').master as SheetMaster).inner, 2);
    expect(master.pitch).toBeCloseTo((shippedPreset('draft').master as SheetMaster).pitch, 2);
  });
  it.each<[number, number, number, number]>([[60, 2, 22, 11], [30, 1.5, 27, 15], [90, 1, 17, 22], [20, 3, 29, 8]])('%i mm and %f lines: %i characters × %i lines', (marginMm, pitch, characters, lines) => {
    const master = wished({ marginMm, pitch });
    expect([master.columns.characters, master.lines]).toEqual([characters, lines]);
    expect(right(master)).toBeCloseTo(mm(marginMm), 1);
    // Room for the line numbers at the left, and the foot where it was.
    expect(master.inner).toBeGreaterThan(55);
    expect((master.lines - 1) * master.pitch).toBeLessThanOrEqual(14 * 44.43);
  });
  it('one article alone', () => expect([wishDraft(draft, USUAL_DRAFT).articles, wishDraft(draft, { ...USUAL_DRAFT, article: 'brief' }).articles]).toEqual([['report'], ['brief']]));
  it('without numbers, without a header', () => expect(wished({ every: 0, header: false }).draft).toMatchObject({ every: 0, header: 0 }));
  it.each([{ marginMm: DRAFT_BOUNDS.marginMm[0] - 1 }, { marginMm: 91 }, { pitch: 0.9 }, { pitch: Number.NaN }])('%o is out of bounds', (wish) => expect(() => wished(wish)).toThrow(RangeError));
});
