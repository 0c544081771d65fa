import { describe, expect, it } from 'vitest';
import { cm, mm, toMm, zihao } from './units';

describe('lengths in pt (1/72 in)', () => {
  it('an inch is 25.4 mm and 72 pt', () => {
    expect(mm(25.4)).toBe(72);
    expect(cm(2.54)).toBe(72);
    expect(toMm(72)).toBe(25.4);
  });

  it('A4 is 210 × 297 mm', () => {
    expect(mm(210)).toBeCloseTo(595.276, 3);
    expect(mm(297)).toBeCloseTo(841.89, 2);
  });

  it.each([['初号', 42], ['二号', 22], ['三号', 16], ['四号', 14], ['五号', 10.5], ['小五', 9], ['八号', 5]])('Word’s %s is %d pt (TYPESETTING 1.6)', (name, size) => {
    expect(zihao(name)).toBe(size);
  });

  it('a name that Word’s table lacks is a mistake', () => {
    expect(() => zihao('九号')).toThrow(RangeError);
  });
});
