import { describe, expect, it } from 'vitest';
import type { PaperMaster, SheetMaster } from '../../core/model/master';
import { mm } from '../../core/units';
import { fitScale, lineSpan, percentOf, type Fit } from './fit-scale';
import { columnOf } from './page-column';

const fit = (zoom: Fit['zoom'], more: Partial<Fit> = {}): Fit => ({ zoom, percent: 100, gap: null, pixelRatio: 1, ...more });
const A4 = { width: mm(210), height: mm(297) };

describe('W33: zoom', () => {
  it('fit width fills the room but for a device pixel, whatever the height', () => {
    expect(fitScale(fit('width'), A4, { width: 297.5, height: 100 }) * A4.width).toBeCloseTo(296.5);
    expect(fitScale(fit('width', { pixelRatio: 2 }), A4, { width: 297.5, height: 100 }) * A4.width).toBeCloseTo(297);
  });
  it('fit page takes the side that is short', () => {
    expect(fitScale(fit('page'), A4, { width: 1000, height: 400 }) * A4.height).toBeCloseTo(400);
    expect(fitScale(fit('page'), A4, { width: 100, height: 4000 }) * A4.width).toBeCloseTo(99);
  });
  it('100 % is true size: 210 mm are 793.7 CSS pixels of 1/96 in', () => {
    expect(fitScale(fit('true'), A4, { width: 1, height: 1 }) * A4.width).toBeCloseTo(793.7, 1);
  });
  it('two pages side by side share the room, their gap taken off', () => {
    expect(fitScale(fit('width', { gap: 16 }), A4, { width: 816, height: 100 }) * A4.width).toBeCloseTo(399);
  });
  it('a fitted page, rounded to whole device pixels, is never wider than its room: no bar to scroll by comes and goes', () => {
    for (const pixelRatio of [1, 1.1, 1.25, 1.5, 1.75, 2, 2.625]) {
      for (let width = 60; width < 900; width++) {
        for (const twoUp of [false, true]) {
          const scale = fitScale(fit('page', { gap: twoUp ? 16 : null, pixelRatio }), A4, { width, height: 5000 });
          const column = columnOf([A4, A4, A4], () => scale, { padding: 16, gap: 16, foot: 0, pixelRatio, twoUp });
          if (scale > 0.1 && column.width > width) throw new RangeError(`${column.width} > ${width} at ${pixelRatio}${twoUp ? ', two-up' : ''}`);
        }
      }
    }
  });
  it('by hand: percent of true size, and back', () => {
    const scale = fitScale(fit('hand', { percent: 150 }), A4, { width: 1, height: 1 });
    expect(scale * A4.width).toBeCloseTo(1.5 * 793.7, 1);
    expect(percentOf(scale)).toBe(150);
  });
});

describe('W31: the bar marks the line of the caret', () => {
  const sheet: SheetMaster = {
    kind: 'sheet', id: 's', name: '', width: mm(210), height: mm(297), top: mm(37), inner: mm(28), columns: { characters: 28, em: mm(156) / 28 },
    lines: 22, pitch: 28, firstBaseline: 14, folio: { place: 'outside', belowTypeArea: 0, inset: 0, dash: true }, endAtStop: 0,
  };
  const caret = (x: number) => ({ x, y: 0, width: 0, height: 0 });
  it('G-02: 28 mm from the left on an odd page, 26 mm on an even one', () => {
    expect(lineSpan(sheet, 0, caret(100)).left).toBeCloseTo(mm(28));
    expect(lineSpan(sheet, 1, caret(100)).left).toBeCloseTo(mm(26));
    expect(lineSpan(sheet, 1, caret(100)).width).toBeCloseTo(mm(156));
  });
  const paper: PaperMaster = {
    kind: 'paper', id: 'p', name: '', width: 1000, height: 1500, em: 10, columns: 5, characters: 13, gap: 1, lines: 90, pitch: 15, firstBaseline: 9, left: 50, top: 60,
  };
  it('on a newspaper page it covers the one column', () => {
    expect(lineSpan(paper, 0, caret(50))).toEqual({ left: 50, width: 130 });
    expect(lineSpan(paper, 0, caret(50 + 140 * 2 + 5))).toEqual({ left: 330, width: 130 });
    expect(lineSpan(paper, 0, caret(50 + 140 * 5))).toEqual({ left: 610, width: 130 });
  });
});
