import { expect, it } from 'vitest';
import { zodiacMentions, zodiacOf } from './zodiac-years';

it.each([[2024, '甲辰龙年'], [2025, '乙巳蛇年'], [2026, '丙午马年'], [2027, '丁未羊年'], [2000, '庚辰龙年'], [1949, '己丑牛年']])('%i is %s', (year, name) => expect(zodiacOf(year)).toBe(name));

it('finds the years that are meant', () => {
  const text = '祝大家蛇年大吉！乙巳年的春天，告别甲辰龙年，1984年是鼠年，龙年级组、猴年。';
  expect(zodiacMentions(text, [2024, 2025]).map(({ from, to, year }) => [text.slice(from, to), year])).toEqual([['蛇年', 2025], ['乙巳年', 2025], ['甲辰龙年', 2024]]);
});
