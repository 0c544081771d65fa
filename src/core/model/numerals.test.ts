import { describe, expect, it } from 'vitest';
import { fromHan, fromHanDigits, toHan, toHanDigits } from './numerals';

describe('a count is written with 十百千万', () => {
  const cases: readonly [number, string][] = [
    [0, '零'], [1, '一'], [9, '九'], [10, '十'], [11, '十一'], [19, '十九'], [20, '二十'], [21, '二十一'], [99, '九十九'],
    [100, '一百'], [101, '一百零一'], [110, '一百一十'], [111, '一百一十一'], [279, '二百七十九'], [1000, '一千'], [1001, '一千零一'],
    [1010, '一千零一十'], [1100, '一千一百'], [9000, '九千'], [10000, '一万'], [10010, '一万零一十'], [12000, '一万二千'], [100000, '十万'],
    [120345, '十二万零三百四十五'],
  ];
  it.each(cases)('%d is %s, both ways', (n, han) => {
    expect(toHan(n)).toBe(han);
    expect(fromHan(han)).toBe(n);
  });
  it('every number to 12,000 comes back from its Han form', () => {
    const wrong: number[] = [];
    for (let n = 0; n <= 12_000; n++) if (fromHan(toHan(n)) !== n) wrong.push(n);
    expect(wrong).toEqual([]);
  });
  it.each(['', '十十', '百', '零十', '一二', '三十百', '一万二万', '万', '甲', '一十零', '12', '一百五', '三千六'])('%j is no count', (text) => {
    expect(fromHan(text)).toBeNull();
  });
  it.each([['一十一', 11], ['两百', 200], ['两千零五', 2005]] as const)('%s is understood though never written', (text, n) => {
    expect(fromHan(text)).toBe(n);
  });
  it.each([-1, 1.5, Number.NaN, 100_000_000])('%d has no Han form', (n) => {
    expect(() => toHan(n)).toThrow(RangeError);
  });
});

describe('a year is spelled digit by digit with 〇', () => {
  it.each([[2024, '二〇二四'], [1949, '一九四九'], [2000, '二〇〇〇']] as const)('%d is %s, both ways', (n, han) => {
    expect(toHanDigits(n)).toBe(han);
    expect(fromHanDigits(han)).toBe(n);
  });
  it('二零二四 is read as 二〇二四', () => expect(fromHanDigits('二零二四')).toBe(2024));
  it.each(['九', '二〇二四年', '二十', ''])('%j spells no number', (text) => expect(fromHanDigits(text)).toBeNull());
});
