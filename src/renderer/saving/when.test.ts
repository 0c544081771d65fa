import { describe, expect, it } from 'vitest';
import { clockTime, dayAndTime, frozenAt, sizeText } from './when';

const NOW = new Date(2026, 0, 2, 15, 30).getTime();

describe('times as people say them', () => {
  it.each([
    [new Date(2026, 0, 2, 9, 5, 7), '今天 09:05:07'],
    [new Date(2026, 0, 1, 23, 59, 59), '昨天 23:59:59'],
    [new Date(2025, 11, 31, 18, 20), '2025年12月31日 18:20'],
    [new Date(2026, 0, 20, 8, 0), '1月20日 08:00'],
  ])('%s', (date, said) => expect(dayAndTime(date.getTime(), NOW)).toBe(said));
  it.each([['2026-01-12', '2026年1月12日'], ['去年', '去年'], [new Date(2025, 11, 18, 16, 20).toISOString(), dayAndTime(new Date(2025, 11, 18, 16, 20).getTime())]])('a 稿次 of %s', (date, said) => expect(frozenAt(date)).toBe(said));
  it('the clock alone', () => expect(clockTime(new Date(2026, 0, 2, 9, 5).getTime())).toBe('09:05'));
  it.each([[10, '1 KB'], [12_400, '12 KB'], [1_468_006, '1.4 MB']])('%d bytes', (bytes, said) => expect(sizeText(bytes)).toBe(said));
});
