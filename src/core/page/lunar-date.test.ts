import { describe, expect, it } from 'vitest';
import { lunarDate } from './lunar-date';

describe('lunarDate', () => {
  // Days of the almanac that lunar-typescript, which reckons the sun and the moon, has as well; ICU's calendar is a day behind from 6 February to 7 March 2027.
  it.each([
    ['2025-07-25', '农历闰六月初一'],
    ['2026-01-13', '农历十一月廿五'],
    ['2026-02-16', '农历腊月廿九'],
    ['2026-02-17', '农历正月初一'],
    ['2027-02-05', '农历腊月廿九'],
    ['2027-02-06', '农历正月初一'],
    ['2027-02-15', '农历正月初十'],
    ['2027-02-25', '农历正月二十'],
    ['2027-03-07', '农历正月三十'],
    ['2027-03-08', '农历二月初一'],
    ['2028-01-26', '农历正月初一'],
  ])('%s: %s', (iso, said) => expect(lunarDate(iso)).toBe(`　${said}`));

  it('is empty before and after its table', () => expect([lunarDate('1890-01-01'), lunarDate('2150-01-01')]).toEqual(['', '']));
});
