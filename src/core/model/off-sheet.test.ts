import { describe, expect, it } from 'vitest';
import { shippedPreset } from '../../node/presets';
import type { Master, PaperMaster, SheetMaster } from './master';
import { offSheet } from './off-sheet';

const gb = shippedPreset('gb').master as SheetMaster;
const n8 = shippedPreset('N8').master as PaperMaster;

describe('a master keeps to its sheet', () => {
  it.each(['gb', 'office', 'speech', 'N8', 'N6', 'T6'])('%s, as shipped', (preset) => expect(offSheet(shippedPreset(preset).master)).toBeNull());
  it.each<[string, Master, RegExp]>([
    ['columns × characters wider than the page', { ...n8, columns: 9 }, /^版心宽 1125 pt、左边空 53\.3 pt，纸宽 1105\.5 pt$/],
    ['characters to a line', { ...gb, columns: { ...gb.columns, characters: 40 } }, /^版心宽 631\.7 pt/],
    ['a negative margin at the left', { ...n8, left: -20 }, /左边空 -20 pt/],
    ['a negative margin at the top', { ...gb, top: -1 }, /上边空 -1 pt/],
    ['lines × pitch higher than the page', { ...n8, lines: 140 }, /^版心高 1572\.8 pt/],
    ['a sheet smaller than the type area', { ...n8, width: 779.528, height: 1105.512 }, /纸宽 779\.5 pt/],
    ['a page number below the sheet', { ...gb, folio: { ...gb.folio, belowTypeArea: 200 } }, /^页码在版心下 200 pt/],
    ['a measure that is no number', { ...n8, em: Number.NaN }, /^版心宽 NaN pt/],
  ])('not: %s', (_, master, expected) => expect(offSheet(master)).toMatch(expected));
  it('the right margin of an even page is the inner one, and inside as well', () => {
    expect(offSheet({ ...gb, inner: gb.width - gb.columns.characters * gb.columns.em })).toBeNull();
    expect(offSheet({ ...gb, inner: gb.width - gb.columns.characters * gb.columns.em + 1 })).not.toBeNull();
  });
  it('without a page number none is below the sheet', () => expect(offSheet({ ...gb, folio: { ...gb.folio, belowTypeArea: 200, place: 'none' } })).toBeNull());
});
